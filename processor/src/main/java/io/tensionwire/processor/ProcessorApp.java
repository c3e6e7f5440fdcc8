package io.tensionwire.processor;

import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.tensionwire.model.Topic;
import io.tensionwire.model.Topics;
import io.tensionwire.model.Watch;
import io.tensionwire.processor.WatchFiles.WatchFile;
import io.tensionwire.service.Backoff;
import io.tensionwire.service.Health;
import io.tensionwire.service.RoleContext;
import io.tensionwire.service.TopicGate;
import io.tensionwire.service.kafka.TopicTable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.LagInfo;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The processor as a role: reads its watches, from files and from {@code news.watches}, and runs the topology around
 * them until it is closed. No article is judged before the topic was read to its end.
 */
public final class ProcessorApp implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(ProcessorApp.class);
  private static final Duration CLOSING = Duration.ofSeconds(4);
  private static final Duration KAFKA_TIMEOUT = Duration.ofSeconds(10);
  private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(15));

  private final ProcessorConfig config;
  private final RoleContext context;
  private final Health.Check check;
  private @Nullable Thread starter;
  private @Nullable WatchFollower follower;
  private @Nullable KafkaStreams streams;
  private @Nullable KafkaStreamsMetrics metrics;
  private @Nullable Readiness readiness;
  private boolean closed;

  public ProcessorApp(ProcessorConfig config, RoleContext context) {
    this.config = config;
    this.context = context;
    this.check = context.health().check("processor");
  }

  /**
   * Reads the watch files and returns; the rest comes as soon as Kafka answers, and {@code /readyz} says when.
   *
   * @throws io.tensionwire.service.config.ConfigurationException if a file is not right, with line and reason of each
   *     mistake
   */
  public synchronized void start() {
    if (starter != null || closed) {
      return;
    }
    WatchFiles files = WatchFiles.load(config.watches(), context.clock().instant());
    starter = Thread.ofVirtual().name("processor-start").start(() -> startWith(files));
  }

  private void startWith(WatchFiles files) {
    try {
      TopicGate.await(context, check, topics(context.topics()));
      var counts = new Counts(context.meters());
      var watches = new Watches(List.of());
      var desk = new WatchDesk(context.topics().watches(), files, watches, counts, check);
      var following = new WatchFollower(context, desk);
      readWatches(files, following);
      run(watches, counts, following);
    } catch (InterruptedException | InterruptException e) {
      Thread.currentThread().interrupt(); // closed before Kafka answered
    } catch (RuntimeException | Error e) {
      check.notReady(String.valueOf(e.getMessage()));
      context.onBug().accept(e);
    }
  }

  /** Puts on the topic what it lacks, and reads it to its end; tries for as long as it takes. */
  private void readWatches(WatchFiles files, WatchFollower following) throws InterruptedException {
    for (int failures = 1; ; failures++) {
      try {
        TopicTable<Watch> before =
            new WatchTopic(context.kafka(), KAFKA_TIMEOUT).seed(files.all().stream().map(WatchFile::watch).toList());
        files.all().forEach(file -> compare(file, before.values().get(file.watch().id())));
        following.catchUp();
        return;
      } catch (InterruptException e) {
        throw e;
      } catch (KafkaException e) {
        Duration pause = BACKOFF.after(failures, ThreadLocalRandom.current());
        String problem = context.topics().watches().name() + " cannot be read: " + e.getMessage();
        check.notReady(problem);
        (failures == 1 ? log.atWarn() : log.atDebug()).addKeyValue("problem", problem).log("waiting for the watches");
        Thread.sleep(pause);
      }
    }
  }

  /** An editor who changes a file and starts anew must learn that the topic rules. */
  private static void compare(WatchFile file, @Nullable Watch onTopic) {
    if (onTopic != null && !onTopic.version().equals(file.watch().version())) {
      log.atWarn()
          .addKeyValue("file", file.path())
          .addKeyValue("fileVersion", file.watch().version())
          .addKeyValue("topicVersion", onTopic.version())
          .addKeyValue("pushedBy", onTopic.pushedBy())
          .addKeyValue("pushedAt", onTopic.pushedAt())
          .log("the watch file is not what the topic holds; the topic rules. To use the file: tensionwire watch push"
              + (onTopic.replaced().contains(file.watch().version()) ? " --force" : ""));
    }
  }

  /** All that the topology reads and writes, and the watches. */
  static List<Topic<?>> topics(Topics topics) {
    return List.of(
        topics.articles(), topics.feedStates(), topics.watches(), topics.detections(), topics.stories(),
        topics.tension(), topics.positions(), topics.alerts(), topics.deadLetters());
  }

  private synchronized void run(Watches watches, Counts counts, WatchFollower following) {
    if (closed) {
      following.close();
      return;
    }
    var deadLetters = new DeadLetters(context.topics().deadLetters(), context.clock(), counts);
    var topology = new TensionTopology(context.topics(), watches, counts, context.clock(), config).build();
    var death = new ThreadDeath(check, context.onBug());
    var started = new KafkaStreams(topology, StreamsSettings.of(config, context.kafka(), deadLetters));
    started.setUncaughtExceptionHandler(death);
    started.setStateListener((now, before) -> {
      if (now == KafkaStreams.State.RUNNING) {
        death.recovered();
      }
    });
    streams = started;
    metrics = new KafkaStreamsMetrics(started);
    metrics.bindTo(context.meters());
    follower = following;
    following.start();
    started.start();
    readiness = new Readiness(context, check, started::state);
    log.atInfo()
        .addKeyValue("application", StreamsSettings.applicationId(context.kafka()))
        .addKeyValue("watches", watches.ids())
        .log("processor started");
  }

  /** How far the stores here are behind their changelogs, by store and partition; those that stand by among them. */
  synchronized Map<String, Map<Integer, LagInfo>> lags() {
    return streams == null ? Map.of() : streams.allLocalStorePartitionLags();
  }

  /** Stops within a few seconds; what was not committed is done again by the next one. */
  @Override
  public void close() {
    Thread starting;
    synchronized (this) {
      closed = true;
      starting = starter;
      starter = null;
    }
    if (starting != null) {
      starting.interrupt();
    }
    synchronized (this) {
      if (readiness != null) {
        readiness.close();
        readiness = null;
      }
      if (streams != null) {
        // It leaves its group, so that a successor need not wait for the session to end.
        boolean stopped = streams.close(
            CloseOptions.timeout(CLOSING)
                .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
        if (!stopped) {
          log.atWarn().addKeyValue("afterMs", CLOSING.toMillis()).log("processor did not stop in time");
        }
        streams = null;
      }
      if (follower != null) {
        follower.close();
        follower = null;
      }
      if (metrics != null) {
        metrics.close();
        metrics = null;
      }
    }
    check.notReady("stopped");
  }
}
