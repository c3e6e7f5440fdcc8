package io.tensionwire.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordChecksTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Article      | title       | "  "   | title is blank: https://a.example/1
          Article      | title       |        | title is missing: https://a.example/1
          Article      | url         |        | url of an article is missing
          Article      | id          |        | id is missing: https://a.example/1
          Article      | revision    | 0      | revision 0 is less than 1: https://a.example/1
          Article      | fetchedAt   |        | fetchedAt is missing: https://a.example/1
          Feed         | id          |        | id of a feed is missing
          Feed         | id          | "site" | feed id 'site' is not of the form <site>/<name>
          Feed         | id          | "a /b" | feed id 'a /b' is not of the form <site>/<name>
          Feed         | url         | "a/b"  | url of feed a.example/news is not an http address: a/b
          Feed         | url         |        | url of feed a.example/news is missing
          FeedState    | feedId      |        | feedId of a feed's state is missing
          Watch        | id          |        | id of a watch is missing
          Watch        | source      |        | source of watch w is missing
          Detection    | articleId   |        | articleId of a detection is missing
          Detection    | watchId     |        | watchId is missing: x
          Detection    | score       | 101    | score 101 is not within 0 to 100: x
          Detection    | score       | -1     | score -1 is not within 0 to 100: x
          Story        | id          |        | id of a story is missing
          Story        | lastSeenAt  |        | lastSeenAt is missing: s
          TensionPoint | window      | "PT1H" | window PT1H of a tension point is neither P1D nor P7D: w
          TensionPoint | window      |        | window null of a tension point is neither P1D nor P7D: w
          TensionPoint | index       | 100.5  | index 100.5 of a tension point is not within 0 to 100: w
          Position     | since       |        | since is missing: w/p/arms
          Alert        | subject     |        | subject is missing: a
          Alert        | headline    |        | headline is missing: a
          Alert        | id          | ""     | id of an alert is blank
          Alert        | subject     | "a\\u0000" | subject is no id
          Alert        | storyId     | "\\ud800" | storyId is no id
          Alert        | watchId     | "\\u202e" | watchId is no id
          Delivery     | receiver    |        | receiver is missing: a
          Delivery     | attempts    | -1     | attempts -1 is less than 0: a
          Feedback     | verdict     |        | verdict of a feedback is missing: a
          Silence      | matchers    |        | matchers of silence s are missing
          Silence      | matchers    | []     | silence s has no matchers: it would silence everything
          Silence      | endsAt      | "2026-11-21T09:29:00Z" | silence s ends at 2026-11-21T09:29:00Z, before it starts
          """)
  void whatCannotBeIsRefusedWithItsName(String record, String field, String value, String reason) throws Exception {
    Class<?> type = Class.forName("io.tensionwire.model." + record);
    var mapper = Json.mapper();
    var json = (ObjectNode) mapper.readTree(Samples.least().get(type));
    if (value == null) {
      json.remove(field);
    } else {
      json.set(field, mapper.readTree(value));
    }

    assertThatThrownBy(() -> Json.read(json.toString(), type))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void anIdIsOfABearableLength() throws Exception {
    var json = (ObjectNode) Json.mapper().readTree(Samples.least().get(Alert.class));

    assertThat(Json.read(json.put("id", "i".repeat(500)).toString(), Alert.class).id()).hasSize(500);
    assertThatThrownBy(() -> Json.read(json.put("id", "i".repeat(501)).toString(), Alert.class))
        .hasMessageContaining("id of an alert is no id");
  }

  /** "For ever", in the words of a program: dates, pauses and a day later can be reckoned from what is read. */
  @ParameterizedTest
  @CsvSource({
    "Alert, eventAt", "Alert, raisedAt", "Delivery, updatedAt", "Delivery, nextAttemptAt", "Feedback, at", "Silence, endsAt"
  })
  void theLastMomentThatThereIsCanBeReckonedWith(String record, String field) throws Exception {
    Class<?> type = Class.forName("io.tensionwire.model." + record);
    var json = (ObjectNode) Json.mapper().readTree(Samples.least().get(type));

    for (Instant extreme : List.of(Instant.MAX, Instant.MIN)) {
      json.put(field, extreme.toString());
      if (record.equals("Silence")) {
        json.put("startsAt", Instant.MIN.toString());
      }
      var read = (Instant) type.getMethod(field).invoke(Json.read(json.toString(), type));

      assertThat(read.atZone(ZoneId.of("Asia/Seoul")).getYear()).isBetween(1, 2200);
      assertThat(read.plus(Duration.ofDays(365))).isAfter(read);
      if (extreme == Instant.MAX) {
        assertThat(Duration.between(Instant.now(), read).toNanos()).isPositive();
      }
    }
  }

  @Test
  void aSignalKeepsItsOffsetsAndWeightWithinBounds() {
    assertThatThrownBy(() -> signal(5, 4, 10)).hasMessageContaining("signal s has the offsets 5 to 4");
    assertThatThrownBy(() -> signal(-1, 4, 10)).hasMessageContaining("signal s has the offsets -1 to 4");
    assertThatThrownBy(() -> signal(0, 4, 101)).hasMessage("weight 101 of signal s is not within 0 to 100");
    assertThat(signal(0, 4, 100).direction()).isEqualTo("a>b");
  }

  @Test
  void anEventIsAtItsPublicationButNeverAfterItsFetch() {
    Article.Builder article = Article.builder(Samples.URL).title("t").fetchedAt(Samples.NOW);

    assertThat(article.publishedAt(Samples.EARLIER).build().eventAt()).isEqualTo(Samples.EARLIER);
    assertThat(article.publishedAt(null).build().eventAt()).isEqualTo(Samples.NOW);
    assertThat(article.publishedAt(Instant.parse("2027-11-21T00:00:00Z")).build().eventAt()).isEqualTo(Samples.NOW);
    assertThat(article.publishedAt(Samples.NOW).build().eventAt()).isEqualTo(Samples.NOW);
  }

  @ParameterizedTest
  @CsvSource({"a,262144", "é,131072", "한,87381", "😀,65536"})
  void aBodyIsCutAtTheBoundaryOfACharacter(String character, int fit) {
    Article whole = article(character.repeat(fit));
    Article cut = article(character.repeat(fit) + character);

    assertThat(whole.truncated()).isFalse();
    assertThat(whole.body()).hasSize(character.length() * fit);
    assertThat(cut.truncated()).isTrue();
    assertThat(cut.body()).isEqualTo(whole.body());
    assertThat(cut.body().getBytes(UTF_8).length).isLessThanOrEqualTo(Article.MAX_BODY_BYTES);
    assertThat(cut.contentHash()).isEqualTo(whole.contentHash());
  }

  @Test
  void aBodyThatIsReadTooLongIsCutAsWell() {
    String tooLong = "\"body\":\"" + "a".repeat(300_000) + "\"";
    String json = Json.write(Samples.article()).replaceFirst("\"body\":\"[^\"]*\"", tooLong);

    Article read = Json.read(json, Article.class);

    assertThat(read.body()).hasSize(Article.MAX_BODY_BYTES);
    assertThat(read.truncated()).isTrue();
  }

  @Test
  void idsFollowFromTheirPartsAndFromNothingElse() {
    assertThat(Id.of("a", "b")).isEqualTo(Id.of("a", "b")).matches("[0-9a-f]{24}");
    assertThat(Id.of("ab")).isNotEqualTo(Id.of("a", "b"));
    assertThat(Id.of("a", "bc")).isNotEqualTo(Id.of("ab", "c"));
    // Fixed for ever: sinks upsert on them.
    assertThat(Article.id(URI.create("https://a.example/1"))).isEqualTo(Id.of("https://a.example/1"));
    assertThat(Samples.detection().id()).isEqualTo(Detection.id("x", 1, "korea-russia"));
    assertThat(sampleWatch("id: w").version()).isEqualTo(Watch.version("id: w"));
  }

  @Test
  void aStoryListsFiftyAndAFeedRemembersTwoThousand() {
    var story = Samples.story();
    var longest = new Story(
        "s", "w", StoryStatus.OPEN, null, "h", null, null, null, 60, 1, 1, List.of(), Samples.NOW, Samples.NOW,
        Collections.nCopies(60, story.articles().getFirst()), Collections.nCopies(60, story.signals().getFirst()));
    var seen = Collections.nCopies(FeedState.MAX_SEEN + 1, Samples.feedState().seen().getFirst());
    var state = FeedState.builder("a/b").seen(seen).build();

    assertThat(longest.articles()).hasSize(Story.MOST);
    assertThat(longest.signals()).hasSize(Story.MOST);
    assertThat(state.seen()).hasSize(FeedState.MAX_SEEN);
  }

  @Test
  void whatARecordHoldsCannotBeChangedFromOutside() {
    List<String> authors = new ArrayList<>(List.of("desk"));
    Article article = Article.builder(Samples.URL).title("t").fetchedAt(Samples.NOW).authors(authors).build();

    authors.clear();

    assertThat(article.authors()).containsExactly("desk");
    assertThatThrownBy(() -> Samples.feed().headers().put("a", "b")).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void theHeadersOfAFeedAreWrittenInOneOrder() {
    assertThat(Json.write(Samples.feed())).contains("{\"Accept\":\"*/*\",\"Cookie\":\"${DAILY_COOKIE}\"}");
  }

  @ParameterizedTest
  @CsvSource({"ko-KR,KO", "RU_ru,RU", " en ,EN", "de,OTHER", "'',", ","})
  void aLanguageIsKnownByItsTag(String tag, Language language) {
    assertThat(Language.ofTag(tag)).isEqualTo(language);
  }

  private static Signal signal(int start, int end, int weight) {
    return new Signal(
        "s", Category.RED_LINE, Polarity.ESCALATION, Stance.ASSERTED, true, "p", "s", 0, TextField.BODY, start, end,
        "a", "b", null, null, weight, "x", Language.EN);
  }

  private static Watch sampleWatch(String source) {
    return new Watch("w", "anything", source, Samples.NOW, "");
  }

  private static Article article(String body) {
    return Article.builder(Samples.URL).title("t").fetchedAt(Samples.NOW).body(body, BodySource.PAGE).build();
  }
}
