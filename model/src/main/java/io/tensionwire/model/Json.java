package io.tensionwire.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** How records are written, on topics and on the command line alike. */
public final class Json {

  private static final ObjectMapper MAPPER = mapper();

  private Json() {}

  /** A mapper of one's own, to be configured further. */
  public static ObjectMapper mapper() {
    return JsonMapper.builder()
        .addModule(new JavaTimeModule())
        .addModule(new JsonModule())
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .defaultPropertyInclusion(JsonInclude.Value.construct(Include.NON_NULL, Include.NON_NULL))
        .build();
  }

  public static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot be written as JSON: " + value.getClass().getSimpleName(), e);
    }
  }

  /**
   * Reads one value.
   *
   * @throws IllegalArgumentException if the text is not JSON, or not of this shape; the message says where
   */
  public static <V> V read(String json, Class<V> type) {
    V value;
    try {
      value = MAPPER.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not " + type.getSimpleName() + ": " + reason(e), e);
    }
    if (value == null) {
      throw new IllegalArgumentException("not " + type.getSimpleName() + ": null");
    }
    return value;
  }

  /** For stores and changelogs: values alone, no headers. */
  public static <V> Serde<V> serde(Class<V> type) {
    return serde(type, null);
  }

  /** For topics: values, and the headers that go with them. */
  static <V> Serde<V> serde(Class<V> type, @Nullable CloudEvents<V> events) {
    return Serdes.serdeFrom(new JsonValueSerializer<>(events), new JsonValueDeserializer<>(type));
  }

  private static final class JsonValueSerializer<V> implements Serializer<V> {
    private final @Nullable CloudEvents<V> events;

    JsonValueSerializer(@Nullable CloudEvents<V> events) {
      this.events = events;
    }

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable V value) {
      if (value == null) {
        return null;
      }
      try {
        return MAPPER.writeValueAsBytes(value);
      } catch (JsonProcessingException e) {
        throw new SerializationException("cannot be written as JSON for " + topic, e);
      }
    }

    @Override
    public byte @Nullable [] serialize(String topic, Headers headers, @Nullable V value) {
      if (events != null && value != null) {
        events.stamp(headers, value);
      }
      return serialize(topic, value);
    }
  }

  private static final class JsonValueDeserializer<V> implements Deserializer<V> {
    private final Class<V> type;

    JsonValueDeserializer(Class<V> type) {
      this.type = type;
    }

    @Override
    public @Nullable V deserialize(String topic, byte @Nullable [] bytes) {
      if (bytes == null) {
        return null;
      }
      V value;
      try {
        value = MAPPER.readValue(bytes, type);
      } catch (IOException e) {
        throw new SerializationException("not " + type.getSimpleName() + " in JSON: " + reason(e), e);
      }
      if (value == null) {
        // A tombstone has no bytes at all; the four of "null" are somebody's mistake.
        throw new SerializationException("not " + type.getSimpleName() + " in JSON: null");
      }
      return value;
    }
  }

  /** One line: what is wrong, and where. */
  private static String reason(IOException e) {
    if (!(e instanceof JsonProcessingException json)) {
      return e.toString();
    }
    String what = json.getOriginalMessage().lines().findFirst().orElse("");
    JsonLocation at = json.getLocation();
    return at == null ? what : what + " at line " + at.getLineNr() + ", column " + at.getColumnNr();
  }
}
