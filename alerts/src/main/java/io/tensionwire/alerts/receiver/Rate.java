package io.tensionwire.alerts.receiver;

import java.time.Duration;

/**
 * What a receiver may be told over time: so many messages in each period, evenly, and so many of them at once after a
 * silence.
 *
 * @param count 0: without limit
 * @param burst how many may come together when there was nothing to tell for a while, from 1
 */
public record Rate(int count, Duration per, int burst) {

  public static final Rate UNLIMITED = new Rate(0);

  public Rate {
    if (count < 0) {
      throw new IllegalArgumentException("a rate of " + count + " messages");
    }
    if (!per.isPositive()) {
      throw new IllegalArgumentException("a rate of " + count + " messages in " + per);
    }
    if (burst < 1) {
      throw new IllegalArgumentException("a burst of " + burst + " messages");
    }
  }

  /** So many messages a second, one after the other. */
  public Rate(int perSecond) {
    this(perSecond, Duration.ofSeconds(1), 1);
  }

  public static Rate perMinute(int count) {
    return new Rate(count, Duration.ofMinutes(1), 1);
  }

  public Rate withBurst(int messages) {
    return new Rate(count, per, messages);
  }

  /** From one message to the next, over time; zero where there is no limit. */
  public Duration interval() {
    return count == 0 ? Duration.ZERO : per.dividedBy(count);
  }

  /** Whole messages a second, 0 where there is no limit. */
  public int perSecond() {
    return (int) (count / Math.max(1, per.toSeconds()));
  }
}
