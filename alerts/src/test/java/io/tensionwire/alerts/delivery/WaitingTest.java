package io.tensionwire.alerts.delivery;

import static io.tensionwire.alerts.AlertBuilder.alert;
import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.alerts.receiver.Outcome;
import io.tensionwire.alerts.receiver.Reason;
import io.tensionwire.model.Alert;
import io.tensionwire.model.Delivery;
import io.tensionwire.model.DeliveryState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WaitingTest {

  private static final Alert ALERT = alert().build();
  private static final Delivery PENDING = delivery(0);
  private static final Delivery LATER = delivery(1);
  private static final byte[] TRACE = {1, 2};

  private final Waiting waiting = new Waiting(ALERT, PENDING, TRACE);

  @ParameterizedTest
  @EnumSource(value = Reason.class, names = {"TIMED_OUT", "ANSWER_LOST"})
  void afterACallOfWhichNobodyKnowsItMayHaveBeenTold(Reason reason) {
    assertThat(waiting.after(new Outcome.Retryable(reason, null, null), LATER))
        .isEqualTo(new Waiting(ALERT, LATER, TRACE, true));
  }

  @ParameterizedTest
  @EnumSource(value = Reason.class, names = {"UNAVAILABLE", "UNREACHABLE", "RATE_LIMITED"})
  void afterARefusalItHasNotBeenToldUnlessACallBeforeMayHave(Reason reason) {
    var refused = new Outcome.Retryable(reason, null, null);

    assertThat(waiting.after(refused, LATER).leftBehind()).isFalse();
    assertThat(new Waiting(ALERT, PENDING, TRACE, true).after(refused, LATER).leftBehind()).isTrue();
    assertThat(waiting.after(new Outcome.Rejected(Reason.INVALID_MESSAGE, null), LATER).leftBehind()).isFalse();
  }

  @Test
  void aChangedDeliveryKeepsTheRestAndSoDoesItsLine() {
    Waiting changed = new Waiting(ALERT, PENDING, TRACE, true).with(LATER);

    assertThat(changed).isEqualTo(new Waiting(ALERT, LATER, TRACE, true));
    assertThat(changed.entry()).isEqualTo(new Ledger.Entry(LATER, TRACE));
  }

  private static Delivery delivery(int attempts) {
    return new Delivery(
        ALERT.id(), "desk", ALERT.storyId(), ALERT.watchId(), ALERT.kind(), DeliveryState.PENDING, null, attempts, null,
        null, null, 0, ALERT.raisedAt());
  }
}
