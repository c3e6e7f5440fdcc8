package io.tensionwire.service;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before trying again: doubling from {@code first} to {@code most}, with jitter over the upper half,
 * so that many who failed together do not come back together.
 */
public record Backoff(Duration first, Duration most) {

  public Backoff {
    if (!first.isPositive() || most.compareTo(first) < 0) {
      throw new IllegalArgumentException("a back-off from " + first + " to " + most);
    }
  }

  /** @param failures in a row, from 1 */
  public Duration after(int failures, RandomGenerator random) {
    long ceiling = Math.min(most.toMillis(), first.toMillis() << Math.min(20, Math.max(0, failures - 1)));
    return Duration.ofMillis(ceiling / 2 + random.nextLong(ceiling / 2 + 1));
  }
}
