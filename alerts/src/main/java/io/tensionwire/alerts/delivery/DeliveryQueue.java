package io.tensionwire.alerts.delivery;

import io.tensionwire.alerts.receiver.Notice;
import io.tensionwire.alerts.receiver.Outcome;
import io.tensionwire.alerts.receiver.Reason;
import io.tensionwire.alerts.receiver.Receiver;
import io.tensionwire.model.DeliveryState;
import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pending deliveries of one receiver and the thread that makes them: at the receiver's rate, most severe first. A
 * receiver that fails rests, and an alert that failed waits for those behind it; neither delays another receiver.
 */
public final class DeliveryQueue implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(DeliveryQueue.class);

  /** How long a call that is under way may still take when the queue closes. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  /** A delivery that may not be made before a moment of {@link System#nanoTime}. */
  private record Later(Waiting waiting, long at) {}

  private final Receiver receiver;
  private final Attempts attempts;
  private final Briefing briefing;
  private final Consumer<Waiting> outcomes;
  private final Metrics metrics;
  private final Consumer<Throwable> onBug;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final PriorityQueue<Waiting> due = new PriorityQueue<>(Waiting.MOST_SEVERE_FIRST);
  private final PriorityQueue<Later> later = new PriorityQueue<>(Comparator.comparingLong(Later::at));
  private final Thread thread;
  private boolean closed;
  /** Nothing is sent before this moment: the receiver rests, or its rate is used up. */
  private long notBefore = System.nanoTime();
  private int failuresInARow;

  /**
   * A queue that is not started yet.
   *
   * @param outcomes gets every delivery after each call, from the queue's own thread
   * @param onBug gets what ends that thread: nobody would be told any more
   */
  public DeliveryQueue(
      Receiver receiver, Attempts attempts, Briefing briefing, Consumer<Waiting> outcomes, Metrics metrics,
      Consumer<Throwable> onBug) {
    this.receiver = receiver;
    this.attempts = attempts;
    this.briefing = briefing;
    this.outcomes = outcomes;
    this.metrics = metrics;
    this.onBug = onBug;
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
    lock.lock();
    try {
      if (pause.isPositive()) {
        later.add(new Later(waiting, System.nanoTime() + pause.toNanos()));
      } else {
        due.add(waiting);
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  public int size() {
    lock.lock();
    try {
      return due.size() + later.size();
    } finally {
      lock.unlock();
    }
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
    Outcome outcome = send(waiting);
    Attempts.Next next = attempts.after(waiting.alert(), waiting.delivery(), outcome);
    Waiting after = waiting.after(outcome, next.delivery());
    if (outcome instanceof Outcome.Retryable failure) {
      rest(failure);
    } else {
      if (failuresInARow > 0) {
        log.atInfo().addKeyValue("receiver", receiver.name()).addKeyValue("failures", failuresInARow)
            .log("receiver answers again");
      }
      failuresInARow = 0;
    }
    outcomes.accept(after);
    if (next.delivery().state() == DeliveryState.PENDING) {
      add(after, next.pause());
    }
  }

  private Outcome send(Waiting waiting) throws InterruptedException {
    long start = System.nanoTime();
    Outcome outcome;
    try {
      Notice notice = briefing.notice(waiting);
      outcome = notice == null ? receiver.send(briefing.of(waiting)) : receiver.send(notice);
    } catch (RuntimeException e) {
      // Our own mistake with this one alert: it must not keep the others from being told.
      log.atError().addKeyValue("receiver", receiver.name()).addKeyValue("alert", waiting.alert().id()).setCause(e)
          .log("an alert could not be written for its receiver");
      outcome = new Outcome.Rejected(Reason.INVALID_MESSAGE, e.getClass().getSimpleName());
    }
    metrics.called(receiver.name(), waiting.alert(), outcome, Duration.ofNanos(System.nanoTime() - start));
    return outcome;
  }

  private void rest(Outcome.Retryable failure) {
    failuresInARow++;
    Duration asked = failure.retryAfter();
    Duration pause = asked == null ? attempts.receiver().after(failuresInARow, attempts.random()) : asked;
    lock.lock();
    try {
      notBefore = Math.max(notBefore, System.nanoTime() + pause.toNanos());
    } finally {
      lock.unlock();
    }
    // The first, the second, the fourth …: it may be away for hours.
    (Integer.bitCount(failuresInARow) == 1 ? log.atWarn() : log.atDebug())
        .addKeyValue("receiver", receiver.name())
        .addKeyValue("reason", failure.reason().with(failure.detail()))
        .addKeyValue("inARow", failuresInARow)
        .addKeyValue("retryInMs", pause.toMillis())
        .log("receiver failed; its alerts wait");
  }

  /** The next delivery, when its time has come; {@code null} when the queue is closed. */
  private @Nullable Waiting take() throws InterruptedException {
    lock.lock();
    try {
      while (!closed) {
        long now = System.nanoTime();
        for (Later first = later.peek(); first != null && first.at() - now <= 0; first = later.peek()) {
          due.add(later.remove().waiting());
        }
        if (due.isEmpty()) {
          Later first = later.peek();
          changed.awaitNanos(first == null ? Long.MAX_VALUE : first.at() - now);
        } else if (notBefore - now > 0) {
          changed.awaitNanos(notBefore - now);
        } else {
          int perSecond = receiver.rate().perSecond();
          notBefore = perSecond == 0 ? now : now + TimeUnit.SECONDS.toNanos(1) / perSecond;
          return due.remove();
        }
      }
      return null;
    } finally {
      lock.unlock();
    }
  }
}
