package io.tensionwire.alerts.delivery;

import static io.tensionwire.alerts.AlertBuilder.RAISED_AT;
import static io.tensionwire.alerts.AlertBuilder.alert;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.DURATION;

import io.tensionwire.alerts.ScriptedReceiver;
import io.tensionwire.alerts.receiver.Outcome;
import io.tensionwire.alerts.receiver.Rate;
import io.tensionwire.alerts.receiver.Reason;
import io.tensionwire.alerts.receiver.Receiver;
import io.tensionwire.alerts.receiver.Retries;
import io.tensionwire.model.Alert;
import io.tensionwire.model.Delivery;
import io.tensionwire.model.DeliveryState;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A receiver with times of its own for what was not taken. */
class OwnRetriesTest {

  private static final Alert ALERT = alert().build();
  private static final Outcome DOWN = new Outcome.Retryable(Reason.UNAVAILABLE, "503", null);

  @Test
  void aReceiverWithTimesOfItsOwnIsTriedLongerThanTheNewsroomTriesOthers() {
    Duration late = Duration.ofHours(50);

    assertThat(after(late, usual(), 8, DOWN).delivery())
        .returns(DeliveryState.FAILED, Delivery::state).returns("gave-up: unavailable: 503", Delivery::reason);
    assertThat(after(late, own(), 8, DOWN))
        .returns(DeliveryState.PENDING, next -> next.delivery().state())
        .extracting(Attempts.Next::pause).asInstanceOf(DURATION)
        .isBetween(Duration.ofHours(24), Duration.ofMinutes(24 * 66));
    assertThat(over(late, usual())).isTrue();
    assertThat(over(late, own())).isFalse();
    assertThat(over(Duration.ofHours(86), own())).isTrue();
  }

  @Test
  void afterTheLastOfItsTimesItIsGivenUp() {
    assertThat(after(Duration.ofHours(76), own(), 9, DOWN).delivery().reason()).isEqualTo("gave-up: unavailable: 503");
  }

  @Test
  void whatItAsksForIsHonouredAndMakesNothingSooner() {
    assertThat(pause(own(), 0, asking(Reason.UNAVAILABLE, Duration.ofMinutes(7)))).isEqualTo(Duration.ofMinutes(7));
    assertThat(pause(own(), 3, asking(Reason.UNAVAILABLE, Duration.ofSeconds(1))))
        .isGreaterThanOrEqualTo(Duration.ofHours(2));
    assertThat(pause(own(), 3, asking(Reason.RATE_LIMITED, Duration.ofSeconds(1))))
        .as("it is well, and only had too much").isEqualTo(Duration.ofSeconds(1));
    assertThat(pause(usual(), 3, asking(Reason.UNAVAILABLE, Duration.ofSeconds(1)))).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void whatItAsksForBeyondTheEndIsTheEnd() {
    Duration shortlyBefore = Duration.ofMinutes(83 * 60 + 30);

    assertThat(after(shortlyBefore, own(), 8, asking(Reason.UNAVAILABLE, Duration.ofMinutes(59))).delivery().state())
        .isEqualTo(DeliveryState.FAILED);
  }

  private static Outcome asking(Reason reason, Duration pause) {
    return new Outcome.Retryable(reason, null, pause);
  }

  private static Duration pause(Receiver receiver, int attempts, Outcome outcome) {
    return after(Duration.ofSeconds(1), receiver, attempts, outcome).pause();
  }

  private static Attempts.Next after(Duration since, Receiver receiver, int attempts, Outcome outcome) {
    return attempts(since, receiver).after(ALERT, delivery(attempts), outcome);
  }

  private static boolean over(Duration since, Receiver receiver) {
    return attempts(since, receiver).over(ALERT, delivery(1), RAISED_AT.plus(since));
  }

  private static Attempts attempts(Duration since, Receiver receiver) {
    Clock clock = Clock.fixed(RAISED_AT.plus(since), ZoneOffset.UTC);
    return new Attempts(Duration.ofHours(24), clock, new Random(7)).at(receiver);
  }

  private static Receiver usual() {
    return ScriptedReceiver.unlimited("desk");
  }

  private static Receiver own() {
    return new ScriptedReceiver("desk", Rate.UNLIMITED, true) {
      @Override
      public @Nullable Retries retries() {
        return Retries.STANDARD_WEBHOOKS;
      }
    };
  }

  private static Delivery delivery(int attempts) {
    return new Delivery(
        ALERT.id(), "desk", ALERT.storyId(), ALERT.watchId(), ALERT.kind(), DeliveryState.PENDING, null, attempts, null,
        null, null, 0, ALERT.raisedAt());
  }
}
