package io.tensionwire.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.detection.Detector;
import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.Article;
import io.tensionwire.model.BodySource;
import io.tensionwire.model.Position;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An article about the pair moves the index and the ledger, each on its own topic. */
class TensionAndPositionsTest {

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

  @TempDir Path state;

  @Test
  void anArticleMovesThePointsAndThePositionsOfItsWatch() {
    try (var run = new TopologyRun(state, Watching.with(Detector.parse(WATCH, "north-south.yaml")))) {
      run.publish(article("Northland closes the bridge to Southland"));

      assertThat(run.raw(run.topics.tension())).extracting(record -> record.key())
          .contains("north-south/total/P1D/2026-11-21", "north-south/total/P7D/2026-11-15");
      assertThat(run.values(run.topics.positions())).extracting(Position::value).containsExactly("open", "closed");
      assertThat(run.alerts()).extracting(Alert::kind).containsExactly(AlertKind.OPENED, AlertKind.POSITION);
    }
  }

  @Test
  void aQuietDayBeginsWithAPoint() {
    try (var run = new TopologyRun(state, Watching.with(Detector.parse(WATCH, "north-south.yaml")))) {
      run.publish(article("Northland closes the bridge to Southland"));
      run.values(run.topics.tension());

      run.pass(Duration.ofHours(13));
      run.pass(Duration.ofHours(1));

      assertThat(run.raw(run.topics.tension())).extracting(record -> record.key())
          .contains("north-south/total/P1D/2026-11-22", "north-south/north>south/P7D/2026-11-16");
    }
  }

  private static Article article(String title) {
    return Article.builder(URI.create("https://gazette.example/1")).title(title).body("", BodySource.PAGE)
        .outlet("Gazette").publishedAt(SampleArticles.NOON).fetchedAt(SampleArticles.NOON).build();
  }
}
