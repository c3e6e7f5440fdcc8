package io.tensionwire.alerts.delivery;

import static io.tensionwire.alerts.AlertBuilder.RAISED_AT;
import static io.tensionwire.alerts.AlertBuilder.alert;
import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.alerts.receiver.Outcome;
import io.tensionwire.alerts.receiver.Reason;
import io.tensionwire.model.Alert;
import io.tensionwire.model.Delivery;
import io.tensionwire.model.DeliveryState;
import io.tensionwire.service.Backoff;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AttemptsTest {

  private static final Alert ALERT = alert().build();
  private static final Duration GIVE_UP_AFTER = Duration.ofHours(24);
  private static final Backoff ALERTS = new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(5));
  private static final Backoff RECEIVER = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1));
  private static final Backoff PROBES = new Backoff(Duration.ofSeconds(30), Duration.ofMinutes(10));

  private final Instant now = RAISED_AT.plusSeconds(60);
  private final Attempts attempts = at(now);

  @Test
  void whatWasToldIsToldAndKeepsWhereItStands() {
    Attempts.Next next = attempts.after(ALERT, pending(2, "unavailable: 503"), new Outcome.Delivered("m1", "t1"));

    assertThat(next.delivery()).isEqualTo(new Delivery(
        "a1", "desk", "s-a1", "korea-russia", ALERT.kind(), DeliveryState.DELIVERED, null, 3, null, "m1", "t1", 7, now));
  }

  @ParameterizedTest
  @EnumSource(value = Reason.class, names = {"FORBIDDEN", "NOT_FOUND", "UNEXPECTED_ANSWER"})
  void whatConcernsTheReceiverIsTriedAgain(Reason reason) {
    Attempts.Next next = attempts.after(ALERT, pending(0, null), new Outcome.Rejected(reason, "no"));

    assertThat(next.delivery().state()).isEqualTo(DeliveryState.PENDING);
    assertThat(next.delivery().reason()).isEqualTo(reason.with("no"));
    assertThat(next.delivery().attempts()).isEqualTo(1);
    assertThat(next.delivery().nextAttemptAt()).isEqualTo(now.plus(next.pause()));
    assertThat(next.pause()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
  }

  @Test
  void whatConcernsTheMessageFailsAtOnce() {
    Attempts.Next next = attempts.after(ALERT, pending(4, null), new Outcome.Rejected(Reason.INVALID_MESSAGE, "400"));

    assertThat(next.delivery()).isEqualTo(failed(5, "invalid-message: 400"));
  }

  @Test
  void thePauseGrowsFromOneAttemptToTheNext() {
    var later = new Outcome.Retryable(Reason.UNAVAILABLE, "503", null);

    assertThat(attempts.after(ALERT, pending(3, null), later).pause())
        .isBetween(Duration.ofSeconds(8), Duration.ofSeconds(16));
    assertThat(attempts.after(ALERT, pending(30, null), later).pause())
        .isBetween(Duration.ofSeconds(150), Duration.ofSeconds(300));
  }

  @Test
  void thePauseThatIsAskedForWinsOverOurs() {
    var later = new Outcome.Retryable(Reason.RATE_LIMITED, "429", Duration.ofMinutes(42));

    Attempts.Next next = attempts.after(ALERT, pending(0, null), later);

    assertThat(next.pause()).isEqualTo(Duration.ofMinutes(42));
    assertThat(next.delivery().nextAttemptAt()).isEqualTo(now.plus(Duration.ofMinutes(42)));
    assertThat(next.delivery().reason()).isEqualTo("rate-limited: 429");
  }

  @Test
  void whatCouldNotBeTriedInTimeIsGivenUpWithItsLastProblem() {
    Instant last = RAISED_AT.plus(GIVE_UP_AFTER).minusSeconds(10);
    var inTime = new Outcome.Retryable(Reason.RATE_LIMITED, "429", Duration.ofSeconds(10));
    var tooLate = new Outcome.Retryable(Reason.RATE_LIMITED, "429", Duration.ofMillis(10_001));

    assertThat(at(last).after(ALERT, pending(8, null), inTime).delivery().state()).isEqualTo(DeliveryState.PENDING);
    Attempts.Next next = at(last).after(ALERT, pending(8, null), tooLate);

    assertThat(next.delivery().state()).isEqualTo(DeliveryState.FAILED);
    assertThat(next.delivery().reason()).isEqualTo("gave-up: rate-limited: 429");
    assertThat(next.delivery().attempts()).isEqualTo(9);
    assertThat(next.delivery().nextAttemptAt()).isNull();
  }

  @Test
  void theTimeForTryingIsOverAfterItAndNotBefore() {
    assertThat(attempts.over(ALERT, pending(1, null), RAISED_AT.plus(GIVE_UP_AFTER))).isFalse();
    assertThat(attempts.over(ALERT, pending(1, null), RAISED_AT.plus(GIVE_UP_AFTER).plusMillis(1))).isTrue();
  }

  @Test
  void whatWasAskedForOnceMoreHasItsTimeFromThenOn() {
    Instant asked = RAISED_AT.plus(Duration.ofDays(40));
    Delivery replayed = pending(9, Reason.REPLAYED.with(asked.toString()));

    assertThat(attempts.over(ALERT, replayed, asked.plus(GIVE_UP_AFTER))).isFalse();
    assertThat(attempts.over(ALERT, replayed, asked.plus(GIVE_UP_AFTER).plusMillis(1))).isTrue();
    assertThat(attempts.over(ALERT, pending(9, "unavailable: 503"), asked)).isTrue();
  }

  @Test
  void whatEndsWithoutACallKeepsItsCount() {
    assertThat(attempts.gaveUp(pending(5, "unavailable: 503"))).isEqualTo(failed(5, "gave-up: unavailable: 503"));
    assertThat(attempts.toldThrough("mail", pending(5, null))).isEqualTo(failed(5, "receiver-dead: told through mail"));
    assertThat(attempts.superseded(pending(5, null))).returns("superseded", Delivery::reason)
        .returns(DeliveryState.SUPPRESSED, Delivery::state).returns(5, Delivery::attempts);
    assertThat(attempts.suppressed(pending(5, null), "silenced: quiet").reason()).isEqualTo("silenced: quiet");
  }

  @Test
  void inAHurryEveryPauseIsShorterAndTheTimeForTryingIsNot() {
    Attempts hurried = attempts.hurried(10);

    assertThat(hurried.alerts()).isEqualTo(new Backoff(Duration.ofMillis(200), Duration.ofSeconds(30)));
    assertThat(hurried.receiver()).isEqualTo(new Backoff(Duration.ofMillis(100), Duration.ofSeconds(6)));
    assertThat(hurried.probes()).isEqualTo(new Backoff(Duration.ofSeconds(3), Duration.ofMinutes(1)));
    assertThat(hurried.giveUpAfter()).isEqualTo(GIVE_UP_AFTER);
    assertThat(attempts.hurried(1)).isSameAs(attempts);
  }

  private static Attempts at(Instant now) {
    return new Attempts(ALERTS, RECEIVER, PROBES, GIVE_UP_AFTER, Clock.fixed(now, ZoneOffset.UTC), new Random(7));
  }

  private static Delivery pending(int attempts, @Nullable String reason) {
    return new Delivery(
        "a1", "desk", "s-a1", "korea-russia", ALERT.kind(), DeliveryState.PENDING, reason, attempts, null, null, null, 7,
        RAISED_AT);
  }

  private Delivery failed(int attempts, String reason) {
    return new Delivery(
        "a1", "desk", "s-a1", "korea-russia", ALERT.kind(), DeliveryState.FAILED, reason, attempts, null, null, null, 7,
        now);
  }
}
