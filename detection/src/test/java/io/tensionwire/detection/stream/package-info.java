/**
 * Labelled streams of articles of our own writing, and how far the stories that are made of them agree with their labels.
 * Each article of {@code stream/*.jsonl} has the {@code story} that it reports, or none, and its {@code role} in it.
 */
@NullMarked
package io.tensionwire.detection.stream;

import org.jspecify.annotations.NullMarked;
