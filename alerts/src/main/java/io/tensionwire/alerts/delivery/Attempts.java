package io.tensionwire.alerts.delivery;

import io.tensionwire.alerts.receiver.Outcome;
import io.tensionwire.alerts.receiver.Reason;
import io.tensionwire.alerts.receiver.Receiver;
import io.tensionwire.alerts.receiver.Retries;
import io.tensionwire.model.Alert;
import io.tensionwire.model.Delivery;
import io.tensionwire.model.DeliveryState;
import io.tensionwire.service.Backoff;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What a call's outcome makes of a delivery.
 *
 * @param alerts how long one alert waits after it failed, so that those behind it come first
 * @param receiver how long a receiver rests after it failed
 * @param probes how long it rests once it has failed too often: its breaker is open
 * @param retries the receiver's own times for its alerts; {@code null}: those of {@code alerts}
 * @param giveUpAfter an alert is not tried longer than this after it was raised
 */
public record Attempts(
    Backoff alerts, Backoff receiver, Backoff probes, @Nullable Retries retries, Duration giveUpAfter, Clock clock,
    RandomGenerator random) {

  private static final Backoff ALERTS = new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(5));
  private static final Backoff RECEIVER = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1));
  private static final Backoff PROBES = new Backoff(Duration.ofSeconds(30), Duration.ofMinutes(10));

  public Attempts(Duration giveUpAfter, Clock clock, RandomGenerator random) {
    this(ALERTS, RECEIVER, PROBES, giveUpAfter, clock, random);
  }

  public Attempts(
      Backoff alerts, Backoff receiver, Backoff probes, Duration giveUpAfter, Clock clock, RandomGenerator random) {
    this(alerts, receiver, probes, null, giveUpAfter, clock, random);
  }

  /** At one receiver: by its own times, where it has such. */
  public Attempts at(Receiver told) {
    Retries own = told.retries();
    return own == null ? this : new Attempts(alerts, receiver, probes, own, own.latest(), clock, random);
  }

  /** The same with pauses that are so many times shorter, so that a proof need not wait for hours. */
  public Attempts hurried(int times) {
    return times == 1 ? this : new Attempts(
        hurried(alerts, times), hurried(receiver, times), hurried(probes, times), retries, giveUpAfter, clock, random);
  }

  private static Backoff hurried(Backoff pauses, int times) {
    return new Backoff(pauses.first().dividedBy(times), pauses.most().dividedBy(times));
  }

  /** The delivery after a call, and how long until the next one where it stays pending. */
  public record Next(Delivery delivery, Duration pause) {}

  public Next after(Alert alert, Delivery delivery, Outcome outcome) {
    int attempts = delivery.attempts() + 1;
    return switch (outcome) {
      case Outcome.Delivered told -> new Next(
          changed(delivery, DeliveryState.DELIVERED, null, attempts, null, told.remoteId(), told.threadId()),
          Duration.ZERO);
      case Outcome.Rejected no when no.reason().concernsReceiver() -> again(
          alert, delivery, attempts, no.reason(), no.reason().with(no.detail()), null);
      case Outcome.Rejected no -> new Next(failed(delivery, attempts, no.reason().with(no.detail())), Duration.ZERO);
      case Outcome.Retryable later -> again(
          alert, delivery, attempts, later.reason(), later.reason().with(later.detail()), later.retryAfter());
    };
  }

  /** Whether the time for trying is over; one that was asked for once more has it from then on, for one answer. */
  public boolean over(Alert alert, Delivery delivery, Instant at) {
    Instant replayedAt = replayedAt(delivery);
    return at.isAfter((replayedAt == null ? alert.raisedAt() : replayedAt).plus(giveUpAfter));
  }

  private static @Nullable Instant replayedAt(Delivery delivery) {
    String reason = delivery.reason();
    if (reason == null || !Reason.REPLAYED.isIn(reason)) {
      return null;
    }
    try {
      return Instant.parse(reason.substring(Reason.REPLAYED.with("").length()));
    } catch (DateTimeParseException | StringIndexOutOfBoundsException e) {
      return null; // Another hand wrote it: the alert has the time that it had before.
    }
  }

  /** Its receiver is dead, and another tells it. */
  public Delivery toldThrough(String other, Delivery delivery) {
    return failed(delivery, delivery.attempts(), Reason.RECEIVER_DEAD.with("told through " + other));
  }

  public Delivery gaveUp(Delivery delivery) {
    return failed(delivery, delivery.attempts(), Reason.GAVE_UP.with(delivery.reason()));
  }

  /** It waits behind a newer update of its story. */
  Delivery superseded(Delivery delivery) {
    return suppressed(delivery, Reason.SUPERSEDED.with(null));
  }

  /** Not to be told after all. */
  public Delivery suppressed(Delivery delivery, String reason) {
    return changed(delivery, DeliveryState.SUPPRESSED, reason, delivery.attempts(), null, null, null);
  }

  private Next again(
      Alert alert, Delivery delivery, int attempts, Reason why, String reason, @Nullable Duration asked) {
    Instant now = clock.instant();
    Duration pause = pause(attempts, Duration.between(alert.raisedAt(), now), why, asked);
    if (pause == null || now.plus(pause).isAfter(alert.raisedAt().plus(giveUpAfter))) {
      return new Next(failed(delivery, attempts, Reason.GAVE_UP.with(reason)), Duration.ZERO);
    }
    return new Next(
        changed(delivery, DeliveryState.PENDING, reason, attempts, now.plus(pause), null, null), pause);
  }

  /** What the receiver asks for; by its own times nothing is tried before those either, unless it only had too much. */
  private @Nullable Duration pause(int attempts, Duration since, Reason why, @Nullable Duration asked) {
    if (retries == null || why == Reason.RATE_LIMITED && asked != null) {
      return asked == null ? alerts.after(attempts, random) : asked;
    }
    Duration own = retries.after(attempts, since, random);
    return own != null && asked != null && asked.compareTo(own) > 0 ? asked : own;
  }

  private Delivery failed(Delivery delivery, int attempts, String reason) {
    return changed(delivery, DeliveryState.FAILED, reason, attempts, null, null, null);
  }

  private Delivery changed(
      Delivery from, DeliveryState state, @Nullable String reason, int attempts, @Nullable Instant nextAttemptAt,
      @Nullable String remoteId, @Nullable String threadId) {
    return new Delivery(
        from.alertId(), from.receiver(), from.storyId(), from.watchId(), from.kind(), state, reason, attempts,
        nextAttemptAt, remoteId, threadId, from.alertOffset(), clock.instant());
  }
}
