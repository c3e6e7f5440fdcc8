package io.tensionwire.alerts.delivery;

import io.tensionwire.alerts.receiver.Outcome;
import io.tensionwire.model.Alert;
import io.tensionwire.model.Delivery;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * A pending delivery, with what is needed to make it.
 *
 * @param traceparent of the alert's record: the delivery belongs to the same trace
 * @param leftBehind there was a call of which nobody knows how it ended, so it may have been told: taken over from a
 *     predecessor, which may have died before it wrote that down, or an answer to one of our own calls was lost. It
 *     stays so, whatever later calls bring: a 429 does not say what the call before it did
 */
public record Waiting(Alert alert, Delivery delivery, byte @Nullable [] traceparent, boolean leftBehind) {

  /** One that nobody has had before. */
  public Waiting(Alert alert, Delivery delivery, byte @Nullable [] traceparent) {
    this(alert, delivery, traceparent, false);
  }

  /** One that nobody has had before, of the alert that a record holds. */
  public static Waiting of(Alert alert, Delivery delivery, ConsumerRecord<?, ?> record) {
    Header header = record.headers().lastHeader(Ledger.TRACEPARENT);
    return new Waiting(alert, delivery, header == null ? null : header.value());
  }

  /** The same, but a predecessor may have told it. */
  public Waiting leftBehindByAnother() {
    return new Waiting(alert, delivery, traceparent, true);
  }

  public Ledger.Entry entry() {
    return new Ledger.Entry(delivery, traceparent);
  }

  public Waiting with(Delivery changed) {
    return new Waiting(alert, changed, traceparent, leftBehind);
  }

  /** After a call: what it made of the delivery, and whether anybody knows. */
  Waiting after(Outcome outcome, Delivery changed) {
    boolean open = outcome instanceof Outcome.Retryable later && later.reason().leavesOpen();
    return new Waiting(alert, changed, traceparent, leftBehind || open);
  }
}
