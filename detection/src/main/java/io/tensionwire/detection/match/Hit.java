package io.tensionwire.detection.match;

/**
 * A row of words that was found.
 *
 * @param target what it was looked for
 * @param from its first token
 * @param to the token after its last
 */
public record Hit(int target, int from, int to) {}
