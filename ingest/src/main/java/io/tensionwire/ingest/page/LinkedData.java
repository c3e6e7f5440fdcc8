package io.tensionwire.ingest.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tensionwire.model.Json;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What a page says about its article in <a href="https://schema.org/Article">JSON-LD</a>. */
record LinkedData(@Nullable JsonNode article) {

  private static final ObjectMapper MAPPER = Json.mapper();
  private static final int DEEPEST = 6;

  static LinkedData of(Document document) {
    for (Element script : document.select("script[type=application/ld+json]")) {
      try {
        JsonNode article = find(MAPPER.readTree(script.data().strip()), 0);
        if (article != null) {
          return new LinkedData(article);
        }
      } catch (JsonProcessingException e) {
        continue; // Pages hold broken JSON-LD; the mark-up has to do.
      }
    }
    return new LinkedData(null);
  }

  private static @Nullable JsonNode find(@Nullable JsonNode node, int depth) {
    if (node == null || depth > DEEPEST) {
      return null;
    }
    if (node.isObject()) {
      String type = node.path("@type").toString();
      if (type.contains("Article\"") || type.contains("BlogPosting\"") || type.contains("Report\"")) {
        return node;
      }
      return node.has("@graph") ? find(node.get("@graph"), depth + 1)
          : find(node.get("mainEntity"), depth + 1);
    }
    if (node.isArray()) {
      for (JsonNode each : node) {
        JsonNode found = find(each, depth + 1);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  String text(String field) {
    return article == null ? "" : article.path(field).isTextual() ? article.path(field).asText().strip() : "";
  }

  String type() {
    return article == null ? "" : article.path("@type").toString();
  }

  List<String> authors() {
    List<String> names = new ArrayList<>();
    if (article != null) {
      JsonNode author = article.path("author");
      (author.isArray() ? author : List.of(author)).forEach(
          each -> names.add(each.isTextual() ? each.asText() : each.path("name").asText("")));
    }
    names.replaceAll(Markup::line);
    names.removeIf(name -> name.isBlank() || name.startsWith("http"));
    return names;
  }
}
