package io.tensionwire.alerts.delivery;

import static io.tensionwire.alerts.AlertBuilder.RAISED_AT;
import static io.tensionwire.alerts.AlertBuilder.alert;
import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.alerts.receiver.Outcome;
import io.tensionwire.alerts.receiver.Reason;
import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import io.tensionwire.service.Backoff;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PacingTest {

  private static final Alert POSTED = alert().build();
  private static final Alert EDITED = alert().id("a2").kind(AlertKind.UPDATED).build();
  private static final Backoff RESTS = new Backoff(Duration.ofSeconds(20), Duration.ofMinutes(1));
  private static final Backoff PROBES = new Backoff(Duration.ofMinutes(10), Duration.ofMinutes(20));

  private final Attempts attempts = new Attempts(
      RESTS, RESTS, PROBES, Duration.ofHours(24), Clock.fixed(RAISED_AT, ZoneOffset.UTC), new Random(7));
  private final Breaker breaker = new Breaker(RESTS, PROBES, Duration.ofHours(10), new Random(7));
  private final Pacing pacing = new Pacing(new TwoLanes(), attempts, breaker, new Limits());

  @Test
  void aFreshReceiverMayBeCalledAtOnceAndThenAtTheRateOfTheLane() {
    long now = System.nanoTime();
    assertThat(pacing.freeAt(POSTED, now)).isLessThanOrEqualTo(now);

    pacing.take(POSTED, now);

    assertThat(pacing.freeAt(POSTED, now)).isEqualTo(now + Duration.ofSeconds(1).toNanos());
    assertThat(pacing.freeAt(EDITED, now)).isLessThanOrEqualTo(now);
  }

  @Test
  void whoHasHadTooMuchOnOneLaneRestsOnThatOneForAsLongAsItAsks() {
    pacing.learn(POSTED, new Outcome.Retryable(Reason.RATE_LIMITED, "429", Duration.ofMinutes(42)));

    assertThat(rest(POSTED)).isBetween(Duration.ofMinutes(41), Duration.ofMinutes(42));
    assertThat(rest(EDITED)).isLessThanOrEqualTo(Duration.ZERO);
  }

  @Test
  void whoFailsRestsOnEveryLaneForAsLongAsItAsks() {
    pacing.learn(POSTED, new Outcome.Retryable(Reason.UNAVAILABLE, "503", Duration.ofMinutes(42)));

    assertThat(rest(POSTED)).isBetween(Duration.ofMinutes(41), Duration.ofMinutes(42));
    assertThat(rest(EDITED)).isBetween(Duration.ofMinutes(41), Duration.ofMinutes(42));
  }

  @Test
  void whoAsksForNothingIsGivenARestOfOurs() {
    pacing.learn(POSTED, new Outcome.Retryable(Reason.RATE_LIMITED, "429", null));
    assertThat(rest(POSTED)).isBetween(Duration.ofSeconds(8), Duration.ofSeconds(20));

    pacing.learn(POSTED, new Outcome.Retryable(Reason.UNREACHABLE, null, null));
    assertThat(rest(EDITED)).isBetween(Duration.ofSeconds(8), Duration.ofSeconds(20));
  }

  @Test
  void aShorterRestDoesNotEndALongerOne() {
    pacing.learn(POSTED, new Outcome.Retryable(Reason.UNAVAILABLE, "503", Duration.ofMinutes(42)));
    pacing.learn(POSTED, new Outcome.Retryable(Reason.UNAVAILABLE, "503", Duration.ofSeconds(1)));

    assertThat(rest(POSTED)).isGreaterThan(Duration.ofMinutes(41));
  }

  @ParameterizedTest
  @EnumSource(value = Reason.class, names = {"FORBIDDEN", "NOT_FOUND"})
  void aReceiverThatIsGoneIsTriedNowAndThen(Reason reason) {
    pacing.learn(POSTED, new Outcome.Rejected(reason, "no"));

    assertThat(breaker.status().dead()).isTrue();
    assertThat(rest(POSTED)).isGreaterThan(Duration.ofMinutes(4));
    pacing.called();
    assertThat(breaker.status().state()).isEqualTo(Breaker.State.HALF_OPEN);
  }

  @Test
  void whoAnswersAfterAFailureIsWellAgainAndThatIsSaidOnce() {
    assertThat(learn(Reason.UNAVAILABLE)).isFalse();

    assertThat(pacing.learn(POSTED, Outcome.delivered())).isTrue();
    assertThat(breaker.status()).isEqualTo(Breaker.Status.WELL);
    assertThat(pacing.learn(POSTED, Outcome.delivered())).isFalse();
  }

  @Test
  void whoRefusesAMessageIsThere() {
    learn(Reason.UNAVAILABLE);

    assertThat(pacing.learn(POSTED, new Outcome.Rejected(Reason.INVALID_MESSAGE, "400"))).isTrue();
    assertThat(breaker.status()).isEqualTo(Breaker.Status.WELL);
  }

  @Test
  void itsTroubleIsInTheWordsOfADelivery() {
    learn(Reason.UNAVAILABLE);
    assertThat(breaker.status().problem()).isEqualTo("unavailable: 503");

    pacing.learn(POSTED, new Outcome.Retryable(Reason.RATE_LIMITED, null, Duration.ofSeconds(1)));
    assertThat(breaker.status().problem()).isEqualTo("rate-limited");
  }

  private boolean learn(Reason reason) {
    return pacing.learn(POSTED, new Outcome.Retryable(reason, "503", null));
  }

  /** How long from now there is no room; nothing or less where there is. */
  private Duration rest(Alert alert) {
    long now = System.nanoTime();
    return Duration.ofNanos(pacing.freeAt(alert, now) - now);
  }
}
