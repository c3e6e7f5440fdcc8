package io.tensionwire.ingest.fetch;

import io.tensionwire.ingest.time.Timekeeper;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Who may ask a host, and when: one request in flight, a pause before the next, none while the host asked to be left
 * alone. A host is a name with its web ports; any other port is a host of its own.
 */
final class HostTurns {

  /** How many hosts are remembered before those with nothing to remember are looked for. */
  private static final int SWEEP_EVERY = 1024;

  private final Timekeeper time;
  private final ConcurrentHashMap<String, HostQueue> hosts = new ConcurrentHashMap<>();
  private final AtomicInteger joins = new AtomicInteger();

  HostTurns(Timekeeper time) {
    this.time = time;
  }

  sealed interface Place permits Turn, Held {}

  /** The host wants to be left alone for so long. */
  record Held(Duration left) implements Place {}

  /** The host is asked by nobody else until this is closed. */
  final class Turn implements Place, AutoCloseable {
    private final String key;
    private final HostQueue queue;
    private final Duration pause;

    private Turn(String key, HostQueue queue, Duration pause) {
      this.key = key;
      this.queue = queue;
      this.pause = pause;
    }

    /**
     * The host answered that it wants to be left alone.
     *
     * @param wish for how long, if it said so
     * @return for how long it will be
     */
    Duration refused(@Nullable Duration wish) {
      return queue.refused(wish, time.now());
    }

    /** The host gave an answer, whatever it was. */
    void answered() {
      queue.answered();
    }

    @Override
    public void close() {
      queue.giveBack(time.now().plus(pause));
      leave(key);
    }
  }

  /**
   * Waits until nobody else asks this address's host and its pause is over; not while it is held.
   *
   * @param first whether to go before those that are not
   * @param pause after this turn
   */
  Place take(HttpUrl url, boolean first, Duration pause) throws InterruptedException {
    String key = key(url);
    HostQueue queue = join(key);
    try {
      Duration hold = queue.take(first, time);
      if (hold.isZero()) {
        return new Turn(key, queue, pause);
      }
      leave(key);
      return new Held(hold);
    } catch (InterruptedException e) {
      leave(key);
      throw e;
    }
  }

  /** Until when the host is to be left alone; {@code null} where it is not. */
  @Nullable Instant holdOf(HttpUrl url) {
    HostQueue queue = hosts.get(key(url));
    return queue == null ? null : queue.heldUntil(time.now());
  }

  /** Leaves the host alone until then, a day at most. */
  void hold(HttpUrl url, Instant until) {
    String key = key(url);
    Instant longest = time.now().plus(RetryAfter.LONGEST);
    join(key).holdUntil(until.isAfter(longest) ? longest : until);
    leave(key);
  }

  private HostQueue join(String key) {
    if (joins.incrementAndGet() % SWEEP_EVERY == 0) {
      hosts.keySet().forEach(this::forgetIfIdle);
    }
    return hosts.compute(
        key,
        (k, known) -> {
          HostQueue joined = known == null ? new HostQueue() : known;
          joined.users++;
          return joined;
        });
  }

  private void leave(String key) {
    hosts.computeIfPresent(
        key,
        (k, known) -> {
          known.users--;
          return known.isForgettable(time.now()) ? null : known;
        });
  }

  private void forgetIfIdle(String key) {
    hosts.computeIfPresent(key, (k, known) -> known.isForgettable(time.now()) ? null : known);
  }

  /** How many hosts there is something to remember of. */
  int remembered() {
    return hosts.size();
  }

  /** How many wait for the host's turn. */
  int waiting(HttpUrl url) {
    HostQueue queue = hosts.get(key(url));
    return queue == null ? 0 : queue.waiting();
  }

  private static String key(HttpUrl url) {
    String host = url.host().endsWith(".") ? url.host().substring(0, url.host().length() - 1) : url.host();
    return url.port() == 80 || url.port() == 443 ? host : host + ":" + url.port();
  }
}
