package io.tensionwire.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/**
 * A topic as the parts agree on it: its name, what its records look like, how it is laid out.
 *
 * @param key the key of a value; composite keys are joined with {@code /}
 * @param time the timestamp of a value's record; {@code null} for a value that names no time: the producer's clock
 * @param cleanup values of {@code cleanup.policy}
 * @param retention absent: kept
 */
public record Topic<V>(
    String name,
    Serde<V> values,
    Function<V, String> key,
    Function<V, @Nullable Instant> time,
    int partitions,
    List<String> cleanup,
    @Nullable Duration retention) {

  public static final String COMPACT = TopicConfig.CLEANUP_POLICY_COMPACT;
  public static final String DELETE = TopicConfig.CLEANUP_POLICY_DELETE;

  /** Enough for an article with a full body in JSON, and for the state of a feed with all its entries. */
  static final int MAX_MESSAGE_BYTES = 2 * 1024 * 1024;

  public Topic {
    cleanup = List.copyOf(cleanup);
  }

  /** Keys are UTF-8 everywhere. */
  public Serde<String> keys() {
    return Serdes.String();
  }

  /** A record for this topic, its partition chosen by the key. */
  public ProducerRecord<String, V> record(V value) {
    Instant at = time.apply(value);
    return new ProducerRecord<>(name, null, at == null ? null : at.toEpochMilli(), key.apply(value), value);
  }

  /** The settings that the topic must have. */
  public Map<String, String> settings() {
    Map<String, String> settings = new TreeMap<>();
    settings.put(TopicConfig.CLEANUP_POLICY_CONFIG, String.join(",", cleanup));
    settings.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(MAX_MESSAGE_BYTES));
    Duration kept = retention();
    settings.put(TopicConfig.RETENTION_MS_CONFIG, kept == null ? "-1" : Long.toString(kept.toMillis()));
    return settings;
  }

  public NewTopic newTopic(short replicationFactor) {
    return new NewTopic(name, partitions, replicationFactor).configs(settings());
  }
}
