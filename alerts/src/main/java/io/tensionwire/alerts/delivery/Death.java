package io.tensionwire.alerts.delivery;

import java.time.Instant;

/**
 * That a receiver is dead stands in the ledger, so that a successor does not tell it once more.
 *
 * @param alertId of the alert that told it
 * @param foundAt when that was
 * @param problem in the words of a delivery's reason
 */
public record Death(String alertId, Instant foundAt, String problem) {}
