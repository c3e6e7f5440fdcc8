package io.tensionwire.alerts.delivery;

import io.tensionwire.model.Alert;
import io.tensionwire.model.Delivery;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A pending delivery, with what is needed to make it.
 *
 * @param traceparent of the alert's record: the delivery belongs to the same trace
 */
public record Waiting(Alert alert, Delivery delivery, byte @Nullable [] traceparent) {

  /** Most severe first, among equals the oldest. */
  public static final Comparator<Waiting> MOST_SEVERE_FIRST =
      Comparator.comparing((Waiting w) -> w.alert().severity()).reversed()
          .thenComparingLong(w -> w.delivery().alertOffset());

  public Ledger.Entry entry() {
    return new Ledger.Entry(delivery, traceparent);
  }

  public Waiting with(Delivery changed) {
    return new Waiting(alert, changed, traceparent);
  }
}
