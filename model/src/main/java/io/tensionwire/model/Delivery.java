package io.tensionwire.model;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The fate of one alert at one receiver.
 *
 * @param state one that a newer writer named is read as {@link DeliveryState#FAILED}: final, so that nothing is
 *     told twice
 * @param reason why it is in this state, where that is not plain: a receiver's error, a silence
 * @param attempts calls made so far
 * @param nextAttemptAt for {@link DeliveryState#PENDING} after a failed call
 * @param remoteId the receiver's own name for the message, where it gives one
 * @param threadId the receiver's name for the thread
 * @param alertOffset of the alert on {@code news.alerts}, so that a pending one can be read again
 */
public record Delivery(
    String alertId,
    String receiver,
    @Nullable String storyId,
    String watchId,
    @Nullable AlertKind kind,
    DeliveryState state,
    @Nullable String reason,
    int attempts,
    @Nullable Instant nextAttemptAt,
    @Nullable String remoteId,
    @Nullable String threadId,
    long alertOffset,
    Instant updatedAt) {

  public Delivery {
    requireNonNull(alertId, "alertId of a delivery is missing");
    requireNonNull(receiver, () -> "receiver is missing: " + alertId);
    watchId = requireNonNullElse(watchId, "");
    state = requireNonNullElse(state, DeliveryState.FAILED);
    if (attempts < 0) {
      throw new IllegalArgumentException("attempts " + attempts + " is less than 0: " + alertId);
    }
    nextAttemptAt = nextAttemptAt == null ? null : Moment.bounded(nextAttemptAt);
    updatedAt = Moment.bounded(requireNonNull(updatedAt, () -> "updatedAt is missing: " + alertId));
  }
}
