package io.tensionwire.alerts.message;

import static io.tensionwire.alerts.AlertBuilder.alert;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tensionwire.alerts.SampleAlerts;
import io.tensionwire.model.Alert;
import io.tensionwire.service.config.Environment;
import io.tensionwire.model.yaml.Section;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplatesTest {

  @Test
  void aNewsroomWordsItsOwnLines() {
    String templates = """
        label: "[{{severity}}]{{#unconfirmed}} not confirmed{{/unconfirmed}}"
        gloss: "{{what}}{{#speaker}}, says {{speaker}}{{/speaker}}"
        provenance: "by {{outlets}}"
        """;
    Message message = message(SampleAlerts.russian(), templates);
    Message threat = message(SampleAlerts.korean(), templates);

    assertThat(message.label()).startsWith("[").endsWith("not confirmed");
    assertThat(threat.label()).isEqualTo("[HIGH]");
    assertThat(threat.evidence().getFirst().gloss()).isEqualTo("retaliation threat, says foreign ministry spokesperson");
    assertThat(message.provenance()).startsWith("by ").contains(SampleAlerts.russian().outlet());
  }

  @Test
  void whatIsNotGivenIsWordedAsUsual() {
    Message usual = Message.of(SampleAlerts.korean(), ZoneOffset.UTC);

    Message message = message(SampleAlerts.korean(), "label: X");

    assertThat(message.label()).isEqualTo("X");
    assertThat(message.evidence()).isEqualTo(usual.evidence());
    assertThat(message.provenance()).isEqualTo(usual.provenance());
  }

  @Test
  void theWordsOfAFeedAreNoTemplateAndStayOneLine() {
    Alert alert = alert().outlet("{{severity}}\n<b>\u202E").build();

    assertThat(message(alert, "provenance: \"{{outlets}}\"").provenance()).isEqualTo("{{severity}} <b>");
  }

  @Test
  void aBrokenTemplateIsSaidWithItsPlace() {
    assertThatThrownBy(() -> message(alert().build(), "gloss: \"{{#what}}\""))
        .hasMessageContaining("gloss").hasMessageContaining("is no template");
  }

  private static Message message(Alert alert, String yaml) {
    Section section = Section.parse(yaml, "test.yaml", new Environment(Map.of()));
    return Message.of(alert, ZoneOffset.UTC, Templates.from(section), Surroundings.NONE);
  }
}
