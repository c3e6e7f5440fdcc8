package io.tensionwire.processor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Tells what is read late from what is live, and how long others are waited for that may be earlier.
 *
 * <p>A backlog is read partition by partition, so that what is read next may be hours earlier than what was read last.
 * It has all come when nothing late has come for a while. As long as it goes on coming nobody waits for its end: each
 * goes on after the longest wait, with all that are earlier. A task that begins with what another one held waits as long
 * for the rest of that backlog, which somebody has to begin to read first.
 */
final class CatchingUp {

  /** An article is younger than this when its detection is read, unless somebody has fallen behind. */
  static final Duration LIVE = Duration.ofSeconds(5);
  /** A pause in a backlog that is longer than this is its end. Long enough for a first judgement on a cold JVM. */
  static final Duration PAUSE = Duration.ofSeconds(2);
  /** The longest wait: what the partitions of one backlog lie apart, on the clock. */
  static final Duration LONGEST = Duration.ofSeconds(10);

  /** What goes on when everything does, and when nothing does. */
  static final long EVERYTHING = Long.MAX_VALUE;
  static final long NOTHING = Long.MIN_VALUE;

  private record Arrival(Instant at, long time) {}

  private final Instant began;
  private final Deque<Arrival> arrivals = new ArrayDeque<>();
  private Instant lastLate;
  private Instant begunToCome;

  /** @param began when the task began: what was fetched before that waited for it */
  CatchingUp(Instant began) {
    this.began = began;
    this.lastLate = began;
    this.begunToCome = began;
  }

  /** Whether a record of this time, read now, is part of a backlog. */
  boolean isLate(long time, Instant now) {
    return time < began.toEpochMilli() || time < now.minus(LIVE).toEpochMilli();
  }

  /** A record of this time was held when the task began. */
  void heldBefore(long time) {
    arrivals.add(new Arrival(began, time));
    begunToCome = began.plus(LONGEST);
  }

  /** A record of this time is held from now on. */
  void holds(long time, Instant now) {
    arrivals.add(new Arrival(now, time));
    if (isLate(time, now)) {
      lastLate = now;
    }
  }

  /** The latest time of what is to go on now. */
  long goesOn(Instant now) {
    if (!now.isBefore(lastLate.plus(PAUSE)) && !now.isBefore(begunToCome)) {
      return EVERYTHING;
    }
    long latest = NOTHING;
    while (!arrivals.isEmpty() && !now.isBefore(arrivals.getFirst().at().plus(LONGEST))) {
      latest = Math.max(latest, arrivals.removeFirst().time());
    }
    return latest;
  }

  /** Nothing is held any more. */
  void caughtUp() {
    arrivals.clear();
  }
}
