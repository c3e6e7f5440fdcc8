package io.tensionwire.detection.alert;

import io.tensionwire.model.Detection;
import java.time.Duration;
import java.time.Instant;

/**
 * What is too old to be told, whatever the watch.
 *
 * @param maxAge events that were longer ago than this when they were fetched are recorded, not told
 * @param firstPoll what becomes of what was there when a feed was polled for the first time
 */
public record AlertSettings(Duration maxAge, FirstPoll firstPoll) {

  /** Whether news about an event at a time may be told for a detection: neither first poll nor too long ago. */
  public boolean tells(Instant eventAt, Detection cause) {
    return !(cause.firstPoll() && firstPoll == FirstPoll.RECORDED)
        && !eventAt.isBefore(cause.fetchedAt().minus(maxAge));
  }

  /** What is usual. */
  public static final AlertSettings USUAL = new AlertSettings(Duration.ofHours(24), FirstPoll.RECORDED);
}
