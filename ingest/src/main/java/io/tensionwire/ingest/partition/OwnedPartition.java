package io.tensionwire.ingest.partition;

import io.tensionwire.ingest.look.LaterLooks;
import io.tensionwire.ingest.look.LookThreads;
import io.tensionwire.ingest.poll.FeedPollers;
import io.tensionwire.ingest.poll.Workplace;
import io.tensionwire.ingest.state.PartitionSession;
import io.tensionwire.ingest.state.PartitionWriter;
import io.tensionwire.model.Feed;
import io.tensionwire.service.Backoff;
import io.tensionwire.service.kafka.TopicTable;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A partition of feeds while the group gives it to us: fence the former owner, read the states to the end, poll. When
 * the writer fails, for a lost broker or because somebody fenced it, everything in memory is given up and the same
 * begins again: only what is committed counts.
 */
final class OwnedPartition {

  private static final Logger log = LoggerFactory.getLogger(OwnedPartition.class);
  private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(10));
  /** Long enough for the group to tell us that the partition is another's now, if it is. */
  private static final Duration AFTER_FENCING = Duration.ofSeconds(4);
  /** A commit takes some milliseconds, and a process that is to end has few seconds. */
  private static final Duration FINISH = Duration.ofMillis(1500);

  private final int partition;
  private final Workplace workplace;
  private final Runnable onChange;
  private final Map<String, Feed> feeds = new HashMap<>();
  /** Feeds whose configuration cannot be read: they are not polled, and not forgotten either. */
  private final Set<String> unclear = new HashSet<>();
  private final Thread owner;
  private boolean configured;
  private boolean closed;
  private @Nullable String problem = "is being taken over";
  private @Nullable FeedPollers workers;
  private @Nullable PartitionWriter writer;

  /** @param onChange is called when {@link #problem} may have changed */
  OwnedPartition(int partition, Workplace workplace, Runnable onChange) {
    this.partition = partition;
    this.workplace = workplace;
    this.onChange = onChange;
    this.owner = Thread.ofVirtual().name("ingest-partition-" + partition).unstarted(this::run);
  }

  void start() {
    owner.start();
  }

  /** What is in the way of its work; {@code null}: nothing. */
  synchronized @Nullable String problem() {
    return problem;
  }

  /** A feed as it is configured now; absent: removed. */
  synchronized void configure(String feedId, @Nullable Feed feed) {
    unclear.remove(feedId);
    Feed before = feed == null ? feeds.remove(feedId) : feeds.put(feedId, feed);
    if (!configured || workers == null || (feed != null && feed.equals(before))) {
      return;
    }
    if (feed == null) {
      workers.forget(feedId);
    } else {
      workers.start(feed);
    }
  }

  /** A feed as it is configured now, but nobody can read that: it stays as it was. */
  synchronized void unclear(String feedId) {
    unclear.add(feedId);
  }

  /** All that is configured so far was heard. */
  synchronized void configured() {
    if (!configured) {
      configured = true;
      startFeeds();
    }
  }

  private synchronized void startFeeds() {
    if (configured && workers != null) {
      Set<String> known = new HashSet<>(feeds.keySet());
      known.addAll(unclear);
      workers.forgetAllBut(known);
      workers.startAll(feeds.values());
    }
  }

  /**
   * Polls a feed at once, see {@link FeedPollers#wake}.
   *
   * @return whether it is polled here
   */
  synchronized boolean wake(String feedId) {
    return workers != null && workers.wake(feedId);
  }

  /** Stops polling, commits what was found, leaves. */
  void release() throws InterruptedException {
    synchronized (this) {
      closed = true;
      if (workers != null) {
        workers.close();
      }
      if (writer != null) {
        writer.finish();
      } else {
        owner.interrupt();
      }
    }
    if (!owner.join(FINISH)) {
      abandon();
      owner.join(FINISH.dividedBy(2));
    }
  }

  /** Stops at once: it is another's already. */
  void abandon() {
    synchronized (this) {
      closed = true;
      if (workers != null) {
        workers.close();
      }
    }
    owner.interrupt();
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  private void run() {
    int failures = 0;
    while (!isClosed()) {
      try {
        own();
        return;
      } catch (InterruptedException | InterruptException e) {
        return;
      } catch (KafkaException e) {
        if (isClosed()) {
          return;
        }
        boolean fenced = e instanceof ProducerFencedException || e instanceof InvalidProducerEpochException;
        failures = wasReady() ? 1 : failures + 1;
        Duration pause = fenced ? AFTER_FENCING : BACKOFF.after(failures, ThreadLocalRandom.current());
        Throwable cause = e;
        while (cause.getCause() != null) {
          cause = cause.getCause();
        }
        say(cause, fenced, pause);
        change(fenced ? "was fenced" : "was given up: " + cause.getMessage());
        if (!paused(pause)) {
          return;
        }
      } catch (RuntimeException | Error e) {
        change("failed");
        workplace.context().onBug().accept(e);
        return;
      }
    }
  }

  private boolean wasReady() {
    return problem() == null;
  }

  private static boolean paused(Duration pause) {
    try {
      Thread.sleep(pause);
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  private void own() throws InterruptedException {
    var kafka = workplace.context().kafka();
    try (var opened = PartitionWriter.open(kafka, partition)) {
      var states =
          TopicTable.read(kafka, "ingest-states-" + partition, workplace.context().topics().feedStates(), partition);
      opened.bury(states.unreadable(), workplace.context().clock().instant());
      workplace.deadLetters(states.unreadable().size());
      var session = new PartitionSession(opened, states.values());
      try (var started = new FeedPollers(workplace, session);
          var threads = new LookThreads(workplace.context().onBug())) {
        synchronized (this) {
          if (closed) {
            return;
          }
          writer = opened;
          workers = started;
        }
        startFeeds();
        threads.start(new LaterLooks(
            session, this::feed, workplace.detected()::ids, workplace.formerArticles(), workplace.pages(), threads,
            workplace.time(), workplace.context().meters(), workplace.context().onBug()));
        change(null);
        log.atInfo().addKeyValue("partition", partition).addKeyValue("known", states.values().size()).log("partition taken over");
        opened.run();
      } finally {
        synchronized (this) {
          writer = null;
          workers = null;
        }
      }
    }
  }

  private synchronized @Nullable Feed feed(String id) {
    return feeds.get(id);
  }

  private void change(@Nullable String now) {
    synchronized (this) {
      problem = now == null ? null : "partition " + partition + " " + now;
    }
    onChange.run();
  }

  /** Once for each loss, not for each try. */
  private void say(Throwable e, boolean fenced, Duration pause) {
    // That Kafka does not answer is said by the group, for all partitions.
    var level = wasReady() && !(e instanceof RetriableException) ? log.atWarn() : log.atDebug();
    level.addKeyValue("partition", partition).addKeyValue("problem", e.getMessage())
        .addKeyValue("retryInMs", pause.toMillis()).log(fenced ? "partition fenced" : "partition given up for now");
  }
}
