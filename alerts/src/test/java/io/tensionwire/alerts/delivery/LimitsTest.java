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
    var lanes = new Lanes(new TwoLanes());
    Alert posted = alert().build();
    Alert edited = alert().kind(AlertKind.UPDATED).build();

    lanes.of(posted, 0).take(0);

    assertThat(lanes.of(posted, 0).freeAt()).isEqualTo(SECOND);
    assertThat(lanes.of(edited, 0).freeAt()).isZero();
    lanes.of(edited, 0).take(0);
    assertThat(lanes.of(edited, 0).freeAt()).isEqualTo(SECOND / 2);
  }

  @Test
  void whatALaneHasUsedUpIsNotForgotten() {
    var lanes = new Lanes(new TwoLanes());
    Alert alert = alert().build();
    lanes.of(alert, 0).take(0);

    assertThat(lanes.of(alert, SECOND / 2).freeAt()).isEqualTo(SECOND);
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
