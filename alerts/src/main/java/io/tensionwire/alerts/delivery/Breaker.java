package io.tensionwire.alerts.delivery;

import io.tensionwire.alerts.receiver.Reason;
import io.tensionwire.service.Backoff;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The circuit breaker of one receiver. Closed, it counts failures in a row; open, nothing is sent but a probe now and
 * then, at growing pauses; a probe that is answered closes it. It is dead when it says so itself (there is no such
 * webhook) or has not answered for too long.
 *
 * <p>Our own rather than a library's: with one call at a time there is no window to slide, and what there is besides
 * counting (death, the word of the receiver, what a predecessor knew) no library has.
 *
 * <p>Written by the thread of its queue, read by all.
 */
public final class Breaker {

  /** Failures in a row after which it opens. */
  static final int FAILURES = 5;

  /** Longer than any turn: whoever takes over asks once. */
  static final Duration NEVER = Duration.ofDays(365);

  /** As the gauge shows it, from 0. */
  public enum State {
    CLOSED,
    HALF_OPEN,
    OPEN
  }

  /**
   * How a receiver is.
   *
   * @param dead somebody else has to tell what it should have told
   * @param since its first failure in a row; {@code null} where the last call was answered
   * @param problem the last one, in the words of a delivery's reason
   */
  public record Status(
      State state, boolean dead, @Nullable Instant since, @Nullable String problem, int failures) {

    static final Status WELL = new Status(State.CLOSED, false, null, null, 0);
  }

  private final Backoff rests;
  private final Backoff probes;
  private final Duration deadAfter;
  private final RandomGenerator random;
  private volatile Status status = Status.WELL;

  /**
   * A closed one.
   *
   * @param rests pauses while it is closed
   * @param probes pauses while it is open
   * @param deadAfter without an answer
   */
  public Breaker(Backoff rests, Backoff probes, Duration deadAfter, RandomGenerator random) {
    this.rests = rests;
    this.probes = probes;
    this.deadAfter = deadAfter;
    this.random = random;
  }

  /** Open from the start, and due for a probe: a predecessor found it dead. */
  public Breaker dead(Instant since, @Nullable String problem) {
    status = new Status(State.OPEN, true, since, problem, FAILURES);
    return this;
  }

  public Status status() {
    return status;
  }

  /** A call is about to be made. */
  void called() {
    Status now = status;
    if (now.state() == State.OPEN) {
      status = new Status(State.HALF_OPEN, now.dead(), now.since(), now.problem(), now.failures());
    }
  }

  /** It took the message, or said what is wrong with it: either way it is there. */
  void answered() {
    status = Status.WELL;
  }

  /**
   * It is there, and has enough for now: that opens nothing, but one that has said nothing else for long is as good as
   * dead.
   */
  void limited(String problem, Instant at) {
    Status now = status;
    Instant since = now.since() == null ? at : now.since();
    State state = now.state() == State.CLOSED ? State.CLOSED : State.OPEN;
    status = new Status(state, now.dead() || tooLong(since, at), since, problem, now.failures());
  }

  /**
   * It failed.
   *
   * @return how long it should rest
   */
  Duration failed(Reason reason, String problem, Instant at) {
    Status now = status;
    int failures = now.failures() + 1;
    Instant since = now.since() == null ? at : now.since();
    boolean dead = now.dead() || reason.isPermanent() || tooLong(since, at);
    boolean open = dead || failures >= FAILURES;
    status = new Status(open ? State.OPEN : State.CLOSED, dead, since, problem, failures);
    if (reason == Reason.DISABLED) {
      return NEVER;
    }
    if (!open) {
      return rests.after(failures, random);
    }
    Duration pause = probes.after(Math.max(1, failures - FAILURES + 1), random);
    Duration untilDead = Duration.between(at, since.plus(deadAfter));
    // That it is dead is found out by a probe: not much later than it is so.
    return !dead && untilDead.compareTo(pause) < 0 ? atLeast(untilDead, rests.first()) : pause;
  }

  private boolean tooLong(Instant since, Instant at) {
    return !at.isBefore(since.plus(deadAfter));
  }

  private static Duration atLeast(Duration pause, Duration least) {
    return pause.compareTo(least) < 0 ? least : pause;
  }
}
