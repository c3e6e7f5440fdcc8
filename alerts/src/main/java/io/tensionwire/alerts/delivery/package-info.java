/**
 * Telling, so that nothing is lost and nothing told twice: the {@linkplain io.tensionwire.alerts.delivery.Ledger ledger}
 * knows what became of each alert at each receiver, a {@linkplain io.tensionwire.alerts.delivery.DeliveryQueue queue} for
 * each receiver makes the calls.
 */
@NullMarked
package io.tensionwire.alerts.delivery;

import org.jspecify.annotations.NullMarked;
