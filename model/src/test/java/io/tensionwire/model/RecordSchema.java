package io.tensionwire.model;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The JSON Schema (draft 2020-12) of a record as {@link Json} writes it. */
final class RecordSchema {

  private static final Map<Class<?>, String> FORMATS =
      Map.of(Instant.class, "date-time", Duration.class, "duration", URI.class, "uri-reference", ZoneId.class, "");

  private RecordSchema() {}

  static String of(Class<?> type) throws Exception {
    var builder =
        new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
            .without(Option.ADDITIONAL_FIXED_TYPES, Option.NULLABLE_FIELDS_BY_DEFAULT)
            .with(Option.DEFINITIONS_FOR_ALL_OBJECTS, Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES);
    builder.forFields().withRequiredCheck(RecordSchema::alwaysWritten);
    builder.forTypesInGeneral()
        .withCustomDefinitionProvider(
            (resolved, context) -> {
              ObjectNode text = context.getGeneratorConfig().createObjectNode().put("type", "string");
              Class<?> erased = resolved.getErasedType();
              String format = FORMATS.get(erased);
              if (erased.isEnum()) {
                var names = text.putArray("enum");
                Stream.of(erased.getEnumConstants()).forEach(constant -> names.add(WireName.of((Enum<?>) constant)));
              } else if (format == null) {
                return null;
              } else if (!format.isEmpty()) {
                text.put("format", format);
              }
              return new CustomDefinition(text, true);
            });
    ObjectNode generated = new SchemaGenerator(builder.build()).generateSchema(type);
    ObjectNode schema = new ObjectMapper().createObjectNode();
    schema.set("$schema", generated.get("$schema"));
    schema.put("$id", "urn:tensionwire:schema:" + CloudEvents.name(type) + ":1");
    schema.put("title", type.getSimpleName());
    generated.remove("$schema");
    schema.setAll(generated);
    return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(schema) + "\n";
  }

  /** A component that may not be absent is always written. */
  private static boolean alwaysWritten(FieldScope field) {
    for (RecordComponent component : field.getDeclaringType().getErasedType().getRecordComponents()) {
      if (component.getName().equals(field.getName())) {
        return !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
      }
    }
    throw new IllegalArgumentException(field.toString());
  }
}
