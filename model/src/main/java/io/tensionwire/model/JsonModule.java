package io.tensionwire.model;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How single values are written: enum constants in lower-kebab-case, an unknown one read as absent; whole days as
 * {@code P7D}.
 */
final class JsonModule extends SimpleModule {
  private static final long serialVersionUID = 1L;

  JsonModule() {
    super("tensionwire");
    addSerializer(new EnumSerializer());
    addSerializer(new DurationSerializer());
    setMixInAnnotation(Seen.class, FormerSeen.class);
    setDeserializerModifier(
        new BeanDeserializerModifier() {
          @Override
          public JsonDeserializer<?> modifyEnumDeserializer(
              DeserializationConfig config, JavaType type, BeanDescription description, JsonDeserializer<?> standard) {
            return new EnumDeserializer(type.getRawClass());
          }
        });
  }

  /** States of before know an entry by its whole address, under this name. */
  private interface FormerSeen {
    @JsonAlias("canonicalUrl")
    String address();
  }

  @SuppressWarnings("rawtypes")
  private static final class EnumSerializer extends StdScalarSerializer<Enum> {
    private static final long serialVersionUID = 1L;

    EnumSerializer() {
      super(Enum.class);
    }

    @Override
    public void serialize(Enum value, JsonGenerator generator, SerializerProvider provider) throws IOException {
      generator.writeString(WireName.of(value));
    }
  }

  private static final class EnumDeserializer extends StdScalarDeserializer<Object> {
    private static final long serialVersionUID = 1L;

    private final transient Map<String, Object> constants = new HashMap<>();

    EnumDeserializer(Class<?> type) {
      super(type);
      for (Object constant : type.getEnumConstants()) {
        constants.put(WireName.of((Enum<?>) constant), constant);
      }
    }

    @Override
    public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
      if (!parser.currentToken().isScalarValue()) {
        return context.handleUnexpectedToken(handledType(), parser);
      }
      return constants.get(parser.getValueAsString(""));
    }
  }

  private static final class DurationSerializer extends StdScalarSerializer<Duration> {
    private static final long serialVersionUID = 1L;

    DurationSerializer() {
      super(Duration.class);
    }

    @Override
    public void serialize(Duration value, JsonGenerator generator, SerializerProvider provider) throws IOException {
      boolean wholeDays = value.isPositive() && Duration.ofDays(value.toDays()).equals(value);
      generator.writeString(wholeDays ? "P" + value.toDays() + "D" : value.toString());
    }
  }
}
