package io.tensionwire.alerts.delivery;

import static io.tensionwire.alerts.AlertBuilder.RAISED_AT;
import static io.tensionwire.alerts.AlertBuilder.alert;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tensionwire.alerts.receiver.Outcome;
import io.tensionwire.alerts.receiver.Reason;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricsTest {

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  /** Another machine's clock may be ahead: that alert was told, too. */
  @ParameterizedTest
  @CsvSource({"PT2S, 2000", "PT0S, 0", "PT-3S, 0"})
  void whatIsToldIsCountedWithTheTimeThatItTook(Duration since, double millis) {
    called(since, Outcome.delivered());

    Timer latency = meters.get("tensionwire.alerts.latency").tag("receiver", "desk").timer();
    assertThat(latency.count()).isEqualTo(1);
    assertThat(latency.totalTime(TimeUnit.MILLISECONDS)).isEqualTo(millis);
  }

  @Test
  void whatIsNotToldTookNoTime() {
    called(Duration.ofSeconds(2), new Outcome.Rejected(Reason.FORBIDDEN, null));

    assertThat(meters.find("tensionwire.alerts.latency").timer()).isNull();
  }

  private void called(Duration since, Outcome outcome) {
    new Metrics(meters, Clock.fixed(RAISED_AT.plus(since), ZoneOffset.UTC))
        .called("desk", alert().build(), outcome, Duration.ofMillis(20));
  }
}
