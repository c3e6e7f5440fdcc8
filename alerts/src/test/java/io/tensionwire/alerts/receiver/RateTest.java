package io.tensionwire.alerts.receiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateTest {

  @Test
  void isAnIntervalAndWithoutALimitNone() {
    assertThat(new Rate(4).interval()).isEqualTo(Duration.ofMillis(250));
    assertThat(Rate.perMinute(20).interval()).isEqualTo(Duration.ofSeconds(3));
    assertThat(Rate.UNLIMITED.interval()).isZero();
  }

  @Test
  void inWholeMessagesASecond() {
    assertThat(new Rate(4).perSecond()).isEqualTo(4);
    assertThat(Rate.perMinute(120).perSecond()).isEqualTo(2);
    assertThat(Rate.perMinute(20).perSecond()).isZero();
  }

  @Test
  void mustBeOne() {
    assertThatThrownBy(() -> new Rate(-1)).hasMessage("a rate of -1 messages");
    assertThatThrownBy(() -> new Rate(1, Duration.ZERO, 1)).hasMessage("a rate of 1 messages in PT0S");
    assertThatThrownBy(() -> new Rate(1).withBurst(0)).hasMessage("a burst of 0 messages");
  }
}
