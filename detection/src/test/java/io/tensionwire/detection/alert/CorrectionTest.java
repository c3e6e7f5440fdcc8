package io.tensionwire.detection.alert;

import static io.tensionwire.detection.alert.Filed.PROTEST;
import static io.tensionwire.detection.alert.Filed.THREAT;
import static io.tensionwire.detection.story.Sample.recap;
import static io.tensionwire.detection.story.Sample.signal;
import static io.tensionwire.model.AlertKind.CORRECTED;
import static io.tensionwire.model.AlertKind.CORROBORATED;
import static io.tensionwire.model.AlertKind.OPENED;
import static io.tensionwire.model.AlertKind.UPDATED;
import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.model.Category;
import io.tensionwire.model.Genre;
import io.tensionwire.model.Language;
import io.tensionwire.model.Severity;
import io.tensionwire.model.Signal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Revisions that change what an article says, and pages that go. */
class CorrectionTest {

  private final OneStory story = new OneStory();

  @Test
  void addedWordingIsACorrectionWithBothSides() {
    story.file(Filed.of("a").says(Severity.HIGH, THREAT)).file(Filed.of("a").revision(2).says(Severity.HIGH, PROTEST, THREAT));

    assertThat(story.kinds()).containsExactly(OPENED, CORRECTED);
    assertThat(story.last().before()).isEqualTo("not said");
    assertThat(story.last().after()).isEqualTo("“protest”");
    assertThat(story.last().reason()).isEqualTo("a gazette revised its report (revision 2): adds diplomatic protest");
  }

  @Test
  void removedWordingIsQuotedAsItsLanguageDoes() {
    story.file(Filed.of("a").says(Severity.HIGH, PROTEST, THREAT).in(Language.RU))
        .file(Filed.of("a").revision(2).says(Severity.HIGH, THREAT).in(Language.RU));

    assertThat(story.kinds()).containsExactly(OPENED, CORRECTED);
    assertThat(story.last().before()).isEqualTo("«protest»");
    assertThat(story.last().after()).isEqualTo("no longer said");
    assertThat(story.last().reason()).endsWith("takes back diplomatic protest");
  }

  @Test
  void otherWordsForTheSameAreNoCorrection() {
    Signal reworded = new Signal(
        PROTEST.id(), PROTEST.category(), PROTEST.polarity(), PROTEST.stance(), true, "protests", "It protests", 0,
        PROTEST.field(), 3, 11, PROTEST.from(), PROTEST.to(), null, null, PROTEST.weight(), "", Language.EN);

    story.file(Filed.of("a")).file(Filed.of("a").revision(2).says(Severity.ELEVATED, reworded).after(Duration.ofHours(1)));

    assertThat(story.kinds()).containsExactly(OPENED);
  }

  @Test
  void addedHistoryIsNoCorrection() {
    story.file(Filed.of("a"))
        .file(Filed.of("a").revision(2).says(Severity.ELEVATED, PROTEST, recap(THREAT)).after(Duration.ofHours(1)));

    assertThat(story.kinds()).containsExactly(OPENED, UPDATED);
  }

  @Test
  void thePageThatComesAfterTheFeedCorrectsNothing() {
    story.file(Filed.of("a"))
        .file(Filed.of("a").revision(2).fromPage().says(Severity.ELEVATED, PROTEST, THREAT).after(Duration.ofMinutes(2)))
        .file(Filed.of("a").revision(3).fromPage().after(Duration.ofHours(1)));

    assertThat(story.kinds()).containsExactly(OPENED, UPDATED, CORRECTED);
  }

  @Test
  void aPageThatIsGoneIsACorrectionAndItsReturnIsAnother() {
    story.file(Filed.of("a")).file(Filed.of("a").revision(2).gone()).file(Filed.of("a").revision(3));

    assertThat(story.kinds()).containsExactly(OPENED, CORRECTED, CORRECTED);
    assertThat(story.alerts.get(1).before()).isEqualTo("“protest”");
    assertThat(story.alerts.get(1).after()).isEqualTo("the page is gone");
    assertThat(story.alerts.get(2).before()).isEqualTo("the page was gone");
    assertThat(story.alerts.get(2).after()).isEqualTo("“protest”");
  }

  @Test
  void twoCopiesThatAreCorrectedAlikeAreOneFact() {
    story.file(Filed.of("a").outlet("o").says(Severity.HIGH, PROTEST, THREAT))
        .file(Filed.of("b").outlet("p").says(Severity.HIGH, PROTEST, THREAT))
        .file(Filed.of("a").outlet("o").revision(2).says(Severity.HIGH, THREAT))
        .restart()
        .file(Filed.of("b").outlet("p").revision(2).says(Severity.HIGH, THREAT));

    assertThat(story.kinds()).containsExactly(OPENED, CORROBORATED, CORRECTED);
  }

  @Test
  void wordingThatAnotherReportHadBeforeIsNoNews() {
    story.file(Filed.of("a").outlet("o").says(Severity.HIGH, PROTEST, THREAT))
        .file(Filed.of("b").outlet("o").says(Severity.HIGH, THREAT))
        .file(Filed.of("b").outlet("o").revision(2).says(Severity.HIGH, PROTEST, THREAT));

    assertThat(story.kinds()).containsExactly(OPENED);
  }

  @Test
  void whatWasNeverToldIsNotCorrected() {
    story.file(Filed.of("a").firstPoll()).file(Filed.of("a").firstPoll().revision(2).says(Severity.HIGH, PROTEST, THREAT))
        .file(Filed.of("a").firstPoll().revision(3).gone());

    assertThat(story.alerts).isEmpty();
  }

  @Test
  void anArticleOfAFirstPollThatJoinedAToldStoryIsCorrected() {
    story.file(Filed.of("a").outlet("o")).file(Filed.of("b").outlet("o").firstPoll())
        .file(Filed.of("b").outlet("o").firstPoll().revision(2).says(Severity.ELEVATED, PROTEST, THREAT));

    assertThat(story.kinds()).containsExactly(OPENED, CORRECTED);
  }

  @Test
  void aCorrectionDaysLaterIsNewsOfItsOwnDay() {
    story.file(Filed.of("a")).file(Filed.of("a").revision(2).gone().after(Duration.ofDays(2)));

    assertThat(story.kinds()).containsExactly(OPENED, CORRECTED);
    assertThat(story.last().eventAt()).isEqualTo(story.last().raisedAt());
  }

  @Test
  void aLiveBlogIsCorrectedEveryQuarterOfAnHourAndTheNextSaysAll() {
    Signal redLine = signal("red line", Category.RED_LINE, 50);
    story.file(live(1, 0, THREAT))
        .file(live(2, 1, THREAT, PROTEST))
        .file(live(3, 5, THREAT, PROTEST, redLine))
        .restart()
        .file(live(4, 10, PROTEST, redLine))
        .file(live(5, 16, PROTEST, redLine));

    assertThat(story.kinds()).containsExactly(OPENED, CORRECTED, CORRECTED);
    assertThat(story.last().before()).isEqualTo("“threat”");
    assertThat(story.last().after()).isEqualTo("“red line”");
  }

  private static Filed live(int revision, int minute, Signal... signals) {
    return Filed.of("blog").genre(Genre.LIVE).revision(revision).says(Severity.HIGH, signals).after(Duration.ofMinutes(minute));
  }
}
