package io.tensionwire.detection.text;

/**
 * A word of an article.
 *
 * @param word folded
 * @param start UTF-16 offset in the original field
 * @param end the offset after it
 * @param sentence the number of its sentence in the document
 * @param afterBreak whether a comma, colon or dash divides it from the word before
 */
public record Token(String word, int start, int end, int sentence, boolean afterBreak) {}
