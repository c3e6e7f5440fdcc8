package io.tensionwire.ingest.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks through the data of a page for the text of its article: a long text, or a list of paragraphs in whatever shape
 * an editor keeps them. Of several the longest counts, one beside the page's headline for twice its length.
 */
final class PayloadSearch {

  private static final int DEEPEST = 80;
  private static final int DEEPEST_PARAGRAPH = 8;
  private static final int LEAST = 120;
  private static final Set<String> BODY_KEYS = Set.of(
      "body", "content", "contents", "articlebody", "text", "html", "bodyhtml", "articlecontent", "article_body",
      "fulltext", "full_text", "maintext", "rendered", "content_elements", "contentelements", "blocks", "paragraphs",
      "newscontent", "news_content", "article_content", "bodytext", "children");
  private static final List<String> TEXT_KEYS = List.of(
      "text", "content", "html", "value", "body", "paragraph", "children", "data", "items", "props", "__html", "leaf",
      "leaves", "model", "nodes", "dangerouslySetInnerHTML");
  private static final Set<String> OTHER_KINDS = Set.of(
      "image", "video", "gallery", "embed", "related", "interstitial_link", "oembed_response", "social", "ad", "caption",
      "custom_embed", "promo", "link_list", "audio", "reference");

  private final String title;
  private BodyText best = BodyText.NONE;
  private double most = LEAST;

  PayloadSearch(String title) {
    this.title = key(title);
  }

  BodyText best() {
    return best;
  }

  void look(JsonNode value) {
    look(value, "", false, 0);
  }

  private void look(JsonNode node, String key, boolean besideTitle, int depth) {
    if (depth > DEEPEST) {
      return;
    }
    if (node.isTextual()) {
      if (node.asText().length() >= LEAST) {
        weigh(BodyText.of(plain(node.asText())), key, besideTitle);
      }
      return;
    }
    if (node.isArray() && node.size() > 1 && !isElement(node)) {
      List<String> paragraphs = new ArrayList<>();
      for (JsonNode each : node) {
        String paragraph = paragraph(each, 0);
        if (!paragraph.isBlank()) {
          paragraphs.addAll(BodyText.of(plain(paragraph)).paragraphs());
        }
      }
      weigh(new BodyText(paragraphs), key, besideTitle);
    }
    boolean titled = besideTitle || hasTitle(node);
    if (node.isObject()) {
      node.properties().forEach(entry -> look(entry.getValue(), entry.getKey(), titled, depth + 1));
    } else {
      node.forEach(each -> look(each, key, titled, depth + 1));
    }
  }

  private boolean hasTitle(JsonNode node) {
    if (!node.isObject() || title.length() < 8) {
      return false;
    }
    for (JsonNode value : node) {
      if (value.isTextual() && value.asText().length() < 400 && key(value.asText()).equals(title)
          || value.isObject() && key(value.path("basic").asText("")).equals(title)) {
        return true;
      }
    }
    return false;
  }

  private void weigh(BodyText text, String key, boolean besideTitle) {
    double weight = text.prose() * (besideTitle ? 2 : 1) * (BODY_KEYS.contains(key.toLowerCase(Locale.ROOT)) ? 1.5 : 1);
    if (weight > most && looksRead(text)) {
      most = weight;
      best = text;
    }
  }

  /** Code, styles and addresses are long texts too. */
  private static boolean looksRead(BodyText text) {
    String sample = text.toString();
    int odd = 0;
    int blanks = 0;
    for (int i = 0; i < sample.length(); i++) {
      char c = sample.charAt(i);
      odd += "{}[]<>=;/\\_&|#$".indexOf(c) >= 0 ? 1 : 0;
      blanks += c == ' ' ? 1 : 0;
    }
    return odd * 50 < sample.length() && blanks * 30 > sample.length();
  }

  private static String plain(String text) {
    return text.startsWith("http") || text.startsWith("data:") ? "" : Markup.plainLines(text);
  }

  private static String key(String text) {
    return Markup.line(text).toLowerCase(Locale.ROOT);
  }

  /** An element of React: {@code ["$", name, key, {properties}]}. */
  private static boolean isElement(JsonNode node) {
    return node.size() == 4 && node.get(0).asText("").equals("$") && node.get(3).isObject();
  }

  /** The words of one item of a list of paragraphs, empty where it is something else. */
  private static String paragraph(@Nullable JsonNode node, int depth) {
    if (node == null || depth > DEEPEST_PARAGRAPH) {
      return "";
    }
    if (node.isTextual()) {
      String text = node.asText();
      return text.startsWith("$") && text.length() < 8 ? "" : text;
    }
    if (node.isArray()) {
      if (isElement(node)) {
        String name = node.get(1).asText("");
        return ScriptElements.isText(name) ? paragraph(node.get(3), depth + 1) + ScriptElements.end(name) : "";
      }
      var words = new StringBuilder();
      node.forEach(each -> words.append(paragraph(each, depth + 1)));
      return words.toString();
    }
    if (!node.isObject() || OTHER_KINDS.contains(node.path("type").asText("").toLowerCase(Locale.ROOT))
        || node.has("headline") || node.has("title") && node.has("url")) {
      return "";
    }
    for (String name : TEXT_KEYS) {
      JsonNode text = node.get(name);
      if (text != null && !text.isNull()) {
        String words = paragraph(text, depth + 1);
        if (!words.isBlank()) {
          return words + ScriptElements.end(node.path("type").asText(""));
        }
      }
    }
    return "";
  }
}
