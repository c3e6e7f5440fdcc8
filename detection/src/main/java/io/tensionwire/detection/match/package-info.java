/**
 * Finds all phrases of a watch in one pass. Each letter of a text is one step of an automaton that knows every word of
 * every phrase ({@link io.tensionwire.detection.match.Automaton}, {@link io.tensionwire.detection.match.Lexicon}); what
 * comes out are the slots of phrases that a word can fill. Only a row whose first slot is filled is looked at, and only
 * in a sentence that fills its rarest other slot as well ({@link io.tensionwire.detection.match.Rows}). So the cost
 * hardly grows with the number of phrases, and not at all for a text that cannot name both parties: their names are
 * looked for before anything else.
 */
@NullMarked
package io.tensionwire.detection.match;

import org.jspecify.annotations.NullMarked;
