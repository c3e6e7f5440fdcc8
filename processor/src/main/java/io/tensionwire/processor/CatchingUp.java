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
 * goes on after the longest wait, with all that are earlier. A task that begins with what another one held waits for
 * the rest of that backlog to begin to come, which takes until the transactions of the dead one have ended.
 */
final class CatchingUp {

  /** A detection is read when its article is younger than this, unless somebody has fallen behind. */
  static final Duration LIVE = Duration.ofSeconds(5);
  /** A pause in a backlog that is longer than this is its end. Long enough for a first judgement on a cold JVM. */
  static final Duration PAUSE = Duration.ofSeconds(2);
  /** The longest wait: what the partitions of one backlog lie apart, on the clock. */
  static final Duration LONGEST = Duration.ofSeconds(10);
  /** Who is killed leaves a transaction that lasts ten seconds; until then offsets cannot be read. */
  static final Duration TAKEOVER = Duration.ofSeconds(15);

  /** What goes on when everything does, and when nothing does. */
  static final long EVERYTHING = Long.MAX_VALUE;
  static final long NOTHING = Long.MIN_VALUE;

  private record Arrival(Instant at, long time) {}

  private final Instant began;
  private final Deque<Arrival> arrivals = new ArrayDeque<>();
  private Instant lastLate;
  private Instant takenOver;
  private long heldBefore = NOTHING;

  /** @param began when the task began */
  CatchingUp(Instant began) {
    this.began = began;
    this.lastLate = began;
    this.takenOver = began;
  }

  /** Whether a record of this time, read now, is part of a backlog. */
  static boolean isLate(long time, Instant now) {
    return time < now.minus(LIVE).toEpochMilli();
  }

  /** A record of this time was held when the task began. */
  void heldBefore(long time) {
    heldBefore = Math.max(heldBefore, time);
    takenOver = began.plus(TAKEOVER);
  }

  /** A record of this time is held from now on. */
  void holds(long time, Instant now) {
    if (heldBefore != NOTHING) {
      arrivals.add(new Arrival(now, heldBefore)); // the rest has begun to come: from now on they wait as long as it
      heldBefore = NOTHING;
      takenOver = now;
    }
    arrivals.add(new Arrival(now, time));
    if (isLate(time, now)) {
      lastLate = now;
    }
  }

  /** The latest time of what is to go on now. */
  long goesOn(Instant now) {
    if (!now.isBefore(lastLate.plus(PAUSE)) && !now.isBefore(takenOver)) {
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
