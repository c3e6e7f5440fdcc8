package io.tensionwire.standalone.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.tensionwire.broker.EmbeddedBroker;
import io.tensionwire.fixtures.slack.FakeSlack;
import io.tensionwire.fixtures.web.Answer;
import io.tensionwire.fixtures.web.WebServer;
import io.tensionwire.model.Json;
import io.tensionwire.standalone.walk.RunningWalk.ReadFeed;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two real articles of the kind to be understood, as a person wrote them, served as feed and page in the days they are
 * from: each must end as one Slack message that quotes what it says. They are not part of the project; where their
 * folder is absent, the test says so and is skipped.
 */
@Timeout(120)
class SeedArticlesIT {

  private static final Path SHARED = Path.of("..", "..", "shared").toAbsolutePath().normalize();

  @TempDir Path data;
  @TempDir Path state;

  private record Seed(String file, String path, String title, String text, String published) {}

  @Test
  void eachSeedArticleEndsAsOneSlackMessageWithItsEvidence() throws IOException {
    assumeTrue(Files.isDirectory(SHARED.resolve("seeds")), "the seed articles are not here: no ../shared/seeds");
    List<Seed> seeds = seeds();
    // Twelve days after the first, the day after the second.
    Clock theirDays = Clock.offset(
        Clock.systemUTC(), Duration.between(Instant.now(), Instant.parse("2024-02-08T03:00:00Z")));

    try (var broker = EmbeddedBroker.start(data); var web = WebServer.start(); var slack = FakeSlack.start()) {
      List<ReadFeed> feeds = List.of(new ReadFeed("seeds.example/news", publish(web, seeds), "Seeds", "en"));
      try (var walk = RunningWalk.start(broker.bootstrapServers(), feeds, slack, theirDays, "20d", state)) {
        await().atMost(Duration.ofSeconds(60)).until(() -> slack.messages(RunningWalk.CHANNEL).size() >= seeds.size());
        assertThat(walk.bugs()).isEmpty();
      }

      List<JsonNode> messages = slack.messages(RunningWalk.CHANNEL);
      assertThat(messages).hasSize(seeds.size());
      for (Seed seed : seeds) {
        assertThat(messages).filteredOn(message -> message.toString().contains(web.uri(seed.path()).toString()))
            .singleElement()
            .satisfies(message -> assertThat(quotedSignals(seed, text(message)))
                .as("evidence of %s in the message", seed.file()).isNotEmpty());
      }
    }
  }

  /** The signals listed for a seed of whose evidence the message quotes at least the decisive words. */
  private static Set<String> quotedSignals(Seed seed, String message) throws IOException {
    JsonNode listed = Json.mapper().readTree(SHARED.resolve("acceptance").resolve("seed-signals.json").toFile());
    Set<String> quoted = new HashSet<>();
    for (JsonNode signal : listed.get("signals")) {
      String evidence = signal.get("evidence").asText();
      if (signal.get("seed").asText().equals(seed.file()) && plain(message).contains(plain(evidence))) {
        quoted.add(signal.get("category").asText());
      }
    }
    return quoted;
  }

  /** The text of all blocks, in reading order, for the phrase in bold divides a sentence. */
  private static String text(JsonNode message) {
    var text = new StringBuilder();
    message.findValues("text").stream().filter(JsonNode::isTextual).forEach(node -> text.append(node.asText()));
    return text.toString();
  }

  private static String plain(String text) {
    return text.replaceAll("[\\s\\p{P}]+", "");
  }

  private static List<Seed> seeds() throws IOException {
    List<Seed> seeds = new ArrayList<>();
    try (Stream<Path> files = Files.list(SHARED.resolve("seeds"))) {
      for (Path file : files.sorted().toList()) {
        String name = String.valueOf(file.getFileName());
        List<String> lines = Files.readString(file).lines().filter(line -> !line.isBlank()).toList();
        if (name.startsWith("000")) {
          // It begins with its date and has no headline: the first sentence stands for one.
          String lead = lines.get(1);
          String title = lead.substring(lead.indexOf('–') + 1, lead.indexOf(',', lead.indexOf("different"))).strip();
          seeds.add(new Seed(name, "/000", title, String.join("\n", lines.subList(1, lines.size())),
              "Thu, 25 Jan 2024 15:00:00 +0900"));
        } else {
          seeds.add(new Seed(name, "/001", lines.getFirst(), String.join("\n", lines.subList(1, lines.size())),
              "Wed, 07 Feb 2024 10:00:00 +0900"));
        }
      }
    }
    return seeds;
  }

  private static URI publish(WebServer web, List<Seed> seeds) {
    var items = new StringBuilder();
    for (Seed seed : seeds) {
      var paragraphs = new StringBuilder();
      seed.text().lines().forEach(line -> paragraphs.append("<p>").append(escape(line)).append("</p>\n"));
      web.answer(seed.path(), Answer.html("""
          <!doctype html><html lang="en"><head><meta charset="utf-8"><title>%1$s</title></head>
          <body><article><h1>%1$s</h1>%2$s</article></body></html>""".formatted(escape(seed.title()), paragraphs)));
      items.append("""
          <item><title>%s</title><link>%s</link><description>%s</description><pubDate>%s</pubDate></item>
          """.formatted(escape(seed.title()), web.uri(seed.path()), "", seed.published()));
    }
    web.answer("/feed.xml", Answer.xml("""
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0"><channel><title>Seeds</title><link>http://seeds.example/</link>
        <description>Seeds</description>%s</channel></rss>""".formatted(items)));
    return web.uri("/feed.xml");
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
