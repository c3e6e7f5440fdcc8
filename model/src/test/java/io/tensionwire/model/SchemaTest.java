package io.tensionwire.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The schemas that the headers of a record name are those of the records. After a change of a record write them again
 * with {@code mvn -pl model test -Dtest=SchemaTest -Dschemas.write=true}.
 */
class SchemaTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Path FOLDER = Path.of("src", "main", "resources", "schemas");

  static List<Object> full() {
    return Samples.full();
  }

  static Stream<Map.Entry<Class<?>, String>> least() {
    return Samples.least().entrySet().stream();
  }

  @ParameterizedTest
  @MethodSource("full")
  void theSchemaIsThatOfTheRecord(Object value) throws Exception {
    String generated = RecordSchema.of(value.getClass());
    if (Boolean.getBoolean("schemas.write")) {
      Files.createDirectories(FOLDER);
      Files.writeString(file(value.getClass()), generated);
    }

    assertThat(Files.readString(file(value.getClass()))).isEqualTo(generated);
  }

  @ParameterizedTest
  @MethodSource("full")
  void aRecordWithAllFieldsIsValid(Object value) throws Exception {
    assertThat(errors(value.getClass(), Json.write(value))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("least")
  void whatIsWrittenOfTheLeastRecordIsValid(Map.Entry<Class<?>, String> least) throws Exception {
    String written = Json.write(Json.read(least.getValue(), least.getKey()));

    assertThat(errors(least.getKey(), written)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("full")
  void aValueOfAnotherShapeIsNotValid(Object value) throws Exception {
    assertThat(errors(value.getClass(), "{}")).isNotEmpty();
  }

  @Test
  void timesAndConstantsAreChecked() throws Exception {
    String json = Json.write(Samples.alert());

    assertThat(errors(Alert.class, json.replace("2026-11-21T09:30:00Z", "today"))).isNotEmpty();
    assertThat(errors(Alert.class, json.replace("\"critical\"", "\"dire\""))).isNotEmpty();
  }

  @Test
  void theSchemasAreInTheJar() {
    for (Object value : Samples.full()) {
      assertThat(SchemaTest.class.getResource("/schemas/" + file(value.getClass()).getFileName())).isNotNull();
    }
  }

  private static List<String> errors(Class<?> type, String json) throws Exception {
    JsonNode schema = MAPPER.readTree(file(type).toFile());
    var config = SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    return JsonSchemaFactory.getInstance(VersionFlag.V202012)
        .getSchema(schema, config)
        .validate(MAPPER.readTree(json))
        .stream()
        .map(Object::toString)
        .toList();
  }

  private static Path file(Class<?> type) {
    return FOLDER.resolve(CloudEvents.name(type) + "-1.json");
  }
}
