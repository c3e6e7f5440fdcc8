package io.tensionwire.alerts.slack;

import static io.tensionwire.alerts.AlertBuilder.alert;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tensionwire.alerts.Golden;
import io.tensionwire.alerts.SampleAlerts;
import io.tensionwire.alerts.message.Message;
import io.tensionwire.model.Alert;
import io.tensionwire.model.Language;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlackMessageTest {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void english() throws Exception {
    Golden.assertIs("slack-en.json", pretty(SampleAlerts.english()));
  }

  @Test
  void korean() throws Exception {
    Golden.assertIs("slack-ko.json", pretty(SampleAlerts.korean()));
  }

  @Test
  void russian() throws Exception {
    Golden.assertIs("slack-ru.json", pretty(SampleAlerts.russian()));
  }

  @Test
  void escalated() throws Exception {
    Golden.assertIs("slack-escalated.json", pretty(SampleAlerts.escalated()));
  }

  @Test
  void easing() throws Exception {
    Golden.assertIs("slack-easing.json", pretty(SampleAlerts.easing()));
  }

  @Test
  void mixed() throws Exception {
    Golden.assertIs("slack-mixed.json", pretty(SampleAlerts.mixed()));
  }

  @Test
  void updated() throws Exception {
    Golden.assertIs("slack-updated.json", pretty(SampleAlerts.updated()));
  }

  @Test
  void aPhraseOfNothingThatIsShownIsNotQuoted() throws Exception {
    JsonNode payload = payload(alert().signal("\u0000\u200b", "\u0000").build());

    assertThat(payload.findValuesAsText("type")).contains("rich_text").doesNotContain("rich_text_quote");
  }

  @Test
  void nothingFromAFeedStandsInMarkUp() throws Exception {
    JsonNode payload = payload(alert()
        .headline("<!channel> *now* <https://evil.example|here> & @here _x_ `y`")
        .outlet("<!here>")
        .signal("They said <!everyone> must *leave* <@U123>.", "<!everyone>")
        .build());

    assertThat(payload.findValuesAsText("type")).doesNotContain("mrkdwn", "broadcast", "user", "usergroup");
    assertThat(payload.path("text").asText()).doesNotContain("<", ">", "*", "`").contains("&lt;!channel&gt;", "&amp;");
    assertThat(payload.path("unfurl_links").asBoolean(true)).isFalse();
    assertThat(payload.path("unfurl_media").asBoolean(true)).isFalse();
    assertThat(payload.path("link_names").asBoolean(false)).isFalse();
  }

  @Test
  void onlyTheArticlesOwnLinkIsALink() throws Exception {
    JsonNode payload = payload(SampleAlerts.english());

    assertThat(payload.findValuesAsText("url"))
        .containsExactly("https://harbour-post.example/world/2026/11/21/warning?id=1&x=2");
  }

  @Test
  void hugeTextsStayWithinTheLimits() throws Exception {
    String huge = "가나다라 ".repeat(20_000);
    var big = alert().headline(huge).outlet(huge).language(Language.KO).change(huge, huge, huge)
        .directions(huge + ">x", huge + ">y", huge + ">z");
    for (int i = 0; i < 50; i++) {
      big.signal(i + huge + "끝." , "나다라");
    }

    JsonNode payload = payload(big.build());

    assertThat(payload.path("blocks").size()).isLessThanOrEqualTo(50);
    assertThat(payload.path("text").asText().length()).isLessThan(4000);
    assertThat(allText(payload).stream().mapToInt(String::length).sum()).isLessThan(6000);
    assertThat(allText(payload)).allSatisfy(text -> assertThat(text.length()).isBetween(1, 3000));
    assertThat(payload.toString()).contains("…");
  }

  @Test
  void noTextIsEmptyWhereTheAlertHasNone() throws Exception {
    JsonNode payload = payload(alert().headline("\u0000").outlet("").url(null).directions().signal(" ", " ").build());

    assertThat(allText(payload)).allSatisfy(text -> assertThat(text).isNotEmpty());
    assertThat(payload.findValues("elements")).allSatisfy(elements -> assertThat(elements).isNotEmpty());
  }

  private static List<String> allText(JsonNode payload) {
    List<String> texts = new ArrayList<>();
    for (JsonNode node : payload.findValues("text")) {
      if (node.isTextual()) {
        texts.add(node.asText());
      }
    }
    return texts;
  }

  private static JsonNode payload(Alert alert) throws JsonProcessingException {
    return JSON.readTree(SlackMessage.json(Message.of(alert, PARIS), Mention.NONE));
  }

  private static String pretty(Alert alert) throws JsonProcessingException {
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(payload(alert)) + "\n";
  }
}
