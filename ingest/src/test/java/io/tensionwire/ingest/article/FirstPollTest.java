package io.tensionwire.ingest.article;

import static io.tensionwire.ingest.article.Desk.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tensionwire.ingest.feed.FeedEntry;
import io.tensionwire.model.Article;
import io.tensionwire.model.Feed;
import org.junit.jupiter.api.Test;

/** What was there when a feed was polled for the first time is marked, so that it is recorded and not told. */
class FirstPollTest {

  private static final Feed FEED = Desk.feed("site.example/all");
  private static final Feed OTHER = Desk.feed("site.example/politics");
  private static final FeedEntry A = entry("a", "https://site.example/news/101", "Talks end", "Both sides left.");
  private static final FeedEntry B = entry("b", "https://site.example/news/102", "Envoy arrives", "He came by train.");
  private static final FeedEntry C = entry("c", "https://site.example/news/103", "Bridge opens", "Cars cross it.");

  private final Desk desk = new Desk();

  @Test
  void whatWasThereIsMarkedAndWhatCameLaterIsNot() {
    desk.poll(FEED, B, A).poll(FEED, C, B, A);

    assertThat(desk.told).extracting(Article::title, Article::firstPoll).containsExactly(
        tuple("Talks end", true),
        tuple("Envoy arrives", true),
        tuple("Bridge opens", false));
  }

  @Test
  void theMarkStaysWithTheArticleWhateverOwnerRevisesIt() {
    desk.poll(FEED, A).takeOver();
    desk.poll(FEED, entry("a", "https://site.example/news/101", "Talks end without result", "Both sides left."));

    assertThat(desk.last().revision()).isEqualTo(2);
    assertThat(desk.last().firstPoll()).isTrue();
  }

  @Test
  void aPageThatComesAfterTheFirstPollBelongsToIt() {
    desk.poll(FEED, A);
    desk.page("https://site.example/news/101", "Talks end", "<p>" + "Both sides left the room. ".repeat(20) + "</p>");
    desk.poll(FEED, entry("a", "https://site.example/news/101", "Talks end", "Both sides left the room."));

    assertThat(desk.last().revision()).isEqualTo(2);
    assertThat(desk.last().firstPoll()).isTrue();
  }

  @Test
  void aFirstPollThatAnotherOwnerEndsIsStillTheFirst() {
    desk.dieInPoll(FEED, A).poll(FEED, B, A).poll(FEED, C, B, A);

    assertThat(desk.told).extracting(Article::firstPoll).containsExactly(true, true, false);
  }

  @Test
  void anEmptyFeedWasNotSeenYet() {
    desk.poll(FEED).poll(FEED, A).poll(FEED, B, A);

    assertThat(desk.told).extracting(Article::firstPoll).containsExactly(true, false);
  }

  @Test
  void aFeedThatAtFirstShowedOnlyWhatAnotherToldWasSeen() {
    desk.poll(OTHER).poll(OTHER, A).poll(FEED, A).poll(FEED, B, A);

    assertThat(desk.told).extracting(Article::title).containsExactly("Talks end", "Envoy arrives");
    assertThat(desk.last().firstPoll()).isFalse();
  }

  @Test
  void aFeedThatIsRemovedAndAddedBeginsAnew() {
    desk.poll(FEED, A).poll(FEED, B, A).remove(FEED).takeOver().poll(FEED, B, A).poll(FEED, C, B, A);

    assertThat(desk.told).extracting(Article::firstPoll).containsExactly(true, false, true, true, false);
  }
}
