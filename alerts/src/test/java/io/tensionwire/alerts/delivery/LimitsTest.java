package io.tensionwire.alerts.delivery;

import static io.tensionwire.alerts.AlertBuilder.alert;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What holds a call back: the receiver's lanes, and the lease of the one who would make it. */
class LimitsTest {

  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  @Test
  void eachLaneHasALimitOfItsOwn() {
    var lanes = new Lanes(new TwoLanes(), new Limits());
    Alert posted = alert().build();
    Alert edited = alert().kind(AlertKind.UPDATED).build();

    lanes.take(posted, 0);

    assertThat(lanes.freeAt(posted, 0)).isEqualTo(SECOND);
    assertThat(lanes.freeAt(edited, 0)).isZero();
    lanes.take(edited, 0);
    assertThat(lanes.freeAt(edited, 0)).isEqualTo(SECOND / 2);
  }

  @Test
  void whatTakesTwoLanesWaitsForBothAndUsesBothUp() {
    var lanes = new Lanes(new TwoLanes(), new Limits());
    Alert posted = alert().build();
    Alert edited = alert().kind(AlertKind.UPDATED).build();
    Alert both = alert().kind(AlertKind.ESCALATED).build();
    lanes.take(posted, 0);

    assertThat(lanes.freeAt(both, 0)).isEqualTo(SECOND);

    lanes.take(both, SECOND);
    assertThat(lanes.freeAt(edited, SECOND)).isEqualTo(SECOND + SECOND / 2);
    assertThat(lanes.freeAt(posted, SECOND)).isEqualTo(2 * SECOND);
  }

  @Test
  void onlyTheLaneRestsWhoseLimitWasMet() {
    var lanes = new Lanes(new TwoLanes(), new Limits());
    Alert both = alert().kind(AlertKind.ESCALATED).build();

    lanes.restUntil(5 * SECOND, both, "edits", 0);

    assertThat(lanes.freeAt(both, 0)).isEqualTo(5 * SECOND);
    assertThat(lanes.freeAt(alert().build(), 0)).isZero();
  }

  @Test
  void whereNobodySaysWhichLimitWasMetEveryLaneOfTheAlertRests() {
    var lanes = new Lanes(new TwoLanes(), new Limits());

    lanes.restUntil(5 * SECOND, alert().kind(AlertKind.ESCALATED).build(), null, 0);

    assertThat(lanes.freeAt(alert().build(), 0)).isEqualTo(5 * SECOND);
    assertThat(lanes.freeAt(alert().kind(AlertKind.UPDATED).build(), 0)).isEqualTo(5 * SECOND);
  }

  @Test
  void theEditsOfOneAppCountTogetherWhateverItsChannels() {
    var shared = new Limits();
    var desk = new Lanes(new TwoLanes("app 1"), shared);
    var wire = new Lanes(new TwoLanes("app 1"), shared);
    var other = new Lanes(new TwoLanes("app 2"), shared);
    Alert edited = alert().kind(AlertKind.UPDATED).build();

    desk.take(edited, 0);
    assertThat(wire.freeAt(edited, 0)).isEqualTo(SECOND / 2);
    desk.restUntil(5 * SECOND, edited, "edits", 0);

    assertThat(wire.freeAt(edited, 0)).isEqualTo(5 * SECOND);
    assertThat(wire.freeAt(alert().build(), 0)).as("a post is its channel's").isZero();
    assertThat(other.freeAt(edited, 0)).isZero();
  }

  @Test
  void whatALaneHasUsedUpIsNotForgotten() {
    var lanes = new Lanes(new TwoLanes(), new Limits());
    Alert alert = alert().build();
    lanes.take(alert, 0);

    assertThat(lanes.freeAt(alert, SECOND / 2)).isEqualTo(SECOND);
  }

  @Test
  void aLeaseHoldsUntilItRunsOutAndWhoRenewsItHoldsItAgain() {
    var lease = new Lease(Duration.ofMillis(20));
    assertThat(lease.holds()).isTrue();

    await().pollInterval(Duration.ofMillis(2)).until(() -> !lease.holds());
    lease.renew();

    assertThat(lease.holds()).isTrue();
  }
}
