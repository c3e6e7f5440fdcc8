package io.tensionwire.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reader thinks of an alert.
 *
 * @param verdict {@code acknowledged} or {@code not-relevant}
 * @param signalIds the rules it speaks of; empty: the whole alert
 */
public record Feedback(
    String alertId,
    String user,
    String verdict,
    List<String> signalIds,
    @Nullable String comment,
    Instant at) {

  public Feedback {
    requireNonNull(alertId, "alertId of a feedback is missing");
    requireNonNull(user, () -> "user of a feedback is missing: " + alertId);
    requireNonNull(verdict, () -> "verdict of a feedback is missing: " + alertId);
    signalIds = signalIds == null ? List.of() : List.copyOf(signalIds);
    at = Moment.bounded(requireNonNull(at, () -> "at of a feedback is missing: " + alertId));
  }
}
