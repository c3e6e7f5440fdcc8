/**
 * A watch file, read strictly and compiled. Everything about the pair is in the file: who the parties are, whose
 * business the same words may be, which words and acts are signals, and what kind of text only looks like one.
 */
@NullMarked
package io.tensionwire.detection.watch;

import org.jspecify.annotations.NullMarked;
