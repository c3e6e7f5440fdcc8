package io.tensionwire.alerts.delivery;

import io.tensionwire.alerts.receiver.Outcome;
import io.tensionwire.alerts.receiver.Reason;
import io.tensionwire.alerts.receiver.Receiver;
import io.tensionwire.model.Alert;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When a receiver may be called next: the rates of its lanes, and the rests that its refusals and failures ask for. Says
 * in the log when that changes. Used by the thread of its queue; times are of {@link System#nanoTime}.
 */
final class Pacing {

  private static final Logger log = LoggerFactory.getLogger(Pacing.class);

  private final String receiver;
  private final Attempts attempts;
  private final Breaker breaker;
  private final Lanes lanes;
  /** The receiver rests until then, on every lane. */
  private long notBefore = System.nanoTime();

  Pacing(Receiver receiver, Attempts attempts, Breaker breaker, Limits shared) {
    this.receiver = receiver.name();
    this.attempts = attempts;
    this.breaker = breaker;
    this.lanes = new Lanes(receiver, shared);
  }

  /** When there is room for an alert. */
  long freeAt(Alert alert, long now) {
    long free = lanes.freeAt(alert, now);
    return notBefore - free > 0 ? notBefore : free;
  }

  /** Takes the room that there is. */
  void take(Alert alert, long now) {
    lanes.take(alert, now);
  }

  /** A call is about to be made. */
  void called() {
    breaker.called();
  }

  /**
   * What the outcome of a call says about its receiver: whether it is well, and how long it should be left alone.
   *
   * @return whether it answers again after it had failed
   */
  boolean learn(Alert alert, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Delivered told -> answered();
      case Outcome.Rejected no when no.reason().concernsReceiver() -> failed(no.reason(), no.detail(), null);
      case Outcome.Rejected no -> answered();
      case Outcome.Retryable later when later.reason() == Reason.RATE_LIMITED -> limited(alert, later);
      case Outcome.Retryable later -> failed(later.reason(), later.detail(), later.retryAfter());
    };
  }

  private boolean answered() {
    Breaker.Status before = breaker.status();
    breaker.answered();
    if (before.since() == null) {
      return false;
    }
    log.atInfo().addKeyValue("receiver", receiver).addKeyValue("failures", before.failures())
        .addKeyValue("since", before.since()).log("receiver answers again");
    return true;
  }

  private boolean limited(Alert alert, Outcome.Retryable later) {
    Breaker.Status before = breaker.status();
    String problem = later.reason().with(later.detail());
    breaker.limited(problem, attempts.clock().instant());
    Duration asked = later.retryAfter();
    Duration pause = asked == null ? attempts.receiver().after(1, attempts.random()) : asked;
    long now = System.nanoTime();
    lanes.restUntil(now + pause.toNanos(), alert, later.lane(), now);
    tell(before, problem, pause);
    return false;
  }

  private boolean failed(Reason reason, @Nullable String detail, @Nullable Duration asked) {
    Breaker.Status before = breaker.status();
    String problem = reason.with(detail);
    Duration own = breaker.failed(reason, problem, attempts.clock().instant());
    Duration pause = asked == null ? own : asked;
    long until = System.nanoTime() + pause.toNanos();
    notBefore = until - notBefore > 0 ? until : notBefore;
    tell(before, problem, pause);
    return false;
  }

  /** Each change once: it may be away for hours. */
  private void tell(Breaker.Status before, String problem, Duration pause) {
    Breaker.Status now = breaker.status();
    boolean wasOpen = before.state() != Breaker.State.CLOSED;
    boolean opened = now.state() == Breaker.State.OPEN && !wasOpen;
    boolean died = now.dead() && !before.dead();
    (before.since() == null || opened || died ? log.atWarn() : log.atDebug())
        .addKeyValue("receiver", receiver)
        .addKeyValue("problem", problem)
        .addKeyValue("inARow", now.failures())
        .addKeyValue("retryInMs", pause.toMillis())
        .log(died && pause.equals(Breaker.NEVER) ? "receiver is dead: it wants nothing more, and is not asked again"
            : died ? "receiver is dead; it is asked now and then whether it still is"
            : opened ? "receiver does not answer; it is asked now and then, its alerts wait"
            : "receiver failed; its alerts wait");
  }
}
