package io.tensionwire.ingest.poll;

import io.tensionwire.ingest.state.PartitionSession;
import io.tensionwire.model.Feed;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** The feeds of a partition at work, each on a thread of its own. */
public final class FeedPollers implements AutoCloseable {

  private final Workplace workplace;
  private final PartitionSession session;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, Future<?>> byFeed = new HashMap<>();

  public FeedPollers(Workplace workplace, PartitionSession session) {
    this.workplace = workplace;
    this.session = session;
  }

  /** Polls the feed as it is configured now. */
  public synchronized void start(Feed feed) {
    stop(feed.id());
    session.welcome(feed.id());
    if (feed.paused() || threads.isShutdown()) {
      return;
    }
    var worker = workplace.worker(feed, session, threads);
    byFeed.put(feed.id(), threads.submit(() -> run(worker)));
  }

  public synchronized void stop(String feedId) {
    Future<?> running = byFeed.remove(feedId);
    if (running != null) {
      running.cancel(true);
    }
    workplace.healths().remove(feedId);
  }

  /** The feed is configured no more: nothing about it is kept. */
  public synchronized void forget(String feedId) {
    stop(feedId);
    session.forget(feedId);
  }

  /** Forgets feeds that were removed while nobody polled them. */
  public synchronized void forgetAllBut(Set<String> configured) {
    session.known().stream().filter(feedId -> !configured.contains(feedId)).forEach(this::forget);
  }

  private @Nullable Void run(FeedPoller worker) {
    try {
      worker.run();
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
    threads.shutdownNow();
    synchronized (this) {
      byFeed.keySet().forEach(workplace.healths()::remove);
      byFeed.clear();
    }
  }
}
