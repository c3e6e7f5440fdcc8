package io.tensionwire.standalone.document;

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
import java.net.URI;
import java.time.Clock;
import java.util.List;

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
      JsonNode document = JsonDocument.json(line);
      if (document.has("id")) {
        result.set("id", document.get("id"));
      }
      describe(detector.explain(article(JsonDocument.of(document))), result);
    } catch (IllegalArgumentException e) {
      result.put("error", String.valueOf(e.getMessage()));
    }
    return result.toString();
  }

  private Article article(JsonDocument document) {
    Article article = TextDocument.article(
        document.id(), document.title(), document.text(), document.publishedAt(), clock.instant());
    URI url = document.url();
    return url == null
        ? article.toBuilder().language(document.language()).build()
        : Article.builder(url).id(document.id()).title(article.title()).body(article.body(), article.bodySource())
            .language(document.language()).publishedAt(article.publishedAt()).fetchedAt(article.fetchedAt()).build();
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
