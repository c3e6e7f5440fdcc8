package io.tensionwire.ingest.fetch;

import io.tensionwire.ingest.time.Timekeeper;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Those who wait to ask one host. The one at the head sleeps until the host's pause is over, without having the turn:
 * somebody who goes first may still come and take it.
 */
final class HostQueue {

  /** Of a host that refuses without saying for how long; doubled each time, up to the longest. */
  static final Duration FIRST_HOLD = Duration.ofSeconds(30);

  static final Duration LONGEST_HOLD = Duration.ofHours(1);

  /** After so long without a refusal the next one is the first. */
  private static final Duration REFUSALS_COUNT_FOR = Duration.ofHours(3);

  /** How many want this host; kept by {@link HostTurns} alone. */
  int users;

  private final ReentrantLock lock = new ReentrantLock();
  private final PriorityQueue<Waiter> waiters = new PriorityQueue<>(Waiter.ORDER);
  private long arrivals;
  private boolean taken;
  private Instant nextAt = Instant.MIN;
  private Instant heldUntil = Instant.MIN;
  private Instant refusedAt = Instant.MIN;
  private int refusals;

  private record Waiter(boolean first, long arrival, Condition called) {
    static final Comparator<Waiter> ORDER =
        Comparator.comparing((Waiter waiter) -> !waiter.first).thenComparingLong(Waiter::arrival);
  }

  /** @return zero once the turn is the caller's; else for how long the host wants to be left alone */
  Duration take(boolean first, Timekeeper time) throws InterruptedException {
    lock.lockInterruptibly();
    var self = new Waiter(first, arrivals++, lock.newCondition());
    waiters.add(self);
    try {
      while (true) {
        Instant now = time.now();
        if (heldUntil.isAfter(now)) {
          return Duration.between(now, heldUntil);
        }
        if (taken || waiters.peek() != self) {
          self.called.await();
        } else if (nextAt.isAfter(now)) {
          sleepUnlocked(time, nextAt);
        } else {
          taken = true;
          return Duration.ZERO;
        }
      }
    } finally {
      waiters.remove(self);
      callNext();
      lock.unlock();
    }
  }

  private void sleepUnlocked(Timekeeper time, Instant moment) throws InterruptedException {
    lock.unlock();
    try {
      time.sleepUntil(moment);
    } finally {
      lock.lock();
    }
  }

  private void callNext() {
    Waiter head = waiters.peek();
    if (head != null && !taken) {
      head.called.signal();
    }
  }

  void giveBack(Instant next) {
    lock.lock();
    try {
      taken = false;
      nextAt = next;
      callNext();
    } finally {
      lock.unlock();
    }
  }

  Duration refused(@Nullable Duration wish, Instant now) {
    lock.lock();
    try {
      refusals = refusedAt.isBefore(now.minus(REFUSALS_COUNT_FOR)) ? 1 : Math.min(refusals + 1, 16);
      refusedAt = now;
      // A host that refuses and says "at once" means what one means that says nothing.
      Duration hold = wish != null && wish.isPositive() ? wish : growing();
      heldUntil = now.plus(hold);
      waiters.forEach(waiter -> waiter.called.signal());
      return hold;
    } finally {
      lock.unlock();
    }
  }

  private Duration growing() {
    Duration hold = FIRST_HOLD.multipliedBy(1L << (refusals - 1));
    return hold.compareTo(LONGEST_HOLD) > 0 ? LONGEST_HOLD : hold;
  }

  void answered() {
    lock.lock();
    refusals = 0;
    lock.unlock();
  }

  void holdUntil(Instant moment) {
    lock.lock();
    heldUntil = moment;
    waiters.forEach(waiter -> waiter.called.signal());
    lock.unlock();
  }

  @Nullable Instant heldUntil(Instant now) {
    lock.lock();
    try {
      return heldUntil.isAfter(now) ? heldUntil : null;
    } finally {
      lock.unlock();
    }
  }

  int waiting() {
    lock.lock();
    try {
      return waiters.size();
    } finally {
      lock.unlock();
    }
  }

  /** Whether nobody wants the host and there is nothing about it to remember. */
  boolean isForgettable(Instant now) {
    lock.lock();
    try {
      return users == 0 && !nextAt.isAfter(now) && !heldUntil.isAfter(now)
          && (refusals == 0 || refusedAt.isBefore(now.minus(REFUSALS_COUNT_FOR)));
    } finally {
      lock.unlock();
    }
  }
}
