package io.tensionwire.ingest.state;

import io.tensionwire.model.Topic;
import io.tensionwire.service.kafka.KafkaSettings;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * What a compacted topic says at this moment.
 *
 * @param values the last value of each key
 * @param removed keys whose last record takes them away
 * @param unreadable the last records of keys that are in neither
 */
public record TopicTable<V>(Map<String, V> values, Set<String> removed, List<Unreadable> unreadable) {

  private static final Duration SILENCE = Duration.ofSeconds(20);

  public TopicTable {
    values = Map.copyOf(values);
    removed = Set.copyOf(removed);
    unreadable = List.copyOf(unreadable);
  }

  /** What a record says about its key: a value, that it is taken away, or nothing that can be read. */
  public sealed interface Word<V> {}

  public record Value<V>(V value) implements Word<V> {}

  public record Removed<V>() implements Word<V> {}

  public record Unclear<V>(Unreadable record) implements Word<V> {}

  /** Reads a whole topic to the end of what is committed. */
  public static <V> TopicTable<V> read(KafkaSettings kafka, String clientId, Topic<V> topic) {
    var consumer = consumer(kafka, clientId);
    try {
      List<PartitionInfo> partitions = consumer.partitionsFor(topic.name());
      return read(consumer, topic, partitions.stream().map(p -> new TopicPartition(p.topic(), p.partition())).toList());
    } finally {
      close(consumer);
    }
  }

  /** Reads one partition to the end of what is committed. */
  public static <V> TopicTable<V> read(KafkaSettings kafka, String clientId, Topic<V> topic, int partition) {
    var consumer = consumer(kafka, clientId);
    try {
      return read(consumer, topic, List.of(new TopicPartition(topic.name(), partition)));
    } finally {
      close(consumer);
    }
  }

  /** Kafka takes an interrupted close for an error, and a broker that is away is not waited for. */
  private static void close(KafkaConsumer<?, ?> consumer) {
    boolean interrupted = Thread.interrupted();
    consumer.close(CloseOptions.timeout(Duration.ofMillis(500)));
    if (interrupted) {
      Thread.currentThread().interrupt();
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
    Map<String, Unreadable> unreadable = new LinkedHashMap<>();
    long deadline = System.nanoTime() + SILENCE.toNanos();
    while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      var records = consumer.poll(Duration.ofMillis(200));
      if (!records.isEmpty()) {
        deadline = System.nanoTime() + SILENCE.toNanos();
      } else if (System.nanoTime() - deadline > 0) {
        throw new TimeoutException("topic " + topic.name() + " cannot be read to its end");
      }
      for (ConsumerRecord<String, byte[]> record : records) {
        values.remove(record.key());
        removed.remove(record.key());
        unreadable.remove(record.key());
        switch (word(topic, record)) {
          case Value<V>(V value) -> values.put(record.key(), value);
          case Removed<V>() -> removed.add(record.key());
          case Unclear<V>(Unreadable unclear) -> unreadable.put(record.key(), unclear);
        }
      }
    }
    return new TopicTable<>(values, removed, List.copyOf(unreadable.values()));
  }

  /** What one record says. */
  public static <V> Word<V> word(Topic<V> topic, ConsumerRecord<String, byte[]> record) {
    try {
      V value = topic.values().deserializer().deserialize(record.topic(), record.value());
      return value == null ? new Removed<>() : new Value<>(value);
    } catch (SerializationException e) {
      return new Unclear<>(Unreadable.because(record, e));
    }
  }
}
