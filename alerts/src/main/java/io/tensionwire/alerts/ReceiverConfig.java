package io.tensionwire.alerts;

import io.tensionwire.alerts.slack.SlackWebhookReceiver;
import io.tensionwire.model.yaml.Nearest;
import io.tensionwire.model.yaml.Secret;
import io.tensionwire.model.yaml.Section;
import java.net.URI;
import java.util.List;

/** One receiver as configured. */
public sealed interface ReceiverConfig {

  String name();

  /** Standard output. */
  record Console(String name) implements ReceiverConfig {}

  /**
   * A channel of Slack's.
   *
   * @param url the webhook's address, which is its secret
   */
  record SlackWebhook(String name, Secret url, int messagesPerSecond) implements ReceiverConfig {}

  /**
   * Configured, but a variable it needs is not set: nothing is told, and that is on record.
   *
   * @param variable the variable
   */
  record Off(String name, String variable) implements ReceiverConfig {}

  List<String> KINDS = List.of("console", "slack-webhook");

  static ReceiverConfig from(Section section) {
    String name = section.required("name");
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
      throw section.error("name", "is not a name; use letters, digits, dots and dashes");
    }
    List<String> kinds = KINDS.stream().filter(section::has).toList();
    if (kinds.size() != 1) {
      throw section.error(kinds.isEmpty() ? noKind(section) : "is " + String.join(" and ", kinds) + "; give one of them");
    }
    Section kind = section.section(kinds.getFirst());
    return switch (kinds.getFirst()) {
      case "console" -> new Console(name);
      default -> slackWebhook(name, kind);
    };
  }

  private static String noKind(Section section) {
    String written = section.keys().stream().filter(key -> !key.equals("name")).findFirst().orElse(null);
    String nearest = written == null ? null : Nearest.to(written, KINDS);
    return (written == null ? "says not what it is" : written + " is no kind of receiver")
        + (nearest == null ? "; add one of " + String.join(", ", KINDS) : "; did you mean " + nearest + "?");
  }

  private static ReceiverConfig slackWebhook(String name, Section section) {
    int perSecond =
        section.integer("messages-per-second", SlackWebhookReceiver.RATE.perSecond(), 1, 1000);
    String missing = section.missingVariable("url");
    if (missing == null) {
      missing = section.missingVariable("url_file");
    }
    if (missing != null) {
      section.know(List.of("url", "url_file"));
      return new Off(name, missing);
    }
    Secret url = section.secret("url");
    if (url == null) {
      throw section.error("url is missing; give url: \"${SLACK_WEBHOOK_URL}\", or url_file");
    }
    if (!isWebAddress(url.reveal())) {
      // The value is a secret: it is not shown.
      throw section.error("url is not an address; it starts like https://hooks.slack.com/services/");
    }
    return new SlackWebhook(name, url, perSecond);
  }

  private static boolean isWebAddress(String text) {
    try {
      URI uri = URI.create(text);
      return uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
