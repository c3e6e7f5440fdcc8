package io.tensionwire.alerts.delivery;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.tensionwire.alerts.receiver.Outcome;
import io.tensionwire.model.Alert;
import io.tensionwire.model.Delivery;
import io.tensionwire.model.WireName;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the role counts. Deliveries that were recorded add up to alerts times receivers. */
public final class Metrics {

  private final MeterRegistry meters;
  private final Clock clock;
  private final Counter unrouted;
  private final Counter deadLetters;

  public Metrics(MeterRegistry meters, Clock clock) {
    this.meters = meters;
    this.clock = clock;
    this.unrouted = Counter.builder("tensionwire.alerts.unrouted")
        .description("Alerts that no route took").register(meters);
    this.deadLetters = Counter.builder("tensionwire.alerts.dead.letters")
        .description("Records on the topic of alerts that are none").register(meters);
  }

  /** A gauge of one receiver's queue, of whichever queue is in use when it is asked. */
  public void queue(String receiver, Supplier<Number> size) {
    Gauge.builder("tensionwire.alerts.queue", size)
        .description("Pending deliveries").tag("receiver", receiver).register(meters);
  }

  /** A gauge of one receiver's breaker: 0 closed, 1 half open, 2 open; 3: dead. */
  public void breaker(String receiver, Supplier<Number> state) {
    Gauge.builder("tensionwire.alerts.breaker", state)
        .description("0: the receiver is told, 1: it is tried, 2: it does not answer, 3: it is dead")
        .tag("receiver", receiver).register(meters);
  }

  public void unrouted() {
    unrouted.increment();
  }

  public void deadLetter() {
    deadLetters.increment();
  }

  /** A state that stands in the ledger. */
  public void recorded(Delivery delivery) {
    meters
        .counter("tensionwire.deliveries", "receiver", delivery.receiver(), "state", WireName.of(delivery.state()),
            "reason", label(delivery.reason()))
        .increment();
  }

  public void called(String receiver, Alert alert, Outcome outcome, Duration took) {
    Timer.builder("tensionwire.alerts.calls")
        .description("Calls to a receiver")
        .tag("receiver", receiver).tag("outcome", label(outcome))
        .register(meters).record(took);
    if (outcome instanceof Outcome.Delivered) {
      // The clock that raised it may be ahead of this one.
      Duration since = Duration.between(alert.raisedAt(), clock.instant());
      Timer.builder("tensionwire.alerts.latency")
          .description("From the fetch of the article that raised an alert to its delivery")
          .tag("receiver", receiver)
          .publishPercentileHistogram()
          .register(meters).record(since.isNegative() ? Duration.ZERO : since);
    }
  }

  private static String label(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Delivered told -> "delivered";
      case Outcome.Retryable later -> WireName.of(later.reason());
      case Outcome.Rejected no -> WireName.of(no.reason());
    };
  }

  /** The enum's part of a reason: the rest would make a series for every text. */
  private static String label(@Nullable String reason) {
    return reason == null ? "none" : reason.split(":", 2)[0];
  }
}
