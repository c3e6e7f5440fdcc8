/**
 * Who does what to whom: the agent and the recipient of a verb or of the noun of an act, by the grammar of its language,
 * after the practice of event coding (CAMEO, PLOVER). English tells it by order and prepositions, Korean by particles,
 * Russian by case. A sentence that does not say gives nobody: what the context adds is the caller's matter.
 */
@NullMarked
package io.tensionwire.detection.role;

import org.jspecify.annotations.NullMarked;
