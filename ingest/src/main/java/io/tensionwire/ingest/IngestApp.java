package io.tensionwire.ingest;

import io.tensionwire.ingest.config.IngestConfig;
import io.tensionwire.ingest.partition.FeedGroup;
import io.tensionwire.ingest.partition.FeedSeeds;
import io.tensionwire.ingest.poll.Workplace;
import io.tensionwire.service.Backoff;
import io.tensionwire.service.Health;
import io.tensionwire.service.RoleContext;
import io.tensionwire.service.TopicGate;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The role: feeds and pages in, articles out. */
public final class IngestApp implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(IngestApp.class);
  private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(10));
  /** Longer than a group takes to leave in good order. */
  private static final Duration STOP = Duration.ofMillis(3500);
  private static final Duration STOP_AT_ONCE = Duration.ofMillis(500);

  private final IngestConfig config;
  private final RoleContext context;
  private final Health.Check check;
  private @Nullable Thread thread;
  private @Nullable FeedGroup group;
  private boolean closed;

  public IngestApp(IngestConfig config, RoleContext context) {
    this.config = config;
    this.context = context;
    this.check = context.health().check("ingest");
  }

  /** Returns at once; whether the work can be done is the check's word. */
  public synchronized void start() {
    if (thread == null && !closed) {
      thread = Thread.ofPlatform().name("ingest").start(this::run);
    }
  }

  private void run() {
    try (var workplace = Workplace.open(config, context)) {
      var topics = context.topics();
      TopicGate.await(context, check, List.of(
          topics.articles(), topics.feeds(), topics.feedStates(), topics.detections(), topics.deadLetters()));
      workplace.detected().start();
      for (int failures = 1; !isClosed(); failures++) {
        try {
          FeedSeeds.seed(context.kafka(), config.feeds());
          FeedGroup joined = join(workplace);
          if (joined != null) {
            failures = 0;
            run(joined);
          }
        } catch (InterruptException e) {
          throw e; // Closed; it would count as trouble with Kafka otherwise.
        } catch (KafkaException e) {
          Duration pause = BACKOFF.after(Math.max(1, failures), ThreadLocalRandom.current());
          check.notReady("out of the group of feeds: " + e.getMessage());
          log.atWarn().addKeyValue("problem", e.getMessage()).addKeyValue("retryInMs", pause.toMillis())
              .log("out of the group of feeds");
          Thread.sleep(pause);
        }
      }
    } catch (InterruptedException | InterruptException e) {
      log.atDebug().log("stopped while starting");
    } catch (RuntimeException | Error e) {
      check.notReady("failed");
      context.onBug().accept(e);
    }
  }

  private void run(FeedGroup joined) {
    try {
      joined.run();
    } finally {
      synchronized (this) {
        group = null;
      }
    }
  }

  private synchronized @Nullable FeedGroup join(Workplace workplace) {
    group = closed ? null : new FeedGroup(workplace, check);
    return group;
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  /** Commits what was found and leaves, within four seconds: what is left the next owner finds again. */
  @Override
  public void close() {
    Thread running;
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      check.notReady("closed");
      running = thread;
      if (group != null) {
        group.leave();
      } else if (running != null) {
        running.interrupt();
      }
    }
    if (running == null) {
      return;
    }
    try {
      if (!running.join(STOP)) {
        running.interrupt();
        if (!running.join(STOP_AT_ONCE)) {
          log.atWarn().log("ingest did not stop in time");
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
