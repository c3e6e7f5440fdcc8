package io.tensionwire.ingest.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tensionwire.model.Json;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The {@code articleBody} of a page's JSON-LD, the longest where there are several. */
final class LinkedBody {

  private static final ObjectMapper MAPPER = Json.mapper();
  private static final int DEEPEST = 12;
  private static final String KEY = "articleBody";

  private LinkedBody() {}

  static BodyText of(Document document) {
    String longest = "";
    for (Element script : document.select("script[type=application/ld+json]")) {
      String data = script.data();
      if (data.contains(KEY)) {
        String body = in(read(data), 0);
        longest = body.length() > longest.length() ? body : longest;
      }
    }
    return longest.isEmpty() ? BodyText.NONE : BodyCleaner.lines(BodyText.of(Markup.plainLines(longest)));
  }

  private static @Nullable JsonNode read(String data) {
    try {
      return MAPPER.readTree(data.strip());
    } catch (JsonProcessingException e) {
      return repaired(data);
    }
  }

  /** Line ends within strings, as careless templates write them, and comments around the data. */
  private static @Nullable JsonNode repaired(String data) {
    int from = data.indexOf('{');
    int to = data.lastIndexOf('}');
    if (from < 0 || to < from) {
      return null;
    }
    try {
      return MAPPER.readTree(data.substring(from, to + 1).replaceAll("[\\x00-\\x1f]+", " "));
    } catch (JsonProcessingException e) {
      return null; // Pages hold broken JSON-LD; the mark-up has to do.
    }
  }

  private static String in(@Nullable JsonNode node, int depth) {
    String longest = "";
    if (node == null || depth > DEEPEST) {
      return longest;
    }
    if (node.path(KEY).isTextual()) {
      longest = node.path(KEY).asText().strip();
    }
    for (JsonNode child : node) {
      if (child.isContainerNode()) {
        String body = in(child, depth + 1);
        longest = body.length() > longest.length() ? body : longest;
      }
    }
    return longest;
  }
}
