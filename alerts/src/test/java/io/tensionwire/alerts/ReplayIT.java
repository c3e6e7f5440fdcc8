package io.tensionwire.alerts;

import static io.tensionwire.alerts.AlertBuilder.alertNow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tensionwire.alerts.delivery.Replay;
import io.tensionwire.broker.EmbeddedBroker;
import io.tensionwire.fixtures.slack.Answer;
import io.tensionwire.fixtures.slack.FakeSlack;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.DeliveryState;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Deliveries that are told once more, beside an instance that is active, beside none, and beside another that waits. */
@Timeout(120)
class ReplayIT {

  private static final Duration PATIENCE = Duration.ofSeconds(40);

  @TempDir Path data;
  private final FakeSlack slack = FakeSlack.start();
  private EmbeddedBroker broker;
  private Walk walk;

  @BeforeEach
  void start() {
    broker = EmbeddedBroker.start(data);
    walk = new Walk(broker.bootstrapServers(), slack);
  }

  @AfterEach
  void close() {
    walk.close();
    slack.close();
    broker.close();
    assertThat(walk.bugs).isEmpty();
  }

  @Test
  void whatFailedIsToldByTheInstanceThatIsActiveAndStaysSo() {
    slack.answers("desk", Answer.refused(400, "invalid_payload"));
    AlertsApp active = walk.start(walk.webhooks("desk"));
    AlertsApp other = walk.start(walk.webhooks("desk"));
    await().atMost(PATIENCE).until(() -> active.active() || other.active());
    boolean first = active.active();
    walk.raise(alertNow("a1").build());
    awaitState("a1/desk", DeliveryState.FAILED);

    Replay.Result result = replay("a1");

    assertThat(result.again()).extracting(delivery -> delivery.alertId()).containsExactly("a1");
    awaitState("a1/desk", DeliveryState.DELIVERED);
    assertThat(slack.messages("desk")).hasSize(1);
    assertThat(active.active()).as("the group has not moved on").isEqualTo(first);
    assertThat(other.active()).isEqualTo(!first);
    walk.raise(alertNow("a2").build());
    awaitState("a2/desk", DeliveryState.DELIVERED);
    assertThat(slack.messages("desk")).hasSize(2);
  }

  @Test
  void aCallUnderWayWhenTheLedgerIsTakenIsRecordedAndNotRepeated() {
    slack.answers("desk", Answer.refused(400, "invalid_payload"), Answer.slow(Duration.ofSeconds(1)));
    walk.start(walk.webhooks("desk"));
    walk.raise(alertNow("a1").build());
    awaitState("a1/desk", DeliveryState.FAILED);
    walk.raise(alertNow("a2").build());
    awaitState("a2/desk", DeliveryState.PENDING);

    replay("a1");

    awaitState("a1/desk", DeliveryState.DELIVERED);
    awaitState("a2/desk", DeliveryState.DELIVERED);
    assertThat(slack.messages("desk")).hasSize(2);
  }

  @Test
  void whereNobodyIsActiveTheNextOneTellsEvenWhatWasGivenUpLongAgo() {
    AlertsApp first = walk.start(walk.webhooks("desk"));
    walk.raise(
        alertNow("a1").kind(AlertKind.OPENED).at(Instant.now().minus(Duration.ofHours(30))).build(),
        alertNow("a2").build());
    awaitState("a2/desk", DeliveryState.DELIVERED);
    awaitState("a1/desk", DeliveryState.SUPPRESSED);
    first.close();

    replay("a1");
    walk.start(walk.webhooks("desk"));

    awaitState("a1/desk", DeliveryState.DELIVERED);
    assertThat(slack.messages("desk")).hasSize(2);
  }

  @Test
  void whatWasToldIsLeftAlone() {
    walk.start(walk.webhooks("desk"));
    walk.raise(alertNow("a1").build());
    awaitState("a1/desk", DeliveryState.DELIVERED);

    assertThat(replay("a1").again()).isEmpty();
    assertThat(walk.state("a1/desk")).isEqualTo(DeliveryState.DELIVERED);
  }

  private Replay.Result replay(String alertId) {
    return new Replay(walk.kafka, Duration.ofSeconds(20))
        .replay(delivery -> delivery.alertId().equals(alertId), Clock.systemUTC().instant());
  }

  private void awaitState(String key, DeliveryState state) {
    await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200))
        .untilAsserted(() -> assertThat(walk.state(key)).isEqualTo(state));
  }
}
