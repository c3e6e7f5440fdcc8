/**
 * What either side has committed to. {@link io.tensionwire.detection.position.Positions} keeps the ledger: a value holds
 * until a decision, or the word of somebody who speaks for the party, brings another; what others wish, demand or recall
 * changes nothing. {@link io.tensionwire.detection.position.Statements} reads that from a detection alone.
 */
@NullMarked
package io.tensionwire.detection.position;

import org.jspecify.annotations.NullMarked;
