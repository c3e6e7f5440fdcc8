package io.tensionwire.ingest.poll;

import io.tensionwire.ingest.time.Timekeeper;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Lets a thread sleep until a moment, or until somebody rings. */
final class Alarm {

  private final Timekeeper time;
  private @Nullable Thread sleeper;
  private boolean rung;
  private boolean stopped;

  Alarm(Timekeeper time) {
    this.time = time;
  }

  /**
   * Sleeps.
   *
   * @return whether it was rung, also where that was before the sleep began
   * @throws InterruptedException if the thread is to stop
   */
  boolean sleepUntil(Instant moment) throws InterruptedException {
    synchronized (this) {
      if (stopped) {
        throw new InterruptedException("stopped");
      }
      if (rung) {
        rung = false;
        return true;
      }
      sleeper = Thread.currentThread();
    }
    boolean interrupted = false;
    try {
      time.sleepUntil(moment);
    } catch (InterruptedException e) {
      interrupted = true;
    }
    synchronized (this) {
      sleeper = null;
      boolean wasRung = rung;
      rung = false;
      // Who rang interrupted us, and nobody else may see that; who stops us says so.
      interrupted |= Thread.interrupted();
      if (stopped || (interrupted && !wasRung)) {
        throw new InterruptedException("stopped");
      }
      return wasRung;
    }
  }

  /** Ends the sleep, or the next one where nobody sleeps. */
  synchronized void ring() {
    rung = true;
    if (sleeper != null) {
      sleeper.interrupt();
    }
  }

  /** No more sleep: to be called before the thread is interrupted for good. */
  synchronized void stop() {
    stopped = true;
    if (sleeper != null) {
      sleeper.interrupt();
    }
  }
}
