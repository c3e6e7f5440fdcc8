package io.tensionwire.ingest;

import io.tensionwire.service.Backoff;
import io.tensionwire.service.Health;
import io.tensionwire.service.RoleContext;
import io.tensionwire.service.TopicGate;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The role: feeds and pages in, articles out. */
public final class IngestApp implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(IngestApp.class);
  private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(10));
  private static final Duration STOP = Duration.ofSeconds(10);

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
      TopicGate.await(context, check, List.of(topics.articles(), topics.feeds(), topics.feedStates()));
      for (int failures = 1; !isClosed(); failures++) {
        try {
          FeedSeeds.seed(context.kafka(), config.feeds());
          FeedGroup joined = join(workplace);
          if (joined != null) {
            failures = 0;
            joined.run();
          }
        } catch (KafkaException e) {
          Duration pause = BACKOFF.after(Math.max(1, failures), ThreadLocalRandom.current());
          check.notReady("Kafka does not answer");
          log.atWarn().addKeyValue("problem", e.getMessage()).addKeyValue("retryInMs", pause.toMillis())
              .log("out of the group of feeds");
          Thread.sleep(pause);
        }
      }
    } catch (InterruptedException e) {
      log.atDebug().log("stopped while starting");
    } catch (RuntimeException | Error e) {
      check.notReady("failed");
      context.onBug().accept(e);
    }
  }

  private synchronized @Nullable FeedGroup join(Workplace workplace) {
    group = closed ? null : new FeedGroup(workplace, check);
    return group;
  }

  private synchronized boolean isClosed() {
    return closed;
  }

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
        if (!running.join(Duration.ofSeconds(2))) {
          log.atWarn().log("ingest did not stop in time");
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
