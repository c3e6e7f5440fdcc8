package io.tensionwire.ingest.websub;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.tensionwire.ingest.fetch.Fetcher;
import io.tensionwire.ingest.time.Timekeeper;
import io.tensionwire.model.Feed;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The subscriptions of the feeds that are polled in this process. Whoever takes over a feed subscribes anew, for its
 * callback is its own; what the former owner asked for runs out with its lease.
 */
public final class Subscriptions implements AutoCloseable {

  /** A hub that has not asked back by then will not. */
  private static final Duration FAREWELL = Duration.ofMinutes(10);

  private final Hub hub;
  private final CallbackKeys keys;
  private final Timekeeper time;
  private final ExecutorService threads;
  private final Map<String, Running> byFeed = new HashMap<>();
  /** Also those that are about to end. */
  private final Map<String, HubSubscription> byToken = new HashMap<>();
  private final @Nullable CallbackServer server;

  private record Running(HubSubscription subscription, Future<?> thread) {}

  private Subscriptions(
      WebSubConfig config, Hub hub, Timekeeper time, MeterRegistry meters, boolean listening) {
    this.hub = hub;
    this.keys = new CallbackKeys(config);
    this.time = time;
    this.threads = time.threads();
    Gauge.builder("tensionwire.ingest.websub.subscriptions", this, Subscriptions::active).register(meters);
    this.server = listening ? new CallbackServer(config.listen(), this, keys, meters) : null;
  }

  /**
   * Takes the port and listens.
   *
   * @throws io.tensionwire.service.config.ConfigurationException if it is not to be had
   */
  public static Subscriptions open(WebSubConfig config, Fetcher fetcher, Timekeeper time, MeterRegistry meters) {
    return new Subscriptions(config, new FetchedHub(fetcher), time, meters, true);
  }

  /** Without a server, for tests. */
  static Subscriptions unheard(WebSubConfig config, Hub hub, Timekeeper time, MeterRegistry meters) {
    return new Subscriptions(config, hub, time, meters, false);
  }

  /** The feed is polled here, and this is the hub that it names: it is asked unless it was. */
  public synchronized void offered(Feed feed, HubOffer offer, Subscriber subscriber) {
    Running running = byFeed.get(feed.id());
    if (running != null && running.subscription().offer().equals(offer)) {
      running.subscription().passTo(subscriber);
      return;
    }
    if (threads.isShutdown()) {
      return;
    }
    leave(feed.id());
    var subscription = new HubSubscription(
        feed.id(), offer, subscriber, hub, keys, time, RandomGenerator.getDefault());
    byToken.put(keys.token(feed.id()), subscription);
    byFeed.put(feed.id(), new Running(subscription, threads.submit(() -> run(subscription))));
  }

  private static @Nullable Void run(HubSubscription subscription) {
    try {
      subscription.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // Left.
    }
    return null;
  }

  /** The feed is polled by somebody else now, or by nobody for a while: the hub is told nothing. */
  public synchronized void leave(String feedId) {
    Running running = byFeed.remove(feedId);
    if (running != null) {
      running.thread().cancel(true);
      byToken.remove(keys.token(feedId), running.subscription());
    }
  }

  /** The feed is to be polled no more, or without a hub: the hub is asked to push no more. */
  public synchronized void end(String feedId) {
    Running running = byFeed.remove(feedId);
    if (running == null) {
      return;
    }
    running.thread().cancel(true);
    threads.submit(() -> bidFarewell(running.subscription()));
  }

  private @Nullable Void bidFarewell(HubSubscription subscription) {
    try {
      subscription.unsubscribe();
      time.sleep(FAREWELL);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // Closed: the lease runs out.
    }
    synchronized (this) {
      byToken.remove(keys.token(subscription.feedId()), subscription);
    }
    return null;
  }

  /** Whose callback this is; {@code null}: nobody's. */
  synchronized @Nullable HubSubscription byToken(String token) {
    return byToken.get(token);
  }

  private synchronized double active() {
    return byFeed.values().stream().filter(each -> each.subscription().leaseUntil() != null).count();
  }

  /** Where the callbacks are served, its port never 0; for tests. */
  public int port() {
    return server == null ? 0 : server.port();
  }

  /** Stops listening and asking; what hubs promised they may keep, for the next owner or the next start. */
  @Override
  public void close() {
    if (server != null) {
      server.close();
    }
    threads.shutdownNow();
    synchronized (this) {
      byFeed.clear();
      byToken.clear();
    }
  }
}
