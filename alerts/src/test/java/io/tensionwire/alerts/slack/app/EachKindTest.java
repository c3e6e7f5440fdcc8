package io.tensionwire.alerts.slack.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tensionwire.alerts.Golden;
import io.tensionwire.alerts.SampleAlerts;
import io.tensionwire.alerts.message.Message;
import io.tensionwire.alerts.slack.Mention;
import io.tensionwire.fixtures.slack.FakeSlack;
import io.tensionwire.fixtures.slack.SlackHtml;
import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.WireName;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Slack is sent for each kind of alert in three languages; docs/messages.html shows it as Slack does. */
class EachKindTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final Path PAGE = Path.of("..", "docs", "messages.html");
  private static final Map<String, Alert> LANGUAGES = new LinkedHashMap<>();

  static {
    LANGUAGES.put("en", SampleAlerts.english());
    LANGUAGES.put("ko", SampleAlerts.korean());
    LANGUAGES.put("ru", SampleAlerts.russian());
  }

  @ParameterizedTest
  @CsvSource({"en", "ko", "ru"})
  void isAsWritten(String language) throws Exception {
    ObjectNode all = JSON.createObjectNode();
    for (AlertKind kind : AlertKind.values()) {
      all.set(WireName.of(kind), sent(language, kind));
    }

    Golden.assertIs(
        "slack-kinds-" + language + ".json", JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all) + "\n");
  }

  @ParameterizedTest
  @CsvSource({"en", "ko", "ru"})
  void keepsThePublishedLimits(String language) throws Exception {
    try (var slack = FakeSlack.start(); var http = HttpClient.newHttpClient()) {
      for (AlertKind kind : AlertKind.values()) {
        HttpResponse<String> answer = http.send(
            HttpRequest.newBuilder(slack.webhook("desk"))
                .POST(HttpRequest.BodyPublishers.ofString(sent(language, kind).toString(), UTF_8)).build(),
            HttpResponse.BodyHandlers.ofString());

        assertThat(answer.body()).as(language + " " + kind).isEqualTo("ok");
      }
      assertThat(slack.pings()).isEmpty();
    }
  }

  @Test
  void theDocumentationShowsThem() throws Exception {
    var body = new StringBuilder("<h1>What Slack shows for each kind of alert</h1>\n<p>All of it is invented.</p>\n");
    for (AlertKind kind : AlertKind.values()) {
      body.append("<h2>").append(WireName.of(kind)).append("</h2>\n");
      for (String language : LANGUAGES.keySet()) {
        body.append("<article>").append(SlackHtml.message(sent(language, kind))).append("</article>\n");
      }
    }
    String page = SlackHtml.page("Messages, kind by kind", body.toString());

    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(page);
  }

  private static JsonNode sent(String language, AlertKind kind) throws Exception {
    Alert alert = changed(LANGUAGES.getOrDefault(language, SampleAlerts.english()), kind);
    Rendered rendered = kind == AlertKind.OPENED
        ? SlackText.root(Message.of(alert, SEOUL), List.of(), Buttons.of(alert, List.of(alert.id())), Mention.NONE)
        : SlackText.reply(Message.of(alert, SEOUL), Mention.NONE);
    ObjectNode message = JSON.createObjectNode().put("text", rendered.text());
    message.set("blocks", JSON.readTree(rendered.blocks()));
    return message;
  }

  private static Alert changed(Alert alert, AlertKind kind) {
    boolean change = kind != AlertKind.OPENED;
    return new Alert(
        alert.id(), kind, alert.subject(), alert.storyId(), alert.watchId(), alert.watchVersion(), alert.severity(),
        alert.confidence(), alert.polarity(), alert.headline(), alert.url(), alert.outlet(), alert.language(),
        alert.genre(), alert.directions(), alert.signals(), change ? 3 : 1, change ? 2 : 1, alert.sources(),
        change ? "elevated" : null, change ? WireName.of(alert.severity()) : null,
        change ? "SAMPLE: why it changed" : null, alert.eventAt(), alert.raisedAt());
  }
}
