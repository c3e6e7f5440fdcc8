/**
 * What one article says about a pair of parties: a pure function from an article and a watch to a judgement. No Kafka,
 * no clock, no files.
 *
 * <p>{@link io.tensionwire.detection.Detector#judge} is the table of contents. The text is folded and cut into
 * sentences and tokens ({@code text}); one pass of a trie over the tokens finds every word of the watch and of the
 * language ({@code match}); the parties are resolved ({@code party}), who does what to whom is read ({@code role}), the
 * rules that were hit are put into their context ({@code signal}, {@code stance}), and the signals together give the verdict ({@code verdict}). What the words
 * are is data: a watch file ({@code watch}) for what concerns the pair, a resource file for what concerns a language.
 */
@NullMarked
package io.tensionwire.detection;

import org.jspecify.annotations.NullMarked;
