package io.tensionwire.alerts;

import static io.tensionwire.alerts.AlertBuilder.RAISED_AT;
import static io.tensionwire.alerts.AlertBuilder.alert;
import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.alerts.receiver.Rate;
import io.tensionwire.alerts.receiver.Receiver;
import io.tensionwire.alerts.silence.Silences;
import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.Delivery;
import io.tensionwire.model.DeliveryState;
import io.tensionwire.model.Language;
import io.tensionwire.model.Severity;
import io.tensionwire.model.Silence;
import io.tensionwire.service.kafka.Word;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
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

  private final Silences silences = new Silences();
  private final AlertPipeline pipeline = new AlertPipeline(CONFIG, ON, silences, Clock.fixed(RAISED_AT, ZoneOffset.UTC));

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

  @Test
  void aSilenceSuppressesWithItsId() {
    Silence silence = new Silence(
        "quiet", List.of("story = s-a1"), RAISED_AT, RAISED_AT.plusSeconds(60), "editor", "");
    silences.hear(
        new ConsumerRecord<>("news.silences", 0, 0, "quiet", new byte[0]), new Word.Value<>(silence));

    assertThat(decide(alert().build()).values()).containsOnly("SUPPRESSED silenced: quiet");
    assertThat(decide(alert().id("a2").build()).values()).containsOnly("PENDING");
  }

  @Test
  void aMuteTimeHoldsUntilItsEndButNotWhatIsCritical() {
    var muted = pipeline("""
        zone: UTC
        receivers: [ { name: console, console: {} } ]
        mute-times: { mornings: { from: 09:00, to: 11:00 } }
        route: { receiver: console, mute: mornings }
        """);

    Delivery held = muted.decide(alert().build(), 7, (a, receiver) -> false).getFirst();
    assertThat(held.state()).isEqualTo(DeliveryState.PENDING);
    assertThat(held.reason()).isEqualTo("muted: mornings");
    assertThat(held.nextAttemptAt()).isEqualTo("2026-11-21T11:00:00Z");
    Delivery critical = muted.decide(alert().severity(Severity.CRITICAL).build(), 7, (a, receiver) -> false).getFirst();
    assertThat(critical.nextAttemptAt()).isNull();
    assertThat(critical.reason()).isNull();
  }

  @Test
  void aDigestHoldsUntilItsTimeOrTheEndOfTheMuteTimeThatItFallsInto() {
    var digest = pipeline("""
        zone: UTC
        receivers: [ { name: console, console: {} } ]
        mute-times: { lunch: { from: 12:00, to: 13:00 } }
        route:
          receiver: console
          mute: lunch
          routes:
            - { matchers: [ "severity = notice" ], digest: [ 10:00, 12:30 ] }
            - { matchers: [ "severity = elevated" ], digest: [ 12:30 ] }
        """);

    assertThat(digest.decide(alert().severity(Severity.NOTICE).build(), 7, (a, receiver) -> false).getFirst())
        .returns("awaits-digest", Delivery::reason)
        .returns(Instant.parse("2026-11-21T10:00:00Z"), Delivery::nextAttemptAt);
    assertThat(digest.decide(alert().severity(Severity.ELEVATED).build(), 7, (a, receiver) -> false).getFirst())
        .returns("awaits-digest", Delivery::reason)
        .returns(Instant.parse("2026-11-21T13:00:00Z"), Delivery::nextAttemptAt);
    assertThat(digest.decide(alert().build(), 7, (a, receiver) -> false).getFirst().reason()).isNull();
  }

  @Test
  void whatIsHighAndTheCorrectionOfWhatWasWaitsForNoDigest() {
    var digest = pipeline("""
        zone: UTC
        receivers: [ { name: console, console: {} } ]
        mute-times: { mornings: { from: 09:00, to: 11:00 } }
        route:
          receiver: console
          digest: 10:00
          routes: [ { matchers: [ "language = ko" ], mute: mornings } ]
        """);

    assertThat(List.of(
            alert().severity(Severity.HIGH), alert().severity(Severity.CRITICAL),
            alert().severity(Severity.NOTICE).kind(AlertKind.DEESCALATED).change("high", "notice", "an update")))
        .allSatisfy(alert -> assertThat(reason(digest, alert)).isNull());
    assertThat(List.of(
            alert().severity(Severity.ELEVATED), alert().severity(Severity.NOTICE),
            alert().severity(Severity.NOTICE).kind(AlertKind.DEESCALATED).change("elevated", "notice", "an update")))
        .allSatisfy(alert -> assertThat(reason(digest, alert)).isEqualTo("awaits-digest"));
    assertThat(reason(digest, alert().severity(Severity.HIGH).language(Language.KO)))
        .as("a mute time is another matter").isEqualTo("muted: mornings");
  }

  private static @Nullable String reason(AlertPipeline pipeline, AlertBuilder alert) {
    return pipeline.decide(alert.build(), 7, (a, receiver) -> false).getFirst().reason();
  }

  private AlertPipeline pipeline(String yaml) {
    return new AlertPipeline(Walk.config(yaml, Map.of()), ON, silences, Clock.fixed(RAISED_AT, ZoneOffset.UTC));
  }

  private Map<String, String> decide(Alert alert) {
    return pipeline.decide(alert, 0, (a, receiver) -> false).stream().collect(Collectors.toMap(
        Delivery::receiver, d -> d.state() == DeliveryState.PENDING ? "PENDING" : d.state() + " " + d.reason()));
  }
}
