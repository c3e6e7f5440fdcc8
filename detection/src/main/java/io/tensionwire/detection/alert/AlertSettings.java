package io.tensionwire.detection.alert;

import java.time.Duration;

/**
 * What is too old to be told, whatever the watch.
 *
 * @param maxAge events that were longer ago than this when they were fetched are recorded, not told
 * @param firstPoll what becomes of what was there when a feed was polled for the first time
 */
public record AlertSettings(Duration maxAge, FirstPoll firstPoll) {

  /** What is usual. */
  public static final AlertSettings USUAL = new AlertSettings(Duration.ofHours(24), FirstPoll.RECORDED);
}
