package io.tensionwire.processor;

import static io.tensionwire.processor.SampleArticles.CONCERT;
import static io.tensionwire.processor.SampleArticles.NOON;
import static io.tensionwire.processor.SampleArticles.PROTEST;
import static io.tensionwire.processor.SampleArticles.THREAT;
import static io.tensionwire.processor.SampleArticles.article;
import static io.tensionwire.processor.SampleArticles.copy;
import static io.tensionwire.processor.SampleArticles.revision;
import static io.tensionwire.processor.TopologyRun.header;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.Article;
import io.tensionwire.model.Category;
import io.tensionwire.model.Detection;
import io.tensionwire.model.Severity;
import io.tensionwire.model.Signal;
import io.tensionwire.model.Source;
import io.tensionwire.model.Story;
import io.tensionwire.model.StoryStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TensionTopologyTest {

  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

  @TempDir Path stateDir;

  @Test
  void anArticleThatSaysSomethingOpensAStory() {
    try (var run = run()) {
      Article protest = article("protest", PROTEST);

      run.publish(protest);

      assertThat(run.detections()).singleElement().satisfies(detection -> {
        assertThat(detection.articleId()).isEqualTo(protest.id());
        assertThat(detection.detectedAt()).isEqualTo(NOON);
      });
      Story story = run.stories().getFirst();
      assertThat(story.severity()).isEqualTo(Severity.ELEVATED);
      assertThat(run.alerts()).singleElement().satisfies(alert -> {
        assertThat(alert.kind()).isEqualTo(AlertKind.OPENED);
        assertThat(alert.subject()).isEqualTo("story/" + story.id());
        assertThat(alert.headline()).isEqualTo("SAMPLE: protest");
        assertThat(alert.directions()).containsExactly("aland>beland");
        assertThat(alert.signals()).extracting(Signal::phrase).containsExactly("lodged a protest");
        assertThat(alert.eventAt()).isEqualTo(protest.eventAt());
        assertThat(alert.raisedAt()).isEqualTo(NOON);
      });
    }
  }

  @Test
  void anArticleThatDoesNotNameBothIsCountedAndNothingElse() {
    try (var run = run()) {
      run.publish(article("concert", CONCERT));

      assertThat(run.detections()).isEmpty();
      assertThat(run.stories()).isEmpty();
      assertThat(run.count("tensionwire.processor.articles", "outcome", "passed-over", "reason", "one-party-missing"))
          .isEqualTo(1);
    }
  }

  @Test
  void republishedArticleSignalsOnce() {
    try (var run = run()) {
      Article protest = article("protest", PROTEST);

      run.publish(protest);
      run.publish(protest);

      assertThat(run.alerts()).hasSize(1);
      assertThat(run.count("tensionwire.processor.detections.repeated")).isEqualTo(1);
    }
  }

  @Test
  void aRevisionThatSaysMoreEscalatesTheStory() {
    try (var run = run()) {
      Article protest = article("protest", PROTEST);

      run.publish(protest);
      run.publish(revision(protest, 2, THREAT));

      List<Alert> alerts = run.alerts();
      assertThat(alerts).extracting(Alert::kind).containsExactly(AlertKind.OPENED, AlertKind.CORRECTED, AlertKind.ESCALATED);
      Alert escalated = alerts.getLast();
      assertThat(escalated.storyId()).isEqualTo(alerts.getFirst().storyId());
      assertThat(escalated.before()).isEqualTo("elevated");
      assertThat(escalated.after()).isEqualTo("high");
      assertThat(escalated.reason())
          .isEqualTo("Gazette revised its report (revision 2): "
              + "adds retaliation threat (“will not go unanswered”), now high");
      assertThat(escalated.signals()).extracting(Signal::weight).containsExactly(60, 40);
      assertThat(escalated.articleCount()).isEqualTo(1);
    }
  }

  @Test
  void aRevisionThatTakesItsWordsBackIsToldAsACorrection() {
    try (var run = run()) {
      Article threat = article("threat", THREAT);

      run.publish(threat);
      run.publish(revision(threat, 2, PROTEST));

      List<Alert> alerts = run.alerts();
      assertThat(alerts).extracting(Alert::kind)
          .containsExactly(AlertKind.OPENED, AlertKind.CORRECTED, AlertKind.DEESCALATED);
      assertThat(alerts.get(1).before()).isEqualTo("“will not go unanswered”");
      assertThat(alerts.get(1).after()).isEqualTo("no longer said");
      assertThat(alerts.get(1).reason()).contains("takes back retaliation threat");
      assertThat(alerts.getLast().before()).isEqualTo("high");
      assertThat(alerts.getLast().after()).isEqualTo("elevated");
    }
  }

  @Test
  void aSeverityThatComesBackIsNotToldAsARiseAgain() {
    try (var run = run()) {
      Article threat = article("threat", THREAT);

      run.publish(threat);
      run.publish(revision(threat, 2, PROTEST));
      run.publish(revision(threat, 3, THREAT));

      assertThat(run.alerts())
          .extracting(Alert::kind)
          .containsExactly(AlertKind.OPENED, AlertKind.CORRECTED, AlertKind.DEESCALATED, AlertKind.CORRECTED);
    }
  }

  @Test
  void aLaterRevisionIsHeardOfThoughItNoLongerNamesThePair() {
    try (var run = run()) {
      Article protest = article("protest", PROTEST);

      run.publish(protest);
      run.publish(revision(protest, 2, CONCERT));
      run.publish(revision(article("concert", CONCERT), 2, CONCERT));

      assertThat(run.detections()).extracting(Detection::revision).containsExactly(1, 2);
      List<Alert> alerts = run.alerts();
      assertThat(alerts).extracting(Alert::kind)
          .containsExactly(AlertKind.OPENED, AlertKind.CORRECTED, AlertKind.DEESCALATED);
      assertThat(alerts.getLast().signals()).isEmpty();
      assertThat(alerts.getLast().severity()).isEqualTo(Severity.ELEVATED);
      assertThat(alerts.getLast().after()).isEqualTo("nothing worth telling");
    }
  }

  @Test
  void aNearCopyJoinsTheStory() {
    try (var run = run()) {
      Article protest = article("protest", PROTEST);

      run.publish(protest);
      Article copy = copy(protest, "Courier");
      run.publish(copy.toBuilder().fetchedAt(copy.fetchedAt().plusSeconds(120)).build());

      List<Alert> alerts = run.alerts();
      assertThat(alerts).extracting(Alert::kind).containsExactly(AlertKind.OPENED, AlertKind.UPDATED);
      assertThat(alerts.getLast().after()).isEqualTo("2 articles, 2 outlets");
      assertThat(alerts.getLast().reason()).isEqualTo("Courier carries it, too");
      assertThat(alerts.getLast().sources()).extracting(Source::outlet).containsExactly("Gazette", "Courier");
      assertThat(alerts.getLast().signals()).hasSize(1);
      assertThat(run.stories()).extracting(Story::id).containsOnly(alerts.getFirst().storyId());
    }
  }

  @Test
  void theSameWordsADozenDaysLaterAreAnotherStory() {
    try (var run = run()) {
      Article protest = article("protest", PROTEST);
      Article later = copy(protest, "Courier").toBuilder()
          .publishedAt(NOON.plusSeconds(12 * 86_400))
          .fetchedAt(NOON.plusSeconds(12 * 86_400 + 60))
          .build();

      run.publish(protest);
      run.publish(later);

      assertThat(run.alerts()).extracting(Alert::kind)
          .containsExactly(AlertKind.OPENED, AlertKind.CLOSED, AlertKind.OPENED);
    }
  }

  @Test
  void twoWatchesFollowTheirOwnStories() {
    try (var run = new TopologyRun(
        stateDir, ScriptedWatch.named("north"), ScriptedWatch.named("south"), ScriptedWatch.blind("west"))) {
      run.publish(article("protest", PROTEST));

      List<TestRecord<String, byte[]>> detections = run.raw(run.topics.detections());
      assertThat(detections).extracting(TestRecord::key).containsExactly("north", "south");
      List<Alert> alerts = run.alerts();
      assertThat(alerts).extracting(Alert::watchId).containsExactly("north", "south");
      assertThat(alerts).extracting(Alert::storyId).doesNotHaveDuplicates();
    }
  }

  @Test
  void theTraceOfAnArticleGoesOnToItsAlert() {
    try (var run = run()) {
      var headers = new RecordHeaders();
      headers.add("traceparent", ("00-" + TRACE + "-b7ad6b7169203331-01").getBytes(UTF_8));

      run.publish(article("protest", PROTEST), headers);

      for (var topic : List.of(run.topics.detections(), run.topics.stories(), run.topics.alerts())) {
        TestRecord<String, byte[]> record = run.raw(topic).getFirst();
        assertThat(header(record, "traceparent")).as(topic.name()).contains(TRACE);
        assertThat(record.timestamp()).isEqualTo(NOON.toEpochMilli());
      }
    }
  }

  @Test
  void headersNameTheRecordTheyStandOn() {
    try (var run = run()) {
      run.publish(article("protest", PROTEST));

      assertThat(header(run.raw(run.topics.stories()).getFirst(), "ce_type")).isEqualTo("io.tensionwire.story");
      assertThat(header(run.raw(run.topics.alerts()).getFirst(), "ce_type")).isEqualTo("io.tensionwire.alert");
    }
  }

  @Test
  void bytesThatAreNoArticleGoToTheDeadLettersAndTheNextOneIsProcessed() {
    try (var run = run()) {
      byte[] broken = "{\"id\": \"a\", \"title\"".getBytes(UTF_8);

      run.publishBytes("a", broken);
      run.publish(article("protest", PROTEST));

      assertThat(run.deadLetters()).singleElement().satisfies(letter -> {
        assertThat(letter.key()).isEqualTo("a");
        assertThat(letter.value()).isEqualTo(broken);
        assertThat(header(letter, "step")).isEqualTo("read-articles");
        assertThat(header(letter, "reason")).contains("not Article in JSON");
        assertThat(header(letter, "topic")).isEqualTo("news.articles");
        assertThat(header(letter, "partition")).isEqualTo("0");
        assertThat(header(letter, "offset")).isEqualTo("0");
        assertThat(header(letter, "time")).isEqualTo("2026-11-21T12:00:00Z");
      });
      assertThat(run.alerts()).hasSize(1);
      assertThat(run.count("tensionwire.processor.dead.letters", "step", "read-articles")).isEqualTo(1);
    }
  }

  @Test
  void anArticleThatCannotBeJudgedGoesToTheDeadLettersAndTheNextOneIsProcessed() {
    try (var run = run()) {
      Article poison = article("poison", ScriptedWatch.BREAKS + " Aland Beland");

      run.publish(poison);
      run.publish(article("protest", PROTEST));

      assertThat(run.deadLetters()).singleElement().satisfies(letter -> {
        assertThat(letter.key()).isEqualTo(poison.id());
        assertThat(new String(letter.value(), UTF_8)).contains(ScriptedWatch.BREAKS);
        assertThat(header(letter, "step")).isEqualTo("detect-for-each-watch");
        assertThat(header(letter, "reason")).isEqualTo("cannot be judged");
      });
      assertThat(run.alerts()).hasSize(1);
    }
  }

  @Test
  void aRecordWithoutAValueIsADeadLetter() {
    try (var run = run()) {
      run.publishBytes("gone", null);
      run.publish(article("protest", PROTEST));

      assertThat(run.deadLetters()).singleElement().satisfies(letter -> {
        assertThat(letter.key()).isEqualTo("gone");
        assertThat(header(letter, "reason")).isEqualTo("an article without a value");
      });
      assertThat(run.alerts()).hasSize(1);
    }
  }

  @Test
  void aDeadLetterIsCutTo64KB() {
    try (var run = run()) {
      run.publishBytes("long", "x".repeat(100_000).getBytes(UTF_8));

      assertThat(run.deadLetters()).singleElement().satisfies(letter -> {
        assertThat(letter.value()).hasSize(64 * 1024);
        assertThat(header(letter, "size")).isEqualTo("100000");
      });
    }
  }

  @Test
  void aDetectionThatNoTopicTakesIsADeadLetterOfItsArticle() {
    try (var run = run()) {
      Article bloated = article("bloated", ScriptedWatch.BLOATS + " Aland Beland");

      run.publish(bloated);
      run.publish(article("protest", PROTEST));

      assertThat(run.deadLetters()).singleElement().satisfies(letter -> {
        assertThat(letter.key()).isEqualTo(bloated.id());
        assertThat(new String(letter.value(), UTF_8)).contains(ScriptedWatch.BLOATS);
        assertThat(header(letter, "step")).isEqualTo("write-detections");
        assertThat(header(letter, "reason")).startsWith("too large for news.detections: ");
      });
      assertThat(run.alerts()).hasSize(1);
    }
  }

  @Test
  void aReplayWritesTheSameBytes(@TempDir Path first, @TempDir Path second) {
    Article protest = article("protest", PROTEST);
    List<Article> articles = List.of(
        protest, article("concert", CONCERT), revision(protest, 2, THREAT), copy(protest, "Courier"),
        article("expulsion", THREAT + "Two attaches were expelled."));

    assertThat(bytes(first, articles)).isEqualTo(bytes(second, articles)).hasSizeGreaterThan(10);
  }

  private List<List<Object>> bytes(Path dir, List<Article> articles) {
    try (var run = new TopologyRun(dir, ScriptedWatch.named("north"), ScriptedWatch.named("south"))) {
      articles.forEach(run::publish);
      return List.of(run.topics.detections(), run.topics.stories(), run.topics.alerts()).stream()
          .flatMap(topic -> run.raw(topic).stream())
          .<List<Object>>map(r -> List.of(
              r.key(), new String(r.value(), UTF_8), r.timestamp(), header(r, "ce_id"), header(r, "traceparent")))
          .toList();
    }
  }

  @Test
  void alertsDifferInTheirIds() {
    try (var run = run()) {
      Article protest = article("protest", PROTEST);

      run.publish(protest);
      run.publish(revision(protest, 2, THREAT));
      run.publish(copy(protest, "Courier"));
      run.publish(copy(protest, "Herald"));

      assertThat(run.alerts()).hasSizeGreaterThan(2).extracting(Alert::id).doesNotHaveDuplicates();
    }
  }

  @Test
  void aBurstOfCopiesKeepsTheStorySmall() {
    try (var run = run()) {
      Article protest = article("protest", PROTEST);

      run.publish(protest);
      for (int i = 0; i < 500; i++) {
        run.publish(copy(protest, "Outlet" + i));
      }

      List<TestRecord<String, byte[]>> stories = run.raw(run.topics.stories());
      assertThat(stories).extracting(TestRecord::key).containsOnly(stories.getFirst().key());
      assertThat(stories.getLast().value().length).isLessThan(64 * 1024);
      assertThat(new String(stories.getLast().value(), UTF_8)).contains("\"articleCount\":501");
      assertThat(run.alerts()).extracting(Alert::kind).containsOnlyOnce(AlertKind.OPENED);
    }
  }

  @Test
  void whatHasGoneQuietIsForgotten() {
    try (var run = run()) {
      run.publish(article("protest", PROTEST));
      Article muchLater = article("expulsion", "Two attaches of Aland were expelled from Beland.").toBuilder()
          .publishedAt(NOON.plusSeconds(40 * 86_400))
          .fetchedAt(NOON.plusSeconds(40 * 86_400))
          .build();

      run.publish(muchLater);
      run.publish(revision(muchLater, 2, THREAT));

      assertThat(run.remembered(FollowTheWatch.STORIES)).isEqualTo(1);
      assertThat(run.remembered(FollowTheWatch.FOLLOWED_ARTICLES)).isEqualTo(1);
      assertThat(run.remembered(DetectForEachWatch.NAMED_ARTICLES)).isEqualTo(1);
    }
  }

  @Test
  void aStoryThatNothingMovesIsClosedByTheClock() {
    try (var run = run()) {
      run.publish(article("protest", PROTEST));

      run.pass(Duration.ofMinutes(1));
      run.pass(Duration.ofDays(4));

      assertThat(run.stories()).extracting(Story::status).containsExactly(StoryStatus.OPEN, StoryStatus.CLOSED);
    }
  }

  @Test
  void whileRecordsComeTimeIsTheirs() {
    try (var run = run()) {
      run.clock.pass(Duration.ofDays(30)); // what is read now was written a month ago
      run.publish(article("protest", PROTEST));
      run.pass(Duration.ofMinutes(1));

      run.publish(article("expulsion", "Two attaches of Aland were expelled from Beland."));
      run.catchUp();

      assertThat(run.stories()).extracting(Story::status).containsExactly(StoryStatus.OPEN, StoryStatus.OPEN);
    }
  }

  @Test
  void theTimeOfTheRecordsClosesStories() {
    try (var run = run()) {
      run.publish(article("protest", PROTEST));
      Instant later = NOON.plus(Duration.ofDays(4));

      run.publish(article("expulsion", "Two attaches of Aland were expelled from Beland.").toBuilder()
          .publishedAt(later).fetchedAt(later).build());

      assertThat(run.stories()).extracting(Story::status)
          .containsExactly(StoryStatus.OPEN, StoryStatus.CLOSED, StoryStatus.OPEN);
    }
  }

  @Test
  void anOldArticleIsCountedAndNotTold() {
    try (var run = run()) {
      run.publish(article("protest", PROTEST).toBuilder().publishedAt(NOON.minus(Duration.ofDays(3))).build());

      assertThat(run.alerts()).isEmpty();
      assertThat(run.count("tensionwire.processor.untold", "reason", "older-than-max-age")).isEqualTo(1);
    }
  }

  @Test
  void whatSignalsSayIsKeptMostTellingFirst() {
    try (var run = run()) {
      run.publish(article("all", PROTEST + "It will not go unanswered. Two attaches were expelled."));

      assertThat(run.alerts().getFirst().signals())
          .extracting(Signal::category)
          .containsExactly(
              Category.EXPULSION_ENTRY_BAN, Category.RETALIATION_THREAT, Category.DIPLOMATIC_PROTEST);
    }
  }

  private TopologyRun run() {
    return new TopologyRun(stateDir, ScriptedWatch.named("islands"));
  }
}
