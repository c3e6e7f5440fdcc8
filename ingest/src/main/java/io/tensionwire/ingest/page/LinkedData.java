package io.tensionwire.ingest.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What a page says about its article in <a href="https://schema.org/Article">JSON-LD</a>, in whatever shape: one object,
 * a list, a graph, nested as the main entity of the page, with comments and line ends that JSON does not allow.
 *
 * @param article what describes the article itself
 * @param all every object that stands for the page or a part of it, the article first
 */
record LinkedData(@Nullable JsonNode article, List<JsonNode> all) {

  private static final ObjectMapper LENIENT = JsonMapper.builder()
      .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS, JsonReadFeature.ALLOW_TRAILING_COMMA,
          JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS, JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
      .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .build();
  private static final int DEEPEST = 6;
  private static final List<String> WAYS_DOWN = List.of("@graph", "mainEntity", "mainEntityOfPage");
  private static final Pattern ARTICLE = Pattern.compile("(?:Article|BlogPosting|Report|LiveBlogPosting|DiscussionForumPosting)\"");
  /** What old pages wrap scripts in, and the semicolon of those who think it is one. */
  private static final Pattern WRAPPING =
      Pattern.compile("^\\s*(?://)?\\s*(?:<!\\[CDATA\\[|<!--)|(?://)?\\s*(?:\\]\\]>|-->)\\s*;?\\s*$|;\\s*$");

  LinkedData {
    all = List.copyOf(all);
  }

  static LinkedData of(Document document) {
    List<JsonNode> all = new ArrayList<>();
    for (Element script : document.select("script[type~=(?i)^application/ld\\+json]")) {
      try {
        collect(LENIENT.readTree(WRAPPING.matcher(script.data().strip()).replaceAll("")), 0, all);
      } catch (JsonProcessingException e) {
        continue; // Pages hold JSON-LD beyond repair; what can be read of its dates, ScriptDates reads.
      }
    }
    JsonNode article = choose(all, document);
    if (article != null) {
      all.remove(article);
      all.addFirst(article);
    }
    return new LinkedData(article, all);
  }

  private static void collect(@Nullable JsonNode node, int depth, List<JsonNode> all) {
    if (node == null || depth > DEEPEST) {
      return;
    }
    if (node.isArray()) {
      node.forEach(each -> collect(each, depth + 1, all));
    } else if (node.isObject()) {
      if (node.has("@type")) {
        all.add(node);
      }
      WAYS_DOWN.forEach(way -> collect(node.get(way), depth + 1, all));
    }
  }

  /** Among several articles that which bears the page's title or address: others are its neighbours. */
  private static @Nullable JsonNode choose(List<JsonNode> all, Document document) {
    Words title = Words.of(document.title());
    JsonNode best = null;
    double highest = -1;
    for (JsonNode node : all) {
      if (!ARTICLE.matcher(node.path("@type").toString()).find()) {
        continue;
      }
      double shared = Words.of(node.path("headline").asText("")).shareIn(title);
      if (shared > highest + 0.2) {
        highest = shared;
        best = node;
      }
    }
    return best;
  }

  String text(String field) {
    return article == null ? "" : text(article, field);
  }

  /** A field of one of {@link #all}: text, a number, or the first of several texts. */
  static String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    if (value.isArray() && !value.isEmpty()) {
      value = value.get(0);
    }
    if (value.isObject() && value.has("@value")) {
      value = value.get("@value");
    }
    return value.isTextual() || value.isNumber() ? value.asText().strip() : "";
  }

  String type() {
    return article == null ? "" : article.path("@type").toString();
  }

  List<String> authors() {
    Set<String> names = new LinkedHashSet<>();
    if (article != null) {
      JsonNode author = article.path("author");
      (author.isArray() ? author : List.of(author)).forEach(each -> names.add(Markup.line(name(each))));
    }
    names.removeIf(name -> name.isBlank() || name.startsWith("http"));
    return List.copyOf(names);
  }

  private String name(JsonNode author) {
    if (author.isTextual()) {
      return author.asText();
    }
    String id = author.path("@id").asText("");
    if (author.has("name") || id.isEmpty()) {
      return text(author, "name");
    }
    return all.stream().filter(node -> node.path("@id").asText("").equals(id)).map(node -> text(node, "name"))
        .filter(name -> !name.isEmpty()).findFirst().orElse("");
  }
}
