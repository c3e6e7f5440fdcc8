package io.tensionwire.alerts.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tensionwire.alerts.SampleAlerts;
import io.tensionwire.alerts.receiver.HostileText;
import io.tensionwire.model.Alert;
import io.tensionwire.model.Json;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stands in whatever field of an alert: what is told is plain, and of a bounded length. */
class HostileFieldsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The longest that any message is, with every part of it as long as it may be. */
  private static final int MOST = 8_000;

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u0000", "\ud800", ">", "<", "-", "a-", "한", "\ud83d\ude00", " a", "\"\\", "e\u0301"})
  void aHundredThousandOfThemAreABoundedMessage(String text) throws Exception {
    everyField(text.repeat(100_000 / Math.max(1, text.length())));
    everyField(text);
  }

  @ParameterizedTest
  @MethodSource("io.tensionwire.alerts.receiver.HostileText#all")
  void hostileTextIsPlainInEveryField(String hostile) throws Exception {
    everyField(hostile);
  }

  @Test
  void halfACharacterInAnAddressIsNoLink() throws Exception {
    ObjectNode alert = json();
    alert.put("url", "https://daily.example/\ud800");

    assertThat(message(alert).link()).isNull();
  }

  /** Changes one after the other; what makes it no alert at all is a dead letter, and nobody is told. */
  private static void everyField(String text) throws Exception {
    List<Field> fields = fields(json(), new ArrayList<>());
    int told = 0;
    for (int i = 0; i < fields.size(); i++) {
      ObjectNode changed = json();
      Field field = fields(changed, new ArrayList<>()).get(i);
      field.set(text);
      Message message;
      try {
        message = message(changed);
      } catch (IllegalArgumentException e) {
        continue;
      }
      assertThat(message.toString()).as(field.name()).hasSizeLessThan(MOST)
          .doesNotContainPattern(HostileText.NEVER_SHOWN);
      told++;
    }
    assertThat(told).isGreaterThan(fields.size() / 2);
  }

  private static Message message(ObjectNode json) {
    return Message.of(Json.read(json.toString(), Alert.class), ZoneId.of("Europe/Paris"));
  }

  private static ObjectNode json() throws Exception {
    ObjectNode json = (ObjectNode) JSON.readTree(Json.write(SampleAlerts.escalated()));
    json.put("before", "elevated").put("after", "high").put("reason", "a ministry says so").put("storyId", "s1");
    return json;
  }

  private record Field(JsonNode parent, String name, int index) {
    void set(String text) {
      if (parent instanceof ObjectNode object) {
        object.put(name, text);
      } else {
        ((ArrayNode) parent).set(index, text);
      }
    }
  }

  private static List<Field> fields(JsonNode node, List<Field> found) {
    node.properties().forEach(property -> {
      if (property.getValue().isTextual()) {
        found.add(new Field(node, property.getKey(), 0));
      }
      fields(property.getValue(), found);
    });
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      if (node.get(i).isTextual()) {
        found.add(new Field(node, "", i));
      }
      fields(node.get(i), found);
    }
    return found;
  }
}
