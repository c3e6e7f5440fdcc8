package io.tensionwire.ingest.article;

import static io.tensionwire.ingest.article.Desk.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.ingest.feed.FeedEntry;
import io.tensionwire.model.Article;
import io.tensionwire.model.BodySource;
import io.tensionwire.model.Feed;
import io.tensionwire.model.FeedState;
import io.tensionwire.model.Json;
import io.tensionwire.model.PageProblem;
import io.tensionwire.model.Seen;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What makes a revision, and what does not. */
class RevisionsTest {

  private static final Feed FEED = Desk.feed("site.example/all");
  private static final String A = "https://site.example/news/101";
  private static final String TEXT = "<p>The talks ended on Friday without a result, officials said.</p>"
      + "<p>They will go on next week in the capital, the ministry added.</p>";
  private static final FeedEntry ENTRY = entry("g1", A, "Talks end", "Both sides left.");

  private final Desk desk = new Desk();

  @Test
  void aChangedTitleAloneIsOne() {
    desk.page(A, "Talks end", TEXT).poll(FEED, ENTRY);
    desk.poll(FEED, entry("g1", A, "Talks break off", "Both sides left."));

    assertThat(desk.titles()).containsExactly("Talks end r1", "Talks break off r2");
    assertThat(desk.last().changed()).containsExactly("title");
    assertThat(desk.last().bodySource()).isEqualTo(BodySource.PAGE);
  }

  @Test
  void theFirstChangesNothing() {
    desk.poll(FEED, ENTRY);

    assertThat(desk.last().changed()).isEmpty();
  }

  @Test
  void aChangedTextIsOneAndSaysSo() {
    desk.page(A, "Talks end", TEXT).poll(FEED, ENTRY);
    desk.page(A, "Talks end", TEXT + "<p>A date for them was not named by either side on Friday.</p>");
    desk.poll(FEED, entry("g1", A, "Talks end", "Both sides left early."));

    assertThat(desk.last().changed()).containsExactly("summary", "body");
  }

  @Test
  void countsAndClocksAreNone() {
    desk.page(A, "Talks end", TEXT + "<p>Updated 2 minutes ago</p><p>120 views</p>").poll(FEED, ENTRY);
    desk.page(A, "Talks end", TEXT + "<p>Updated 9 minutes ago</p><p>4,125 views</p>");
    desk.poll(FEED, entry("g1", A, "Talks end", "Both sides left. 12 comments"));
    desk.poll(FEED, entry("g1", A, "Talks end", "Both sides left. 130 comments"));

    assertThat(desk.titles()).containsExactly("Talks end r1");
  }

  @Test
  void thePagesFullerTextReplacesTheFeeds() {
    desk.noPage(A, PageProblem.UNREACHABLE, true).poll(FEED, ENTRY);
    assertThat(desk.last().pageProblem()).isEqualTo(PageProblem.UNREACHABLE);

    desk.page(A, "Talks end", TEXT).poll(FEED, entry("g1", A, "Talks end", "Both sides left early."));

    assertThat(desk.last().body()).contains("without a result");
    assertThat(desk.last().pageProblem()).isNull();
  }

  @Test
  void aPageThatIsGoneTakesItsTextNotBackAndANewTitleIsToldAllTheSame() {
    desk.page(A, "Talks end", TEXT).poll(FEED, ENTRY);
    desk.noPage(A, PageProblem.PAYWALL, false).poll(FEED, entry("g1", A, "Talks break off", "Both sides left."));

    assertThat(desk.last().changed()).containsExactly("title");
    assertThat(desk.last().body()).contains("without a result");
    assertThat(desk.last().pageProblem()).isEqualTo(PageProblem.PAYWALL);
  }

  @Test
  void whyAPageGaveNothingAndWhenItIsAskedAgainIsRemembered() {
    desk.noPage(A, PageProblem.UNREACHABLE, true).poll(FEED, ENTRY);

    Seen seen = desk.seen(FEED).getFirst();
    assertThat(seen.pageProblem()).isEqualTo(PageProblem.UNREACHABLE);
    assertThat(seen.pageDueAt()).isEqualTo(desk.now.plus(Duration.ofMinutes(1)));
  }

  @Test
  void aWallIsNotAskedAgainInVain() {
    desk.noPage(A, PageProblem.ROBOTS, false).poll(FEED, ENTRY);

    assertThat(desk.last().pageProblem()).isEqualTo(PageProblem.ROBOTS);
    assertThat(desk.seen(FEED).getFirst().pageDueAt()).isNull();
  }

  @Test
  void anArticleToldByAFormerVersionIsNotToldAgain() {
    desk.page(A, "Talks end", TEXT).poll(FEED, ENTRY);
    Article told = desk.last();
    Instant at = told.fetchedAt();
    String former = """
        {"feedId":"site.example/all","seen":[{"key":"g1","canonicalUrl":"%s","articleId":"%s","revision":1,
         "entryHash":"0123456789abcdef01234567","contentHash":"%s","bodySource":"page",
         "firstSeenAt":"%s","lastSeenAt":"%s","toldAt":"%s"}]}"""
        .formatted(A, told.id(), told.contentHash(), at, at, at);
    desk.states.put(FEED.id(), Json.read(former, FeedState.class));

    // Whether it changed meanwhile cannot be told: its page is not asked for that.
    desk.page(A, "Talks end", TEXT + "<p>A date for them was not named by either side on Friday.</p>");
    desk.takeOver().poll(FEED, ENTRY).poll(FEED, entry("other", "https://m.site.example/news/101", "Talks end", "Both sides left."));
    assertThat(desk.titles()).containsExactly("Talks end r1");

    desk.poll(FEED, entry("g1", A, "Talks break off", "Both sides left."));
    assertThat(desk.titles()).containsExactly("Talks end r1", "Talks break off r2");
    assertThat(desk.last().id()).isEqualTo(told.id());
  }

  @Test
  void whatIsWrittenOnEachMinuteIsToldAFewMinutesApart() {
    Seen seen = Seen.builder("k", "a", desk.now).told(article(2), "t.s.b").build();
    assertThat(Pace.notBefore(seen, desk.now)).isEqualTo(desk.now);

    seen = seen.toBuilder().told(article(3), "t.s.b").build();
    assertThat(Pace.notBefore(seen, desk.now)).isEqualTo(desk.now.plus(Duration.ofMinutes(3)));
    assertThat(Pace.notBefore(seen, desk.now.plus(Duration.ofHours(1)))).isEqualTo(desk.now.plus(Duration.ofHours(1)));
  }

  private Article article(int revision) {
    return Article.builder(URI.create(A)).title("T").revision(revision).fetchedAt(desk.now).build();
  }
}
