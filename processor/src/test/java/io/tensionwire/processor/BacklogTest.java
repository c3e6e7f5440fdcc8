package io.tensionwire.processor;

import static io.tensionwire.processor.SampleArticles.NOON;
import static io.tensionwire.processor.SampleArticles.PROTEST;
import static io.tensionwire.processor.SampleArticles.article;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tensionwire.detection.Detector;
import io.tensionwire.model.Article;
import io.tensionwire.model.BodySource;
import io.tensionwire.model.Language;
import io.tensionwire.model.Story;
import io.tensionwire.model.StoryStatus;
import io.tensionwire.model.Topic;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a processor makes of articles that it reads long after they were fetched. */
class BacklogTest {

  private static final Path STREAM =
      Path.of("../detection/src/test/resources/io/tensionwire/detection/stream/b.jsonl");
  private static final Path WATCH = Path.of("../config/watches/korea-russia.yaml");
  private static final int PARTITIONS = 6;

  @Test
  void partitionAfterPartitionItIsFollowedAsInTheOrderOfTime(@TempDir Path first, @TempDir Path second)
      throws IOException {
    List<Article> inOrder = stream();
    List<Article> byPartition = new ArrayList<>(inOrder);
    byPartition.sort(Comparator.comparing(each -> Math.floorMod(each.id().hashCode(), PARTITIONS)));

    List<String> followed = followed(second, byPartition);

    assertThat(byPartition).isNotEqualTo(inOrder);
    assertThat(followed).hasSizeGreaterThan(100).isEqualTo(followed(first, inOrder));
  }

  @Test
  void aReplayOfABacklogWritesTheSameBytes(@TempDir Path first, @TempDir Path second) throws IOException {
    List<Article> backwards = stream().reversed();

    assertThat(followed(first, backwards)).isEqualTo(followed(second, backwards));
  }

  /** Stories and alerts with their times and traces, as they stand on their topics. */
  private static List<String> followed(Path stateDir, List<Article> articles) throws IOException {
    try (var run = new TopologyRun(stateDir, Watching.with(Detector.parse(Files.readString(WATCH), "watch.yaml")))) {
      run.clock.pass(Duration.ofDays(1));
      articles.forEach(article -> run.publish(
          article, new RecordHeaders().add("traceparent", trace(article).getBytes(UTF_8))));
      run.catchUp();
      List<String> records = new ArrayList<>();
      for (Topic<?> topic : List.of(run.topics.stories(), run.topics.alerts(), run.topics.tension())) {
        run.raw(topic).forEach(record -> records.add(
            record.timestamp() + " " + TopologyRun.header(record, "traceparent") + " "
                + new String(record.value(), UTF_8)));
      }
      return records;
    }
  }

  private static String trace(Article article) {
    return "00-%032x-b7ad6b7169203331-01".formatted((long) article.id().hashCode() & 0xFFFFFFFFL);
  }

  @Test
  void theTraceOfAnArticleThatWaitedGoesOnToItsAlert(@TempDir Path stateDir) {
    try (var run = new TopologyRun(stateDir, ScriptedWatch.named("islands"))) {
      run.clock.pass(Duration.ofHours(1));
      Article protest = article("protest", PROTEST);
      run.publish(protest, new RecordHeaders().add("traceparent", trace(protest).getBytes(UTF_8)));
      assertThat(run.alerts()).isEmpty();

      run.catchUp();

      assertThat(run.raw(run.topics.alerts())).singleElement().satisfies(alert -> {
        assertThat(TopologyRun.header(alert, "traceparent")).contains(trace(protest).substring(3, 35));
        assertThat(TopologyRun.header(alert, "ce_type")).isEqualTo("io.tensionwire.alert");
        assertThat(alert.timestamp()).isEqualTo(NOON.toEpochMilli());
      });
    }
  }

  @Test
  void aBacklogThatWaitsIsNotTakenForQuiet(@TempDir Path stateDir) {
    try (var run = new TopologyRun(stateDir, ScriptedWatch.named("islands"))) {
      run.publish(article("protest", PROTEST));
      run.pass(Duration.ofMinutes(1));
      run.clock.pass(Duration.ofDays(30)); // an outage, of this instance or of the broker
      run.publish(article("expulsion", "Two attaches of Aland were expelled from Beland."));

      run.punctuate(Duration.ofMinutes(1));

      assertThat(run.stories()).extracting(Story::status).containsExactly(StoryStatus.OPEN);
    }
  }

  private static List<Article> stream() throws IOException {
    var json = new ObjectMapper();
    List<Article> articles = new ArrayList<>();
    Map<String, Integer> revisions = new HashMap<>();
    for (String line : Files.readAllLines(STREAM)) {
      JsonNode item = json.readTree(line);
      Instant published = Instant.parse(item.get("publishedAt").asText());
      articles.add(Article.builder(URI.create(item.get("url").asText()))
          .revision(revisions.merge(item.get("url").asText(), 1, Integer::sum))
          .outlet(item.get("outlet").asText())
          .language(Language.valueOf(item.get("language").asText().toUpperCase(Locale.ROOT)))
          .title(item.get("title").asText())
          .body(item.get("text").asText(), BodySource.PAGE)
          .publishedAt(published)
          .fetchedAt(published.plusSeconds(60))
          .build());
    }
    return articles;
  }
}
