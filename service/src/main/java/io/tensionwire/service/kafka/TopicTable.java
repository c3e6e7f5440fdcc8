package io.tensionwire.service.kafka;

import io.tensionwire.model.Topic;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

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

  /**
   * Reads a whole topic to the end of what is committed.
   *
   * @throws org.apache.kafka.common.errors.TimeoutException if the cluster does not answer
   */
  public static <V> TopicTable<V> read(KafkaSettings kafka, String clientId, Topic<V> topic) {
    return read(kafka, clientId, topic, SILENCE);
  }

  /** The same with another time to wait for an answer. */
  public static <V> TopicTable<V> read(KafkaSettings kafka, String clientId, Topic<V> topic, Duration timeout) {
    try (var reader = new TopicReader<>(kafka, clientId, topic, timeout)) {
      return read(reader, topic);
    }
  }

  /** Reads one partition to the end of what is committed. */
  public static <V> TopicTable<V> read(KafkaSettings kafka, String clientId, Topic<V> topic, int partition) {
    try (var reader = new TopicReader<>(kafka, clientId, topic, SILENCE, partition)) {
      return read(reader, topic);
    }
  }

  private static <V> TopicTable<V> read(TopicReader<V> reader, Topic<V> topic) {
    Map<String, V> values = new LinkedHashMap<>();
    Set<String> removed = new HashSet<>();
    Map<String, Unreadable> unreadable = new LinkedHashMap<>();
    reader.readToEnd((ConsumerRecord<String, byte[]> record) -> {
      values.remove(record.key());
      removed.remove(record.key());
      unreadable.remove(record.key());
      switch (Word.of(topic, record)) {
        case Word.Value<V>(V value) -> values.put(record.key(), value);
        case Word.Removed<V>() -> removed.add(record.key());
        case Word.Unclear<V>(Unreadable unclear) -> unreadable.put(record.key(), unclear);
      }
    });
    return new TopicTable<>(values, removed, List.copyOf(unreadable.values()));
  }
}
