package io.tensionwire.alerts;

import static java.util.Objects.requireNonNull;

import io.tensionwire.alerts.console.ConsoleConfig;
import io.tensionwire.alerts.receiver.ReceiverConfig;
import io.tensionwire.alerts.slack.SlackWebhookConfig;
import io.tensionwire.alerts.slack.app.SlackAppConfig;
import io.tensionwire.model.yaml.Nearest;
import io.tensionwire.model.yaml.Section;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every kind of receiver that there is, by the key that it has in the configuration. */
final class ReceiverKinds {

  private static final Map<String, ReceiverConfig.Reader> KINDS = new LinkedHashMap<>();

  static {
    KINDS.put("console", ConsoleConfig::from);
    KINDS.put("slack", SlackAppConfig::from);
    KINDS.put("slack-webhook", SlackWebhookConfig::from);
  }

  private ReceiverKinds() {}

  static ReceiverConfig from(Section section) {
    String name = section.required("name");
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
      throw section.error("name", "is not a name; use letters, digits, dots and dashes");
    }
    List<String> kinds = KINDS.keySet().stream().filter(section::has).toList();
    if (kinds.size() != 1) {
      throw section.error(kinds.isEmpty() ? noKind(section) : "is " + String.join(" and ", kinds) + "; give one of them");
    }
    String kind = kinds.getFirst();
    return requireNonNull(KINDS.get(kind)).read(name, section.section(kind));
  }

  private static String noKind(Section section) {
    String written = section.keys().stream().filter(key -> !key.equals("name") && !key.equals("fallback")).findFirst().orElse(null);
    String nearest = written == null ? null : Nearest.to(written, KINDS.keySet());
    return (written == null ? "says not what it is" : written + " is no kind of receiver")
        + (nearest == null ? "; add one of " + String.join(", ", KINDS.keySet()) : "; did you mean " + nearest + "?");
  }
}
