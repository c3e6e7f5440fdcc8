package io.tensionwire.alerts.delivery;

import io.tensionwire.alerts.receiver.Notice;
import io.tensionwire.alerts.receiver.Outcome;
import io.tensionwire.alerts.receiver.Reason;
import io.tensionwire.alerts.receiver.Receiver;
import io.tensionwire.model.DeliveryState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pending deliveries of one receiver and the thread that makes them, in the order of their {@link Backlog}, at the
 * receiver's rate. A receiver that fails rests, and an alert that failed waits for those behind it; neither delays
 * another receiver.
 */
public final class DeliveryQueue implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(DeliveryQueue.class);

  /** How long a call that is under way may still take when the queue closes. */
  private static final Duration GRACE = Duration.ofSeconds(2);
  /** How often a lease that has run out is looked at. */
  private static final long LEASE_LOOK = TimeUnit.MILLISECONDS.toNanos(20);

  private static final Outcome UNWRITTEN = new Outcome.Rejected(Reason.INVALID_MESSAGE, "it could not be written");

  private final Receiver receiver;
  private final Attempts attempts;
  private final Breaker breaker;
  private final Lease lease;
  private final Briefing briefing;
  private final Consumer<Waiting> outcomes;
  private final Metrics metrics;
  private final Consumer<Throwable> onBug;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Backlog backlog = new Backlog();
  private final Lanes lanes;
  private final Thread thread;
  private boolean closed;
  /** Nothing is sent before this moment: the receiver rests. */
  private long notBefore = System.nanoTime();
  private long added;

  /**
   * A queue that is not started yet.
   *
   * @param outcomes gets every delivery after each call, and those that need none, from any thread
   * @param onBug gets what ends the queue's thread: nobody would be told any more
   */
  public DeliveryQueue(
      Receiver receiver, Attempts attempts, Breaker breaker, Lease lease, Briefing briefing,
      Consumer<Waiting> outcomes, Metrics metrics, Consumer<Throwable> onBug) {
    this.receiver = receiver;
    this.attempts = attempts;
    this.breaker = breaker;
    this.lease = lease;
    this.briefing = briefing;
    this.outcomes = outcomes;
    this.metrics = metrics;
    this.onBug = onBug;
    this.lanes = new Lanes(receiver);
    this.thread = Thread.ofVirtual().name("alerts-" + receiver.name()).unstarted(this::deliver);
  }

  public DeliveryQueue start() {
    thread.start();
    return this;
  }

  public void add(Waiting waiting) {
    add(waiting, Duration.ZERO);
  }

  public void add(Waiting waiting, Duration pause) {
    put(waiting, pause, 1);
  }

  /** One that was {@linkplain #withdraw withdrawn}. */
  public void putBack(Waiting waiting) {
    put(waiting, Duration.ZERO, 0);
  }

  private void put(Waiting waiting, Duration pause, int counts) {
    List<Waiting> superseded;
    lock.lock();
    try {
      added += counts;
      superseded = backlog.add(waiting, System.nanoTime() + pause.toNanos());
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    superseded.forEach(older -> outcomes.accept(older.with(attempts.superseded(older.delivery()))));
  }

  /** Takes back what waits, the oldest first; a call under way goes on. */
  public List<Waiting> withdraw() {
    lock.lock();
    try {
      return backlog.withdraw(waiting -> true);
    } finally {
      lock.unlock();
    }
  }

  /** Gives up what has waited for too long, also where nothing is called any more. */
  public void giveUp() {
    Instant now = attempts.clock().instant();
    List<Waiting> over;
    lock.lock();
    try {
      over = backlog.withdraw(waiting -> attempts.over(waiting.alert(), now));
    } finally {
      lock.unlock();
    }
    over.forEach(waiting -> outcomes.accept(waiting.with(attempts.gaveUp(waiting.delivery()))));
  }

  public int size() {
    lock.lock();
    try {
      return backlog.size();
    } finally {
      lock.unlock();
    }
  }

  /**
   * How often one was added, for the first time or after a call in vain: whoever looks after a dead receiver sees by it
   * whether there is anything new.
   */
  public long added() {
    lock.lock();
    try {
      return added;
    } finally {
      lock.unlock();
    }
  }

  public Breaker.Status status() {
    return breaker.status();
  }

  /** Sends nothing more; a call under way may finish, and its outcome is told, unless it takes too long. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    try {
      if (!thread.join(GRACE)) {
        thread.interrupt();
        thread.join(GRACE);
      }
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
    }
  }

  private void deliver() {
    try {
      for (Waiting next = take(); next != null; next = take()) {
        deliver(next);
      }
    } catch (InterruptedException e) {
      // Closed in the middle of a call: the delivery is still pending in the ledger.
      log.atWarn().addKeyValue("receiver", receiver.name()).log("closed during a call: it will be repeated");
    } catch (RuntimeException | Error e) {
      onBug.accept(e);
    }
  }

  private void deliver(Waiting waiting) throws InterruptedException {
    if (attempts.over(waiting.alert(), attempts.clock().instant())) {
      outcomes.accept(waiting.with(attempts.gaveUp(waiting.delivery())));
      return;
    }
    String revoked = briefing.revoked(waiting);
    if (revoked != null) {
      outcomes.accept(waiting.with(attempts.suppressed(waiting.delivery(), revoked)));
      return;
    }
    breaker.called();
    Outcome answer = send(waiting);
    Outcome outcome = answer == null ? UNWRITTEN : answer;
    Attempts.Next next = attempts.after(waiting.alert(), waiting.delivery(), outcome);
    Waiting after = waiting.after(outcome, next.delivery());
    if (answer != null) {
      learn(waiting, answer);
    }
    outcomes.accept(after);
    if (next.delivery().state() == DeliveryState.PENDING) {
      add(after, next.pause());
    }
  }

  /** What the receiver answered; {@code null} where it was not even called. */
  private @Nullable Outcome send(Waiting waiting) throws InterruptedException {
    long start = System.nanoTime();
    try {
      Notice notice = briefing.notice(waiting);
      Outcome outcome = notice == null ? receiver.send(briefing.of(waiting)) : receiver.send(notice);
      metrics.called(receiver.name(), waiting.alert(), outcome, Duration.ofNanos(System.nanoTime() - start));
      return outcome;
    } catch (RuntimeException e) {
      // Our own mistake with this one alert: it must not keep the others from being told.
      log.atError().addKeyValue("receiver", receiver.name()).addKeyValue("alert", waiting.alert().id()).setCause(e)
          .log("an alert could not be written for its receiver");
      metrics.called(receiver.name(), waiting.alert(), UNWRITTEN, Duration.ofNanos(System.nanoTime() - start));
      return null;
    }
  }

  /** What the outcome says about the receiver: whether it is well, and how long it should be left alone. */
  private void learn(Waiting waiting, Outcome outcome) {
    switch (outcome) {
      case Outcome.Delivered told -> answered();
      case Outcome.Rejected no when no.reason().concernsReceiver() -> failed(no.reason(), no.detail(), null);
      case Outcome.Rejected no -> answered();
      case Outcome.Retryable later when later.reason() == Reason.RATE_LIMITED -> limited(waiting, later);
      case Outcome.Retryable later -> failed(later.reason(), later.detail(), later.retryAfter());
    }
  }

  private void answered() {
    Breaker.Status before = breaker.status();
    breaker.answered();
    if (before.since() == null) {
      return;
    }
    lock.lock();
    try {
      backlog.hasten(System.nanoTime());
    } finally {
      lock.unlock();
    }
    log.atInfo().addKeyValue("receiver", receiver.name()).addKeyValue("failures", before.failures())
        .addKeyValue("since", before.since()).log("receiver answers again");
  }

  private void limited(Waiting waiting, Outcome.Retryable later) {
    Breaker.Status before = breaker.status();
    breaker.limited(later.reason().with(later.detail()), attempts.clock().instant());
    Duration asked = later.retryAfter();
    Duration pause = asked == null ? attempts.receiver().after(1, attempts.random()) : asked;
    lock.lock();
    try {
      long now = System.nanoTime();
      lanes.of(waiting.alert(), now).restUntil(now + pause.toNanos());
    } finally {
      lock.unlock();
    }
    tell(before, later.reason().with(later.detail()), pause);
  }

  private void failed(Reason reason, @Nullable String detail, @Nullable Duration asked) {
    Breaker.Status before = breaker.status();
    Duration own = breaker.failed(reason, reason.with(detail), attempts.clock().instant());
    Duration pause = asked == null ? own : asked;
    lock.lock();
    try {
      long until = System.nanoTime() + pause.toNanos();
      notBefore = until - notBefore > 0 ? until : notBefore;
    } finally {
      lock.unlock();
    }
    tell(before, reason.with(detail), pause);
  }

  /** Each change once: it may be away for hours. */
  private void tell(Breaker.Status before, String problem, Duration pause) {
    Breaker.Status now = breaker.status();
    boolean wasOpen = before.state() != Breaker.State.CLOSED;
    boolean opened = now.state() == Breaker.State.OPEN && !wasOpen;
    boolean died = now.dead() && !before.dead();
    (before.since() == null || opened || died ? log.atWarn() : log.atDebug())
        .addKeyValue("receiver", receiver.name())
        .addKeyValue("problem", problem)
        .addKeyValue("inARow", now.failures())
        .addKeyValue("retryInMs", pause.toMillis())
        .log(died ? "receiver is dead; it is asked now and then whether it still is"
            : opened ? "receiver does not answer; it is asked now and then, its alerts wait"
            : "receiver failed; its alerts wait");
  }

  /** The next delivery, when its time has come; {@code null} when the queue is closed. */
  private @Nullable Waiting take() throws InterruptedException {
    lock.lock();
    try {
      while (!closed) {
        long now = System.nanoTime();
        if (notBefore - now > 0) {
          changed.awaitNanos(notBefore - now);
          continue;
        }
        long wait = backlog.nanosToNext(now, waiting -> lanes.of(waiting.alert(), now).freeAt());
        if (wait > 0) {
          changed.awaitNanos(wait);
        } else if (!lease.holds()) {
          changed.awaitNanos(LEASE_LOOK);
        } else {
          Waiting next = backlog.take(now, waiting -> lanes.of(waiting.alert(), now).freeAt());
          if (next != null) {
            lanes.of(next.alert(), now).take(now);
            return next;
          }
        }
      }
      return null;
    } finally {
      lock.unlock();
    }
  }
}
