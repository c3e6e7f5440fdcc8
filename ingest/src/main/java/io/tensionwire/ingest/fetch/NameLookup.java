package io.tensionwire.ingest.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import okhttp3.Dns;

/**
 * Looks names up, for no longer than a limit. The system's call cannot be interrupted: it is made on threads of its own,
 * and whoever waits for one that hangs goes away without its answer.
 */
final class NameLookup implements Dns, AutoCloseable {

  private static final int THREADS = 32;

  /** What a browser takes for an IPv4 address (WHATWG URL, "ends in a number"), {@code 0x7f.1} and {@code 017700000001}. */
  private static final Pattern ENDS_IN_A_NUMBER = Pattern.compile("(?i)(.*\\.)?(\\d+|0x[0-9a-f]*)\\.?");

  private static final Pattern DOTTED = Pattern.compile("(0|[1-9]\\d{0,2})(\\.(0|[1-9]\\d{0,2})){3}");

  private final Dns names;
  private final Duration limit;
  private final ThreadPoolExecutor threads;

  NameLookup(Dns names, Duration limit) {
    this.names = names;
    this.limit = limit;
    this.threads = new ThreadPoolExecutor(
        THREADS, THREADS, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
        Thread.ofPlatform().daemon().name("tensionwire-names-", 0).factory());
    threads.allowCoreThreadTimeOut(true);
  }

  @Override
  public List<InetAddress> lookup(String name) throws UnknownHostException {
    Future<List<InetAddress>> answer = threads.submit(() -> names.lookup(name));
    try {
      return named(name, answer.get(limit.toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw unknown("no address of " + name + " within " + limit.toMillis() + " ms: the name service does not answer");
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw unknown("interrupted while " + name + " was looked up");
    } catch (ExecutionException e) {
      throw unknown("no address of " + name + " is known");
    }
  }

  /** Whether a name would be read as an address that it is not written as. */
  static boolean isDisguised(String name) {
    return name.indexOf(':') < 0 && ENDS_IN_A_NUMBER.matcher(name).matches() && !DOTTED.matcher(name).matches();
  }

  private static UnknownHostException unknown(String message) {
    return new UnknownHostException(message);
  }

  /** The addresses with the name they were asked by: what is allowed by name is known by it when it is connected to. */
  private static List<InetAddress> named(String name, List<InetAddress> addresses) throws UnknownHostException {
    List<InetAddress> named = new ArrayList<>();
    for (InetAddress address : addresses) {
      named.add(InetAddress.getByAddress(name, address.getAddress()));
    }
    return named;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
