package io.tensionwire.ingest;

import static io.tensionwire.ingest.Newsroom.rss;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tensionwire.broker.EmbeddedBroker;
import io.tensionwire.fixtures.web.Answer;
import io.tensionwire.fixtures.websub.FakeHub;
import io.tensionwire.ingest.config.IngestConfig;
import io.tensionwire.ingest.fetch.FetchSettings;
import io.tensionwire.ingest.websub.WebSubConfig;
import io.tensionwire.model.yaml.Secret;
import io.tensionwire.service.address.PrivateAddresses;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A hub wakes the poll of a feed that is otherwise asked once an hour. */
@Timeout(120)
class WebSubIT {

  private static final Duration SOON = Duration.ofSeconds(40);

  @TempDir static Path data;
  static EmbeddedBroker broker;
  private Newsroom room;
  private FakeHub hub;
  private int port;

  @BeforeAll
  static void startBroker() {
    broker = EmbeddedBroker.start(data);
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @BeforeEach
  void open(TestInfo test) throws IOException {
    room = new Newsroom(broker, test.getTestMethod().orElseThrow().getName());
    hub = new FakeHub(room.web, "/hub", Duration.ofDays(10));
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
  }

  @AfterEach
  void close() {
    room.close();
    hub.close();
    assertThat(room.bugs).isEmpty();
  }

  @Test
  void aPushIsToldFarSoonerThanThePollWouldAndAForgedOneDoesNothing() {
    publish(room.item("a", "First"));
    room.start(config());
    await().atMost(SOON).until(() -> room.told().contains("First r1") && !hub.confirmed().isEmpty());
    assertThat(hub.asked().getFirst())
        .containsEntry("hub.mode", "subscribe").containsEntry("hub.topic", room.web.uri("/feed.xml").toString());
    assertThat(hub.asked().getFirst().get("hub.secret")).matches("[0-9a-f]{64}");
    await().atMost(SOON).untilAsserted(() ->
        assertThat(requireNonNull(room.state("/feed.xml").subscription()).leaseUntil()).isNotNull());
    int polls = room.web.requests("/feed.xml").size();
    publish(room.item("b", "Second"), room.item("a", "First"));

    assertThat(hub.pushForged("<rss/>", null)).isEqualTo(202);
    assertThat(hub.pushForged("<rss/>", "sha256=" + "0".repeat(64))).isEqualTo(202);
    // Longer than a poll keeps from the one before: a wake would have been heard of by then.
    await().atMost(SOON).during(Duration.ofSeconds(12)).until(() -> room.web.requests("/feed.xml").size() == polls);
    long pushedAt = System.nanoTime();
    assertThat(hub.push(rss(room.item("x", "Only in the push")))).isEqualTo(202);

    await().atMost(SOON).until(() -> room.told().contains("Second r1"));
    assertThat(Duration.ofNanos(System.nanoTime() - pushedAt)).isLessThan(Duration.ofSeconds(15));
    assertThat(room.told()).containsExactly("First r1", "Second r1");
  }

  @Test
  void nobodyGetsAnEchoForWhatWasNotAskedFor() {
    publish(room.item("a", "First"));
    room.start(config());
    await().atMost(SOON).until(() -> !hub.confirmed().isEmpty());
    String topic = "&hub.topic=" + room.web.uri("/feed.xml") + "&hub.challenge=c";

    assertThat(hub.ask("hub.mode=unsubscribe" + topic).statusCode()).isEqualTo(404);
    assertThat(hub.ask("hub.mode=subscribe&hub.topic=http://other.example/&hub.challenge=c").statusCode()).isEqualTo(404);
    assertThat(hub.ask("hub.mode=publish" + topic).statusCode()).isEqualTo(404);
  }

  @Test
  void aFeedThatIsPausedIsUnsubscribed() {
    publish(room.item("a", "First"));
    room.start(config());
    await().atMost(SOON).until(() -> !hub.confirmed().isEmpty());

    room.configure(room.feed("/feed.xml").toBuilder().webSub(true).interval(Duration.ofHours(1)).paused(true).build());

    await().atMost(SOON).until(() -> "unsubscribe".equals(hub.confirmed().getLast().get("hub.mode")));
    assertThat(hub.push("<rss/>")).isEqualTo(410);
  }

  private void publish(String... items) {
    room.web.answer("/feed.xml", Answer.xml(rss(items).replace("<title>Feed</title>",
        "<title>Feed</title><atom:link xmlns:atom=\"http://www.w3.org/2005/Atom\" rel=\"hub\" href=\"" + hub.uri() + "\"/>"
            + "<atom:link xmlns:atom=\"http://www.w3.org/2005/Atom\" rel=\"self\" href=\"" + room.web.uri("/feed.xml")
            + "\"/>")));
  }

  private IngestConfig config() {
    var feed = room.feed("/feed.xml").toBuilder().webSub(true).interval(Duration.ofHours(1)).build();
    return IngestConfig.of(List.of(feed))
        .withFetching(FetchSettings.USUAL.withPrivateAddresses(PrivateAddresses.ALL).withHostPause(Duration.ZERO))
        .withWebSub(new WebSubConfig(
            URI.create("http://127.0.0.1:" + port + "/websub"), new Secret("a secret of this test"),
            new InetSocketAddress(InetAddress.getLoopbackAddress(), port)));
  }
}
