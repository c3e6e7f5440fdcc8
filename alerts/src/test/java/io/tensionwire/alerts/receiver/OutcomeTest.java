package io.tensionwire.alerts.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcomeTest {

  /** A pause of years could not be reckoned in nanoseconds, and the receiver would never be asked again. */
  @ParameterizedTest
  @CsvSource({"PT2S, PT2S", "PT1H, PT1H", "PT1H0.001S, PT1H", "PT70000000H, PT1H", "PT2562047788015215H, PT1H", "PT-5S, PT0S"})
  void aReceiverIsLeftAloneForAnHourAtMost(Duration asked, Duration kept) {
    assertThat(new Outcome.Retryable(Reason.RATE_LIMITED, null, asked).retryAfter()).isEqualTo(kept);
  }
}
