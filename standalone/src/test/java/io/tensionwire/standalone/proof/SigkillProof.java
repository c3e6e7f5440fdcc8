package io.tensionwire.standalone.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.tensionwire.fixtures.slack.FakeSlack;
import io.tensionwire.fixtures.web.Answer;
import io.tensionwire.fixtures.web.WebServer;
import io.tensionwire.model.Json;
import io.tensionwire.standalone.Main;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code tensionwire run} as a process of its own, killed with SIGKILL again and again while articles appear, and
 * started again on the same folder: every article must end as a Slack message, and twice only where a kill fell between
 * the message and its record.
 */
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class SigkillProof {

  private static final int ARTICLES = Integer.getInteger("proof.articles", 60);
  private static final int KILLS = Integer.getInteger("proof.kills", 8);
  private static final long SEED = Long.getLong("proof.seed", 20261121L);
  private static final int SITES = 4;

  /** Longer than any back-off or failover of the product: what has not come by then is lost. */
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private static final String CHANNEL = "newsroom";
  private static final Pattern NUMBER = Pattern.compile("case (\\d+) of the proof");

  @TempDir Path folder;

  private final Random random = new Random(SEED);
  private final List<WebServer> sites = new ArrayList<>();

  @Test
  void noAlertIsLostAndDuplicatesAreNoMoreThanTheKills() throws Exception {
    Path app = Path.of("target", "app").toAbsolutePath();
    assertThat(app).as("the built application: run mvn -DskipTests package first").isDirectory();

    try (var slack = FakeSlack.start()) {
      for (int site = 0; site < SITES; site++) {
        sites.add(WebServer.start());
        publish(site, 0);
      }
      Path config = configuration(slack);
      int published = 0;
      for (int kill = 0; kill <= KILLS; kill++) {
        Process process = start(app, config, kill);
        try {
          if (kill == KILLS) {
            published = publishUpTo(ARTICLES, published);
            awaitAll(slack);
          } else {
            published = liveFor(Duration.ofMillis(10_000 + random.nextInt(12_000)), published, kill);
          }
        } finally {
          process.destroyForcibly().waitFor();
        }
        System.out.printf("kill %d of %d: %d published, %d told%n", kill, KILLS, published, counts(slack).size());
        System.out.println(lastLines(folder.resolve("run-" + kill + ".log")));
      }

      TreeMap<Integer, Integer> counts = counts(slack);
      int duplicates = counts.values().stream().mapToInt(count -> count - 1).sum();
      System.out.printf("articles %d, told %d, lost %d, told twice %d, kills %d%n",
          ARTICLES, counts.size(), ARTICLES - counts.size(), duplicates, KILLS);
      assertThat(counts.keySet()).containsExactlyElementsOf(IntStream.range(0, ARTICLES).boxed().toList());
      // A kill can fall between a message and its record once: one alert is on its way to the one receiver.
      assertThat(duplicates).isLessThanOrEqualTo(KILLS);
    } finally {
      sites.forEach(WebServer::close);
    }
  }

  /** Waits for the last message, as long as messages come. */
  private static void awaitAll(FakeSlack slack) {
    var told = new AtomicInteger();
    var changedAt = new AtomicReference<>(Instant.now());
    await().atMost(Duration.ofMinutes(10)).pollInterval(Duration.ofSeconds(1)).until(() -> {
      int now = counts(slack).size();
      if (told.getAndSet(now) != now) {
        changedAt.set(Instant.now());
      }
      return now == ARTICLES || changedAt.get().isBefore(Instant.now().minus(PATIENCE));
    });
  }

  private static String lastLines(Path log) throws IOException {
    List<String> lines = Files.readAllLines(log);
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 3), lines.size())).indent(4);
  }

  /** Publishes article after article until the time is over. */
  private int liveFor(Duration life, int published, int kill) throws InterruptedException {
    int share = ARTICLES * (kill + 1) / (KILLS + 1);
    Instant end = Instant.now().plus(life);
    int now = published;
    while (Instant.now().isBefore(end)) {
      if (now < share) {
        now = publishUpTo(now + 1, now);
      }
      TimeUnit.MILLISECONDS.sleep(life.toMillis() / Math.max(1, share - published + 2));
    }
    return now;
  }

  private int publishUpTo(int wanted, int published) {
    for (int number = published; number < wanted; number++) {
      publish(number % SITES, wanted);
    }
    return wanted;
  }

  private static TreeMap<Integer, Integer> counts(FakeSlack slack) {
    var counts = new TreeMap<Integer, Integer>();
    for (JsonNode message : slack.messages(CHANNEL)) {
      Matcher matcher = NUMBER.matcher(message.toString());
      if (matcher.find()) {
        counts.merge(Integer.parseInt(matcher.group(1)), 1, Integer::sum);
      }
    }
    return counts;
  }

  private Process start(Path app, Path config, int number) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classPath = app.resolve("lib") + File.separator + "*" + File.pathSeparator + app.resolve("broker")
        + File.separator + "*";
    return new ProcessBuilder(
            java, "-XX:+UseSerialGC", "-Xmx512m", "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow", "-cp", classPath, "io.tensionwire.standalone.Main", "run",
            "--config", config.toString())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("run-" + number + ".log").toFile())
        .start();
  }

  private Path configuration(FakeSlack slack) throws IOException {
    var yaml = new StringBuilder("embedded: { data: %s }\n".formatted(Json.write(folder.resolve("data").toString())));
    yaml.append("ingest:\n  allow-private-addresses: true\n  host-pause: 0ms\n  feeds:\n");
    for (int site = 0; site < SITES; site++) {
      yaml.append("    - { id: site-%d.example/news, url: %s, outlet: Site %d, language: en, interval: 1s }\n"
          .formatted(site, sites.get(site).uri("/feed.xml"), site));
    }
    yaml.append("""
        processor:
          watches: %s
          state-dir: %s
        alerts:
          first-poll: told
          receivers:
            - name: newsroom
              slack-webhook: { url: %s }
          route: { receiver: newsroom }
        http: { listen: "127.0.0.1:0" }
        """.formatted(
        Json.write(Path.of("..", "config", "watches").toAbsolutePath().normalize().toString()),
        Json.write(folder.resolve("state").toString()), slack.webhook(CHANNEL)));
    return Files.writeString(folder.resolve("tensionwire.yaml"), yaml);
  }

  /** The feed of a site, and the pages of those of its articles that are out. */
  private void publish(int site, int published) {
    WebServer web = sites.get(site);
    var items = new StringBuilder();
    for (int number = site; number < published; number += SITES) {
      String path = "/" + number;
      String title = "SAMPLE: Seoul summons Russian ambassador, case %d of the proof".formatted(number);
      web.answer(path, Answer.html("""
          <!doctype html><html><head><meta charset="utf-8"><title>%1$s</title></head>
          <body><article><h1>%1$s</h1><p>%2$s</p></article></body></html>""".formatted(title, text(number))));
      items.append("<item><title>%s</title><link>%s</link><guid>%d</guid><pubDate>%s</pubDate></item>\n".formatted(
          title, web.uri(path), number,
          DateTimeFormatter.RFC_1123_DATE_TIME.format(Instant.now().minusSeconds(30).atOffset(ZoneOffset.UTC))));
    }
    web.answer("/feed.xml", Answer.xml("""
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0"><channel><title>SAMPLE</title><link>http://site.example/</link>
        <description>SAMPLE</description>%s</channel></rss>""".formatted(items)));
  }

  /** Each article's own words, so that no two are taken for copies of one another. */
  private static String text(int number) {
    var words = new Random(SEED + number);
    var text = new StringBuilder("South Korea's foreign ministry summoned the Russian ambassador on Friday to protest. ");
    for (int i = 0; i < 90; i++) {
      // Little words make it English to a detector, words of its own make it nobody's copy.
      text.append(i % 3 == 0 ? "the " : i % 3 == 1 ? "and of the " : "with ").append(word(words))
          .append(i % 12 == 11 ? ". " : " ");
    }
    return text.toString();
  }

  private static String word(Random letters) {
    var word = new StringBuilder();
    for (int letter = 0, length = 3 + letters.nextInt(6); letter < length; letter++) {
      word.append((char) ('a' + letters.nextInt(26)));
    }
    return word.toString();
  }
}
