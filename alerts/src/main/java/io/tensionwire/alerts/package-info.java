/**
 * {@code news.alerts} to people. One instance is active; it asks {@linkplain io.tensionwire.alerts.AlertPipeline for
 * each alert} who hears of it, writes that down in the {@linkplain io.tensionwire.alerts.delivery.Ledger ledger} before anybody
 * is told, tells each {@linkplain io.tensionwire.alerts.receiver.Receiver receiver} from a {@linkplain
 * io.tensionwire.alerts.delivery.DeliveryQueue queue} of its own, and writes down what became of it. Every alert at every routed
 * receiver ends in exactly one final state, with its reason.
 */
@NullMarked
package io.tensionwire.alerts;

import org.jspecify.annotations.NullMarked;
