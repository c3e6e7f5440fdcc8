package io.tensionwire.ingest.article;

import static io.tensionwire.ingest.article.Desk.dated;
import static io.tensionwire.ingest.article.Desk.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.ingest.feed.FeedEntry;
import io.tensionwire.model.Article;
import io.tensionwire.model.Feed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An entry is known again whatever its feed does to it. */
class KnownAgainTest {

  private static final Feed FEED = Desk.feed("site.example/all");
  private static final Feed OTHER = Desk.feed("site.example/politics");
  private static final String A = "https://site.example/news/101";
  private static final String B = "https://site.example/news/102";

  private final Desk desk = new Desk();

  @Test
  void aGuidThatHoldsTheHeadlineChangesWithIt() {
    desk.poll(FEED, entry("talks-end", A, "Talks end", "Both sides left."));
    desk.poll(FEED, entry("talks-end-without-result", A, "Talks end without result", "Both sides left."));

    assertThat(desk.titles()).containsExactly("Talks end r1", "Talks end without result r2");
    assertThat(desk.last().id()).isEqualTo(desk.told.getFirst().id());
    assertThat(desk.last().changed()).containsExactly("title");
  }

  @Test
  void oneGuidForAllTellsNothing() {
    FeedEntry first = entry("site.example", A, "Talks end", "Both sides left.");
    FeedEntry second = entry("site.example", B, "Envoy arrives", "He came by train.");
    desk.poll(FEED, second, first).poll(FEED, second, first);

    assertThat(desk.titles()).containsExactly("Talks end r1", "Envoy arrives r1");
    assertThat(desk.told).extracting(Article::id).doesNotHaveDuplicates();
  }

  @Test
  void guidsThatNumberTheEntriesByTheirPlaceTellNothing() {
    desk.poll(FEED, entry("1", A, "Talks end", "Both sides left."));
    desk.poll(FEED, entry("1", B, "Envoy arrives", "He came by train."), entry("2", A, "Talks end", "Both sides left."));

    assertThat(desk.titles()).containsExactly("Talks end r1", "Envoy arrives r1");
    assertThat(desk.told).extracting(Article::id).doesNotHaveDuplicates();
  }

  @Test
  void aGuidThatChangesOnEveryFetchLeavesNoTraces() {
    for (int i = 0; i < 50; i++) {
      desk.poll(FEED, entry("urn:session:" + i, A, "Talks end", "Both sides left."));
    }

    assertThat(desk.titles()).containsExactly("Talks end r1");
    assertThat(desk.seen(FEED)).hasSize(1);
  }

  @Test
  void anAddressThatChangesOnEveryFetchIsOne() {
    for (int i = 0; i < 5; i++) {
      String address = A + ";jsessionid=" + i + "?t=176369000" + i;
      desk.poll(FEED, entry(address, address, "Talks end", "Both sides left."));
    }

    assertThat(desk.titles()).containsExactly("Talks end r1");
  }

  @Test
  void withoutAGuidTheAddressTells() {
    desk.poll(FEED, entry("", A, "Talks end", "Both sides left."));
    desk.poll(FEED, entry("", B, "Envoy arrives", "By train."), entry("", A, "Talks end in anger", "Both sides left."));

    assertThat(desk.titles()).containsExactly("Talks end r1", "Talks end in anger r2", "Envoy arrives r1");
  }

  @Test
  void withoutGuidAndAddressTheTitleTells() {
    FeedEntry first = entry("", "", "Talks end", "Both sides left.");
    desk.poll(FEED, entry("", "", "Envoy arrives", "By train."), first).poll(FEED, first);

    assertThat(desk.titles()).containsExactly("Talks end r1", "Envoy arrives r1");
  }

  @Test
  void twoGuidsForOneAddressAreOneArticleThatDoesNotGoBackAndForth() {
    FeedEntry first = entry("g1", A, "Talks between ministers end", "Both sides left.");
    FeedEntry second = entry("g2", A, "Talks between ministers end in anger", "Both sides left.");
    desk.poll(FEED, second, first).poll(FEED, second, first).poll(FEED, first, second);

    assertThat(desk.titles()).containsExactly(
        "Talks between ministers end r1", "Talks between ministers end in anger r2");
    assertThat(desk.told).extracting(Article::id).containsOnly(desk.last().id());
  }

  @Test
  void anEntryThatIsListedTwiceIsToldOnce() {
    FeedEntry first = entry("g1", A, "Talks end", "Both sides left.");
    FeedEntry again = entry("g2", A, "Talks end", "Both sides left.");

    desk.poll(FEED, again, first).poll(FEED, first, again);

    assertThat(desk.titles()).containsExactly("Talks end r1");
  }

  @Test
  void entriesThatAllLinkToTheFrontPageAreArticlesOfTheirOwn() {
    desk.page("https://site.example/", "Site", "<p>Welcome to the site, which has all the news there is.</p>");
    FeedEntry first = entry("", "https://site.example/", "Talks end", "Both sides left.");
    FeedEntry second = entry("", "https://site.example/", "Envoy arrives", "By train.");
    desk.poll(FEED, second, first).poll(FEED, second, first);

    assertThat(desk.titles()).containsExactly("Talks end r1", "Envoy arrives r1");
    assertThat(desk.told).extracting(Article::id).doesNotHaveDuplicates();
    assertThat(desk.told).allSatisfy(article -> assertThat(article.body()).isEmpty());
  }

  @Test
  void entriesThatAllLinkToTheListTheyStandOnAreArticlesOfTheirOwn() {
    String list = "https://site.example/board/list.do?board=7";
    FeedEntry first = entry("g1", list, "Talks end", "Both sides left.");
    FeedEntry second = entry("g2", list, "Envoy arrives in the capital", "By train.");
    desk.poll(FEED, second, first).poll(FEED, second, first);

    assertThat(desk.titles()).containsExactly("Talks end r1", "Envoy arrives in the capital r1");
    assertThat(desk.told).extracting(Article::id).doesNotHaveDuplicates();
  }

  @Test
  void aReDatedEntryIsNoNews() {
    FeedEntry entry = entry("g1", A, "Talks end", "Both sides left.");
    desk.poll(FEED, entry).poll(FEED, dated(entry, Desk.START.plus(Duration.ofHours(2)))).poll(FEED, dated(entry, null));

    assertThat(desk.titles()).containsExactly("Talks end r1");
  }

  @Test
  void undatedEntriesAreToldInTheOrderOfTheFeed() {
    List<FeedEntry> entries = new ArrayList<>();
    for (int i = 9; i >= 1; i--) {
      entries.add(dated(entry("guid " + i, A + i, "Story number " + i, "It went on."), null));
    }
    desk.poll(FEED, entries.toArray(FeedEntry[]::new));

    assertThat(desk.titles()).startsWith("Story number 1 r1", "Story number 2 r1").hasSize(9);
    assertThat(desk.told).allSatisfy(article -> assertThat(article.eventAt()).isEqualTo(article.fetchedAt()));
  }

  @Test
  void addressesOfPhonesAndOfAmpAreTheSameArticleInAllFeedsOfASite() {
    desk.poll(FEED, entry("g1", A, "Talks end", "Both sides left."));
    desk.poll(OTHER, entry("x1", "http://m.site.example/news/101?utm_source=rss", "Talks end, in politics", "Left."));
    desk.poll(OTHER, entry("x1", "http://m.site.example/news/101/amp", "Talks end, in politics", "Left early."));

    assertThat(desk.titles()).containsExactly("Talks end r1");
  }

  @Test
  void anotherFeedOfTheSiteTellsWhatThePageSaysAnew() {
    String mobile = "https://m.site.example/news/101";
    desk.page(A, "Talks end", "<p>The talks ended on Friday without a result, officials said.</p>");
    desk.poll(FEED, entry("g1", A, "Talks end", "Both sides left."));
    desk.page(mobile, "Talks end", "<p>The talks ended on Friday with a result after all, officials said.</p>");
    desk.poll(OTHER, entry("x1", mobile, "Talks end", "Both sides left."));
    assertThat(desk.titles()).containsExactly("Talks end r1");

    desk.poll(OTHER, entry("x1", mobile, "Talks end well", "Both sides left."));

    assertThat(desk.titles()).containsExactly("Talks end r1", "Talks end well r2");
    assertThat(desk.last().id()).isEqualTo(desk.told.getFirst().id());
  }

  @Test
  void thePagesOwnAddressMakesTwoEntriesOne() {
    String said = "<html><head><title>Talks end</title><link rel=canonical href='" + A + "'></head><body><article>"
        + "<h1>Talks end</h1><p>The talks ended on Friday without a result, officials said.</p></article></body></html>";
    desk.pageIs(A, said).pageIs("https://site.example/share/xyz", said);

    desk.poll(FEED, entry("g1", A, "Talks end", "Both sides left."));
    desk.poll(OTHER, entry("x9", "https://site.example/share/xyz", "Talks end", "Both sides left."));

    assertThat(desk.titles()).containsExactly("Talks end r1");
  }

  @Test
  void anAddressThatAllPagesNameDoesNotMakeThemOne() {
    String view = "https://site.example/news/view.do";
    desk.pageIs(A, "<html><head><link rel=canonical href='" + view + "'></head><body><article><h1>Talks end</h1>"
        + "<p>The talks ended on Friday without a result, officials said.</p></article></body></html>");
    desk.pageIs(B, "<html><head><link rel=canonical href='" + view + "'></head><body><article><h1>Envoy arrives</h1>"
        + "<p>The envoy arrived on Friday by train from the north, officials said.</p></article></body></html>");

    desk.poll(FEED, entry("g2", B, "Envoy arrives", "By train."), entry("g1", A, "Talks end", "Both sides left."));

    assertThat(desk.titles()).containsExactly("Talks end r1", "Envoy arrives r1");
  }

  @Test
  void nothingIsToldAgainByTheNextOwner() {
    FeedEntry first = entry("g1", A, "Talks end", "Both sides left.");
    FeedEntry second = entry("", "https://site.example/", "Envoy arrives", "By train.");
    desk.poll(FEED, second, first).poll(OTHER, first).takeOver().poll(OTHER, first).poll(FEED, second, first);

    assertThat(desk.titles()).containsExactly("Talks end r1", "Envoy arrives r1");
  }

  @Test
  void whatARemovedFeedToldAnotherOfTheSiteGoesOnWith() {
    FeedEntry entry = entry("g1", A, "Talks end", "Both sides left.");
    desk.poll(FEED, entry).poll(OTHER, entry).remove(FEED);
    desk.poll(OTHER, entry("g1", A, "Talks break off", "Both sides left."));

    assertThat(desk.titles()).containsExactly("Talks end r1", "Talks break off r2");
  }

  @Test
  void aSitemapThatIsLongerThanWeRememberIsToldOnceFromItsNewestOn() {
    FeedEntry[] entries = new FeedEntry[3_000];
    for (int i = 0; i < entries.length; i++) {
      entries[i] = dated(
          entry("", "https://site.example/news/" + i, "Story number " + i, "It went on."), Desk.START.minusSeconds(i));
    }
    desk.poll(FEED, entries).takeOver().poll(FEED, entries).poll(FEED, entries);

    assertThat(desk.told).hasSize(1_500);
    assertThat(desk.titles()).contains("Story number 0 r1").doesNotContain("Story number 2000 r1");
    assertThat(desk.told).extracting(Article::id).doesNotHaveDuplicates();
  }
}
