package io.tensionwire.ingest.article;

import static io.tensionwire.ingest.article.Desk.dated;
import static io.tensionwire.ingest.article.Desk.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.ingest.feed.FeedEntry;
import io.tensionwire.model.Article;
import io.tensionwire.model.Feed;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A wire sends the stages of a report under addresses of their own. */
class ReportStagesTest {

  private static final Feed FEED = Desk.feed("wire.example/all");
  private static final Feed OTHER_SITE = Desk.feed("daily.example/all");
  private static final String TITLE = "Foreign ministry summons Russian ambassador";

  private final Desk desk = new Desk();

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "Foreign ministry summons Russian ambassador | (LEAD) Foreign ministry summons Russian ambassador",
    "(URGENT) Foreign ministry summons Russian ambassador | Foreign ministry summons Russian ambassador",
    "(2nd LD) Foreign ministry summons Russian ambassador | (3rd LD) Foreign ministry summons Russian ambassador",
    "[속보] 외교부, 주한 러시아대사 초치 | 외교부, 주한 러시아대사 초치",
    "[1보] 외교부, 주한 러시아대사 초치 | [2보] 외교부, 주한 러시아대사 초치",
    "외교부, 주한 러시아대사 초치 | 외교부, 주한 러시아대사 초치(종합)",
    "외교부, 주한 러시아대사 초치(종합) | 외교부, 주한 러시아대사 초치(종합2보)",
    "Срочно: МИД вызвал посла для протеста | МИД вызвал посла для протеста",
    "МИД вызвал посла для протеста | МИД вызвал посла для протеста (дополнено)"
  })
  void theNextStageIsTheNextRevision(String first, String second) {
    desk.poll(FEED, stage(1, first, "First."));
    desk.poll(FEED, stage(2, second, "Second."), stage(1, first, "First."));
    desk.takeOver().poll(FEED, stage(2, second, "Second."), stage(1, first, "First."));

    assertThat(desk.titles()).containsExactly(first + " r1", second + " r2");
    assertThat(desk.told).extracting(Article::id).containsOnly(desk.last().id());
    assertThat(desk.last().url()).hasToString("https://wire.example/view/2");
  }

  @Test
  void aFormerStageThatComesLaterOrChangesTakesNothingBack() {
    desk.poll(FEED, stage(2, "(2nd LD) " + TITLE, "Much."));
    desk.poll(FEED, stage(1, "(LEAD) " + TITLE, "Little."));
    desk.poll(FEED, stage(1, "(LEAD) " + TITLE, "Little more."));

    assertThat(desk.titles()).containsExactly("(2nd LD) " + TITLE + " r1");
  }

  @Test
  void theSameTitleWithoutAMarkIsAnArticleOfItsOwn() {
    desk.poll(FEED, stage(1, TITLE, "In spring."));
    desk.poll(FEED, stage(2, TITLE, "In autumn."));

    assertThat(desk.told).extracting(Article::id).doesNotHaveDuplicates().hasSize(2);
  }

  @Test
  void aReportOfAnotherDayIsAnArticleOfItsOwn() {
    desk.poll(FEED, stage(1, TITLE, "On Thursday."));
    desk.now = desk.now.plus(Duration.ofHours(30));
    desk.poll(FEED, stage(2, "(LEAD) " + TITLE, "On Friday."));

    assertThat(desk.told).extracting(Article::id).doesNotHaveDuplicates().hasSize(2);
  }

  @Test
  void aReportOfAnotherSiteIsAnArticleOfItsOwn() {
    desk.poll(FEED, stage(1, TITLE, "One."));
    desk.poll(OTHER_SITE, entry("x", "https://daily.example/7", "(LEAD) " + TITLE, "Two."));

    assertThat(desk.told).extracting(Article::id).doesNotHaveDuplicates().hasSize(2);
  }

  @Test
  void rubricsWithMarksAreArticlesOfTheirOwn() {
    desk.poll(FEED, stage(1, "Today's weather", "Sun."));
    desk.poll(FEED, stage(2, "(LEAD) Today's weather", "Rain."));

    assertThat(desk.told).extracting(Article::id).doesNotHaveDuplicates().hasSize(2);
  }

  @Test
  void twoStagesInOnePollAreToldInTheirOrder() {
    desk.poll(FEED, stage(2, TITLE + " (종합)", "Much."), dated(stage(1, TITLE, "Little."), Desk.START.minusSeconds(600)));

    assertThat(desk.titles()).containsExactly(TITLE + " r1", TITLE + " (종합) r2");
  }

  private static FeedEntry stage(int number, String title, String summary) {
    return entry("wire-" + number, "https://wire.example/view/" + number, title, summary);
  }
}
