package io.tensionwire.detection.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.detection.Articles;
import io.tensionwire.detection.stream.StreamRun.Placed;
import io.tensionwire.detection.stream.StreamRun.Read;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whether stories are what the labels say, on streams of our own writing: more than forty events, over two hundred
 * articles, {@code e}, of very broad topics, and two that nobody has read who worked on stories. The weights were fitted
 * to a, b and c; {@code docs/stories.md} has what each reaches with the weights of the others. Raise a floor when stories
 * get better.
 */
class LabelledStreamTest {

  private static final Map<String, List<Read>> STREAMS = new HashMap<>();

  @BeforeAll
  static void read() {
    var detector = Articles.shipped();
    List<LabelledStream> all = new ArrayList<>();
    for (String name : List.of("a", "b", "c")) {
      LabelledStream stream = LabelledStream.of(name);
      all.add(stream);
      STREAMS.put(name, StreamRun.read(detector, stream));
    }
    STREAMS.put("all", StreamRun.read(detector, LabelledStream.merged(all)));
    for (String name : List.of("e", "held-out/d", "held-out/f")) {
      STREAMS.put(name, StreamRun.read(detector, LabelledStream.of(name)));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "a, 0.97, 0.97", "b, 0.95, 0.94", "c, 0.94, 0.93", "e, 0.81, 0.77", "all, 0.94, 0.93",
    "held-out/d, 0.86, 0.82", "held-out/f, 0.96, 0.96"
  })
  void storiesAreWhatTheLabelsSay(String stream, double overAll, double acrossLanguages) {
    StreamRun run = run(stream);

    assertThat(BCubed.of(run.labelled()).f1()).as("%s: %s", stream, BCubed.of(run.labelled()))
        .isGreaterThanOrEqualTo(overAll);
    assertThat(BCubed.acrossLanguages(run.labelled()).f1())
        .as("%s across languages: %s", stream, BCubed.acrossLanguages(run.labelled()))
        .isGreaterThanOrEqualTo(acrossLanguages);
  }

  /** Two weeks in half a day: what comes at the same time is not the same. */
  @ParameterizedTest
  @CsvSource({"a, 0.89, 0.92", "b, 0.85, 0.83", "c, 0.81, 0.84"})
  void onABusyDayStrangersStayApart(String stream, double precision, double f1) {
    var busy = StreamRun.of(StreamRun.read(Articles.shipped(), LabelledStream.of(stream).denser(24)));

    BCubed found = BCubed.of(busy.labelled());

    assertThat(found.precision()).as("%s: %s", stream, found).isGreaterThanOrEqualTo(precision);
    assertThat(found.f1()).as("%s: %s", stream, found).isGreaterThanOrEqualTo(f1);
  }

  @Test
  void fewOfThoseThatReportNoEventAreInAStory() {
    StreamRun run = run("all");

    assertThat(run.falseJoins()).as("%s", run.falseJoins()).hasSizeLessThanOrEqualTo(5);
  }

  @Test
  void twoAirspaceEntriesHoursApartAreTwoStories() {
    Map<String, String> labels = new HashMap<>();
    run("a").labelled().stream().filter(i -> i.label().startsWith("a/kadiz-")).forEach(i ->
        assertThat(labels.merge(String.valueOf(i.story()), i.label(), (x, y) -> x)).isEqualTo(i.label()));

    assertThat(labels.values()).contains("a/kadiz-four-russian-planes-ulleungdo-0305", "a/kadiz-il20-south-jeju-0305");
  }

  @Test
  void thereAreStoriesEnoughToTellAnything() {
    StreamRun run = run("all");

    assertThat(run.labelled()).hasSizeGreaterThanOrEqualTo(200);
    assertThat(run.labelled().stream().map(BCubed.Item::label).distinct()).hasSizeGreaterThanOrEqualTo(40);
  }

  /** As from several partitions: what comes within a few minutes may come in any order. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void theOrderOfAFewMinutesDoesNotMatter(long seed) {
    List<Read> shuffled = shuffled(STREAMS.getOrDefault("all", List.of()), Duration.ofMinutes(10), new Random(seed));

    assertThat(agreement(run("all"), StreamRun.of(shuffled)).f1()).isGreaterThanOrEqualTo(0.98);
  }

  /** Each comes by up to so much later than it was published; revisions stay in their order. */
  private static List<Read> shuffled(List<Read> articles, Duration most, Random random) {
    Map<Read, Instant> arrivals = new HashMap<>();
    Map<String, Instant> newest = new HashMap<>();
    for (Read read : articles) {
      Instant arrival = read.article().article().fetchedAt().plusSeconds(random.nextLong(most.toSeconds()));
      Instant before = newest.getOrDefault(read.article().article().id(), Instant.MIN);
      arrival = arrival.isAfter(before) ? arrival : before.plusSeconds(1);
      newest.put(read.article().article().id(), arrival);
      arrivals.put(read, arrival);
    }
    List<Read> shuffled = new ArrayList<>(articles);
    shuffled.sort(Comparator.comparing(arrivals::get));
    return shuffled;
  }

  /** Of the stories of one run with those of another. */
  private static BCubed agreement(StreamRun one, StreamRun other) {
    Map<String, String> stories = new HashMap<>();
    for (Placed placed : one.placed()) {
      stories.put(placed.article().id(), placed.story() == null ? "none " + placed.article().id() : placed.story());
    }
    return BCubed.of(other.placed().stream()
        .map(p -> new BCubed.Item(p.article().id(), "", stories.getOrDefault(p.article().id(), ""), p.story())).toList());
  }

  private static StreamRun run(String stream) {
    return StreamRun.of(STREAMS.getOrDefault(stream, List.of()));
  }
}
