package io.tensionwire.processor;

import io.tensionwire.service.kafka.KafkaSettings;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a value that no topic takes before a producer sees it. A transactional producer that refuses a record gives
 * up its whole transaction, so that Streams would fail at the same record for ever; a serializer's error is a dead
 * letter.
 */
final class Fitting {

  /** What the producer accepts, less the room for key, headers and the batch around them. */
  static final int MOST_BYTES = KafkaSettings.MAX_REQUEST_BYTES - 64 * 1024;

  private Fitting() {}

  static <V> Serde<V> serde(Serde<V> serde) {
    return Serdes.serdeFrom(new FittingSerializer<>(serde.serializer()), serde.deserializer());
  }

  private record FittingSerializer<V>(Serializer<V> values) implements Serializer<V> {

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable V value) {
      return fitting(topic, values.serialize(topic, value));
    }

    @Override
    public byte @Nullable [] serialize(String topic, Headers headers, @Nullable V value) {
      return fitting(topic, values.serialize(topic, headers, value));
    }

    private static byte @Nullable [] fitting(String topic, byte @Nullable [] bytes) {
      if (bytes != null && bytes.length > MOST_BYTES) {
        throw new SerializationException("too large for " + topic + ": " + bytes.length + " bytes");
      }
      return bytes;
    }
  }
}
