package io.tensionwire.detection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tensionwire.model.Article;
import io.tensionwire.model.BodySource;
import io.tensionwire.model.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;

/**
 * A document and what an editor makes of it.
 *
 * @param label {@code escalation}, {@code deescalation}, {@code mixed}, or {@code none}: not to be told
 * @param categories what its core reports
 */
record LabelledDocument(String label, List<String> categories, Article article) {
  private static final ObjectMapper JSON = Json.mapper();
  private static final Instant UNDATED = Instant.parse("2026-11-21T00:00:00Z");

  boolean wanted() {
    return !label.equals("none");
  }

  /** The documents of a half, without those that two careful editors would disagree about. */
  static List<LabelledDocument> of(String half) {
    try (var in = Objects.requireNonNull(LabelledDocument.class.getResourceAsStream("labelled/" + half + ".jsonl"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(LabelledDocument::read)
          .filter(document -> !document.path("ambiguous").asBoolean()).map(LabelledDocument::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode read(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(line, e);
    }
  }

  private static LabelledDocument of(JsonNode document) {
    Instant published = document.path("publishedAt").isTextual()
        ? Instant.parse(document.get("publishedAt").asText()) : UNDATED;
    Article article = Article.builder(URI.create("https://documents.example/" + document.get("id").asText()))
        .title(document.get("title").asText())
        .body(document.get("text").asText(), BodySource.PAGE)
        .publishedAt(published)
        .fetchedAt(published)
        .build();
    List<String> categories = StreamSupport.stream(document.path("signals").spliterator(), false)
        .map(JsonNode::asText).toList();
    return new LabelledDocument(document.get("label").asText(), categories, article);
  }
}
