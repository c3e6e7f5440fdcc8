package io.tensionwire.ingest.poll;

import io.tensionwire.ingest.state.PartitionSession;
import io.tensionwire.model.Feed;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** The feeds of a partition at work, each on a thread of its own. */
public final class FeedPollers implements AutoCloseable {

  private final Workplace workplace;
  private final PartitionSession session;
  private final ExecutorService threads;
  private final Map<String, Future<?>> byFeed = new HashMap<>();

  public FeedPollers(Workplace workplace, PartitionSession session) {
    this.workplace = workplace;
    this.session = session;
    this.threads = workplace.time().threads();
  }

  /** Polls the feed as it is configured now. */
  public synchronized void start(Feed feed) {
    stop(feed.id());
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
