package io.tensionwire.alerts.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ReasonTest {

  @Test
  void isKnownAgainWithAndWithoutItsDetail() {
    assertThat(Reason.GAVE_UP.with("unavailable: 503")).isEqualTo("gave-up: unavailable: 503");
    assertThat(Reason.GAVE_UP.isIn("gave-up: unavailable: 503")).isTrue();
    assertThat(Reason.GAVE_UP.isIn(Reason.GAVE_UP.with(null))).isTrue();
    assertThat(Reason.UNAVAILABLE.isIn("gave-up: unavailable: 503")).isFalse();
    assertThat(Reason.GAVE_UP.isIn("gave-up-later")).isFalse();
    assertThat(Reason.GAVE_UP.isIn(null)).isFalse();
  }

  @Test
  void someConcernTheReceiverAndSomeLeaveOpenWhatBecameOfTheCall() {
    assertThat(Arrays.stream(Reason.values()).filter(Reason::isPermanent))
        .containsExactly(Reason.FORBIDDEN, Reason.NOT_FOUND, Reason.DISABLED);
    assertThat(Arrays.stream(Reason.values()).filter(Reason::concernsReceiver))
        .containsExactly(Reason.FORBIDDEN, Reason.NOT_FOUND, Reason.DISABLED, Reason.UNEXPECTED_ANSWER);
    assertThat(Arrays.stream(Reason.values()).filter(Reason::leavesOpen))
        .containsExactly(Reason.TIMED_OUT, Reason.ANSWER_LOST);
  }
}
