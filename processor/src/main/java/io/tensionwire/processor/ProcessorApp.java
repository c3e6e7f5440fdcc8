package io.tensionwire.processor;

import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.tensionwire.model.Topic;
import io.tensionwire.model.Topics;
import io.tensionwire.service.Health;
import io.tensionwire.service.RoleContext;
import io.tensionwire.service.TopicGate;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The processor as a role: reads its watches, waits for Kafka, and runs the topology until it is closed. */
public final class ProcessorApp implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(ProcessorApp.class);
  private static final Duration CLOSING = Duration.ofSeconds(4);

  private final ProcessorConfig config;
  private final RoleContext context;
  private final Health.Check check;
  private @Nullable Thread starter;
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
   * Reads the watches and returns; the rest comes as soon as Kafka answers, and {@code /readyz} says when.
   *
   * @throws io.tensionwire.service.config.ConfigurationException if a watch is not right, with file, line and reason
   */
  public synchronized void start() {
    if (starter != null || closed) {
      return;
    }
    Watches watches = Watches.load(config.watches());
    starter = Thread.ofVirtual().name("processor-start").start(() -> startWith(watches));
  }

  private void startWith(Watches watches) {
    try {
      TopicGate.await(context, check, topics(context.topics()));
      run(watches);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // closed before Kafka answered
    } catch (RuntimeException | Error e) {
      check.notReady(String.valueOf(e.getMessage()));
      context.onBug().accept(e);
    }
  }

  private static List<Topic<?>> topics(Topics topics) {
    return List.of(topics.articles(), topics.detections(), topics.stories(), topics.alerts(), topics.deadLetters());
  }

  private synchronized void run(Watches watches) {
    if (closed) {
      return;
    }
    var counts = new Counts(context.meters());
    var deadLetters = new DeadLetters(context.topics().deadLetters(), context.clock(), counts);
    var topology = new TensionTopology(context.topics(), watches, counts, config).build();
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
    started.start();
    readiness = new Readiness(context, check, started::state);
    log.atInfo()
        .addKeyValue("application", StreamsSettings.applicationId(context.kafka()))
        .addKeyValue("watches", watches.inForce().stream().map(Watching::id).toList())
        .log("processor started");
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
      if (metrics != null) {
        metrics.close();
        metrics = null;
      }
    }
    check.notReady("stopped");
  }
}
