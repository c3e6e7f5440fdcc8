package io.tensionwire.service.kafka;

import io.tensionwire.model.Topic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;

/** What a record says about its key: a value, that it is taken away, or nothing that can be read. */
public sealed interface Word<V> {

  record Value<V>(V value) implements Word<V> {}

  record Removed<V>() implements Word<V> {}

  record Unclear<V>(Unreadable record) implements Word<V> {}

  /** What one record says. */
  static <V> Word<V> of(Topic<V> topic, ConsumerRecord<String, byte[]> record) {
    try {
      V value = topic.values().deserializer().deserialize(record.topic(), record.value());
      return value == null ? new Removed<>() : new Value<>(value);
    } catch (SerializationException e) {
      return new Unclear<>(Unreadable.because(record, e));
    }
  }
}
