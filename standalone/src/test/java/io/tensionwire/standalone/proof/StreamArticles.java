package io.tensionwire.standalone.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tensionwire.model.Article;
import io.tensionwire.model.BodySource;
import io.tensionwire.model.Language;
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
import java.util.stream.Stream;

/**
 * The labelled streams of the detection tests as articles, in the order of their dates. Each stream is moved to end an
 * hour ago: together they are younger than the retention of {@code news.articles}.
 */
final class StreamArticles {

  private static final Path STREAMS = Path.of("../detection/src/test/resources/io/tensionwire/detection/stream");
  /** The topic keeps 30 days; whole segments are deleted while a proof runs. */
  private static final Duration OLDEST = Duration.ofDays(28);
  private static final Duration YOUNGEST = Duration.ofHours(1);

  private StreamArticles() {}

  static List<Article> read() throws IOException {
    Instant end = Instant.now().minus(YOUNGEST);
    List<Path> files;
    try (Stream<Path> all = Files.list(STREAMS)) {
      files = all.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList();
    }
    List<Article> articles = new ArrayList<>();
    for (Path file : files) {
      articles.addAll(stream(file, end));
    }
    articles.sort(Comparator.comparing(Article::fetchedAt));
    assertThat(articles.getFirst().fetchedAt()).as("what is older would be deleted while it is read")
        .isAfter(end.minus(OLDEST));
    assertThat(articles).extracting(article -> article.id() + "/" + article.revision())
        .as("one address in two streams would be one article").doesNotHaveDuplicates();
    return articles;
  }

  private static List<Article> stream(Path file, Instant end) throws IOException {
    var json = new ObjectMapper();
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      lines.add(json.readTree(line));
    }
    lines.sort(Comparator.comparing(StreamArticles::published));
    Duration shift = Duration.between(published(lines.getLast()), end);
    Map<String, Integer> revisions = new HashMap<>();
    return lines.stream()
        .map(line -> article(line, shift, revisions.merge(line.get("url").asText(), 1, Integer::sum)))
        .toList();
  }

  private static Instant published(JsonNode line) {
    return Instant.parse(line.get("publishedAt").asText());
  }

  private static Article article(JsonNode line, Duration shift, int revision) {
    Instant published = published(line).plus(shift);
    return Article.builder(URI.create(line.get("url").asText()))
        .revision(revision)
        .feedId("stream.example/all")
        .outlet(line.get("outlet").asText())
        .language(Language.valueOf(line.path("language").asText("en").toUpperCase(Locale.ROOT)))
        .title(line.get("title").asText())
        .body(line.get("text").asText(), BodySource.PAGE)
        .publishedAt(published)
        .fetchedAt(published.plusSeconds(60))
        .build();
  }
}
