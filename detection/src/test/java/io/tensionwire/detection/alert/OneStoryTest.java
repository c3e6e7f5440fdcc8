package io.tensionwire.detection.alert;

import static io.tensionwire.detection.alert.Filed.PROTEST;
import static io.tensionwire.detection.alert.Filed.THREAT;
import static io.tensionwire.detection.story.Sample.inTitle;
import static io.tensionwire.detection.story.Sample.recap;
import static io.tensionwire.detection.story.Sample.signal;
import static io.tensionwire.model.AlertKind.CORROBORATED;
import static io.tensionwire.model.AlertKind.DEESCALATED;
import static io.tensionwire.model.AlertKind.ESCALATED;
import static io.tensionwire.model.AlertKind.OPENED;
import static io.tensionwire.model.AlertKind.UPDATED;
import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.detection.story.StoryState;
import io.tensionwire.detection.story.Told;
import io.tensionwire.detection.watch.AlertRules;
import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.Category;
import io.tensionwire.model.Confidence;
import io.tensionwire.model.Json;
import io.tensionwire.model.Polarity;
import io.tensionwire.model.Severity;
import io.tensionwire.model.Signal;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is told of a story, from its first report to its end. */
class OneStoryTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final OneStory story = new OneStory();

  @Test
  void whatSaysNothingOfNoteIsNotTold() {
    story.file(Filed.of("a").says(null));

    assertThat(story.alerts).isEmpty();
    assertThat(story.untold).isEmpty();
    assertThat(story.state().articleCount()).isEqualTo(1);
  }

  @Test
  void aStoryOpensOnceWithTheFirstThatSaysSomething() {
    story.file(Filed.of("a").says(null)).file(Filed.of("a").revision(2)).file(Filed.of("a").revision(3));

    assertThat(story.kinds()).containsExactly(OPENED);
    assertThat(story.last().reason()).isEqualTo("first report, by a gazette");
  }

  @Test
  void aSeverityIsEscalatedToOnce() {
    story.file(Filed.of("a"))
        .file(Filed.of("b").outlet("a gazette").says(Severity.HIGH, THREAT))
        .file(Filed.of("c").outlet("a gazette").says(Severity.HIGH, THREAT));

    assertThat(story.kinds()).containsExactly(OPENED, ESCALATED);
    assertThat(story.last().before()).isEqualTo("elevated");
    assertThat(story.last().after()).isEqualTo("high");
    assertThat(story.last().headline()).isEqualTo("SAMPLE: b");
    assertThat(story.last().sources()).extracting(s -> s.articleId()).containsExactly("b", "a");
  }

  @Test
  void aTurnToTheWorseIsAnEscalation() {
    story.file(Filed.of("a").polarity(Polarity.DEESCALATION).outlet("o")).file(Filed.of("b").outlet("o"))
        .file(Filed.of("c").outlet("o"));

    assertThat(story.kinds()).containsExactly(OPENED, ESCALATED);
    assertThat(story.last().before()).isEqualTo("easing");
    assertThat(story.last().after()).isEqualTo("both worsening and easing");
  }

  @Test
  void aCorrectionThatLowersTheSeverityIsADeescalation() {
    story.file(Filed.of("a").says(Severity.HIGH, PROTEST, THREAT)).file(Filed.of("a").revision(2));

    assertThat(story.kinds()).contains(DEESCALATED);
    assertThat(story.last(DEESCALATED).before()).isEqualTo("high");
    assertThat(story.last(DEESCALATED).after()).isEqualTo("elevated");
  }

  @Test
  void aTurnToTheBetterIsADeescalation() {
    story.file(Filed.of("a")).file(Filed.of("a").revision(2).polarity(Polarity.DEESCALATION));

    assertThat(story.kinds()).containsExactly(OPENED, DEESCALATED);
    assertThat(story.last().after()).isEqualTo("easing");
  }

  @Test
  void aSecondIndependentOriginatorIsToldOnce() {
    story.file(Filed.of("a")).file(Filed.of("b")).file(Filed.of("c"));

    assertThat(story.kinds()).containsExactly(OPENED, CORROBORATED);
    assertThat(story.last().confidence()).isEqualTo(Confidence.CORROBORATED);
    assertThat(story.last().after()).isEqualTo("2 independent sources");
    assertThat(story.state().story(3).confidence()).isEqualTo(Confidence.CORROBORATED);
  }

  @Test
  void anEditIsToldOnceAMinuteAtMost() {
    story.file(Filed.of("a").outlet("o"));
    for (int second = 1; second < 150; second++) {
      story.file(Filed.of("copy" + second).outlet("o").after(Duration.ofSeconds(second)));
    }

    assertThat(story.kinds()).containsExactly(OPENED, UPDATED, UPDATED);
    assertThat(story.last().before()).isEqualTo("61 articles, 1 outlet");
    assertThat(story.last().after()).isEqualTo("121 articles, 1 outlet");
  }

  @Test
  void aNewHeadlineIsAnEdit() {
    story.file(Filed.of("a")).file(Filed.of("a").revision(2).title("SAMPLE: another headline").after(MINUTE));

    assertThat(story.kinds()).containsExactly(OPENED, UPDATED);
    assertThat(story.last().before()).isEqualTo("headline “SAMPLE: a”");
    assertThat(story.last().after()).isEqualTo("headline “SAMPLE: another headline”");
    assertThat(story.last().reason()).isEqualTo("a gazette revised its report (revision 2): new headline");
  }

  @Test
  void fiveHundredCopiesInAMinuteAreOneMessageAndOneReplyAtMost() {
    String wire = "The ministry summoned the ambassador over the remarks of the week before. ".repeat(4);
    story.file(Filed.of("a").text(wire));
    for (int i = 0; i < 499; i++) {
      story.file(Filed.of("copy" + i).text(wire + "Outlet " + i).after(Duration.ofMillis(120L * i)));
    }

    assertThat(story.kinds()).containsExactly(OPENED);
    assertThat(story.state().articleCount()).isEqualTo(500);
    assertThat(story.state().members()).hasSize(50).filteredOn(m -> !m.signals().isEmpty())
        .hasSize(StoryState.WITNESSES);
    assertThat(story.originators.count(story.state())).isEqualTo(1);
  }

  @Test
  void aHeavierReportIsHeardThoughThereAreWitnessesEnough() {
    story.file(Filed.of("a").outlet("o"));
    for (int i = 0; i < 60; i++) {
      story.file(Filed.of("copy" + i).outlet("o"));
    }
    story.file(Filed.of("heavier").outlet("o").says(Severity.CRITICAL, THREAT));

    assertThat(story.kinds()).containsExactly(OPENED, ESCALATED);
    assertThat(story.last().signals()).extracting(Signal::id).containsExactly("threat", "protest");
  }

  @Test
  void anIndependentReportIsHeardThoughTheListIsFull() {
    story.file(Filed.of("a").outlet("o"));
    for (int i = 0; i < 60; i++) {
      story.file(Filed.of("copy" + i).outlet("o"));
    }
    story.file(Filed.of("late comer").outlet("p")).file(Filed.of("another").outlet("q"));

    assertThat(story.kinds()).containsExactly(OPENED, CORROBORATED);
    assertThat(story.originators.count(story.state())).isEqualTo(3);
  }

  @Test
  void signalsComeCurrentFirstThenHeadlinesThenByWeight() {
    Signal history = recap(inTitle(signal("old", Category.RED_LINE, 99)));
    Signal headline = inTitle(signal("headline", Category.DIALOGUE, 10));

    story.file(Filed.of("a").says(Severity.HIGH, history, PROTEST, THREAT, headline));

    assertThat(story.last().signals()).extracting(Signal::id).containsExactly("headline", "threat", "protest", "old");
  }

  @Test
  void anotherInstanceTellsNothingTwice() {
    story.file(Filed.of("a")).file(Filed.of("b").says(Severity.HIGH, THREAT)).restart();
    int told = story.alerts.size();

    story.file(Filed.of("c").says(Severity.HIGH, THREAT)).restart().file(Filed.of("d").says(Severity.HIGH, THREAT));

    assertThat(story.alerts).hasSize(told);
  }

  @Test
  void aReplayRaisesTheSameAlerts() {
    for (OneStory run : List.of(story, new OneStory())) {
      run.file(Filed.of("a")).file(Filed.of("b").says(Severity.HIGH, THREAT)).file(Filed.of("a").revision(2).gone());
    }
    var again = new OneStory();
    again.file(Filed.of("a")).file(Filed.of("b").says(Severity.HIGH, THREAT)).file(Filed.of("a").revision(2).gone());

    assertThat(again.alerts).isEqualTo(story.alerts).extracting(Alert::id).doesNotHaveDuplicates();
  }

  @Test
  void newRulesDoNotTellWhatWasTold() {
    story.file(Filed.of("a").judgedBy("v1"))
        .file(Filed.of("a").revision(2).judgedBy("v2").says(Severity.NOTICE, signal("renamed", Category.DIALOGUE, 10)));

    assertThat(story.kinds()).containsExactly(OPENED);
  }

  @Test
  void whatTheReleasedVersionToldIsNotToldAgain() {
    var told = """
        {"severity":"elevated","peak":"elevated","polarity":"escalation","headline":"SAMPLE: a",
         "facts":["diplomatic-protest protest asserted current russia>south-korea"],"articleCount":1,"outletCount":1}""";
    story.file(Filed.of("a").says(null));
    StoryState released = story.state().withTold(Json.read(told, Told.class));

    var merged = new OneStory().file(Filed.of("b"), List.of(released));

    assertThat(merged.kinds()).containsExactly(UPDATED, AlertKind.CLOSED);
  }

  @Test
  void aStoryThatWentIntoAnotherEndsSilentlyAndIsNotOpenedAgain() {
    var other = new OneStory().file(Filed.of("b").outlet("a gazette"));

    story.file(Filed.of("a"), List.of(other.state()));

    assertThat(story.kinds()).containsExactly(AlertKind.CLOSED);
    assertThat(story.last().storyId()).isEqualTo(other.state().id());
  }

  @Test
  void aStoryThatNothingMovesEndsOnce() {
    story.file(Filed.of("a"));

    List<Alert> closed = story.close(Filed.of("a").detection().fetchedAt().plus(Duration.ofDays(5)));

    assertThat(closed).singleElement().satisfies(alert -> {
      assertThat(alert.kind()).isEqualTo(AlertKind.CLOSED);
      assertThat(alert.subject()).isEqualTo("story/" + story.state().id());
    });
    assertThat(new OneStory().file(Filed.of("x").says(null)).close(Filed.of("x").detection().fetchedAt())).isEmpty();
  }

  @Test
  void aMutedKindIsNotToldAndNotMadeUpForLater() {
    story.rules = muting(ESCALATED);
    story.file(Filed.of("a").outlet("o")).file(Filed.of("b").outlet("o").says(Severity.HIGH, THREAT));
    story.rules = AlertRules.USUAL;
    story.file(Filed.of("c").outlet("o").says(Severity.HIGH, THREAT));

    assertThat(story.kinds()).containsExactly(OPENED);
  }

  @Test
  void aMutedOpeningIsCountedAndWhatFollowsIsTold() {
    story.rules = muting(OPENED);
    story.file(Filed.of("a").outlet("o")).file(Filed.of("b").outlet("o").says(Severity.HIGH, THREAT));

    assertThat(story.kinds()).containsExactly(ESCALATED);
    assertThat(story.untold).containsExactly(Untold.MUTED);
  }

  @Test
  void eachKindBeginsAtTheSeverityThatTheWatchSays() {
    story.rules = from(Map.of(OPENED, Severity.ELEVATED, ESCALATED, Severity.CRITICAL, CORROBORATED, Severity.CRITICAL));
    story.file(Filed.of("a").says(Severity.NOTICE, PROTEST)).file(Filed.of("b")).file(Filed.of("c").says(Severity.HIGH, THREAT));

    assertThat(story.untold).containsExactly(Untold.BELOW_THRESHOLD);
    assertThat(story.kinds()).containsExactly(OPENED);

    story.file(Filed.of("d").says(Severity.CRITICAL, THREAT));
    assertThat(story.kinds()).contains(ESCALATED);
  }

  private static AlertRules muting(AlertKind kind) {
    AlertRules usual = AlertRules.USUAL;
    return new AlertRules(EnumSet.of(kind), usual.from(), usual.tensionFrom(), usual.liveEvery(), usual.updateEvery());
  }

  private static AlertRules from(Map<AlertKind, Severity> from) {
    AlertRules usual = AlertRules.USUAL;
    return new AlertRules(Set.of(), from, usual.tensionFrom(), usual.liveEvery(), usual.updateEvery());
  }
}
