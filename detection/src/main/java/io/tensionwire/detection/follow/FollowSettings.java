package io.tensionwire.detection.follow;

import java.time.Duration;

/**
 * How a watch is followed.
 *
 * @param storyRetention how long a quiet story and its articles are remembered
 * @param copyWindow the most time between the events of two near-copies
 */
public record FollowSettings(Duration storyRetention, Duration copyWindow) {

  /** What is usual. */
  public static final FollowSettings USUAL = new FollowSettings(Duration.ofDays(14), Duration.ofDays(3));
}
