package io.tensionwire.detection.story;

import java.time.Duration;

/**
 * How long stories live.
 *
 * @param retention how long a quiet story and its articles are remembered
 * @param copyWindow the most time between the events of two near-copies
 * @param openFor how long after its latest event a story still takes in articles that are no copies
 */
public record StorySettings(Duration retention, Duration copyWindow, Duration openFor) {

  /** What is usual. */
  public static final StorySettings USUAL =
      new StorySettings(Duration.ofDays(14), Duration.ofDays(3), Duration.ofHours(72));
}
