package io.tensionwire.ingest.config;

import java.time.Duration;

/**
 * Between which bounds an interval may be learnt.
 *
 * @param least no feed is asked again sooner, unless its own interval is configured
 * @param most no feed is left alone for longer, unless its host asks for it
 */
public record PollBounds(Duration least, Duration most) {

  public static final PollBounds USUAL = new PollBounds(Duration.ofSeconds(60), Duration.ofHours(6));

  public PollBounds {
    if (!least.isPositive() || most.compareTo(least) < 0) {
      throw new IllegalArgumentException("intervals from " + least + " to " + most);
    }
  }
}
