package io.tensionwire.standalone.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tensionwire.broker.EmbeddedBroker;
import io.tensionwire.fixtures.web.Answer;
import io.tensionwire.fixtures.web.WebServer;
import io.tensionwire.ingest.IngestApp;
import io.tensionwire.ingest.config.IngestConfig;
import io.tensionwire.ingest.fetch.FetchSettings;
import io.tensionwire.ingest.partition.FeedTopic;
import io.tensionwire.model.Feed;
import io.tensionwire.model.FeedHealth;
import io.tensionwire.model.FeedState;
import io.tensionwire.service.Health;
import io.tensionwire.service.RoleContext;
import io.tensionwire.service.address.PrivateAddresses;
import io.tensionwire.service.config.Configuration;
import io.tensionwire.service.kafka.KafkaSettings;
import io.tensionwire.service.kafka.TopicTable;
import io.tensionwire.standalone.Main;
import io.tensionwire.standalone.cli.ConfigOption;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An operator's commands against a broker, and an ingest that hears of them while it runs. */
@Timeout(120)
class FeedsCommandIT {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String FEED = "<rss version=\"2.0\"><channel><title>Courier</title><item><title>First</title>"
      + "<guid>a</guid><description>Something happened.</description></item></channel></rss>";

  private static final FetchSettings FETCHING = FetchSettings.USUAL.withPrivateAddresses(PrivateAddresses.ALL).withHostPause(Duration.ZERO);

  @TempDir static Path data;
  static EmbeddedBroker broker;

  @TempDir Path folder;
  private final WebServer web = WebServer.start();
  private final List<IngestApp> apps = new ArrayList<>();
  private KafkaSettings kafka;
  private Path config;

  @BeforeAll
  static void startBroker() {
    broker = EmbeddedBroker.start(data);
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @BeforeEach
  void configure(TestInfo test) throws IOException {
    String prefix = test.getTestMethod().orElseThrow().getName() + ".";
    config = Files.writeString(folder.resolve("tensionwire.yaml"), """
        kafka: { bootstrap.servers: "%s" }
        topics: { prefix: "%s" }
        ingest: { allow-private-addresses: true }
        """.formatted(broker.bootstrapServers(), prefix));
    kafka = ConfigOption.kafka(Configuration.load(config, Map.of()));
  }

  @AfterEach
  void close() {
    apps.forEach(IngestApp::close);
    web.close();
  }

  @Test
  void anAddedFeedIsPolledAPausedOneIsNotAndARemovedOneIsForgotten() {
    web.answer("/rss.xml", Answer.xml(FEED));
    startIngest();

    Said added = say("add", web.uri("/rss.xml").toString(), "--id", "courier.example/all", "--interval", "200ms");

    assertThat(added.exitCode()).as(added.err()).isZero();
    assertThat(added.out()).contains("title:   Courier").contains("entries: 1").contains("courier.example/all is added");
    int tried = web.requests("/rss.xml").size();
    await().atMost(SOON).until(() -> web.requests("/rss.xml").size() >= tried + 2);
    await().atMost(SOON).until(() -> states().values().containsKey("courier.example/all"));

    assertThat(say("pause", "courier.example/all").out()).isEqualTo("courier.example/all is paused\n");
    await().atMost(SOON).during(Duration.ofMillis(1500)).until(this::isQuiet);
    assertThat(states().values()).containsKey("courier.example/all");

    assertThat(say("resume", "courier.example/all").exitCode()).isZero();
    int before = web.requests("/rss.xml").size();
    await().atMost(SOON).until(() -> web.requests("/rss.xml").size() >= before + 2);

    assertThat(say("remove", "courier.example/all").out()).startsWith("courier.example/all is removed: it was http");
    await().atMost(SOON).during(Duration.ofSeconds(1))
        .until(() -> states().removed().contains("courier.example/all") && isQuiet());
  }

  @Test
  void aFeedThatWasRemovedWhileNobodyPolledItIsForgottenByTheNextOwner() {
    web.answer("/rss.xml", Answer.xml(FEED));
    say("add", web.uri("/rss.xml").toString(), "--id", "courier.example/all", "--interval", "200ms");
    IngestApp first = startIngest();
    await().atMost(SOON).until(() -> states().values().containsKey("courier.example/all"));
    first.close();
    say("remove", "courier.example/all");

    startIngest();

    await().atMost(SOON).until(() -> states().removed().contains("courier.example/all"));
  }

  @Test
  void aPageGivesTheFeedsThatItNamesAndNothingIsAdded() {
    web.answer("/", Answer.html("<html><head><link rel=alternate type=application/rss+xml title=News href=/rss.xml></head>"
        + "<body><p>Home</p></body></html>"));

    Said said = say("add", web.uri("/").toString());

    assertThat(said.exitCode()).isEqualTo(2);
    assertThat(said.err()).contains("is a page, not a feed").contains("  " + web.uri("/rss.xml") + "  News");
    assertThat(say("list", "--jsonl").out()).isEmpty();
  }

  @Test
  void anAddressThatGivesNoFeedIsAFailureAndNothingIsAdded() {
    Said said = say("add", web.uri("/nowhere").toString());

    assertThat(said.exitCode()).isEqualTo(1);
    assertThat(said.err()).contains("404").contains("--no-try").hasLineCount(1);
    assertThat(say("list", "--jsonl").out()).isEmpty();
  }

  @Test
  void aFeedThatIsKnownIsNotAddedAgain() {
    say("add", "https://www.courier.example/rss/world.xml", "--no-try");

    Said same = say("add", "http://www.courier.example/rss/world.xml", "--no-try", "--id", "other.example/x");
    Said taken = say("add", "https://wire.example/rss", "--no-try", "--id", "courier.example/world");

    assertThat(same.exitCode()).isEqualTo(2);
    assertThat(same.err()).contains("is known already, as courier.example/world");
    assertThat(taken.err()).contains("give another with --id");
  }

  @Test
  void theListShowsTheSickFirstInAlignedColumnsAndAsJson() {
    say("add", "https://a.example/f", "--no-try", "--id", "a.example/f", "--header", "Cookie: sid=${SID}");
    say("add", "https://b.example/f", "--no-try", "--id", "b.example/f", "--outlet", "국제신문", "--interval", "90s");
    write(FeedState.builder("b.example/f").health(FeedHealth.UNREACHABLE)
        .polledAt(Instant.parse("2026-11-21T22:00:00Z")).failures(3, "unknown host").build());

    Said listed = say("list", "--sick");
    Said json = say("list", "--jsonl");

    List<String> lines = listed.out().lines().toList();
    assertThat(lines.get(0)).startsWith("ID           OUTLET     HEALTH          SINCE  LAST NEW  EVERY    NEXT POLL  FAILURES  ERROR");
    assertThat(lines.get(1)).isEqualTo("b.example/f  국제신문   unreachable     -      -         90s set  -          3         unknown host");
    assertThat(lines.get(2)).startsWith("a.example/f  a.example  not polled yet  -");
    assertThat(lines.get(3)).isEqualTo("2 feeds: 1 failing, 1 not polled yet");
    assertThat(json.out().lines()).hasSize(2).anySatisfy(line -> assertThat(line)
        .contains("\"id\":\"a.example/f\"").contains("\"Cookie\":\"sid=${SID}\"").contains("\"condition\":\"unknown\""));
  }

  @Test
  void whatIsExportedAndImportedElsewhereIsTheSame() throws IOException {
    say("add", "https://a.example/f?x=1&y=2", "--no-try", "--zone", "Asia/Seoul", "--language", "ko", "--websub");
    say("add", "https://b.example/f", "--no-try", "--interval", "5m", "--header", "Authorization: Bearer ${TOKEN}");
    say("pause", "b.example/f");
    var before = feeds();
    Path list = folder.resolve("feeds.opml");

    assertThat(say("export", list.toString()).out()).isEqualTo("2 feeds in " + list + "\n");
    say("remove", "a.example/f", "b.example/f");
    Said dry = say("import", list.toString(), "--dry-run");
    assertThat(dry.out()).contains("2 would be added, 0 known, 0 refused");
    assertThat(feeds()).isEmpty();
    Said imported = say("import", list.toString());

    assertThat(imported.out()).contains("2 added, 0 known, 0 refused");
    assertThat(feeds()).isEqualTo(before);
    assertThat(say("import", list.toString()).out()).contains("0 added, 2 known, 0 refused");
  }

  @Test
  void theFileIsRestoredOnlyByForce() throws IOException {
    Path file = Files.writeString(folder.resolve("feeds.yaml"), """
        ingest:
          feeds:
            - { id: a.example/f, url: "https://a.example/f" }
            - { id: b.example/f, url: "https://b.example/f" }
        """);
    assertThat(say("push", file.toString()).out()).contains("2 pushed");
    say("pause", "a.example/f");
    say("remove", "b.example/f");

    Said pushed = say("push", file.toString());
    assertThat(pushed.out()).contains("a.example/f is otherwise on the topic; --force").contains("b.example/f was removed; --force");
    assertThat(feeds()).hasSize(1);
    Said forced = say("push", "--force", file.toString());

    assertThat(forced.out()).contains("2 pushed, 0 the same");
    assertThat(feeds()).hasSize(2);
    assertThat(feeds().values()).noneMatch(Feed::paused);
  }

  @Test
  void anUnknownIdNamesTheNearestAndNothingIsChanged() {
    say("add", "https://a.example/f", "--no-try", "--id", "a.example/world");

    Said said = say("pause", "a.example/wrld", "a.example/world");

    assertThat(said.exitCode()).isEqualTo(2);
    assertThat(said.err()).isEqualTo("tensionwire: there is no feed a.example/wrld; did you mean a.example/world?\n");
    assertThat(feeds().values()).noneMatch(Feed::paused);
  }

  private boolean isQuiet() {
    Instant last = web.requests("/rss.xml").getLast().at();
    return last.isBefore(Instant.now().minusMillis(700));
  }

  private IngestApp startIngest() {
    var app = new IngestApp(
        IngestConfig.of(List.of()).withFetching(FETCHING),
        new RoleContext(kafka, Clock.systemUTC(), new SimpleMeterRegistry(), new Health(), bug -> {
          throw new AssertionError(bug);
        }));
    apps.add(app);
    app.start();
    return app;
  }

  private Map<String, Feed> feeds() {
    return new FeedTopic(kafka, SOON).read().values();
  }

  private TopicTable<FeedState> states() {
    return new FeedTopic(kafka, SOON).states();
  }

  private void write(FeedState state) {
    var topic = kafka.topics().feedStates();
    try (var producer = kafka.producer("test", topic)) {
      producer.send(new ProducerRecord<>(
          topic.name(), kafka.topics().feedPartition(state.feedId()), state.feedId(), state));
    }
  }

  private record Said(int exitCode, String out, String err) {}

  private Said say(String... arguments) {
    List<String> all = new ArrayList<>(List.of("feeds"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--config", config.toString()));
    var out = new StringWriter();
    var err = new StringWriter();
    int exitCode = Main.commandLine(new PrintWriter(out, true), new PrintWriter(err, true)).execute(all.toArray(new String[0]));
    return new Said(exitCode, out.toString(), err.toString());
  }
}
