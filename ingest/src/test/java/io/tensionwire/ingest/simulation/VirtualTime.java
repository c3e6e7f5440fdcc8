package io.tensionwire.ingest.simulation;

import io.tensionwire.ingest.time.Timekeeper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A time that stands still while anybody works and then goes on to the next moment that somebody sleeps until.
 *
 * <p>Who works is known of {@link #threads}, and of whoever slept here once. They are platform threads: one in a call
 * to a host is runnable to Java, and so holds the time, without anybody saying so. One that waits for another, for a
 * lock or a result, without a limit of real time, holds nothing. That is looked at several times before it is believed,
 * since a thread that was just called says so a moment later; where it is believed wrongly, that thread was slow, as
 * threads may be.
 */
final class VirtualTime implements Timekeeper, AutoCloseable {

  private static final long LOOK_EVERY_NANOS = 150_000;
  private static final int LOOKS = 4;
  /** Nobody works and nobody sleeps: somebody waits for what will never come. */
  private static final int LOOKS_BEFORE_DEADLOCK = 5_000;

  private final Duration grain;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final PriorityQueue<Sleeper> sleepers = new PriorityQueue<>(Sleeper.EARLIEST_FIRST);
  private final Set<Thread> awake = new HashSet<>();
  private final VirtualThreads threads = new VirtualThreads(this);
  /** Tasks that have no thread yet. */
  private int starting;
  private long count;
  private volatile Instant now;
  private boolean closed;

  /**
   * @param grain who sleeps is woken at the next full one since 1970, so that those who sleep until nearly the same
   *     moment work side by side
   */
  VirtualTime(Instant start, Duration grain) {
    this.now = start;
    this.grain = grain;
  }

  @Override
  public Instant now() {
    return now;
  }

  Clock clock() {
    return new Clock() {
      @Override
      public Instant instant() {
        return now;
      }

      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("UTC is all there is");
      }
    };
  }

  @Override
  public void sleepUntil(Instant moment) throws InterruptedException {
    sleep(moment, null);
  }

  @Override
  public <T extends @Nullable Object> T await(Future<T> result, Duration most)
      throws InterruptedException, ExecutionException, TimeoutException {
    sleep(now.plus(most), result);
    if (!result.isDone()) {
      throw new TimeoutException();
    }
    return result.get();
  }

  /** All of them share the threads, and the close of one is an interrupt for its own tasks alone. */
  @Override
  public ExecutorService threads() {
    return threads.open();
  }

  private void sleep(Instant moment, @Nullable Future<?> result) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      if (closed) {
        throw new InterruptedException("time is over");
      }
      if (!moment.isAfter(now) || (result != null && result.isDone())) {
        return;
      }
      var sleeper = new Sleeper(rounded(moment), count++, lock.newCondition(), result);
      sleepers.add(sleeper);
      awake.remove(sleeper.thread);
      changed.signal();
      try {
        while (!sleeper.woken) {
          sleeper.called.await();
        }
      } finally {
        if (!sleeper.woken) {
          sleepers.remove(sleeper);
          awake.add(sleeper.thread);
        }
      }
      if (closed) {
        throw new InterruptedException("time is over");
      }
    } finally {
      lock.unlock();
    }
  }

  private Instant rounded(Instant moment) {
    long grainNanos = grain.toNanos();
    long over = Math.floorMod(moment.getEpochSecond() * 1_000_000_000L + moment.getNano(), grainNanos);
    return over == 0 ? moment : moment.plusNanos(grainNanos - over);
  }

  /** A task will have a thread soon. */
  void submitted() {
    lock.lock();
    starting++;
    lock.unlock();
  }

  /** It will not. */
  void rejected() {
    lock.lock();
    starting--;
    lock.unlock();
  }

  /** The caller works from now on. */
  void started() {
    lock.lock();
    starting--;
    awake.add(Thread.currentThread());
    lock.unlock();
  }

  /** The caller works no longer. */
  void ended() {
    lock.lock();
    awake.remove(Thread.currentThread());
    changed.signal();
    lock.unlock();
  }

  /** A result is there: whoever sleeps for it is up. */
  void done(Future<?> result) {
    lock.lock();
    sleepers.stream().filter(sleeper -> sleeper.result == result).toList().forEach(sleeper -> {
      sleepers.remove(sleeper);
      wake(sleeper);
    });
    lock.unlock();
  }

  /**
   * Lets time pass until then; returns when nobody has anything left to do before.
   *
   * @throws IllegalStateException if nobody works and nobody sleeps
   */
  void runUntil(Instant end) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      int looks = 0;
      while (true) {
        if (awake.isEmpty() && starting == 0) {
          looks = 0;
          if (!goOn(end)) {
            return;
          }
        } else {
          boolean called = changed.awaitNanos(LOOK_EVERY_NANOS) > 0;
          boolean still = !called && starting == 0 && awake.stream().noneMatch(this::works);
          looks = still ? looks + 1 : 0;
          if (looks >= LOOKS && !sleepers.isEmpty()) {
            looks = 0;
            if (!goOn(end)) {
              return;
            }
          } else if (looks > LOOKS_BEFORE_DEADLOCK) {
            throw new IllegalStateException("nobody works and nobody sleeps: " + awake.stream()
                .map(thread -> thread + " at " + List.of(thread.getStackTrace())).toList());
          }
        }
      }
    } finally {
      lock.unlock();
    }
  }

  private boolean works(Thread thread) {
    return switch (thread.getState()) {
      case WAITING -> lock.hasQueuedThread(thread);
      case TERMINATED -> false;
      case NEW, RUNNABLE, BLOCKED, TIMED_WAITING -> true;
    };
  }

  /** @return whether there was somewhere to go before the end */
  private boolean goOn(Instant end) {
    Sleeper first = sleepers.peek();
    if (first == null || first.moment.isAfter(end)) {
      now = end;
      return false;
    }
    now = first.moment;
    for (Sleeper next = first; next != null && !next.moment.isAfter(now); next = sleepers.peek()) {
      sleepers.remove(next);
      wake(next);
    }
    return true;
  }

  private void wake(Sleeper sleeper) {
    sleeper.woken = true;
    awake.add(sleeper.thread);
    sleeper.called.signal();
  }

  /** Interrupts everybody. */
  @Override
  public void close() throws InterruptedException {
    lock.lock();
    closed = true;
    lock.unlock();
    threads.closeAll();
    if (!threads.awaitEnd(10, TimeUnit.SECONDS)) {
      throw new IllegalStateException("somebody does not end: " + awake);
    }
  }
}
