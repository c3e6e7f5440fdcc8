package io.tensionwire.detection.follow;

import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.detection.Articles;
import io.tensionwire.detection.Detector;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.Article;
import io.tensionwire.model.BodySource;
import io.tensionwire.model.Detection;
import io.tensionwire.model.TensionPoint;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What one article leads to besides its story, and what the watch wants to be told of it. */
class PositionsFollowedTest {

  private static final String WATCH = """
      id: north-south
      pair: [north, south]
      parties:
        - id: north
          en: { names: [northland] }
        - id: south
          en: { names: [southland] }
      signals:
        - { id: bridge, category: travel-flights, weight: 60, en: [the bridge] }
      positions:
        - id: bridge
          party: north
          values: [open, closed]
          start: open
          since: 2026-01-01
          becomes:
            - { value: closed, en: ["closes & bridge"] }
            - { value: open, en: ["opens & bridge"] }
      """;

  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  @Test
  void anArticleMovesItsStoryItsPositionAndTheTension() {
    List<Outcome> outcomes = follow(WATCH, NOON, false);

    assertThat(outcomes).filteredOn(Outcome.Followed.class::isInstance).hasSize(1);
    assertThat(outcomes).filteredOn(Outcome.Held.class::isInstance).hasSize(2);
    assertThat(outcomes).filteredOn(o -> o instanceof Outcome.Measured(TensionPoint p) && p.escalation() > 0
        && p.coverage() == 1).isNotEmpty();
    assertThat(told(outcomes)).containsExactly(AlertKind.OPENED, AlertKind.POSITION);
  }

  @Test
  void whatAWatchMutesIsHeldAndNotTold() {
    List<Outcome> outcomes = follow(WATCH + "alerts: { mute: [position] }\n", NOON, false);

    assertThat(told(outcomes)).containsExactly(AlertKind.OPENED);
    assertThat(outcomes).filteredOn(Outcome.Held.class::isInstance).hasSize(2);
  }

  @Test
  void whatStoodInAFeedBeforeOrIsTooOldIsHeldAndNotTold() {
    assertThat(told(follow(WATCH, NOON, true))).isEmpty();
    assertThat(told(follow(WATCH, NOON.minus(Duration.ofHours(25)), false))).isEmpty();
  }

  private static List<Outcome> follow(String watch, Instant eventAt, boolean firstPoll) {
    Detector detector = Detector.parse(watch, "w.yaml");
    Article article = Article.builder(URI.create("https://gazette.example/1"))
        .title("Northland closes the bridge to Southland").body("", BodySource.PAGE).outlet("Gazette")
        .publishedAt(eventAt).fetchedAt(NOON).firstPoll(firstPoll).build();
    Detection detection = Articles.named(detector, article);
    return new Following(Memory.onHeap(), FollowSettings.USUAL, id -> detector.rules()).follow(detection, NOON);
  }

  private static List<AlertKind> told(List<Outcome> outcomes) {
    return outcomes.stream().filter(Outcome.Raised.class::isInstance)
        .map(o -> Objects.requireNonNull(((Outcome.Raised) o).alert().kind())).toList();
  }
}
