package io.tensionwire.ingest.look;

import io.tensionwire.ingest.time.Timekeeper;
import io.tensionwire.model.Detection;
import io.tensionwire.service.Backoff;
import io.tensionwire.service.RoleContext;
import io.tensionwire.service.kafka.TopicReader;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The articles that name a watch's pair, as {@code news.detections} says: one reader for all partitions of the process,
 * from a day and a bit ago on. Without Kafka what is known stands.
 */
public final class DetectedArticles implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(DetectedArticles.class);
  private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30));
  private static final Duration ANSWER = Duration.ofSeconds(10);
  private static final Duration POLL = Duration.ofSeconds(1);

  private final RoleContext context;
  private final Timekeeper time;
  private final Map<String, Instant> detectedAt = new ConcurrentHashMap<>();
  private @Nullable Thread thread;

  public DetectedArticles(RoleContext context, Timekeeper time) {
    this.context = context;
    this.time = time;
  }

  /** When the topic is there. */
  public synchronized void start() {
    if (thread == null) {
      thread = Thread.ofVirtual().name("ingest-detections").start(this::run);
    }
  }

  /** The ids of those that may still be looked at. */
  public Set<String> ids() {
    Instant limit = time.now().minus(LookPlan.KEPT);
    detectedAt.values().removeIf(at -> at.isBefore(limit));
    return Set.copyOf(detectedAt.keySet());
  }

  private void run() {
    try {
      for (int failures = 1; ; failures++) {
        try (var reader =
            new TopicReader<>(context.kafka(), "ingest-detections", context.topics().detections(), ANSWER)) {
          reader.seekTo(time.now().minus(LookPlan.KEPT));
          while (!Thread.currentThread().isInterrupted()) {
            reader.poll(POLL).forEach(record -> hear(reader, record));
            failures = 0;
          }
          return;
        } catch (InterruptException e) {
          return;
        } catch (KafkaException e) {
          (failures == 1 ? log.atWarn() : log.atDebug()).addKeyValue("problem", e.getMessage())
              .log("detections not read: later looks go on with those that are known");
          Thread.sleep(BACKOFF.after(Math.max(1, failures), ThreadLocalRandom.current()));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      context.onBug().accept(e);
    }
  }

  private void hear(TopicReader<Detection> reader, ConsumerRecord<String, byte[]> record) {
    Detection detection = reader.value(record);
    if (detection != null) {
      detectedAt.merge(detection.articleId(), detection.fetchedAt(), (one, other) -> one.isAfter(other) ? one : other);
    }
  }

  @Override
  public synchronized void close() {
    if (thread != null) {
      thread.interrupt();
    }
  }
}
