package io.tensionwire.alerts.slack.app;

import static io.tensionwire.alerts.AlertBuilder.alert;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tensionwire.alerts.AlertBuilder;
import io.tensionwire.alerts.message.Message;
import io.tensionwire.alerts.receiver.Notice;
import io.tensionwire.alerts.receiver.NoticeLine;
import io.tensionwire.alerts.slack.Mention;
import io.tensionwire.model.Alert;
import java.net.URI;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlackTextTest {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @ValueSource(strings = {"가나다라 ", "<<<<&&&& ", "𝕏𝕏𝕏 ", "a", "\"\\\"\\ "})
  void whateverItIsMadeFromItFits(String part) {
    String huge = part.repeat(100_000 / part.length());
    AlertBuilder big = alert().headline(huge).outlet(huge).change(huge, huge, huge).directions(huge + ">x");
    for (int i = 0; i < 50; i++) {
      big.signal(i + huge + "나다" + huge, "나다");
    }
    Alert alert = big.build();
    List<String> marks = Collections.nCopies(50, "Acknowledged by @" + huge);

    Rendered root = SlackText.root(
        Message.of(alert, PARIS), marks, new Buttons("s".repeat(64), ids(50), ids(50)), Mention.of("@here"));

    assertThat(root.blocks().getBytes(UTF_8).length).isLessThanOrEqualTo(SlackText.MOST_BYTES);
    assertThat(root.text().getBytes(UTF_8).length).isLessThan(4000);
  }

  @Test
  void onlyTheMentionOfTheConfigurationIsOne() throws Exception {
    Message hostile = Message.of(alert().headline("<!channel> <@U1>").outlet("<!here>").build(), PARIS);

    JsonNode blocks = JSON.readTree(
        SlackText.root(hostile, List.of("Acknowledged by @<!channel>"), null, Mention.of("<!subteam^S0SHIFT> U0NIGHT, @here @desk")).blocks());

    assertThat(blocks.findValuesAsText("type")).containsOnlyOnce("usergroup", "user", "broadcast").doesNotContain("mrkdwn");
    assertThat(blocks.findValuesAsText("usergroup_id")).containsExactly("S0SHIFT");
    assertThat(blocks.findValuesAsText("text")).contains("@desk");
  }

  @Test
  void aNoticeIsOneMessageWithAllItsLines() throws Exception {
    List<NoticeLine> lines = Collections.nCopies(60, new NoticeLine("▲", "라".repeat(300), URI.create("https://a.example/" + "x".repeat(200))));

    Rendered notice = SlackText.notice(new Notice("n1", "Hand-over", lines, 0, "@here"));

    assertThat(notice.blocks().getBytes(UTF_8).length).isLessThanOrEqualTo(SlackText.MOST_BYTES);
    assertThat(notice.text()).isEqualTo("Hand-over");
    assertThat(notice.blocks()).contains("more", "broadcast");
  }

  @Test
  void aValueSaysWhatItMeans() {
    var buttons = new Buttons("s1", List.of("a1", "a2"), List.of("red-line"));

    assertThat(Buttons.of(buttons.value())).isEqualTo(buttons);
    assertThat(new Buttons("s".repeat(64), ids(50), ids(50)).value().length()).isLessThan(2000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "[]", "{\"alerts\":3}", "{\"story\":{}}", "{\"alerts\":[[1,2]]}", "null"})
  void aValueOfSomebodyElsesMeansNothing(String value) {
    Buttons buttons = Buttons.of(value);

    assertThat(buttons == null || buttons.alerts().isEmpty()).isTrue();
  }

  private static List<String> ids(int count) {
    return IntStream.range(0, count).mapToObj(i -> ("id" + i + "x".repeat(80)).substring(0, 64)).toList();
  }
}
