package io.tensionwire.ingest.look;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tensionwire.ingest.article.PageReading;
import io.tensionwire.ingest.feed.FeedEntry;
import io.tensionwire.ingest.identity.EntryIdentity;
import io.tensionwire.ingest.identity.FeedKin;
import io.tensionwire.ingest.page.Page;
import io.tensionwire.ingest.page.PageExtractor;
import io.tensionwire.ingest.state.Journal;
import io.tensionwire.ingest.state.PartitionSession;
import io.tensionwire.ingest.time.Timekeeper;
import io.tensionwire.model.Article;
import io.tensionwire.model.ArticleStatus;
import io.tensionwire.model.BodySource;
import io.tensionwire.model.Feed;
import io.tensionwire.model.FeedState;
import io.tensionwire.model.Json;
import io.tensionwire.model.PageProblem;
import io.tensionwire.model.Seen;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LaterLooksTest {

  private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");
  private static final URI PAGE = URI.create("https://site.example/news/101");
  private static final Feed FEED = Feed.builder("site.example/all", URI.create("https://site.example/feed.xml")).build();
  private static final FeedEntry ENTRY = new FeedEntry(
      "g1", "Talks end, the feed says", PAGE.toString(), "Both sides left.", "", START.minusSeconds(60), null,
      List.of("An office"), List.of());
  private static final String TEXT = "<p>The talks ended on Friday without a result, officials said.</p>"
      + "<p>They will go on next week in the capital, the ministry added.</p>";

  private Instant now = START;
  private PageReading page = page("Talks end", TEXT);
  private final List<Instant> asked = new ArrayList<>();
  private final List<Article> told = new ArrayList<>();
  private final Map<String, FeedState> states = new HashMap<>();
  private final Set<String> detected = new HashSet<>();
  private final List<Throwable> bugs = new ArrayList<>();
  private PartitionSession session = open();

  @Test
  void aDetectedArticleIsLookedAtAfterAQuarterOfAnHourTwoHoursAndADay() throws Exception {
    detected.add(tell());

    passUntil(START.plus(Duration.ofHours(30)));

    assertThat(asked).extracting(at -> Duration.between(START, at)).satisfiesExactly(
        look -> assertThat(look).isBetween(Duration.ofMinutes(15), Duration.ofMinutes(16)),
        look -> assertThat(look).isBetween(Duration.ofHours(2), Duration.ofMinutes(121)),
        look -> assertThat(look).isBetween(Duration.ofHours(24), Duration.ofMinutes(1441)));
    assertThat(told).hasSize(1);
  }

  @Test
  void anArticleThatNobodyIsInterestedInIsNot() throws Exception {
    tell();

    passUntil(START.plus(Duration.ofHours(30)));

    assertThat(asked).isEmpty();
  }

  @Test
  void whatChangedIsARevisionAndTheRestStays() throws Exception {
    detected.add(tell());
    page = page("Talks end", TEXT + "<p>A date for them was not named by either side on Friday.</p>");

    passUntil(START.plus(Duration.ofHours(1)));

    assertThat(told).hasSize(2);
    Article revision = told.getLast();
    assertThat(revision.revision()).isEqualTo(2);
    assertThat(revision.changed()).containsExactly("body");
    assertThat(revision.body()).contains("not named");
    assertThat(revision.title()).isEqualTo("Talks end, the feed says");
    assertThat(revision.summary()).isEqualTo("Both sides left.");
    assertThat(revision.authors()).containsExactly("An office");
    assertThat(revision.publishedAt()).isEqualTo(told.getFirst().publishedAt());
    assertThat(revision.fetchedAt()).isEqualTo(asked.getFirst());
  }

  @Test
  void aTitleThatThePageChangedIsTold() throws Exception {
    detected.add(tell());
    page = page("Talks break off", TEXT);

    passUntil(START.plus(Duration.ofHours(1)));

    assertThat(told.getLast().title()).isEqualTo("Talks break off");
    assertThat(told.getLast().changed()).containsExactly("title");
  }

  @Test
  void aTeaserOfWhatWasReadBeforeTakesNothingBack() throws Exception {
    detected.add(tell());
    page = page("Talks end", "<p>The talks ended on Friday without a result, officials said.</p>");

    passUntil(START.plus(Duration.ofHours(1)));

    assertThat(asked).hasSize(1);
    assertThat(told).hasSize(1);
  }

  @Test
  void aPageThatIsGoneIsToldWhenASecondLookFindsItGoneToo() throws Exception {
    detected.add(tell());
    page = new PageReading(null, PageProblem.GONE, true);

    passUntil(START.plus(Duration.ofMinutes(18)));
    assertThat(told).hasSize(1);
    passUntil(START.plus(Duration.ofMinutes(30)));

    assertThat(asked).hasSize(2);
    assertThat(told.getLast().status()).isEqualTo(ArticleStatus.GONE);
    assertThat(told.getLast().changed()).containsExactly("status");
    assertThat(told.getLast().body()).contains("without a result");
  }

  @Test
  void aPageThatWasGoneForAMomentIsNotToldGone() throws Exception {
    detected.add(tell());
    page = new PageReading(null, PageProblem.GONE, true);
    passUntil(START.plus(Duration.ofMinutes(18)));
    page = page("Talks end", TEXT);

    passUntil(START.plus(Duration.ofHours(30)));

    assertThat(told).hasSize(1);
    assertThat(asked).hasSize(4);
  }

  @Test
  void aPageThatIsBackIsToldLive() throws Exception {
    detected.add(tell());
    page = new PageReading(null, PageProblem.GONE, true);
    passUntil(START.plus(Duration.ofMinutes(30)));
    page = page("Talks end", TEXT);

    passUntil(START.plus(Duration.ofHours(30)));

    assertThat(told).extracting(Article::status)
        .containsExactly(ArticleStatus.LIVE, ArticleStatus.GONE, ArticleStatus.LIVE);
    assertThat(told.getLast().changed()).containsExactly("status");
  }

  @Test
  void takeoversNeitherRepeatNorMissALook() throws Exception {
    detected.add(tell());

    for (int hours = 0; hours < 30; hours++) {
      session = open();
      passUntil(now.plus(Duration.ofMinutes(30)));
      session = open();
      passUntil(now.plus(Duration.ofMinutes(30)));
    }

    assertThat(asked).hasSize(3);
  }

  @Test
  void looksThatWereMissedAreOne() throws Exception {
    detected.add(tell());
    now = START.plus(Duration.ofHours(3));

    passUntil(START.plus(Duration.ofHours(20)));

    assertThat(asked).hasSize(1);
  }

  @Test
  void aPageThatCouldNotBeHadIsAskedAgainLaterAndLater() throws Exception {
    page = new PageReading(null, PageProblem.UNREACHABLE, true);
    tell();
    assertThat(told.getFirst().pageProblem()).isEqualTo(PageProblem.UNREACHABLE);

    session = open();
    passUntil(START.plus(Duration.ofHours(5)));

    assertThat(asked).extracting(at -> Duration.between(START, at).toMinutes()).containsExactly(1L, 6L, 26L);
    assertThat(told).hasSize(1);
  }

  @Test
  void aPageThatCouldNotBeHadAtFirstIsToldWhenItCan() throws Exception {
    page = new PageReading(null, PageProblem.UNREACHABLE, true);
    tell();
    passUntil(START.plus(Duration.ofMinutes(3)));
    page = page("Talks end", TEXT);

    passUntil(START.plus(Duration.ofHours(5)));

    assertThat(told).hasSize(2);
    assertThat(told.getLast().bodySource()).isEqualTo(BodySource.PAGE);
    assertThat(told.getLast().body()).contains("without a result");
    assertThat(told.getLast().pageProblem()).isNull();
    assertThat(told.getLast().title()).isEqualTo("Talks end, the feed says");
    assertThat(asked).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource(names = {"ROBOTS", "PAYWALL", "CONSENT_WALL", "NOT_HTML"})
  void whoeverRefusesUsIsNotAskedAgainForThat(PageProblem problem) throws Exception {
    page = new PageReading(null, problem, false);
    tell();

    passUntil(START.plus(Duration.ofHours(5)));

    assertThat(asked).isEmpty();
  }

  /** Tells the entry as its feed and page are now. */
  private String tell() {
    var identity = EntryIdentity.of(FEED, ENTRY, FeedKin.of(List.of(ENTRY)));
    assertThat(session.take(FEED, identity, now)).isTrue();
    Page read = page.page();
    session.tell(
        FEED, identity,
        Article.builder(PAGE).feedId(FEED.id()).title(ENTRY.title()).summary(ENTRY.summary()).authors(ENTRY.authors())
            .pageProblem(page.problem()).publishedAt(ENTRY.publishedAt()).fetchedAt(now)
            .body(read == null ? "" : read.body(), read == null ? BodySource.FEED : BodySource.PAGE),
        identity.entryHash(), page.asked(0, now), now);
    session.finish(FEED, identity);
    return identity.articleId();
  }

  private void passUntil(Instant moment) throws InterruptedException {
    Timekeeper time = new Timekeeper() {
      @Override
      public Instant now() {
        return now;
      }

      @Override
      public void sleepUntil(Instant until) {
        now = until;
      }
    };
    var looks = new LaterLooks(
        session, id -> FEED, () -> Set.copyOf(detected),
        (id, at) -> told.stream().filter(a -> a.id().equals(id) && a.fetchedAt().equals(at)).findFirst().orElse(null),
        (feed, uri) -> {
          assertThat(uri).isEqualTo(PAGE);
          asked.add(now);
          return page;
        },
        Runnable::run, time, new SimpleMeterRegistry(), bugs::add);
    while (now.isBefore(moment)) {
      now = now.plusSeconds(15);
      looks.round();
    }
    assertThat(bugs).isEmpty();
  }

  private PartitionSession open() {
    Map<String, FeedState> read = new HashMap<>();
    states.forEach((id, state) -> read.put(id, Json.read(Json.write(state), FeedState.class)));
    return new PartitionSession(
        new Journal() {
          @Override
          public CompletableFuture<Void> write(@Nullable Article article, FeedState state) {
            if (article != null) {
              told.add(article);
            }
            states.put(state.feedId(), state);
            return CompletableFuture.completedFuture(null);
          }

          @Override
          public CompletableFuture<Void> forget(String feedId) {
            states.remove(feedId);
            return CompletableFuture.completedFuture(null);
          }
        },
        read);
  }

  private static PageReading page(String title, String text) {
    String html = "<html><head><title>" + title + "</title></head><body><article><h1>" + title + "</h1>" + text
        + "</article></body></html>";
    Page page = new PageExtractor().extract(
        html.getBytes(StandardCharsets.UTF_8), PAGE, "text/html; charset=utf-8", ZoneOffset.UTC);
    return new PageReading(page, null, false);
  }
}
