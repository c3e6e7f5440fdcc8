package io.tensionwire.processor;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When time itself has something to do: at moments that are the same in every run, not at those of some thread. */
final class Passing {

  private static final Duration TICK = Duration.ofMinutes(10);
  private static final Duration CLEANING = Duration.ofHours(12);

  private Instant lastTick = Instant.EPOCH;
  private Instant lastCleaning = Instant.EPOCH;

  /** The last full ten minutes, once; the first time that it is asked, and whenever that has moved on. */
  Optional<Instant> tick(Instant now) {
    Instant full = full(now, TICK);
    boolean due = full.isAfter(lastTick);
    lastTick = due ? full : lastTick;
    return due ? Optional.of(full) : Optional.empty();
  }

  /** The same for half a day. */
  Optional<Instant> cleaning(Instant now) {
    Instant full = full(now, CLEANING);
    boolean due = full.isAfter(lastCleaning);
    lastCleaning = due ? full : lastCleaning;
    return due ? Optional.of(full) : Optional.empty();
  }

  private static Instant full(Instant now, Duration step) {
    long millis = step.toMillis();
    return Instant.ofEpochMilli(Math.floorDiv(now.toEpochMilli(), millis) * millis);
  }
}
