package io.tensionwire.alerts;

import io.tensionwire.model.Topic;
import io.tensionwire.service.kafka.KafkaSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a topic of one partition without a group: all of it, or single records. */
final class TopicReader<V> implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(TopicReader.class);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);

  private final Topic<V> topic;
  private final Duration timeout;
  private final TopicPartition partition;
  private final KafkaConsumer<String, byte[]> consumer;
  /** What the last polls brought, so that neighbours are fetched once. */
  private final Map<Long, ConsumerRecord<String, byte[]>> fetched = new HashMap<>();

  /** @param timeout without progress, after which the cluster counts as lost */
  TopicReader(KafkaSettings kafka, String clientId, Topic<V> topic, Duration timeout) {
    this.topic = topic;
    this.timeout = timeout;
    this.partition = new TopicPartition(topic.name(), 0);
    Map<String, Object> settings = kafka.consumerSettings(clientId);
    settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) timeout.toMillis());
    this.consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    consumer.assign(List.of(partition));
  }

  /**
   * Every value that stands on the topic now, in order; tombstones and what cannot be read are passed over.
   *
   * @throws TimeoutException if the cluster does not answer
   */
  void readToEnd(Consumer<V> each) {
    consumer.seekToBeginning(List.of(partition));
    long end = consumer.endOffsets(List.of(partition), timeout).getOrDefault(partition, 0L);
    long progressAt = System.nanoTime();
    while (consumer.position(partition, timeout) < end) {
      long before = consumer.position(partition, timeout);
      for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
        V value = value(record);
        if (value != null) {
          each.accept(value);
        }
      }
      progressAt = progress(before, progressAt);
    }
  }

  /** The record at an offset; {@code null} where it is no longer there, or is not what the topic holds. */
  @Nullable ConsumerRecord<String, byte[]> recordAt(long offset) {
    ConsumerRecord<String, byte[]> known = fetched.get(offset);
    if (known != null) {
      return known;
    }
    long first = consumer.beginningOffsets(List.of(partition), timeout).getOrDefault(partition, 0L);
    long end = consumer.endOffsets(List.of(partition), timeout).getOrDefault(partition, 0L);
    if (offset < first || offset >= end) {
      return null;
    }
    fetched.clear();
    consumer.seek(partition, offset);
    long progressAt = System.nanoTime();
    while (consumer.position(partition, timeout) <= offset) {
      long before = consumer.position(partition, timeout);
      consumer.poll(POLL).forEach(record -> fetched.put(record.offset(), record));
      progressAt = progress(before, progressAt);
    }
    return fetched.get(offset);
  }

  /** The value of a record; {@code null}, and a warning, where it is not what the topic holds. */
  @Nullable V value(ConsumerRecord<String, byte[]> record) {
    try {
      return topic.values().deserializer().deserialize(topic.name(), record.value());
    } catch (SerializationException e) {
      log.atWarn().addKeyValue("topic", topic.name()).addKeyValue("offset", record.offset()).log("record passed over");
      return null;
    }
  }

  private long progress(long before, long progressAt) {
    long now = System.nanoTime();
    if (consumer.position(partition, timeout) > before) {
      return now;
    }
    if (now - progressAt > timeout.toNanos()) {
      throw new TimeoutException("no answer while reading " + topic.name());
    }
    return progressAt;
  }

  @Override
  public void close() {
    consumer.close(CloseOptions.timeout(CLOSE_TIMEOUT));
  }
}
