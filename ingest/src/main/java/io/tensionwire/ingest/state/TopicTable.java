package io.tensionwire.ingest.state;

import io.tensionwire.model.Topic;
import io.tensionwire.service.kafka.KafkaSettings;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a compacted topic says at this moment.
 *
 * @param values the last value of each key
 * @param removed keys whose last record takes them away
 */
public record TopicTable<V>(Map<String, V> values, Set<String> removed) {

  private static final Logger log = LoggerFactory.getLogger(TopicTable.class);
  private static final Duration SILENCE = Duration.ofSeconds(20);

  public TopicTable {
    values = Map.copyOf(values);
    removed = Set.copyOf(removed);
  }

  /** Reads a whole topic to the end of what is committed. */
  public static <V> TopicTable<V> read(KafkaSettings kafka, String clientId, Topic<V> topic) {
    try (var consumer = consumer(kafka, clientId)) {
      List<PartitionInfo> partitions = consumer.partitionsFor(topic.name());
      return read(consumer, topic, partitions.stream().map(p -> new TopicPartition(p.topic(), p.partition())).toList());
    }
  }

  /** Reads one partition to the end of what is committed. */
  public static <V> TopicTable<V> read(KafkaSettings kafka, String clientId, Topic<V> topic, int partition) {
    try (var consumer = consumer(kafka, clientId)) {
      return read(consumer, topic, List.of(new TopicPartition(topic.name(), partition)));
    }
  }

  private static KafkaConsumer<String, byte[]> consumer(KafkaSettings kafka, String clientId) {
    Map<String, Object> settings = kafka.consumerSettings(clientId);
    settings.put("default.api.timeout.ms", (int) SILENCE.toMillis());
    return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
  }

  private static <V> TopicTable<V> read(
      KafkaConsumer<String, byte[]> consumer, Topic<V> topic, Collection<TopicPartition> partitions) {
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    Map<String, V> values = new LinkedHashMap<>();
    Set<String> removed = new HashSet<>();
    long deadline = System.nanoTime() + SILENCE.toNanos();
    while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      var records = consumer.poll(Duration.ofMillis(200));
      if (!records.isEmpty()) {
        deadline = System.nanoTime() + SILENCE.toNanos();
      } else if (System.nanoTime() - deadline > 0) {
        throw new TimeoutException("topic " + topic.name() + " cannot be read to its end");
      }
      for (ConsumerRecord<String, byte[]> record : records) {
        V value = value(topic, record);
        if (value == null) {
          values.remove(record.key());
          removed.add(record.key());
        } else {
          values.put(record.key(), value);
          removed.remove(record.key());
        }
      }
    }
    return new TopicTable<>(new HashMap<>(values), removed);
  }

  /** The value of a record; none where it is a tombstone or cannot be read, which is said once. */
  public static <V> @Nullable V value(Topic<V> topic, ConsumerRecord<String, byte[]> record) {
    try {
      return topic.values().deserializer().deserialize(record.topic(), record.value());
    } catch (SerializationException e) {
      log.atWarn()
          .addKeyValue("topic", record.topic())
          .addKeyValue("partition", record.partition())
          .addKeyValue("offset", record.offset())
          .addKeyValue("key", record.key())
          .addKeyValue("problem", e.getMessage())
          .log("a record that cannot be read is passed over");
      return null;
    }
  }
}
