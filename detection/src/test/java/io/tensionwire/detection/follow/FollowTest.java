package io.tensionwire.detection.follow;

import static io.tensionwire.detection.story.Sample.inTitle;
import static io.tensionwire.detection.story.Sample.recap;
import static io.tensionwire.detection.story.Sample.signal;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.detection.story.Sample;
import io.tensionwire.detection.story.StoryChange;
import io.tensionwire.detection.story.StoryState;
import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.Category;
import io.tensionwire.model.Severity;
import io.tensionwire.model.Signal;
import io.tensionwire.model.Story;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FollowTest {

  private static final Signal PROTEST = signal("protest", Category.DIPLOMATIC_PROTEST, 40);
  private static final Signal THREAT = signal("threat", Category.RETALIATION_THREAT, 60);

  @Test
  void whatSaysNothingOfNoteIsRememberedButNoStory() {
    Follow followed = first(Sample.of("a").says(null), null);

    assertThat(followed.story()).isNull();
    assertThat(followed.alert()).isNull();
    assertThat(followed.state().articleCount()).isEqualTo(1);
  }

  @Test
  void aStoryOpensWhenARevisionFirstSaysSomething() {
    Follow quiet = first(Sample.of("a").says(null), null);

    Follow loud = revision(Sample.of("a").revision(2), quiet);

    assertThat(alert(loud).kind()).isEqualTo(AlertKind.OPENED);
    assertThat(requireNonNull(loud.story()).severity()).isEqualTo(Severity.ELEVATED);
  }

  @Test
  void aRevisionThatSaysTheSameIsNotTold() {
    Follow opened = first(Sample.of("a"), null);

    Follow again = revision(Sample.of("a").revision(2), opened);

    assertThat(again.alert()).isNull();
    assertThat(again.change().article().revision()).isEqualTo(2);
  }

  @Test
  void anAddedSignalOfTheSameSeverityIsAnUpdateWithBothSides() {
    Follow opened = first(Sample.of("a").says(Severity.HIGH, PROTEST), null);

    Follow revised = revision(Sample.of("a").revision(2).says(Severity.HIGH, PROTEST, THREAT), opened);

    Alert alert = alert(revised);
    assertThat(alert.kind()).isEqualTo(AlertKind.UPDATED);
    assertThat(alert.before()).isEqualTo("1 signal: diplomatic protest");
    assertThat(alert.after()).isEqualTo("2 signals: diplomatic protest, retaliation threat");
    assertThat(alert.reason()).isEqualTo("Gazette revised its report (revision 2): adds retaliation threat (“threat”)");
  }

  @Test
  void aReasonNamesEachKindOfSignalOnceAndOnlyWhatIsWhollyGone() {
    Signal inOtherWords = signal("vulgar protest", Category.DIPLOMATIC_PROTEST, 40);
    Signal again = signal("third threat", Category.RETALIATION_THREAT, 60);
    Follow opened = first(Sample.of("a").says(Severity.HIGH, PROTEST), null);

    Follow revised =
        revision(Sample.of("a").revision(2).says(Severity.HIGH, inOtherWords, THREAT, again), opened);

    assertThat(alert(revised).reason()).startsWith("Gazette revised its report (revision 2): adds diplomatic protest (")
        .containsOnlyOnce("retaliation threat").doesNotContain("removes");
  }

  @Test
  void aNewHeadlineIsAnUpdate() {
    Follow opened = first(Sample.of("a"), null);

    Follow revised = revision(Sample.of("a").revision(2).title("SAMPLE: another headline"), opened);

    assertThat(alert(revised).kind()).isEqualTo(AlertKind.UPDATED);
    assertThat(alert(revised).before()).isEqualTo("headline “SAMPLE: a”");
    assertThat(alert(revised).after()).isEqualTo("headline “SAMPLE: another headline”");
  }

  @Test
  void aSeverityIsEscalatedToOnce() {
    Follow opened = first(Sample.of("a"), null);
    Follow risen = revision(Sample.of("a").revision(2).says(Severity.HIGH, THREAT), opened);
    Follow fallen = revision(Sample.of("a").revision(3), risen);

    Follow risenAgain = revision(Sample.of("a").revision(4).says(Severity.HIGH, THREAT), fallen);

    assertThat(alert(risen).kind()).isEqualTo(AlertKind.ESCALATED);
    assertThat(alert(fallen).kind()).isEqualTo(AlertKind.UPDATED);
    assertThat(alert(risenAgain).kind()).isEqualTo(AlertKind.UPDATED);
    assertThat(alert(risenAgain).id()).isNotEqualTo(alert(fallen).id());
  }

  @Test
  void theHeaviestReportLeadsTheStory() {
    Follow opened = first(Sample.of("a"), null);

    Follow joined = first(Sample.of("b").outlet("Courier").says(Severity.CRITICAL, THREAT), opened.state());

    assertThat(alert(joined).headline()).isEqualTo("SAMPLE: b");
    assertThat(alert(joined).sources()).extracting(s -> s.articleId()).containsExactly("b", "a");
    assertThat(joined.state().id()).isEqualTo(opened.state().id());
  }

  @Test
  void signalsComeCurrentFirstThenHeadlinesThenByWeight() {
    Signal history = recap(inTitle(signal("old", Category.RED_LINE, 99)));
    Signal headline = inTitle(signal("headline", Category.DIALOGUE, 10));

    Follow opened = first(Sample.of("a").says(Severity.HIGH, history, PROTEST, THREAT, headline), null);

    assertThat(alert(opened).signals()).extracting(Signal::id)
        .containsExactly("headline", "threat", "protest", "old");
  }

  @Test
  void aBurstOfCopiesIsCountedAndListedWithinBounds() {
    StoryState state = first(Sample.of("a"), null).state();
    for (int i = 0; i < 499; i++) {
      state = first(Sample.of("copy" + i).outlet("outlet" + i), state).state();
    }

    Story story = state.story();
    assertThat(story.articleCount()).isEqualTo(500);
    assertThat(story.articles()).hasSize(Story.MOST);
    assertThat(story.signals()).hasSize(1);
    assertThat(state.members()).hasSize(Story.MOST).filteredOn(m -> !m.signals().isEmpty())
        .hasSize(StoryState.WITNESSES);
  }

  @Test
  void aHeavierReportIsHeardThoughThereAreWitnessesEnough() {
    StoryState state = first(Sample.of("a"), null).state();
    for (int i = 0; i < 60; i++) {
      state = first(Sample.of("copy" + i), state).state();
    }

    Follow heavier = first(Sample.of("heavier").says(Severity.CRITICAL, THREAT), state);

    assertThat(alert(heavier).kind()).isEqualTo(AlertKind.ESCALATED);
    assertThat(alert(heavier).signals()).extracting(Signal::id).containsExactly("threat", "protest");
    assertThat(heavier.state().members()).hasSize(Story.MOST);
  }

  @Test
  void aForgottenStoryGoesOnUnderItsId() {
    Follow opened = first(Sample.of("a"), null);

    Follow later = Follow.of(
        StoryChange.revision(Sample.of("a").revision(2).detection(), opened.change().article(), null), Sample.NOON);

    assertThat(later.state().id()).isEqualTo(opened.state().id());
    assertThat(alert(later).id()).isEqualTo(alert(opened).id());
  }

  private static Follow first(Sample sample, @Nullable StoryState state) {
    return Follow.of(StoryChange.first(sample.detection(), state), Sample.NOON);
  }

  private static Follow revision(Sample sample, Follow before) {
    return Follow.of(
        StoryChange.revision(sample.detection(), before.change().article(), before.state()), Sample.NOON);
  }

  private static Alert alert(Follow followed) {
    return requireNonNull(followed.alert());
  }
}
