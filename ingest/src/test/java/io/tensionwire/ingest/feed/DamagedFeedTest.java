package io.tensionwire.ingest.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Feeds that are damaged in one way each, and what must be read of them: a line each in {@code expected.jsonl}. */
class DamagedFeedTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  static Stream<String> lines() throws IOException {
    return new String(bytes("expected.jsonl"), UTF_8).lines();
  }

  @ParameterizedTest
  @MethodSource("lines")
  void readsWhatIsThere(String line) throws IOException, FeedParseException {
    JsonNode expected = MAPPER.readTree(line);
    var document = document(expected);

    if (expected.has("failure")) {
      assertThatThrownBy(() -> new FeedParser().parse(document))
          .isInstanceOfSatisfying(
              FeedParseException.class, e -> assertThat(e.reason()).hasToString(expected.path("failure").asText()))
          .hasMessageContaining(expected.path("message").asText())
          .hasMessageNotContaining("\n");
      return;
    }
    var feed = new FeedParser().parse(document);

    check(expected, "format", feed.format());
    check(expected, "encoding", feed.encoding());
    check(expected, "language", feed.language());
    check(expected, "feedTitle", feed.title());
    check(expected, "titles", feed, FeedEntry::title);
    check(expected, "ids", feed, FeedEntry::id);
    check(expected, "links", feed, FeedEntry::link);
    check(expected, "summaries", feed, FeedEntry::summary);
    check(expected, "contents", feed, FeedEntry::content);
    check(expected, "published", feed, entry -> entry.publishedAt() == null ? null : entry.publishedAt().toString());
    check(expected, "authors", feed, entry -> String.join(", ", entry.authors()));
    if (expected.has("categories")) {
      assertThat(feed.entries().getFirst().categories()).isEqualTo(texts(expected.path("categories")));
    }
    assertThat(feed.hints().cutOff()).as("cutOff").isEqualTo(expected.path("cutOff").asBoolean());
  }

  private static void check(JsonNode expected, String field, String found) {
    if (expected.has(field)) {
      assertThat(found).as(field).isEqualTo(expected.path(field).asText());
    }
  }

  private static void check(
      JsonNode expected, String field, ParsedFeed feed, Function<FeedEntry, @Nullable String> value) {
    if (expected.has(field)) {
      List<@Nullable String> found = new ArrayList<>();
      feed.entries().forEach(entry -> found.add(value.apply(entry)));
      assertThat(found).as(field).isEqualTo(texts(expected.path(field)));
    }
  }

  private static List<@Nullable String> texts(JsonNode values) {
    List<@Nullable String> texts = new ArrayList<>();
    values.forEach(value -> texts.add(value.isNull() ? null : value.asText()));
    return texts;
  }

  private static FeedDocument document(JsonNode expected) throws IOException {
    return new FeedDocument(
        bytes(expected.path("file").asText()), URI.create("https://news.example/feeds/feed.xml"),
        expected.path("contentType").asText(null), expected.path("contentLocation").asText(null), ZoneId.of("Asia/Seoul"));
  }

  private static byte[] bytes(String file) throws IOException {
    try (InputStream in = DamagedFeedTest.class.getResourceAsStream("/damaged-feeds/" + file)) {
      return Objects.requireNonNull(in, file).readAllBytes();
    }
  }
}
