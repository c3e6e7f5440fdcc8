package io.tensionwire.alerts.receiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class RetriesTest {

  private static final Retries STANDARD = Retries.STANDARD_WEBHOOKS;

  /** Whatever the jitter: 8 to 10 tries over 28 to 75 hours are recommended, and the last of them is made. */
  @RepeatedTest(20)
  void aReceiverThatNeverAnswersIsTriedTenTimesOverThreeDays(RepetitionInfo repetition) {
    List<Duration> tries = tries(STANDARD, repetition.getCurrentRepetition());

    assertThat(tries).hasSize(10);
    assertThat(tries.getLast()).isBetween(Duration.ofHours(75), Duration.ofHours(84));
    assertThat(tries.get(1)).isBetween(Duration.ofSeconds(5), Duration.ofMillis(5500));
    assertThat(tries.get(7)).isBetween(Duration.ofHours(31), Duration.ofHours(35));
  }

  @Test
  void pausesDiffer() {
    assertThat(tries(STANDARD, 1)).isNotEqualTo(tries(STANDARD, 2));
  }

  @Test
  void whatWasTriedEarlyAgainAndAgainIsStillTriedToTheEnd() {
    Duration anHour = Duration.ofHours(1);

    assertThat(STANDARD.after(200, anHour, new Random(1))).isBetween(Duration.ofHours(24), Duration.ofHours(27));
    assertThat(STANDARD.after(200, Duration.ofHours(75), new Random(1)))
        .isBetween(Duration.ofMinutes(35), Duration.ofMinutes(40));
    assertThat(STANDARD.after(200, Duration.ofHours(76), new Random(1))).isNull();
  }

  @Test
  void nothingIsTriedAfterTheEndHoweverSeldomItWasTried() {
    assertThat(STANDARD.after(1, Duration.ofHours(83), new Random(1))).isNotNull();
    assertThat(STANDARD.after(6, Duration.ofHours(83), new Random(1))).isNull();
    assertThat(STANDARD.latest()).isBetween(Duration.ofHours(84), Duration.ofHours(85));
  }

  @Test
  void aShortListEndsSoon() {
    assertThat(tries(new Retries(List.of(Duration.ofSeconds(5), Duration.ofSeconds(10))), 1)).hasSize(3);
  }

  @Test
  void aPauseOfNothingIsNone() {
    assertThatThrownBy(() -> new Retries(List.of(Duration.ZERO))).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Retries(List.of())).isInstanceOf(IllegalArgumentException.class);
  }

  /** When each try is made, where the first is made at once and every one fails. */
  private static List<Duration> tries(Retries retries, long seed) {
    var random = new Random(seed);
    List<Duration> tries = new ArrayList<>();
    @Nullable Duration next = Duration.ZERO;
    for (Duration at = Duration.ZERO; next != null; at = at.plus(next == null ? Duration.ZERO : next)) {
      tries.add(at);
      next = retries.after(tries.size(), at, random);
    }
    return tries;
  }
}
