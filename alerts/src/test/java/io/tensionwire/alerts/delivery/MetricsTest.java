package io.tensionwire.alerts.delivery;

import static io.tensionwire.alerts.AlertBuilder.RAISED_AT;
import static io.tensionwire.alerts.AlertBuilder.alert;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tensionwire.alerts.receiver.Outcome;
import io.tensionwire.alerts.receiver.Reason;
import io.tensionwire.model.Alert;
import io.tensionwire.model.Delivery;
import io.tensionwire.model.DeliveryState;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MetricsTest {

  private static final Alert ALERT = alert().build();

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final Metrics metrics = new Metrics(meters, Clock.fixed(RAISED_AT.plusSeconds(5), ZoneOffset.UTC));

  @Test
  void aStateIsCountedByItsReasonWithoutTheDetail() {
    metrics.recorded(delivery(DeliveryState.FAILED, "gave-up: unavailable: 503"));
    metrics.recorded(delivery(DeliveryState.FAILED, "gave-up: unreachable"));
    metrics.recorded(delivery(DeliveryState.DELIVERED, null));

    assertThat(deliveries("failed", "gave-up")).isEqualTo(2);
    assertThat(deliveries("delivered", "none")).isEqualTo(1);
  }

  @Test
  void aCallIsTimedByItsOutcome() {
    metrics.called("desk", ALERT, new Outcome.Retryable(Reason.UNAVAILABLE, "503", null), Duration.ofSeconds(2));
    metrics.called("desk", ALERT, new Outcome.Rejected(Reason.NOT_FOUND, "404"), Duration.ofSeconds(3));
    metrics.called("desk", ALERT, Outcome.delivered(), Duration.ofSeconds(1));

    assertThat(seconds("unavailable")).isEqualTo(2);
    assertThat(seconds("not-found")).isEqualTo(3);
    assertThat(seconds("delivered")).isEqualTo(1);
  }

  @Test
  void latencyRunsFromTheAlertToWhenItWasToldAndIsOfNothingElse() {
    metrics.called("desk", ALERT, new Outcome.Retryable(Reason.UNAVAILABLE, "503", null), Duration.ofSeconds(2));
    assertThat(meters.find("tensionwire.alerts.latency").timer()).isNull();

    metrics.called("desk", ALERT, Outcome.delivered(), Duration.ofSeconds(1));

    assertThat(meters.get("tensionwire.alerts.latency").tag("receiver", "desk").timer().totalTime(TimeUnit.SECONDS))
        .isEqualTo(5);
  }

  /** The clock of the machine that raised it may be ahead: it was told all the same. */
  @Test
  void whatIsToldBeforeItWasRaisedTookNoTime() {
    var behind = new Metrics(meters, Clock.fixed(RAISED_AT.minusSeconds(3), ZoneOffset.UTC));

    behind.called("desk", ALERT, Outcome.delivered(), Duration.ofSeconds(1));

    assertThat(meters.get("tensionwire.alerts.latency").timer().count()).isEqualTo(1);
    assertThat(meters.get("tensionwire.alerts.latency").timer().totalTime(TimeUnit.SECONDS)).isZero();
  }

  @Test
  void gaugesAskTheirReceiver() {
    metrics.queue("desk", () -> 7);
    metrics.breaker("desk", () -> 2);

    assertThat(meters.get("tensionwire.alerts.queue").tag("receiver", "desk").gauge().value()).isEqualTo(7);
    assertThat(meters.get("tensionwire.alerts.breaker").tag("receiver", "desk").gauge().value()).isEqualTo(2);
  }

  @Test
  void whatNoRouteTookAndWhatIsNoAlertAreCounted() {
    metrics.unrouted();
    metrics.deadLetter();

    assertThat(meters.get("tensionwire.alerts.unrouted").counter().count()).isEqualTo(1);
    assertThat(meters.get("tensionwire.alerts.dead.letters").counter().count()).isEqualTo(1);
  }

  private double deliveries(String state, String reason) {
    return meters.get("tensionwire.deliveries").tag("receiver", "desk").tag("state", state).tag("reason", reason)
        .counter().count();
  }

  private double seconds(String outcome) {
    return meters.get("tensionwire.alerts.calls").tag("receiver", "desk").tag("outcome", outcome).timer()
        .totalTime(TimeUnit.SECONDS);
  }

  private static Delivery delivery(DeliveryState state, @Nullable String reason) {
    return new Delivery(
        "a1", "desk", "s-a1", "korea-russia", ALERT.kind(), state, reason, 1, null, null, null, 7, RAISED_AT);
  }
}
