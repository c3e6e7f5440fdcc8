package io.tensionwire.standalone.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.tensionwire.fixtures.slack.FakeSlack;
import io.tensionwire.fixtures.web.Answer;
import io.tensionwire.fixtures.web.WebServer;
import io.tensionwire.standalone.walk.RunningWalk.ReadFeed;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** From a feed to a Slack message, in three languages, whatever broker stands between. */
@Timeout(180)
abstract class WalkContract {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final String KOREAN = """
      러시아 외무부 대변인은 한국이 우크라이나에 살상무기를 지원하면 보복 조치를 취하겠다고 21일 경고했다.
      러시아는 이를 레드라인으로 규정했다.""";

  private static final String RUSSIAN = """
      Поставки Южной Кореей летального оружия Украине станут для России красной линией, заявил официальный
      представитель МИД РФ. Москва предупредила Сеул об ответных мерах.""";

  @TempDir Path state;

  /** Where a cluster with no topics of ours answers. */
  abstract String bootstrapServers();

  @Test
  void articlesBecomeOneSlackMessageEachWithTheirEvidenceAndTrapsBecomeNone() {
    try (var web = WebServer.start(); var slack = FakeSlack.start()) {
      List<ReadFeed> feeds = publish(web);

      try (var walk = start(feeds, slack)) {
        await().atMost(PATIENCE).until(() -> slack.messages(RunningWalk.CHANNEL).size() >= 3);
        assertThat(walk.bugs()).isEmpty();
      }

      // The trap was published beside the others: what it would have caused has been decided with them.
      assertThat(slack.messages(RunningWalk.CHANNEL)).map(JsonNode::toString)
          .hasSize(3)
          .anySatisfy(text -> assertThat(text)
              .contains("SAMPLE: Seoul summons Russian ambassador").contains("summoned the Russian ambassador"))
          // The Korean and the Russian report are of one warning: whichever comes second corroborates the first.
          .anySatisfy(text -> assertThat(text).doesNotContain("CORROBORATED")
              .containsAnyOf("SAMPLE: 러, 한국에", "SAMPLE: Москва").containsAnyOf("보복", "красн"))
          .anySatisfy(text -> assertThat(text).contains("CORROBORATED")
              .containsAnyOf("SAMPLE: 러, 한국에", "SAMPLE: Москва"))
          .noneSatisfy(text -> assertThat(text).contains("metro"));
    }
  }

  @Test
  void whatWasToldBeforeARestartIsNotToldAgainAndWhatIsNewIs() {
    try (var web = WebServer.start(); var slack = FakeSlack.start()) {
      List<ReadFeed> feeds = publish(web);
      try (var walk = start(feeds, slack)) {
        await().atMost(PATIENCE).until(() -> slack.messages(RunningWalk.CHANNEL).size() >= 3);
        assertThat(walk.bugs()).isEmpty();
      }

      web.answer("/late", page("SAMPLE: South Korea expels two Russian diplomats", """
          South Korea's foreign ministry said on Friday it was expelling two Russian diplomats over espionage.
          The Russian embassy in Seoul said Moscow would respond in kind."""));
      web.answer("/en.xml", Answer.xml(rss("en", List.of(
          item(web, "/late", "SAMPLE: South Korea expels two Russian diplomats", "SAMPLE: Two diplomats must leave."),
          item(web, "/summons", "SAMPLE: Seoul summons Russian ambassador over remarks", "SAMPLE: A protest.")))));
      try (var walk = start(feeds, slack)) {
        await().atMost(PATIENCE).until(() -> slack.messages(RunningWalk.CHANNEL).size() >= 4);
        assertThat(walk.bugs()).isEmpty();
      }

      assertThat(slack.messages(RunningWalk.CHANNEL)).hasSize(4);
      assertThat(slack.messages(RunningWalk.CHANNEL).getLast().toString()).contains("expels two Russian diplomats");
    }
  }

  private RunningWalk start(List<ReadFeed> feeds, FakeSlack slack) {
    return RunningWalk.start(bootstrapServers(), feeds, slack, Clock.systemUTC(), "24h", state);
  }

  private static List<ReadFeed> publish(WebServer web) {
    web.answer("/summons", page("SAMPLE: Seoul summons Russian ambassador over remarks", """
        South Korea's foreign ministry summoned the Russian ambassador on Friday to protest remarks by Moscow's
        foreign ministry spokesperson. A vice minister called the remarks unacceptable, the ministry said."""));
    web.answer("/metro", page("SAMPLE: Red line of the metro closes for repairs", """
        The red line of the city's metro will close for two weekends. A delegation of engineers from South Korea and
        Russia will look at the tunnels, the operator said."""));
    web.answer("/ko", page("SAMPLE: 러, 한국에 보복 경고", KOREAN));
    web.answer("/ru", page("SAMPLE: Москва предупредила Сеул о красной линии", RUSSIAN));
    web.answer("/en.xml", Answer.xml(rss("en", List.of(
        item(web, "/metro", "SAMPLE: Red line of the metro closes for repairs", "SAMPLE: Two weekends."),
        item(web, "/summons", "SAMPLE: Seoul summons Russian ambassador over remarks", "SAMPLE: A protest.")))));
    web.answer("/ko.xml", Answer.xml(rss("ko", List.of(item(web, "/ko", "SAMPLE: 러, 한국에 보복 경고", KOREAN)))));
    web.answer("/ru.xml", Answer.xml(rss("ru", List.of(
        item(web, "/ru", "SAMPLE: Москва предупредила Сеул о красной линии", RUSSIAN)))));
    return List.of(
        new ReadFeed("harbour-wire.example/news", web.uri("/en.xml"), "Harbour Wire", "en"),
        new ReadFeed("hangang-ilbo.example/news", web.uri("/ko.xml"), "한강일보", "ko"),
        new ReadFeed("severny-vestnik.example/news", web.uri("/ru.xml"), "Северный вестник", "ru"));
  }

  private static String item(WebServer web, String path, String title, String summary) {
    return """
        <item><title>%s</title><link>%s</link><guid>%s</guid><description>%s</description><pubDate>%s</pubDate></item>
        """.formatted(title, web.uri(path), path, summary,
        DateTimeFormatter.RFC_1123_DATE_TIME.format(Instant.now().minusSeconds(60).atOffset(ZoneOffset.UTC)));
  }

  private static String rss(String language, List<String> items) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0"><channel><title>SAMPLE</title><link>http://sample.example/</link>
        <description>SAMPLE</description><language>%s</language>%s</channel></rss>
        """.formatted(language, String.join("", items));
  }

  private static Answer page(String title, String text) {
    return Answer.html("""
        <!doctype html><html><head><meta charset="utf-8"><title>%1$s</title></head>
        <body><nav><a href="/">Home</a></nav><article><h1>%1$s</h1><p>%2$s</p></article></body></html>
        """.formatted(title, text.replace('\n', ' ')));
  }
}
