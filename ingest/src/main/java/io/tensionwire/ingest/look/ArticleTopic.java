package io.tensionwire.ingest.look;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tensionwire.ingest.article.FormerArticles;
import io.tensionwire.model.Article;
import io.tensionwire.model.Topic;
import io.tensionwire.service.kafka.KafkaSettings;
import io.tensionwire.service.kafka.Word;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Former articles as they stand on {@code news.articles}: in the partition of their id, at the offset of the moment at
 * which they were told, or soon after. One consumer for the process, opened when it is first needed.
 */
public final class ArticleTopic implements FormerArticles, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(ArticleTopic.class);
  private static final Duration ANSWER = Duration.ofSeconds(10);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration CLOSE = Duration.ofMillis(500);
  /** Records are written in the order of commits, and dated a little before. */
  private static final Duration DISORDER = Duration.ofMinutes(2);
  private static final int MOST_RECORDS = 5_000;

  private final KafkaSettings kafka;
  private final Topic<Article> topic;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable KafkaConsumer<String, byte[]> consumer;

  public ArticleTopic(KafkaSettings kafka) {
    this.kafka = kafka;
    this.topic = kafka.topics().articles();
  }

  @Override
  public @Nullable Article read(String articleId, Instant toldAt) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      return find(open(), articleId, toldAt);
    } catch (InterruptException e) {
      forget();
      throw new InterruptedException("while an article was read back");
    } catch (KafkaException e) {
      log.atWarn().addKeyValue("article", articleId).addKeyValue("problem", e.getMessage()).log("article not read back");
      forget();
      return null;
    } finally {
      lock.unlock();
    }
  }

  private @Nullable Article find(KafkaConsumer<String, byte[]> open, String articleId, Instant toldAt) {
    int count = open.partitionsFor(topic.name(), ANSWER).size();
    if (count == 0) {
      return null;
    }
    var partition = new TopicPartition(topic.name(), Utils.toPositive(Utils.murmur2(articleId.getBytes(UTF_8))) % count);
    OffsetAndTimestamp from =
        open.offsetsForTimes(Map.of(partition, toldAt.toEpochMilli()), ANSWER).get(partition);
    if (from == null) {
      return null;
    }
    open.assign(List.of(partition));
    open.seek(partition, from.offset());
    long end = open.endOffsets(List.of(partition), ANSWER).getOrDefault(partition, 0L);
    long latest = toldAt.plus(DISORDER).toEpochMilli();
    long until = System.nanoTime() + ANSWER.toNanos();
    for (int records = 0; open.position(partition, ANSWER) < end && records < MOST_RECORDS; ) {
      for (ConsumerRecord<String, byte[]> record : open.poll(POLL)) {
        records++;
        Article article = articleId.equals(record.key()) ? value(record) : null;
        if (article != null && article.fetchedAt().equals(toldAt)) {
          return article;
        }
        if (record.timestamp() > latest) {
          return null;
        }
      }
      if (System.nanoTime() > until) {
        throw new TimeoutException("topic " + topic.name() + " cannot be read at " + toldAt);
      }
    }
    return null;
  }

  private @Nullable Article value(ConsumerRecord<String, byte[]> record) {
    return Word.of(topic, record) instanceof Word.Value<Article>(Article article) ? article : null;
  }

  private KafkaConsumer<String, byte[]> open() {
    KafkaConsumer<String, byte[]> known = consumer;
    if (known != null) {
      return known;
    }
    Map<String, Object> settings = kafka.consumerSettings("ingest-articles");
    settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) ANSWER.toMillis());
    var opened = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    consumer = opened;
    return opened;
  }

  /** Kafka takes an interrupted close for an error. */
  private void forget() {
    boolean interrupted = Thread.interrupted();
    if (consumer != null) {
      consumer.close(CloseOptions.timeout(CLOSE));
      consumer = null;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      forget();
    } finally {
      lock.unlock();
    }
  }
}
