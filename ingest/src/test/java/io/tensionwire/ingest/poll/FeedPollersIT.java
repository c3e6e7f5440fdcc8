package io.tensionwire.ingest.poll;

import static io.tensionwire.ingest.poll.Rehearsal.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tensionwire.fixtures.web.Answer;
import io.tensionwire.fixtures.web.WebServer;
import io.tensionwire.ingest.config.IngestConfig;
import io.tensionwire.ingest.fetch.FetchSettings;
import io.tensionwire.ingest.fetch.Fetcher;
import io.tensionwire.ingest.state.Journal;
import io.tensionwire.ingest.state.PartitionSession;
import io.tensionwire.model.Article;
import io.tensionwire.model.Feed;
import io.tensionwire.model.FeedHealth;
import io.tensionwire.model.FeedState;
import io.tensionwire.model.Topics;
import io.tensionwire.service.Health;
import io.tensionwire.service.RoleContext;
import io.tensionwire.service.address.PrivateAddresses;
import io.tensionwire.service.kafka.KafkaSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Pollers in a time of their own, a web on loopback, no broker. */
@Timeout(60)
class FeedPollersIT {

  private static final String EMPTY = "<rss version=\"2.0\"><channel><title>Feed</title></channel></rss>";

  private final WebServer web = WebServer.start();
  private final ManualTime time = new ManualTime(START);
  private final List<Throwable> bugs = new CopyOnWriteArrayList<>();
  private final List<FeedState> written = new CopyOnWriteArrayList<>();
  private final Workplace workplace = workplace();
  private FeedPollers pollers = new FeedPollers(workplace, session(Map.of()));

  @BeforeEach
  void publish() {
    web.answer("/a.xml", Answer.xml(EMPTY));
    web.answer("/b.xml", Answer.xml(EMPTY));
  }

  @AfterEach
  void close() {
    pollers.close();
    workplace.close();
    web.close();
    assertThat(bugs).isEmpty();
  }

  @Test
  void whoIsWokenPollsAtOnceButNotWithinTenSecondsOfTheLastPoll() {
    Feed feed = feed("/a.xml");
    pollers.start(feed);
    pollOnce();

    assertThat(pollers.wake(feed.id())).isTrue();
    Instant tenSeconds = Objects.requireNonNull(written.getFirst().polledAt()).plusSeconds(10);
    await().until(() -> time.sleepers().equals(List.of(tenSeconds)));
    assertThat(asked()).isEqualTo(1);
    time.pass(Duration.ofSeconds(10));
    await().until(() -> asked() == 2);
    awaitSleeper();
    time.pass(Duration.ofSeconds(30));
    pollers.wake(feed.id());

    await().until(() -> asked() == 3);
    assertThat(pollers.wake("site.example/unknown")).isFalse();
  }

  @Test
  void aHostThatWantsToBeLeftAloneIsNotWokenFor() {
    web.answer("/a.xml", Answer.status(429).with("Retry-After", "600"));
    Feed feed = feed("/a.xml");
    pollers.start(feed);
    pollOnce();
    List<Instant> planned = time.sleepers();
    assertThat(planned).allSatisfy(moment -> assertThat(moment).isAfterOrEqualTo(time.now().plusSeconds(600)));
    time.pass(Duration.ofSeconds(60));

    pollers.wake(feed.id());

    await().during(Duration.ofMillis(200)).until(() -> time.sleepers().equals(planned));
    assertThat(asked()).isEqualTo(1);
  }

  @Test
  void aHostThatAskedTheLastOwnerToBeLeftAloneIsAskedByNoFeedOfTheNextOne() {
    Instant until = START.plus(Duration.ofMinutes(10));
    Feed held = feed("/a.xml");
    FeedState last = FeedState.builder(held.id()).health(FeedHealth.THROTTLED).polledAt(START).heldUntil(until)
        .nextPollAt(until).failures(1, "HTTP status 429").build();
    pollers = new FeedPollers(workplace, session(Map.of(held.id(), last)));

    pollers.startAll(List.of(feed("/b.xml"), held));
    await().until(() -> time.sleepers().size() == 2);
    time.pass(Duration.ofSeconds(5));
    await().until(() -> time.sleepers().stream().allMatch(moment -> !moment.isBefore(until)) && time.sleepers().size() == 2);
    assertThat(asked()).isZero();
    time.pass(Duration.ofMinutes(12));

    await().until(() -> asked() == 2);
  }

  @Test
  void aNextOwnerWaitsForAsLongAsTheLastOneMeantTo() {
    Feed feed = feed("/a.xml");
    FeedState last = FeedState.builder(feed.id()).polledAt(START.minusSeconds(30)).nextPollAt(START.plusSeconds(100)).build();
    pollers = new FeedPollers(workplace, session(Map.of(feed.id(), last)));

    pollers.start(feed);

    await().until(() -> time.sleepers().equals(List.of(START.plusSeconds(100))));
  }

  @Test
  void anIntervalThatWasConfiguredShorterCountsAtOnce() {
    Feed feed = feed("/a.xml").toBuilder().interval(Duration.ofSeconds(60)).build();
    FeedState last = FeedState.builder(feed.id()).polledAt(START).nextPollAt(START.plus(Duration.ofHours(6))).build();
    pollers = new FeedPollers(workplace, session(Map.of(feed.id(), last)));

    pollers.start(feed);

    await().until(() -> time.sleepers().equals(List.of(START.plusSeconds(60))));
  }

  @Test
  void aPollThatBringsNothingIsRememberedAndNotWritten() {
    pollers.start(feed("/a.xml").toBuilder().interval(Duration.ofMinutes(5)).build());
    pollOnce();
    assertThat(written).hasSize(1);

    for (int i = 1; i <= 2; i++) {
      int polls = asked();
      time.pass(Duration.ofMinutes(6));
      await().until(() -> asked() == polls + 1);
      awaitSleeper();
    }

    assertThat(written).hasSize(1);
    time.pass(Duration.ofMinutes(16));
    await().until(() -> written.size() == 2);
  }

  private void pollOnce() {
    awaitSleeper();
    time.pass(Duration.ofSeconds(2));
    await().until(() -> !written.isEmpty());
    awaitSleeper();
  }

  private void awaitSleeper() {
    await().until(() -> !time.sleepers().isEmpty());
  }

  private int asked() {
    return web.requests("/a.xml").size() + web.requests("/b.xml").size();
  }

  private Feed feed(String path) {
    return Feed.builder("site.example" + path, web.uri(path)).build();
  }

  private PartitionSession session(Map<String, FeedState> states) {
    return new PartitionSession(new Written(), states);
  }

  /** Commits at once. */
  private final class Written implements Journal {
    @Override
    public CompletableFuture<Void> write(@Nullable Article article, FeedState state) {
      written.add(state);
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<Void> forget(String feedId) {
      return CompletableFuture.completedFuture(null);
    }
  }

  private Workplace workplace() {
    FetchSettings fetching =
        FetchSettings.USUAL.withPrivateAddresses(PrivateAddresses.ALL).withHostPause(Duration.ZERO);
    var config = IngestConfig.of(List.of()).withFetching(fetching);
    var kafka = new KafkaSettings(Map.of("bootstrap.servers", "127.0.0.1:1"), Topics.withPrefix("news."), (short) -1);
    var context = new RoleContext(kafka, Clock.systemUTC(), new SimpleMeterRegistry(), new Health(), bugs::add);
    return Workplace.open(config, context, time, new Fetcher(fetching, time));
  }
}
