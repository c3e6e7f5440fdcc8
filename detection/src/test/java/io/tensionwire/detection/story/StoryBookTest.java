package io.tensionwire.detection.story;

import static io.tensionwire.detection.story.News.MOSCOW_SUMMONS;
import static io.tensionwire.detection.story.News.MOSCOW_SUMMONS_RU;
import static io.tensionwire.detection.story.News.SEOUL_SUMMONS;
import static io.tensionwire.detection.story.News.SEOUL_SUMMONS_KO;
import static io.tensionwire.detection.story.News.SEOUL_SUMMONS_RU;
import static io.tensionwire.detection.story.News.TIMELINE;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.detection.memory.HeapShelf;
import io.tensionwire.model.Detection;
import io.tensionwire.model.StoryStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StoryBookTest {

  private static final Duration WEEK = Duration.ofDays(7);

  private final HeapShelf<FollowedArticle> articles = new HeapShelf<>();
  private final HeapShelf<StoryState> stories = new HeapShelf<>();
  private StoryBook book = new StoryBook(articles, stories, StorySettings.USUAL);

  @Test
  void reportsOfOneEventInThreeLanguagesAreOneStory() {
    String english = follow(SEOUL_SUMMONS);

    assertThat(follow(SEOUL_SUMMONS_KO)).isEqualTo(english);
    assertThat(follow(SEOUL_SUMMONS_RU)).isEqualTo(english);
  }

  @Test
  void twoSummoningsOnOneDayAreTwoStories() {
    String seoul = follow(SEOUL_SUMMONS);
    String moscow = follow(MOSCOW_SUMMONS);

    assertThat(moscow).isNotEqualTo(seoul);
    assertThat(follow(MOSCOW_SUMMONS_RU)).isEqualTo(moscow);
    assertThat(follow(SEOUL_SUMMONS_RU)).isEqualTo(seoul);
  }

  @Test
  void aCopyUnderAnotherHeadlineJoinsAndIsOfNoFurtherUse() {
    String story = follow(SEOUL_SUMMONS);

    String copy = follow(SEOUL_SUMMONS.named("copy").titled("Envoy called in over drone").after(Duration.ofHours(2)));

    assertThat(copy).isEqualTo(story);
    assertThat(requireNonNull(articles.get("korea-russia/" + SEOUL_SUMMONS.detection().articleId())).portrait())
        .isNotNull();
    assertThat(articles.get("korea-russia/" + SEOUL_SUMMONS.named("copy").detection().articleId()))
        .isNotNull().extracting(FollowedArticle::portrait).isNull();
  }

  @Test
  void theSameEventAWeekLaterIsAnotherStory() {
    String story = follow(SEOUL_SUMMONS);

    assertThat(follow(SEOUL_SUMMONS_KO.after(WEEK))).isNotEqualTo(story);
    assertThat(follow(SEOUL_SUMMONS.named("again").after(WEEK))).isNotEqualTo(story);
  }

  @Test
  void whatHappenedEarlierAndArrivesLateFindsItsStory() {
    String story = follow(SEOUL_SUMMONS.after(Duration.ofHours(5)));
    follow(MOSCOW_SUMMONS);

    assertThat(follow(SEOUL_SUMMONS_KO)).isEqualTo(story);
  }

  @Test
  void twoStoriesThatTurnOutToBeOneAreMergedIntoTheOlder() {
    String older = book.follow(SEOUL_SUMMONS.detection()).after().id();
    String younger = split(SEOUL_SUMMONS_KO);

    StoryChange change = book.follow(SEOUL_SUMMONS_RU.detection());

    assertThat(change.after().id()).isEqualTo(older);
    assertThat(change.after().articleCount()).isEqualTo(3);
    assertThat(change.article().storyId()).isEqualTo(older);
    assertThat(change.merged()).singleElement().satisfies(gone -> {
      assertThat(gone.id()).isEqualTo(younger);
      assertThat(gone.status()).isEqualTo(StoryStatus.MERGED);
      assertThat(gone.mergedInto()).isEqualTo(older);
      assertThat(gone.story(1).mergedInto()).isEqualTo(older);
    });
    assertThat(articles()).extracting(FollowedArticle::storyId).containsOnly(older);
    assertThat(requireNonNull(book.story("korea-russia", younger)).status()).isEqualTo(StoryStatus.MERGED);
    assertThat(book.follow(SEOUL_SUMMONS_KO.revised(SEOUL_SUMMONS_KO.text() + "끝.").detection()).after().id())
        .isEqualTo(older);
  }

  /** Puts an article into a story of its own, as where the first reports said too little. */
  private String split(News news) {
    Detection detection = news.detection();
    String id = StoryState.id(detection.watchId(), detection.articleId());
    StoryChange own = StoryChange.first(detection, null);
    articles.put(own.article().key(), own.article());
    stories.put(own.after().key(), own.after());
    book = new StoryBook(articles, stories, StorySettings.USUAL);
    return id;
  }

  @Test
  void whatRecallsAnEventDoesNotJoinIt() {
    String story = follow(SEOUL_SUMMONS);

    assertThat(follow(TIMELINE)).isNotEqualTo(story);
  }

  @Test
  void aRevisionStaysInItsStoryWhateverItSays() {
    String story = follow(SEOUL_SUMMONS);
    follow(MOSCOW_SUMMONS);

    StoryChange revised = book.follow(SEOUL_SUMMONS.revised(MOSCOW_SUMMONS.text()).detection());

    assertThat(revised.isNew()).isFalse();
    assertThat(revised.after().id()).isEqualTo(story);
    assertThat(revised.after().articleCount()).isEqualTo(1);
  }

  @Test
  void whatNothingMovesIsClosedOnceAndStillTakesItsRevisions() {
    String story = follow(SEOUL_SUMMONS);
    Instant later = SEOUL_SUMMONS.at().plus(StorySettings.USUAL.openFor());

    assertThat(book.close(later)).isEmpty();
    assertThat(book.close(later.plusSeconds(1))).singleElement().satisfies(closed -> {
      assertThat(closed.id()).isEqualTo(story);
      assertThat(closed.status()).isEqualTo(StoryStatus.CLOSED);
    });
    assertThat(book.close(later.plusSeconds(2))).isEmpty();
    assertThat(book.follow(SEOUL_SUMMONS.revised(SEOUL_SUMMONS.text() + "Corrected.").detection()).after().id())
        .isEqualTo(story);
  }

  @Test
  void whatWasFollowedIsGoneOnAfterARestart() {
    String story = follow(SEOUL_SUMMONS);

    StoryBook again = new StoryBook(articles, stories, StorySettings.USUAL);

    assertThat(again.knows(SEOUL_SUMMONS.detection())).isTrue();
    assertThat(again.follow(SEOUL_SUMMONS_RU.detection()).after().id()).isEqualTo(story);
  }

  @Test
  void whatIsForgottenIsNotFound() {
    String story = follow(SEOUL_SUMMONS);

    book.forget(SEOUL_SUMMONS.at().plus(Duration.ofDays(15)));

    assertThat(articles.get("korea-russia/" + SEOUL_SUMMONS.detection().articleId())).isNull();
    assertThat(follow(SEOUL_SUMMONS_KO)).isNotEqualTo(story);
  }

  @Test
  void aBurstOfCopiesIsOneStoryAndCheap() {
    String story = follow(SEOUL_SUMMONS);
    for (int i = 0; i < 499; i++) {
      assertThat(follow(SEOUL_SUMMONS.named("copy" + i).after(Duration.ofMillis(100L * i)))).isEqualTo(story);
    }

    StoryState state = requireNonNull(book.story("korea-russia", story));
    assertThat(state.articleCount()).isEqualTo(500);
    long portraits = articles().filter(a -> a.portrait() != null).count();
    assertThat(portraits).isEqualTo(1);
  }

  private Stream<FollowedArticle> articles() {
    List<FollowedArticle> all = new ArrayList<>();
    articles.forEach((key, article) -> all.add(article));
    return all.stream();
  }

  private String follow(News news) {
    Detection detection = news.detection();
    return book.follow(detection).after().id();
  }
}
