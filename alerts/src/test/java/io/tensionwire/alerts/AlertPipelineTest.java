package io.tensionwire.alerts;

import static io.tensionwire.alerts.AlertBuilder.RAISED_AT;
import static io.tensionwire.alerts.AlertBuilder.alert;
import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.alerts.receiver.Rate;
import io.tensionwire.alerts.receiver.Receiver;
import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.Delivery;
import io.tensionwire.model.DeliveryState;
import io.tensionwire.model.Severity;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AlertPipelineTest {

  private static final AlertsConfig CONFIG = Walk.config("""
      receivers:
        - { name: console, console: {} }
        - { name: newsroom, console: {} }
        - { name: off, slack-webhook: { url: "${NOT_SET}" } }
      route:
        receiver: console
        routes:
          - { receiver: newsroom, matchers: [ "severity >= elevated" ], continue: true }
          - { receiver: off, matchers: [ "severity = critical" ], continue: true }
      """, Map.of());
  private static final Map<String, Receiver> ON = Map.of(
      "console", ScriptedReceiver.unlimited("console"),
      "newsroom", new ScriptedReceiver("newsroom", Rate.UNLIMITED, false));

  private final AlertPipeline pipeline = new AlertPipeline(CONFIG, ON, Clock.fixed(RAISED_AT, ZoneOffset.UTC));

  @Test
  void eachRoutedReceiverGetsItsDelivery() {
    assertThat(decide(alert().severity(Severity.HIGH).build())).containsOnly(
        Map.entry("newsroom", "PENDING"), Map.entry("console", "PENDING"));
    assertThat(decide(alert().severity(Severity.NOTICE).build())).containsOnly(Map.entry("console", "PENDING"));
  }

  @Test
  void aReceiverThatIsOffIsSuppressed() {
    assertThat(decide(alert().severity(Severity.CRITICAL).build()))
        .containsEntry("off", "SUPPRESSED receiver-is-off")
        .containsEntry("newsroom", "PENDING");
  }

  @Test
  void anEditIsKeptFromWhoCannotShowIt() {
    assertThat(decide(alert().kind(AlertKind.UPDATED).build())).containsOnly(
        Map.entry("newsroom", "SUPPRESSED carries-an-edit"), Map.entry("console", "PENDING"));
  }

  @Test
  void whatIsOlderThanTheLimitIsSuppressedForThatReasonFirst() {
    Alert old = alert().kind(AlertKind.CLOSED).severity(Severity.CRITICAL)
        .eventAt(RAISED_AT.minus(Duration.ofHours(24)).minusMillis(1)).build();

    assertThat(decide(old).values()).hasSize(3).containsOnly("SUPPRESSED older-than-max-age");
    assertThat(decide(alert().eventAt(RAISED_AT.minus(Duration.ofHours(24))).build()).values()).containsOnly("PENDING");
  }

  @Test
  void whatIsOnRecordIsNotDecidedAgain() {
    List<Delivery> deliveries = pipeline.decide(alert().build(), 7, (a, receiver) -> receiver.equals("console"));

    assertThat(deliveries).extracting(Delivery::receiver).containsExactly("newsroom");
    assertThat(deliveries.getFirst().alertOffset()).isEqualTo(7);
    assertThat(deliveries.getFirst().updatedAt()).isEqualTo(RAISED_AT);
  }

  private Map<String, String> decide(Alert alert) {
    return pipeline.decide(alert, 0, (a, receiver) -> false).stream().collect(Collectors.toMap(
        Delivery::receiver, d -> d.state() == DeliveryState.PENDING ? "PENDING" : d.state() + " " + d.reason()));
  }
}
