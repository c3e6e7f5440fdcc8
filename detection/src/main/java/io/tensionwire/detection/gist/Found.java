package io.tensionwire.detection.gist;

/** An entry of the glossary, and the tokens {@code from} to before {@code to} that name it. */
record Found(Entry entry, int from, int to) {}
