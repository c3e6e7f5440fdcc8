package io.tensionwire.ingest.fetch;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** One request in flight for each {@code host:port}, and none while a host asked to be left alone. */
final class HostTurns {

  private final ConcurrentHashMap<String, Host> hosts = new ConcurrentHashMap<>();

  private static final class Host {
    final Semaphore turn = new Semaphore(1, true);
    int users;
    volatile long heldUntil;
    volatile boolean held;

    Duration hold() {
      return held ? Duration.ofNanos(Math.max(0, heldUntil - System.nanoTime())) : Duration.ZERO;
    }
  }

  /** The host is asked by nobody else until this is closed. */
  final class Turn implements AutoCloseable {
    private final String key;
    private final Host host;

    private Turn(String key, Host host) {
      this.key = key;
      this.host = host;
    }

    /** How much longer the host wants to be left alone; zero: not at all. */
    Duration hold() {
      return host.hold();
    }

    void holdFor(Duration wish) {
      host.heldUntil = System.nanoTime() + wish.toNanos();
      host.held = true;
    }

    @Override
    public void close() {
      host.turn.release();
      leave(key);
    }
  }

  /** Waits until nobody else asks this address's host. */
  Turn take(URI uri) throws InterruptedException {
    String key = key(uri);
    Host host = hosts.compute(
        key,
        (k, known) -> {
          Host joined = known == null ? new Host() : known;
          joined.users++;
          return joined;
        });
    try {
      host.turn.acquire();
    } catch (InterruptedException e) {
      leave(key);
      throw e;
    }
    return new Turn(key, host);
  }

  private void leave(String key) {
    hosts.computeIfPresent(
        key,
        (k, known) -> {
          known.users--;
          return known.users == 0 && known.hold().isZero() ? null : known;
        });
  }

  private static String key(URI uri) {
    int port = uri.getPort() >= 0 ? uri.getPort() : "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
    return String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT) + ":" + port;
  }
}
