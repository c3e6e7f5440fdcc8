package io.tensionwire.alerts.delivery;

import io.tensionwire.alerts.receiver.Rate;

/**
 * How much of a {@link Rate} is left, by the generic cell rate algorithm (ITU-T I.371): all that is to be remembered is
 * when the bucket would be full again. Times are of {@link System#nanoTime}, or any other clock of nanoseconds.
 */
final class TokenBucket {

  private final long interval;
  /** How far ahead of its even pace a burst may run. */
  private final long tolerance;
  private long fullAt;
  private long notBefore;

  TokenBucket(Rate rate, long now) {
    this.interval = rate.interval().toNanos();
    this.tolerance = interval * (rate.burst() - 1);
    this.fullAt = now;
    this.notBefore = now;
  }

  /** When the next may be taken; in the past where it may be now. */
  synchronized long freeAt() {
    return later(fullAt - tolerance, notBefore);
  }

  synchronized void take(long now) {
    fullAt = later(fullAt, now) + interval;
  }

  /** Nothing until then, and no burst after it: whoever asks for a pause has had enough. */
  synchronized void restUntil(long moment) {
    notBefore = later(notBefore, moment);
    fullAt = later(fullAt, moment + tolerance);
  }

  private static long later(long a, long b) {
    return a - b > 0 ? a : b;
  }
}
