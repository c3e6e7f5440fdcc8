package io.tensionwire.processor;

import static io.tensionwire.processor.SampleArticles.CONCERT;
import static io.tensionwire.processor.SampleArticles.PROTEST;
import static io.tensionwire.processor.SampleArticles.THREAT;
import static io.tensionwire.processor.SampleArticles.article;
import static io.tensionwire.processor.SampleArticles.copy;
import static io.tensionwire.processor.SampleArticles.revision;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.tensionwire.detection.Detector;
import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.Article;
import io.tensionwire.model.Detection;
import io.tensionwire.model.Watch;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Watches that come, change and go while articles run through the topology. */
class LiveWatchTest {

  private static final Watch PROTESTS = Islands.watch("lodged a protest");
  private static final Watch CONCERTS = Islands.watch("(protest|songs)");

  @TempDir Path stateDir;

  @Test
  void theNextArticleIsJudgedByTheNewVersion() {
    try (var run = new TopologyRun(stateDir, Watching.of(Islands.watch("winter season")))) {
      run.publish(article("before", PROTEST));

      run.watches.put(Watching.of(PROTESTS));
      run.publish(article("after", PROTEST.replace("ministry", "office")));

      List<Detection> detections = run.detections();
      assertThat(detections).extracting(Detection::worthTelling).containsExactly(false, true);
      assertThat(detections.getFirst().watchVersion()).isNotEqualTo(PROTESTS.version());
      assertThat(detections.getLast().watchVersion()).isEqualTo(PROTESTS.version());
      assertThat(run.alerts()).extracting(Alert::watchVersion).containsExactly(PROTESTS.version());
    }
  }

  @Test
  void aNewWatchHasStoriesOfItsOwn() {
    try (var run = new TopologyRun(stateDir, ScriptedWatch.named("islands"))) {
      Article protest = article("protest", PROTEST);
      run.publish(protest);

      run.watches.put(ScriptedWatch.named("reefs"));
      run.publish(copy(protest, "Courier"));
      run.publish(revision(protest, 2, THREAT));

      List<Alert> alerts = run.alerts();
      assertThat(alerts).filteredOn(alert -> alert.watchId().equals("reefs")).extracting(Alert::kind)
          .containsExactly(AlertKind.OPENED, AlertKind.ESCALATED);
      assertThat(alerts).filteredOn(alert -> alert.watchId().equals("islands")).extracting(Alert::kind)
          .startsWith(AlertKind.OPENED).endsWith(AlertKind.CORRECTED, AlertKind.ESCALATED)
          .containsOnlyOnce(AlertKind.OPENED);
    }
  }

  @Test
  void aWatchThatIsGoneTellsNothingAndGoesOnWithItsStoryWhenItIsBack() {
    try (var run = new TopologyRun(stateDir, ScriptedWatch.named("islands"))) {
      Article protest = article("protest", PROTEST);
      run.publish(protest);
      String story = run.alerts().getFirst().storyId();

      run.watches.remove("islands");
      run.publish(revision(protest, 2, CONCERT));
      run.publish(article("expulsion", PROTEST + "Two attaches were expelled."));
      assertThat(run.detections()).hasSize(1);

      run.watches.put(ScriptedWatch.named("islands"));
      run.publish(revision(protest, 3, THREAT));

      List<Alert> back = run.alerts();
      assertThat(back).extracting(Alert::kind).containsExactly(AlertKind.CORRECTED, AlertKind.ESCALATED);
      assertThat(back).extracting(Alert::storyId).containsOnly(story);
    }
  }

  @Test
  void aWatchThatBreaksOnAnArticleDoesNotHideTheOthers() {
    Watching breaks = new Watching("a", "v1", article -> {
      throw new IllegalStateException("a mistake of ours");
    });
    try (var run = new TopologyRun(stateDir, breaks, ScriptedWatch.named("islands"))) {
      run.publish(article("protest", PROTEST));

      assertThat(run.alerts()).extracting(Alert::watchId).containsExactly("islands");
      assertThat(run.deadLetters()).singleElement()
          .satisfies(letter -> assertThat(TopologyRun.header(letter, "reason")).isEqualTo("a mistake of ours"));
    }
  }

  @Test
  void theSameArticlesUnderTheSameVersionsGiveTheSameBytes(@TempDir Path first, @TempDir Path second) {
    assertThat(bytes(first)).isEqualTo(bytes(second)).hasSizeGreaterThan(3);
  }

  private static List<String> bytes(Path dir) {
    try (var run = new TopologyRun(dir, Watching.of(PROTESTS))) {
      Article protest = article("protest", PROTEST);
      run.publish(protest);
      run.watches.put(Watching.of(CONCERTS));
      run.publish(revision(protest, 2, THREAT));
      run.publish(article("concert", CONCERT + PROTEST));
      return List.of(run.topics.detections(), run.topics.alerts()).stream()
          .flatMap(topic -> run.raw(topic).stream()).map(r -> new String(r.value(), UTF_8)).toList();
    }
  }

  @Test
  void theShippedWatchAndTheExampleRunSideBySide() throws IOException {
    try (var run = new TopologyRun(
        stateDir, shipped("korea-russia.yaml"), shipped("examples/korea-japan.yaml"))) {
      run.publish(article("moscow", "Russia's foreign ministry summoned the South Korean ambassador to Moscow on Friday"
          + " and lodged a strong protest with Seoul, its spokesperson said."));
      run.publish(article("tokyo", "South Korea's foreign ministry called in the Japanese ambassador to Seoul on Friday"
          + " and lodged a strong protest with Tokyo over a map of Dokdo, its spokesperson said."));

      assertThat(run.alerts()).extracting(Alert::watchId, Alert::url).containsExactlyInAnyOrder(
          tuple("korea-russia", URI.create("https://gazette.example/moscow")),
          tuple("korea-japan", URI.create("https://gazette.example/tokyo")));
    }
  }

  private static Watching shipped(String file) throws IOException {
    Path path = Path.of("../config/watches").resolve(file);
    return Watching.with(Detector.parse(Files.readString(path), file));
  }
}
