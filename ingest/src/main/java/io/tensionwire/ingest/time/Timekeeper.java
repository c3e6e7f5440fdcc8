package io.tensionwire.ingest.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

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
