package io.tensionwire.ingest;

import static io.tensionwire.ingest.Newsroom.page;
import static io.tensionwire.ingest.Newsroom.rss;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tensionwire.broker.EmbeddedBroker;
import io.tensionwire.fixtures.web.Answer;
import io.tensionwire.model.Article;
import io.tensionwire.model.BodySource;
import io.tensionwire.model.FeedHealth;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class IngestAppIT {

  @TempDir static Path data;
  static EmbeddedBroker broker;
  Newsroom room;

  @BeforeAll
  static void startBroker() {
    broker = EmbeddedBroker.start(data);
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @BeforeEach
  void open(TestInfo test) {
    room = new Newsroom(broker, test.getTestMethod().orElseThrow().getName());
  }

  @AfterEach
  void close() {
    room.close();
    assertThat(room.bugs).isEmpty();
  }

  @Test
  void newEntriesAreToldOnceEachWithTheTextOfTheirPages() {
    room.web.answer("/feed.xml", Answer.xml(rss(room.item("a", "First"), room.item("b", "Second"))));
    room.web.answer("/article/a", Answer.html(page("First", "Alpha happened.")));
    room.web.answer("/article/b", Answer.html(page("Second", "Beta happened.")));

    room.start(room.config("/feed.xml"));

    await().atMost(Duration.ofSeconds(30)).until(() -> room.articles().size() >= 2);
    await().until(() -> room.web.requests("/feed.xml").size() >= 4);
    assertThat(room.told()).containsExactly("First r1", "Second r1");
    Article first = room.articles().stream().filter(a -> a.title().equals("First")).findFirst().orElseThrow();
    assertThat(first.body()).startsWith("Alpha happened. The foreign ministry").contains("\n\nThe ministry added");
    assertThat(first.bodySource()).isEqualTo(BodySource.PAGE);
    assertThat(first.publishedAt()).isEqualTo(Instant.parse("2026-11-20T01:00:00Z"));
    assertThat(first.outlet()).isEqualTo("Outlet");
    assertThat(room.web.requests("/article/a")).hasSize(1);
    await().untilAsserted(() -> assertThat(room.health.problems()).isEmpty());
  }

  @Test
  void aFeedThatIsNotModifiedIsAskedWithItsValidatorsAndNotReadAgain() {
    room.web.answer("/feed.xml", Answer.xml(rss(room.item("a", "First"))).withEtag("\"v1\""));

    room.start(room.config("/feed.xml"));

    await().atMost(Duration.ofSeconds(30)).until(() -> room.web.requests("/feed.xml").size() >= 3);
    assertThat(room.web.requests("/feed.xml").get(0).header("If-None-Match")).isNull();
    assertThat(room.web.requests("/feed.xml").get(1).header("If-None-Match")).isEqualTo("\"v1\"");
    await().until(() -> room.state("/feed.xml").health() == FeedHealth.NOT_MODIFIED);
    assertThat(room.state("/feed.xml").etag()).isEqualTo("\"v1\"");
    assertThat(room.told()).containsExactly("First r1");
  }

  @Test
  void aRestartGoesOnFromTheStatesAndTellsNothingTwice() {
    room.web.answer("/feed.xml", Answer.xml(rss(room.item("a", "First"))));
    var before = room.start(room.config("/feed.xml"));
    await().atMost(Duration.ofSeconds(30)).until(() -> room.state("/feed.xml").polledAt() != null);
    before.close();
    int asked = room.web.requests("/feed.xml").size();
    room.web.answer("/feed.xml", Answer.xml(rss(room.item("b", "Second"), room.item("a", "First"))));

    room.start(room.config("/feed.xml"));

    await().atMost(Duration.ofSeconds(30)).until(() -> room.told().contains("Second r1"));
    await().until(() -> room.web.requests("/feed.xml").size() >= asked + 3);
    assertThat(room.told()).containsExactly("First r1", "Second r1");
  }

  @Test
  void aChangedEntryIsReadAgainAndItsArticleGetsTheNextRevision() {
    room.web.answer("/feed.xml", Answer.xml(rss(room.item("a", "First"))));
    room.web.answer("/article/a", Answer.html(page("First", "Alpha happened.")));
    room.start(room.config("/feed.xml"));
    await().atMost(Duration.ofSeconds(30)).until(() -> room.told().contains("First r1"));

    room.web.answer("/article/a", Answer.html(page("First", "Alpha happened again.")));
    room.web.answer("/feed.xml", Answer.xml(rss(room.item("a", "First (updated)"))));

    await().atMost(Duration.ofSeconds(30)).until(() -> room.told().contains("First (updated) r2"));
    assertThat(room.articles()).extracting(Article::id).containsOnly(room.articles().getFirst().id());
    assertThat(room.articles().getLast().body()).startsWith("Alpha happened again.");
  }

  @Test
  void anArticleIsToldFromTheFeedWhenItsPageIsSlowAndRevisedWhenThePageComes() {
    room.web.answer("/feed.xml", Answer.xml(rss(room.item("a", "First"))));
    room.web.answer("/article/a", Answer.html(page("First", "Alpha happened.")).after(Duration.ofSeconds(2)));

    room.start(room.config("/feed.xml").withPageWait(Duration.ofMillis(300)));

    await().atMost(Duration.ofSeconds(30)).until(() -> room.articles().size() >= 2);
    assertThat(room.articles()).extracting(Article::revision).containsExactly(1, 2);
    assertThat(room.articles()).extracting(Article::bodySource).containsExactly(BodySource.FEED, BodySource.PAGE);
    assertThat(room.articles().getFirst().summary()).isEqualTo("What happened in a.");
    assertThat(room.web.requests("/article/a")).hasSize(1);
  }

  @Test
  void aChangeWhosePageWasAwaitedAtTheEndIsToldByTheNextOwner() {
    room.web.answer("/feed.xml", Answer.xml(rss(room.item("a", "First"))).withEtag("\"v1\""));
    room.web.answer("/article/a", Answer.html(page("First", "Alpha happened.")));
    var config = room.config("/feed.xml").withPageWait(Duration.ofMillis(100));
    var before = room.start(config);
    await().atMost(Duration.ofSeconds(30)).until(() -> room.articles().stream().anyMatch(a -> a.bodySource() == BodySource.PAGE));
    room.web.answer("/article/a", Answer.html(page("First", "Alpha happened again.")).after(Duration.ofSeconds(5)));
    room.web.answer("/feed.xml", Answer.xml(rss(room.item("a", "First (updated)"))).withEtag("\"v2\""));
    await().atMost(Duration.ofSeconds(30)).until(() -> "\"v2\"".equals(room.state("/feed.xml").etag()));
    before.close();
    assertThat(room.articles().getLast().body()).startsWith("Alpha happened. ");
    room.web.answer("/article/a", Answer.html(page("First", "Alpha happened again.")));

    room.start(config);

    await().atMost(Duration.ofSeconds(30)).until(() -> room.articles().getLast().body().startsWith("Alpha happened again."));
    assertThat(room.articles().getLast().title()).isEqualTo("First (updated)");
  }

  @Test
  void aHostCannotEndTheProcessWithAValidatorThatNobodyMaySendBack() {
    room.web.answer("/feed.xml", Answer.xml(rss(room.item("a", "First"))).with("ETag", "\"v\u00fc1\""));

    room.start(room.config("/feed.xml"));

    await().atMost(Duration.ofSeconds(30)).until(() -> room.web.requests("/feed.xml").size() >= 3);
    assertThat(room.told()).containsExactly("First r1");
  }

  @Test
  void twoFeedsOfASiteTellASharedArticleOnce() {
    room.web.answer("/all.xml", Answer.xml(rss(room.item("a", "First"))));
    room.web.answer("/politics.xml", Answer.xml(rss(room.item("a", "First, in politics"), room.item("b", "Second"))));

    room.start(room.config("/all.xml", "/politics.xml"));

    await().atMost(Duration.ofSeconds(30)).until(() -> room.articles().size() >= 2);
    await().until(() -> room.web.requests("/politics.xml").size() >= 3 && room.web.requests("/all.xml").size() >= 3);
    assertThat(room.articles()).extracting(Article::id).doesNotHaveDuplicates().hasSize(2);
  }

  @Test
  void whatIsWrongWithAFeedIsInItsStateAndTheOthersGoOn() {
    room.web.answer("/html.xml", Answer.html("<!doctype html><html><body><p>Log in</p></body></html>"));
    room.web.answer("/broken.xml", Answer.xml("this is no feed"));
    room.web.answer("/loop.xml", Answer.redirect(302, "/loop.xml"));
    room.web.answer("/huge.xml", Answer.huge("application/xml", 50L * 1024 * 1024));
    room.web.answer("/slow.xml", Answer.xml(rss(room.item("s", "Slow"))).dripping(Duration.ofMillis(50)));
    room.web.answer("/good.xml", Answer.xml(rss(room.item("a", "Good"))));

    room.start(room.config("/html.xml", "/broken.xml", "/loop.xml", "/huge.xml", "/slow.xml", "/missing.xml", "/good.xml")
        .withFeedTimeout(Duration.ofSeconds(1)));

    await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> {
      assertThat(room.state("/html.xml").health()).isEqualTo(FeedHealth.HTML_INSTEAD_OF_FEED);
      assertThat(room.state("/broken.xml").health()).isEqualTo(FeedHealth.MALFORMED);
      assertThat(room.state("/loop.xml").error()).contains("redirects");
      assertThat(room.state("/huge.xml").health()).isEqualTo(FeedHealth.TOO_LARGE);
      assertThat(room.state("/slow.xml").error()).contains("no end after 1000 ms");
      assertThat(room.state("/missing.xml").health()).isEqualTo(FeedHealth.GONE);
    });
    assertThat(room.told()).containsExactly("Good r1");
    await().untilAsserted(() -> assertThat(room.health.problems()).isEmpty());
  }

  @Test
  void anEntryWithoutTitleOrDateOrDatedNextYearIsToldAsOfNow() {
    room.web.answer("/feed.xml", Answer.xml(rss(
        "<item><guid>1</guid><description>The envoy left the capital on Friday after talks that lasted all of the night, "
            + "officials said.</description></item>",
        "<item><guid>2</guid><title>Next year</title><pubDate>Mon, 20 Dec 2094 10:00:00 GMT</pubDate></item>")));

    room.start(room.config("/feed.xml"));

    await().atMost(Duration.ofSeconds(30)).until(() -> room.articles().size() >= 2);
    assertThat(room.told()).containsExactly(
        "Next year r1", "The envoy left the capital on Friday after talks that lasted all… r1");
    assertThat(room.articles()).allSatisfy(article -> {
      assertThat(article.publishedAt()).isNull();
      assertThat(article.eventAt()).isEqualTo(article.fetchedAt());
    });
  }

  @Test
  void anotherInstanceGoesOnWhenOneLeaves() {
    room.web.answer("/feed.xml", Answer.xml(rss(room.item("a", "First"))));
    var first = room.start(room.config("/feed.xml"));
    await().atMost(Duration.ofSeconds(30)).until(() -> room.told().contains("First r1"));
    room.start(room.config("/feed.xml"));
    first.close();
    int asked = room.web.requests("/feed.xml").size();

    room.web.answer("/feed.xml", Answer.xml(rss(room.item("b", "Second"), room.item("a", "First"))));

    await().atMost(Duration.ofSeconds(40)).until(() -> room.told().contains("Second r1"));
    await().until(() -> room.web.requests("/feed.xml").size() >= asked + 3);
    assertThat(room.told()).containsExactly("First r1", "Second r1");
  }

  @Test
  void aRecordThatCannotBeReadIsADeadLetterOnceAndItsFeedGoesOn() {
    String feedId = room.feed("/feed.xml").id();
    String stale = "site.example/stale.xml";
    room.web.answer("/feed.xml", Answer.xml(rss(room.item("a", "First"))));
    var first = room.start(room.config("/feed.xml"));
    await().atMost(Duration.ofSeconds(30)).until(() -> room.told().contains("First r1"));
    room.write(room.topics().feeds(), feedId, "no feed");
    await().atMost(Duration.ofSeconds(30)).until(() -> room.deadLetters().size() == 1);
    int asked = room.web.requests("/feed.xml").size();
    await().until(() -> room.web.requests("/feed.xml").size() >= asked + 2);

    first.close();
    room.write(room.topics().feedStates(), stale, "no state");
    room.start(room.config("/feed.xml"));
    await().atMost(Duration.ofSeconds(30)).until(() -> room.deadLetters().size() >= 2);

    await().until(() -> room.web.requests("/feed.xml").size() >= asked + 5);
    assertThat(room.deadLetters()).containsExactly(
        room.topics().feeds().name() + " " + feedId + " no feed",
        room.topics().feedStates().name() + " " + stale + " no state");
    assertThat(room.told()).containsExactly("First r1");
  }
}
