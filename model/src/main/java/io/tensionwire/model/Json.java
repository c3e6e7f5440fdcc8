package io.tensionwire.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
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
        .addModule(kebabEnums())
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .defaultPropertyInclusion(JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
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
    try {
      return MAPPER.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not " + type.getSimpleName() + ": " + e.getOriginalMessage(), e);
    }
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
      try {
        return MAPPER.readValue(bytes, type);
      } catch (IOException e) {
        // The text of the exception would quote the record: a dead letter keeps that apart.
        throw new SerializationException("not " + type.getSimpleName() + " in JSON: " + plain(e), e);
      }
    }

    private static String plain(IOException e) {
      return e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.toString();
    }
  }

  /** Enum constants in lower-kebab-case; an unknown one is read as absent. */
  private static SimpleModule kebabEnums() {
    var module = new SimpleModule("kebab-enums");
    module.addSerializer(new KebabEnumSerializer());
    module.setDeserializerModifier(
        new BeanDeserializerModifier() {
          @Override
          public JsonDeserializer<?> modifyEnumDeserializer(
              DeserializationConfig config, JavaType type, BeanDescription description, JsonDeserializer<?> standard) {
            return new KebabEnumDeserializer(type.getRawClass());
          }
        });
    return module;
  }

  @SuppressWarnings("rawtypes")
  private static final class KebabEnumSerializer extends StdScalarSerializer<Enum> {
    private static final long serialVersionUID = 1L;

    KebabEnumSerializer() {
      super(Enum.class);
    }

    @Override
    public void serialize(Enum value, JsonGenerator generator, SerializerProvider provider) throws IOException {
      generator.writeString(WireName.of(value));
    }
  }

  private static final class KebabEnumDeserializer extends StdScalarDeserializer<Object> {
    private static final long serialVersionUID = 1L;

    private final transient Map<String, Object> constants = new HashMap<>();

    KebabEnumDeserializer(Class<?> type) {
      super(type);
      for (Object constant : type.getEnumConstants()) {
        constants.put(WireName.of((Enum<?>) constant), constant);
      }
    }

    @Override
    public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
      return constants.get(parser.getValueAsString(""));
    }
  }
}
