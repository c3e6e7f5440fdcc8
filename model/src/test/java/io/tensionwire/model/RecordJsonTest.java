package io.tensionwire.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecordJsonTest {

  static List<Object> full() {
    return Samples.full();
  }

  static Stream<Map.Entry<Class<?>, String>> least() {
    return Samples.least().entrySet().stream();
  }

  @ParameterizedTest
  @MethodSource("full")
  void aRecordIsReadAsItWasWritten(Object value) throws Exception {
    String json = Json.write(value);

    assertThat(Json.read(json, value.getClass())).isEqualTo(value);
    for (var component : value.getClass().getRecordComponents()) {
      assertThat(component.getAccessor().invoke(value)).as(component.getName()).isNotNull();
      assertThat(json).contains("\"" + component.getName() + "\":");
    }
  }

  @ParameterizedTest
  @MethodSource("least")
  void aRecordIsReadFromItsRequiredFieldsAlone(Map.Entry<Class<?>, String> least) {
    Object value = Json.read(least.getValue(), least.getKey());

    assertThat(Json.read(Json.write(value), least.getKey())).isEqualTo(value);
    assertThat(Json.write(value)).doesNotContain("null");
  }

  @ParameterizedTest
  @MethodSource("full")
  void fieldsOfANewerWriterAreIgnored(Object value) {
    String newer = Json.write(value).replaceFirst("\\{", "{\"addedLater\":{\"deep\":[1]},");

    assertThat(Json.read(newer, value.getClass())).isEqualTo(value);
  }

  @ParameterizedTest
  @MethodSource("full")
  void constantsOfANewerWriterAreReadAsAbsent(Object value) throws Exception {
    for (var component : value.getClass().getRecordComponents()) {
      Object constant = component.getAccessor().invoke(value);
      if (constant instanceof Enum<?> known) {
        String written = "\"" + component.getName() + "\":\"" + WireName.of(known) + "\"";
        String newer = Json.write(value).replace(written, "\"" + component.getName() + "\":\"added-later\"");
        String absent = Json.write(value).replace(written + ",", "").replace("," + written, "");

        assertThat(newer).as(component.getName()).contains("added-later");
        assertThat(Json.read(newer, value.getClass())).isEqualTo(Json.read(absent, value.getClass()));
      }
    }
  }

  @Test
  void anUnknownLanguageInAListIsLeftOut() {
    String newer = Json.write(Samples.story()).replace("\"languages\":[\"ko\"", "\"languages\":[\"ja\"");

    assertThat(Json.read(newer, Story.class).languages()).containsExactly(Language.EN);
  }

  @Test
  void aStateOfADeliveryThatANewerWriterNamedIsFinal() {
    String newer = Json.write(Samples.delivery(DeliveryState.PENDING)).replace("\"pending\"", "\"added-later\"");

    assertThat(Json.read(newer, Delivery.class).state()).isEqualTo(DeliveryState.FAILED);
  }

  @Test
  void valuesAreWrittenAsTheContractSays() {
    assertThat(Json.write(Samples.tensionPoint()))
        .contains("\"windowStart\":\"2026-11-21T00:00:00Z\"", "\"window\":\"P7D\"", "\"escalation\":5.5");
    assertThat(Json.write(Samples.signal())).contains("\"category\":\"diplomatic-protest\"", "\"current\":true");
    assertThat(Json.write(Samples.feed())).contains("\"interval\":\"PT1M\"", "\"zone\":\"Asia/Seoul\"");
  }

  @Test
  void whatIsNoRecordIsRefusedWithThePlace() {
    assertThatThrownBy(() -> Json.read("{\"id\": oops}", Article.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("not Article: ")
        .hasMessageContaining("at line 1, column");
    assertThatThrownBy(() -> Json.read("null", Article.class)).hasMessage("not Article: null");
    assertThatThrownBy(() -> Json.read("{\"feedId\":\"a/b\",\"health\":{}}", FeedState.class))
        .hasMessageStartingWith("not FeedState: ");
  }

  @Test
  void bytesThatAreNoRecordAreASerializationExceptionAndATombstoneIsNone() {
    var serde = Json.serde(Article.class);

    assertThat(serde.deserializer().deserialize("t", null)).isNull();
    assertThat(serde.serializer().serialize("t", null)).isNull();
    for (String bad : List.of("", "null", "[]", "{}", "{\"id\"", "\u0000\u0001")) {
      assertThatThrownBy(() -> serde.deserializer().deserialize("t", bad.getBytes(UTF_8)))
          .as(bad)
          .isInstanceOf(SerializationException.class)
          .hasMessageStartingWith("not Article in JSON: ");
    }
  }
}
