package io.tensionwire.ingest.poll;

import io.tensionwire.ingest.state.PartitionSession;
import io.tensionwire.model.Feed;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** The feeds of a partition at work, each on a thread of its own. */
public final class FeedPollers implements AutoCloseable {

  private static final Duration SPREAD = Duration.ofSeconds(2);
  /** Thousands of feeds that are due at the start are no burst either. */
  private static final Duration SPREAD_FOR_A_FEED = Duration.ofMillis(50);

  private final Workplace workplace;
  private final PartitionSession session;
  private final ExecutorService threads;
  private final Map<String, Running> byFeed = new HashMap<>();

  private record Running(FeedPoller poller, Future<?> thread) {}

  public FeedPollers(Workplace workplace, PartitionSession session) {
    this.workplace = workplace;
    this.session = session;
    this.threads = workplace.time().threads();
  }

  /** Polls all of them: none before it is known which hosts asked the last owner to be left alone. */
  public synchronized void startAll(Collection<Feed> feeds) {
    feeds.forEach(this::hold);
    Duration spread = SPREAD_FOR_A_FEED.multipliedBy(feeds.size());
    feeds.forEach(feed -> start(feed, spread.compareTo(SPREAD) > 0 ? spread : SPREAD));
  }

  /** Polls the feed as it is configured now. */
  public synchronized void start(Feed feed) {
    hold(feed);
    start(feed, SPREAD);
  }

  private void hold(Feed feed) {
    var last = session.lastPoll(feed);
    if (last.heldUntil() != null) {
      workplace.fetcher().hold(FeedMoves.place(feed, last.move()), last.heldUntil());
    }
  }

  private void start(Feed feed, Duration spread) {
    stop(feed.id());
    session.welcome(feed.id());
    var polled = new FeedHubs.Polled(feed, session, () -> wake(feed.id()));
    if (!threads.isShutdown()) {
      workplace.hubs().begin(polled);
    }
    if (feed.paused() || threads.isShutdown()) {
      return;
    }
    var poller = workplace.poller(polled, threads);
    byFeed.put(feed.id(), new Running(poller, threads.submit(() -> run(poller, spread))));
  }

  /**
   * Polls a feed at once, as somebody says that there is news: unless its host wants to be left alone, and not within ten
   * seconds of the last poll. Safe from any thread.
   *
   * @return whether the feed is polled here
   */
  public synchronized boolean wake(String feedId) {
    Running running = byFeed.get(feedId);
    if (running == null) {
      return false;
    }
    running.poller().wake();
    return true;
  }

  public synchronized void stop(String feedId) {
    Running running = byFeed.remove(feedId);
    if (running != null) {
      running.poller().stop();
      running.thread().cancel(true);
    }
    workplace.polling().left(feedId);
  }

  /** The feed is configured no more: nothing about it is kept. */
  public synchronized void forget(String feedId) {
    stop(feedId);
    workplace.hubs().removed(feedId);
    session.forget(feedId);
  }

  /** Forgets feeds that were removed while nobody polled them. */
  public synchronized void forgetAllBut(Set<String> configured) {
    session.known().stream().filter(feedId -> !configured.contains(feedId)).forEach(this::forget);
  }

  private @Nullable Void run(FeedPoller poller, Duration spread) {
    try {
      poller.run(spread);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // Stopped.
    } catch (RuntimeException | Error e) {
      workplace.context().onBug().accept(e);
    }
    return null;
  }

  /** Stops all of them at once; what they are at is started again by the next owner. */
  @Override
  public void close() {
    synchronized (this) {
      byFeed.values().forEach(running -> running.poller().stop());
      threads.shutdownNow();
      workplace.polling().left(List.copyOf(byFeed.keySet()));
      byFeed.keySet().forEach(workplace.hubs()::left);
      byFeed.clear();
    }
  }
}
