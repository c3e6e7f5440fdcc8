/**
 * What is told by the clock and not because an alert came: the {@linkplain io.tensionwire.alerts.digest.Digests digest} of
 * what was held back, the {@linkplain io.tensionwire.alerts.digest.HandOver hand-over} at each shift, and the {@linkplain
 * io.tensionwire.alerts.digest.Reminders reminder} of what nobody acknowledged. Each is a {@linkplain
 * io.tensionwire.alerts.receiver.Notice notice} with a delivery of its own in the ledger, and follows from the ledger
 * alone: whoever takes over tells it, once.
 */
@NullMarked
package io.tensionwire.alerts.digest;

import org.jspecify.annotations.NullMarked;
