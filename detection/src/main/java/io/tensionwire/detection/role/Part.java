package io.tensionwire.detection.role;

import io.tensionwire.detection.party.Mention;

/**
 * A mention with its noun phrase.
 *
 * @param from the first token of the phrase
 * @param to the token after its last
 * @param governor the token that governs it, or -1
 * @param with the number of an earlier part that it goes with ("Japan and Korea"), or -1
 */
record Part(Mention mention, int from, int to, Link link, int governor, int with) {}
