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
import java.util.function.ToLongFunction;
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
  private final Backlog backlog;
  private final Pacing pacing;
  private final Thread thread;
  private boolean closed;
  private long added;

  /**
   * A queue that is not started yet.
   *
   * @param limits that it shares with other queues
   * @param outcomes gets every delivery after each call, and those that need none, from any thread
   * @param onBug gets what ends the queue's thread: nobody would be told any more
   */
  public DeliveryQueue(
      Receiver receiver, Attempts attempts, Breaker breaker, Limits limits, Lease lease, Briefing briefing,
      Consumer<Waiting> outcomes, Metrics metrics, Consumer<Throwable> onBug) {
    this.receiver = receiver;
    this.attempts = attempts;
    this.breaker = breaker;
    this.lease = lease;
    this.briefing = briefing;
    this.outcomes = outcomes;
    this.metrics = metrics;
    this.onBug = onBug;
    // In a thread what comes later changes what came before.
    this.backlog = new Backlog(receiver.keepsThreads() ? Backlog.ENDLESS_PATIENCE : Backlog.PATIENCE);
    this.pacing = new Pacing(receiver, attempts, breaker, limits);
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
      over = backlog.withdraw(waiting -> attempts.over(waiting.alert(), waiting.delivery(), now));
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
    if (attempts.over(waiting.alert(), waiting.delivery(), attempts.clock().instant())) {
      outcomes.accept(waiting.with(attempts.gaveUp(waiting.delivery())));
      return;
    }
    String revoked = briefing.revoked(waiting);
    if (revoked != null) {
      outcomes.accept(waiting.with(attempts.suppressed(waiting.delivery(), revoked)));
      return;
    }
    pacing.called();
    Outcome answer = send(waiting);
    Outcome outcome = answer == null ? UNWRITTEN : answer;
    Attempts.Next next = attempts.after(waiting.alert(), waiting.delivery(), outcome);
    Waiting after = waiting.after(outcome, next.delivery());
    if (answer != null && pacing.learn(waiting.alert(), answer)) {
      hasten();
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

  private void hasten() {
    lock.lock();
    try {
      backlog.hasten(System.nanoTime());
    } finally {
      lock.unlock();
    }
  }

  /** The next delivery, when its time has come; {@code null} when the queue is closed. */
  private @Nullable Waiting take() throws InterruptedException {
    lock.lock();
    try {
      while (!closed) {
        long now = System.nanoTime();
        ToLongFunction<Waiting> freeAt = waiting -> pacing.freeAt(waiting.alert(), now);
        long wait = backlog.nanosToNext(now, freeAt);
        if (wait > 0) {
          changed.awaitNanos(wait);
        } else if (!lease.holds()) {
          changed.awaitNanos(LEASE_LOOK);
        } else {
          Waiting next = backlog.take(now, freeAt);
          if (next != null) {
            pacing.take(next.alert(), now);
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
