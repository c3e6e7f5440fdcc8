package io.tensionwire.alerts.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.alerts.receiver.Reason;
import io.tensionwire.service.Backoff;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BreakerTest {

  private static final Instant START = Instant.parse("2026-11-21T09:00:00Z");
  private static final Duration DEAD_AFTER = Duration.ofMinutes(10);

  private final Breaker breaker = new Breaker(
      new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1)),
      new Backoff(Duration.ofSeconds(30), Duration.ofMinutes(10)), DEAD_AFTER, new Random(7));
  private Instant now = START;

  @Test
  void opensAfterFiveFailuresInARow() {
    fail(Breaker.FAILURES - 1);
    assertThat(breaker.status().state()).isEqualTo(Breaker.State.CLOSED);

    fail(1);

    assertThat(breaker.status().state()).isEqualTo(Breaker.State.OPEN);
    assertThat(breaker.status().since()).isEqualTo(START);
    assertThat(breaker.status().dead()).isFalse();
  }

  @Test
  void anAnswerInBetweenIsANewBeginning() {
    fail(Breaker.FAILURES - 1);
    breaker.answered();
    fail(Breaker.FAILURES - 1);

    assertThat(breaker.status().state()).isEqualTo(Breaker.State.CLOSED);
  }

  @Test
  void whatWantsNothingMoreIsDeadAndNotAskedAgain() {
    assertThat(breaker.failed(Reason.DISABLED, "disabled: 410", now)).isGreaterThan(Duration.ofDays(30));
    assertThat(breaker.status().dead()).isTrue();
  }

  @Test
  void aProbeThatIsAnsweredClosesIt() {
    fail(Breaker.FAILURES);

    breaker.called();
    assertThat(breaker.status().state()).isEqualTo(Breaker.State.HALF_OPEN);
    breaker.answered();

    assertThat(breaker.status()).isEqualTo(Breaker.Status.WELL);
  }

  @Test
  void aProbeThatFailsOpensItForLonger() {
    List<Duration> pauses = new ArrayList<>();
    breaker.failed(Reason.FORBIDDEN, "forbidden", now); // dead at once: no pause is shortened to find that out
    for (int i = 0; i < 12; i++) {
      breaker.called();
      pauses.add(breaker.failed(Reason.FORBIDDEN, "forbidden", now));
    }

    assertThat(breaker.status().state()).isEqualTo(Breaker.State.OPEN);
    assertThat(pauses.getFirst()).isBetween(Duration.ofSeconds(15), Duration.ofSeconds(30));
    assertThat(pauses.getLast()).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(10));
  }

  @Test
  void isDeadAtOnceWhereTheReceiverSaysSo() {
    breaker.failed(Reason.NOT_FOUND, "not-found: 404 no_service", now);

    assertThat(breaker.status().dead()).isTrue();
    assertThat(breaker.status().problem()).isEqualTo("not-found: 404 no_service");
  }

  @Test
  void isDeadOnceItHasNotAnsweredForLong() {
    Duration passed = Duration.ZERO;
    while (!breaker.status().dead()) {
      Duration pause = breaker.failed(Reason.UNAVAILABLE, "unavailable: 503", START.plus(passed));
      passed = breaker.status().dead() ? passed : passed.plus(pause);
    }

    assertThat(passed).as("found out as soon as it is so").isBetween(DEAD_AFTER, DEAD_AFTER.plusSeconds(1));
  }

  @Test
  void aProbeComesSoonAfterItOpensAndLaterEachTime() {
    fail(Breaker.FAILURES - 1);

    assertThat(breaker.failed(Reason.UNAVAILABLE, "503", now)).isBetween(Duration.ofSeconds(15), Duration.ofSeconds(30));
    assertThat(breaker.failed(Reason.UNAVAILABLE, "503", now)).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(60));
  }

  @Test
  void oneThatHasBeenDeadForLongIsNotAskedAllTheTime() {
    breaker.dead(START, "not-found");

    assertThat(breaker.failed(Reason.UNAVAILABLE, "503", START.plus(Duration.ofDays(1))))
        .isGreaterThanOrEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void justBeforeItsDeathItIsNotAskedAllTheTimeEither() {
    fail(Breaker.FAILURES);

    assertThat(breaker.failed(Reason.UNAVAILABLE, "503", START.plus(DEAD_AFTER).minusMillis(10)))
        .isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void whoSaysThatItHasEnoughIsThereButNotForEver() {
    for (int i = 0; i < 20; i++) {
      breaker.limited("rate-limited", now);
    }
    assertThat(breaker.status().state()).isEqualTo(Breaker.State.CLOSED);
    assertThat(breaker.status().dead()).isFalse();

    breaker.limited("rate-limited", now.plus(DEAD_AFTER));

    assertThat(breaker.status().dead()).isTrue();
  }

  @Test
  void oneThatAPredecessorFoundDeadIsTriedAndThenBelieved() {
    breaker.dead(START, "not-found");

    assertThat(breaker.status().dead()).isTrue();
    breaker.called();
    breaker.answered();

    assertThat(breaker.status().dead()).isFalse();
  }

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      breaker.failed(Reason.UNAVAILABLE, "unavailable: 503", now);
      now = now.plusSeconds(1);
    }
  }
}
