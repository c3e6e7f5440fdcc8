package io.tensionwire.ingest.partition;

import io.tensionwire.model.Feed;
import io.tensionwire.model.FeedState;
import io.tensionwire.model.Topic;
import io.tensionwire.service.kafka.KafkaSettings;
import io.tensionwire.service.kafka.TopicTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * {@code news.feeds}, for those who write it. The owner of a feed follows the topic: what is written here is in force
 * there as soon as it is read, and what is known of a removed feed its owner alone takes off {@code news.feed-states}.
 */
public final class FeedTopic {

  private final KafkaSettings kafka;
  private final Topic<Feed> topic;
  private final Duration timeout;

  /** @param timeout after which the cluster counts as lost */
  public FeedTopic(KafkaSettings kafka, Duration timeout) {
    this.kafka = kafka;
    this.topic = kafka.topics().feeds();
    this.timeout = timeout;
  }

  /**
   * The last word on each feed.
   *
   * @throws KafkaException if the cluster does not answer
   */
  public TopicTable<Feed> read() {
    return TopicTable.read(kafka, "tensionwire-feeds", topic, timeout);
  }

  /**
   * What the owners last wrote about their feeds.
   *
   * @throws KafkaException if the cluster does not answer
   */
  public TopicTable<FeedState> states() {
    return TopicTable.read(kafka, "tensionwire-feed-states", kafka.topics().feedStates(), timeout);
  }

  /**
   * Puts feeds on the topic, in the place of those with the same ids.
   *
   * @throws KafkaException if the cluster does not answer, or refuses one of them
   */
  public void put(Collection<Feed> feeds) throws InterruptedException {
    write(feeds.stream().map(feed -> this.record(feed.id(), feed)).toList());
  }

  /**
   * Takes feeds off the topic.
   *
   * @throws KafkaException if the cluster does not answer
   */
  public void remove(Collection<String> ids) throws InterruptedException {
    write(ids.stream().map(id -> this.record(id, null)).toList());
  }

  private ProducerRecord<String, @Nullable Feed> record(String id, @Nullable Feed feed) {
    return new ProducerRecord<>(topic.name(), kafka.topics().feedPartition(id), id, feed);
  }

  private void write(List<ProducerRecord<String, @Nullable Feed>> records) throws InterruptedException {
    if (records.isEmpty()) {
      return;
    }
    Map<String, Object> settings = kafka.producerSettings("tensionwire-feeds");
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, timeout.toMillis());
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) timeout.toMillis() / 2);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) timeout.toMillis());
    try (var producer = new KafkaProducer<String, @Nullable Feed>(
        settings, new StringSerializer(), topic.values().serializer())) {
      List<Future<?>> sent = new ArrayList<>();
      for (var record : records) {
        sent.add(producer.send(record));
      }
      for (Future<?> each : sent) {
        each.get();
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException problem ? problem : new KafkaException(e.getCause());
    }
  }
}
