package io.tensionwire.detection.alert;

import static io.tensionwire.detection.story.Sample.NOON;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.detection.Detector;
import io.tensionwire.detection.Judgement;
import io.tensionwire.detection.follow.FollowSettings;
import io.tensionwire.detection.follow.Following;
import io.tensionwire.detection.follow.Memory;
import io.tensionwire.detection.follow.Outcome;
import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.Article;
import io.tensionwire.model.Detection;
import io.tensionwire.model.Story;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What comes out of following a watch, as far as alerts go: times of all kinds, first starts, bursts and nights. */
class FollowedAlertsTest {

  private static final String WATCH = """
      id: north-south
      pair: [north, south]
      parties:
        - { id: north, en: { names: [northland] } }
        - { id: south, en: { names: [southland] } }
      signals:
        - { id: cold, category: relations-worsening, en: [relations cooled] }
      """;
  private static final String TEXT = "The relations cooled, the ministry of Southland said of Northland on Friday. ".repeat(3);

  private final Memory memory = Memory.onHeap();
  private Detector detector = Detector.parse(WATCH, "north-south.yaml");
  private Following following = new Following(memory, FollowSettings.USUAL, id -> detector.rules());

  @Test
  void aFirstStartOnTenThousandOldArticlesTellsNothingAndSaysHowMany() {
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      Filed old = i % 4 == 0
          ? Filed.of("first" + i).firstPoll().at(NOON.minus(Duration.ofHours(i)), NOON)
          : Filed.of("late" + i).at(NOON.minus(Duration.ofHours(25 + i)), NOON);
      outcomes.addAll(following.follow(old.detection(), NOON));
    }

    assertThat(outcomes).noneMatch(outcome -> outcome instanceof Outcome.Raised);
    assertThat(recorded(outcomes)).isEqualTo(Map.of(Untold.FIRST_POLL, 2_500L, Untold.OLDER_THAN_MAX_AGE, 7_500L));
  }

  @Test
  void aRecordedStoryIsOnTheTopicAllTheSame() {
    List<Outcome> outcomes = following.follow(Filed.of("a").firstPoll().detection(), NOON);

    assertThat(story(outcomes).articleCount()).isEqualTo(1);
    assertThat(recorded(outcomes)).containsOnlyKeys(Untold.FIRST_POLL);
  }

  @Test
  void anUndatedArticleHappenedWhenItWasFetched() {
    assertThat(kinds(judged("a", article -> article.publishedAt(null)))).containsExactly(AlertKind.OPENED);
  }

  @Test
  void anArticleOfTheFutureHappenedWhenItWasFetched() {
    List<Outcome> outcomes = judged("a", article -> article.publishedAt(NOON.plus(Duration.ofDays(300))));

    assertThat(kinds(outcomes)).containsExactly(AlertKind.OPENED);
    assertThat(alerts(outcomes).getFirst().eventAt()).isEqualTo(NOON);
  }

  @Test
  void aLateArticleIsRecordedAndJoinsWithoutAWord() {
    judged("a", article -> article.publishedAt(NOON.minusSeconds(60)));

    List<Outcome> late = judged("b", article -> article.publishedAt(NOON.minus(Duration.ofHours(30))));

    assertThat(kinds(late)).isEmpty();
    assertThat(story(late).articleCount()).isEqualTo(2);
  }

  @Test
  void fiveHundredCopiesInAMinuteAreOneStoryAndOneMessage() {
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      int copy = i;
      outcomes.addAll(judged(
          "copy" + i, article -> article.outlet("Outlet " + copy).fetchedAt(NOON.plusMillis(120L * copy))));
    }

    assertThat(kinds(outcomes)).containsExactly(AlertKind.OPENED);
    assertThat(outcomes.stream().filter(o -> o instanceof Outcome.Followed(Story s) && s.articleCount() == 500))
        .hasSize(1);
    assertThat(story(outcomes.reversed()).originatorCount()).isEqualTo(1);
  }

  @Test
  void aQuietNightTellsNothing() {
    judged("a", article -> {});

    List<Outcome> night = new ArrayList<>();
    for (int minute = 0; minute < 8 * 60; minute++) {
      night.addAll(following.tick(NOON.plus(Duration.ofMinutes(minute))));
    }

    assertThat(alerts(night)).isEmpty();
  }

  @Test
  void aStoryEndsSilentlyAfterDays() {
    judged("a", article -> {});

    List<Outcome> end = following.tick(NOON.plus(Duration.ofDays(40)));

    assertThat(kinds(end)).containsExactly(AlertKind.CLOSED);
    assertThat(alerts(following.tick(NOON.plus(Duration.ofDays(41))))).isEmpty();
  }

  @Test
  void aNewVersionOfTheWatchTellsNothingAgainAndMutesAtOnce() {
    judged("a", article -> {});
    detector = Detector.parse(WATCH + "alerts: { mute: [opened] }\n", "north-south.yaml");
    following = new Following(memory, FollowSettings.USUAL, id -> detector.rules());

    List<Outcome> after = judged("a", article -> article.revision(2).title("Another headline"));
    List<Outcome> other = following.follow(Filed.of("else").detection(), NOON);

    assertThat(kinds(after)).doesNotContain(AlertKind.OPENED);
    assertThat(recorded(other)).containsOnlyKeys(Untold.MUTED);
  }

  private List<Outcome> judged(String id, Consumer<Article.Builder> change) {
    var article = Article.builder(URI.create("https://gazette.example/" + id)).title("Relations").summary(TEXT)
        .outlet("Gazette").publishedAt(NOON).fetchedAt(NOON);
    change.accept(article);
    Detection detection = ((Judgement.Named) detector.judge(article.build())).detection();
    return following.follow(detection, detection.fetchedAt());
  }

  private static List<Alert> alerts(List<Outcome> outcomes) {
    List<Alert> alerts = new ArrayList<>();
    outcomes.forEach(outcome -> {
      if (outcome instanceof Outcome.Raised(Alert alert)) {
        alerts.add(alert);
      }
    });
    return alerts;
  }

  private static List<AlertKind> kinds(List<Outcome> outcomes) {
    return alerts(outcomes).stream().map(Alert::kind).toList();
  }

  private static Story story(List<Outcome> outcomes) {
    return outcomes.stream().filter(Outcome.Followed.class::isInstance).map(o -> ((Outcome.Followed) o).story())
        .findFirst().orElseThrow();
  }

  private static Map<Untold, Long> recorded(List<Outcome> outcomes) {
    return outcomes.stream().filter(Outcome.Recorded.class::isInstance).map(Outcome.Recorded.class::cast)
        .collect(groupingBy(Outcome.Recorded::why, counting()));
  }
}
