package io.tensionwire.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * What readers made of one signal of a watch, over the alerts that are kept. Edits of what was told count only where
 * somebody answered to one.
 *
 * @param signalId the rule of the watch
 * @param told alerts with this signal that somebody was told
 * @param notRelevant those of them that somebody marked as not relevant, for this signal or as a whole
 * @param acknowledged those of them that somebody acknowledged
 * @param share {@code notRelevant} of {@code told}, 0 to 1; 0 where none was told
 * @param updatedAt when the last of these was told or answered to
 */
public record SignalFeedback(
    String watchId, String signalId, int told, int notRelevant, int acknowledged, double share, Instant updatedAt) {

  public SignalFeedback {
    requireNonNull(watchId, "watchId of a signal's feedback is missing");
    requireNonNull(signalId, () -> "signalId of a signal's feedback is missing: " + watchId);
    if (told < 0 || notRelevant < 0 || acknowledged < 0) {
      throw new IllegalArgumentException("a count of " + watchId + "/" + signalId + " is less than 0");
    }
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("share " + share + " of " + watchId + "/" + signalId + " is not within 0 to 1");
    }
    requireNonNull(updatedAt, () -> "updatedAt is missing: " + watchId + "/" + signalId);
  }

  /** With the share that follows from the counts. */
  public static SignalFeedback of(
      String watchId, String signalId, int told, int notRelevant, int acknowledged, Instant updatedAt) {
    double share = told == 0 ? 0 : Math.min(1, (double) notRelevant / told);
    return new SignalFeedback(watchId, signalId, told, notRelevant, acknowledged, share, updatedAt);
  }
}
