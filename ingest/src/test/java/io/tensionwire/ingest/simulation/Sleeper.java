package io.tensionwire.ingest.simulation;

import java.time.Instant;
import java.util.Comparator;
import java.util.concurrent.Future;
import java.util.concurrent.locks.Condition;
import org.jspecify.annotations.Nullable;

/** A thread that waits for a moment of a {@link VirtualTime}; guarded by its lock. */
final class Sleeper {

  static final Comparator<Sleeper> EARLIEST_FIRST =
      Comparator.comparing((Sleeper sleeper) -> sleeper.moment).thenComparingLong(sleeper -> sleeper.number);

  final Instant moment;
  final Thread thread = Thread.currentThread();
  final Condition called;
  /** What wakes it sooner. */
  final @Nullable Future<?> result;
  boolean woken;
  private final long number;

  Sleeper(Instant moment, long number, Condition called, @Nullable Future<?> result) {
    this.moment = moment;
    this.number = number;
    this.called = called;
    this.result = result;
  }
}
