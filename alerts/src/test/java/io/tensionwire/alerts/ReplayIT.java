package io.tensionwire.alerts;

import static io.tensionwire.alerts.AlertBuilder.alertNow;
import static io.tensionwire.alerts.Walk.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.alerts.delivery.Replay;
import io.tensionwire.fixtures.slack.Answer;
import io.tensionwire.fixtures.slack.FakeSlack;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.DeliveryState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Deliveries that are told once more, beside an instance that is active, beside none, and beside another that waits. */
@ExtendWith(WalkOnSharedBroker.class)
@Timeout(120)
class ReplayIT {

  private final FakeSlack slack;
  private final Walk walk;

  ReplayIT(Walk walk) {
    this.walk = walk;
    this.slack = walk.slack;
  }

  @Test
  void whatFailedIsToldByTheInstanceThatIsActiveAndStaysSo() {
    slack.answers("desk", Answer.refused(400, "invalid_payload"));
    AlertsApp active = walk.start(walk.webhooks("desk"));
    AlertsApp other = walk.start(walk.webhooks("desk"));
    await().until(() -> active.active() || other.active());
    boolean first = active.active();
    walk.raise(alertNow("a1").build());
    walk.awaitState("a1/desk", DeliveryState.FAILED);

    Replay.Result result = replay("a1");

    assertThat(result.again()).extracting(delivery -> delivery.alertId()).containsExactly("a1");
    walk.awaitState("a1/desk", DeliveryState.DELIVERED);
    assertThat(slack.messages("desk")).hasSize(1);
    assertThat(active.active()).as("the group has not moved on").isEqualTo(first);
    assertThat(other.active()).isEqualTo(!first);
    walk.raise(alertNow("a2").build());
    walk.awaitState("a2/desk", DeliveryState.DELIVERED);
    assertThat(slack.messages("desk")).hasSize(2);
  }

  @Test
  void aCallUnderWayWhenTheLedgerIsTakenIsRecordedAndNotRepeated() {
    slack.answers("desk", Answer.refused(400, "invalid_payload"), Answer.slow(Duration.ofSeconds(1)));
    walk.start(walk.webhooks("desk"));
    walk.raise(alertNow("a1").build());
    walk.awaitState("a1/desk", DeliveryState.FAILED);
    walk.raise(alertNow("a2").build());
    walk.awaitState("a2/desk", DeliveryState.PENDING);

    replay("a1");

    walk.awaitState("a1/desk", DeliveryState.DELIVERED);
    walk.awaitState("a2/desk", DeliveryState.DELIVERED);
    assertThat(slack.messages("desk")).hasSize(2);
  }

  @Test
  void whereNobodyIsActiveTheNextOneTellsEvenWhatWasGivenUpLongAgo() {
    AlertsApp first = walk.start(walk.webhooks("desk"));
    walk.raise(
        alertNow("a1").kind(AlertKind.OPENED).at(Instant.now().minus(Duration.ofHours(30))).build(),
        alertNow("a2").build());
    walk.awaitState("a2/desk", DeliveryState.DELIVERED);
    walk.awaitState("a1/desk", DeliveryState.SUPPRESSED);
    first.close();

    replay("a1");
    walk.start(walk.webhooks("desk"));

    walk.awaitState("a1/desk", DeliveryState.DELIVERED);
    assertThat(slack.messages("desk")).hasSize(2);
  }

  @Test
  void whatWasToldIsLeftAlone() {
    walk.start(walk.webhooks("desk"));
    walk.raise(alertNow("a1").build());
    walk.awaitState("a1/desk", DeliveryState.DELIVERED);

    assertThat(replay("a1").again()).isEmpty();
    walk.awaitFate("a1/desk", "DELIVERED");
  }

  private Replay.Result replay(String alertId) {
    return new Replay(walk.kafka, Duration.ofSeconds(20))
        .replay(delivery -> delivery.alertId().equals(alertId), Clock.systemUTC().instant());
  }
}
