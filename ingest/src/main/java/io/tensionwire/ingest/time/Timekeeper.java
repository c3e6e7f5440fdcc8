package io.tensionwire.ingest.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Tells the time and lets threads wait for a moment of it. */
public interface Timekeeper {

  Instant now();

  /**
   * Returns at that moment, at once where it is past.
   *
   * @throws InterruptedException if the caller is to stop
   */
  void sleepUntil(Instant moment) throws InterruptedException;

  /** Waits for so long from now. */
  default void sleep(Duration pause) throws InterruptedException {
    sleepUntil(now().plus(pause));
  }

  /**
   * Waits for a result, and for so long at most.
   *
   * @param result of one of our {@link #threads}
   * @throws TimeoutException if it is not there by then
   * @throws InterruptedException if the caller is to stop
   */
  default <T extends @Nullable Object> T await(Future<T> result, Duration most)
      throws InterruptedException, ExecutionException, TimeoutException {
    return result.get(most.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Threads that live in this time, one for each task. */
  default ExecutorService threads() {
    return Executors.newVirtualThreadPerTaskExecutor();
  }

  /** The world's time. */
  static Timekeeper of(Clock clock) {
    return new Timekeeper() {
      @Override
      public Instant now() {
        return clock.instant();
      }

      @Override
      public void sleepUntil(Instant moment) throws InterruptedException {
        // The clock may be set while we sleep; nobody waits longer for that.
        Duration left = Duration.between(clock.instant(), moment);
        if (left.isPositive()) {
          Thread.sleep(left);
        }
      }
    };
  }
}
