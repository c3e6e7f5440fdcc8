package io.tensionwire.standalone.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tensionwire.detection.Detector;
import io.tensionwire.detection.Explanation;
import io.tensionwire.detection.Judgement;
import io.tensionwire.detection.verdict.Score;
import io.tensionwire.model.Article;
import io.tensionwire.model.Detection;
import io.tensionwire.model.Json;
import io.tensionwire.model.Language;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One JSON document in, one JSON judgement out; a line that is no document gives a line with its error. */
final class JudgedLine {
  private final ObjectMapper json = Json.mapper();
  private final Detector detector;
  private final boolean explain;
  private final Clock clock;

  JudgedLine(Detector detector, boolean explain, Clock clock) {
    this.detector = detector;
    this.explain = explain;
    this.clock = clock;
  }

  String of(String line) {
    ObjectNode result = json.createObjectNode();
    try {
      JsonNode document = json.readTree(line);
      if (document == null || !document.isObject()) {
        throw new IllegalArgumentException("is not a JSON object");
      }
      result.set("id", document.get("id"));
      describe(detector.explain(article(document)), result);
    } catch (JsonProcessingException e) {
      result.put("error", "is not JSON: " + e.getOriginalMessage());
    } catch (IllegalArgumentException e) {
      result.put("error", String.valueOf(e.getMessage()));
    }
    return result.toString();
  }

  private Article article(JsonNode document) {
    String id = document.path("id").asText();
    if (id.isBlank()) {
      throw new IllegalArgumentException("id is missing");
    }
    Article article = TextDocument.article(
        id, text(document, "title"), text(document, "text"), date(document), clock.instant());
    String url = text(document, "url");
    Article.Builder builder = article.toBuilder().language(Language.ofTag(text(document, "language")));
    return url.isEmpty() ? builder.build() : Article.builder(URI.create(url)).id(id).title(article.title())
        .body(article.body(), article.bodySource()).language(article.language()).publishedAt(article.publishedAt())
        .fetchedAt(article.fetchedAt()).build();
  }

  private static String text(JsonNode document, String key) {
    JsonNode value = document.path(key);
    if (value.isMissingNode() || value.isNull()) {
      return "";
    }
    if (!value.isTextual()) {
      throw new IllegalArgumentException(key + " is not text");
    }
    return value.asText();
  }

  private static @Nullable Instant date(JsonNode document) {
    String text = text(document, "publishedAt");
    try {
      return text.isEmpty() ? null : Instant.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("publishedAt is not an instant such as 2026-11-21T09:00:00Z: " + text);
    }
  }

  private void describe(Explanation explanation, ObjectNode result) {
    switch (explanation.judgement()) {
      case Judgement.PassedOver(String reason) -> {
        result.put("alert", false).putNull("severity").put("score", 0).putNull("polarity").putNull("language")
            .putNull("genre").put("reason", reason).set("signals", json.valueToTree(List.of()));
      }
      case Judgement.Named(Detection detection) -> {
        JsonNode all = json.valueToTree(detection);
        result.put("alert", detection.worthTelling());
        for (String key : List.of("severity", "score", "polarity", "language", "genre", "confidence")) {
          result.set(key, all.path(key).isMissingNode() ? json.nullNode() : all.get(key));
        }
        if (detection.passedOver() != null) {
          result.put("reason", detection.passedOver());
        }
        result.set("signals", all.path("signals"));
        if (explain) {
          result.set("score-terms", terms(explanation));
          result.put("because", explanation.because());
        }
      }
    }
  }

  private ArrayNode terms(Explanation explanation) {
    ArrayNode terms = json.createArrayNode();
    for (Score.Term term : explanation.terms()) {
      ObjectNode row = json.valueToTree(term);
      row.put("contribution", term.contribution());
      terms.add(row);
    }
    return terms;
  }
}
