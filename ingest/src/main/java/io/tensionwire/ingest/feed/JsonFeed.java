package io.tensionwire.ingest.feed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tensionwire.ingest.date.DateText;
import io.tensionwire.ingest.feed.FeedParseException.Reason;
import io.tensionwire.ingest.url.CanonicalUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * <a href="https://www.jsonfeed.org/version/1.1/">JSON Feed</a> 1.0 and 1.1, damaged or not: the complete items of one
 * that is cut off are kept.
 */
final class JsonFeed {

  private static final int DEEPEST = 100;

  private static final JsonMapper MAPPER = JsonMapper
      .builder(JsonFactory
          .builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
          .build())
      .enable(
          JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS, JsonReadFeature.ALLOW_TRAILING_COMMA,
          JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER, JsonReadFeature.ALLOW_JAVA_COMMENTS,
          JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS, JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS)
      .build();

  /** Junk in front of an object: a byte order mark, a guard against scripts, the name of a function. */
  private static final Pattern START =
      Pattern.compile("[\\s\\uFEFF]*+(?:\\)]}',?|while\\(1\\);|[\\w.$]{1,60}\\()?+\\s*+(?=\\{)");

  private JsonFeed() {}

  /** Where an object begins, or -1 where the text is something else. */
  static int start(String text) {
    var matcher = START.matcher(text);
    return matcher.lookingAt() ? matcher.end() : -1;
  }

  static ParsedFeed read(String text, DecodedText decoded, FeedDocument document) throws FeedParseException {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    List<JsonNode> items = new ArrayList<>();
    String damage = fill(root, items, text);
    String version = text(root, "version");
    boolean isFeed = version.contains("jsonfeed.org/version/") || (version.isEmpty() && !items.isEmpty());
    if (!isFeed) {
      throw new FeedParseException(
          Reason.MALFORMED,
          damage.isEmpty() ? "JSON, but no JSON Feed: it names no version of jsonfeed.org" : "not JSON: " + damage);
    }
    var base = new Addresses(document.uri().toString());
    List<FeedEntry> entries = new ArrayList<>();
    for (JsonNode item : items) {
      entries.add(entry(item, base, document));
    }
    List<String> authors = authors(root);
    return new ParsedFeed(
        version.endsWith("1.1") ? "json11" : "json1", decoded.charset(), text(root, "language"), text(root, "title"),
        text(root, "description"), base.absolute(text(root, "home_page_url")), text(root, "feed_url"),
        authors.isEmpty() ? "" : authors.getFirst(), null, entries,
        hints(root, base, entries, !damage.isEmpty(), decoded.label()));
  }

  /** Reads members one by one, so that those before the damage are kept; @return what is wrong, or nothing. */
  private static String fill(ObjectNode root, List<JsonNode> items, String text) {
    try (JsonParser parser = MAPPER.createParser(text)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        if (parser.nextToken() == JsonToken.START_ARRAY && name.equals("items")) {
          while (parser.nextToken() != JsonToken.END_ARRAY) {
            JsonNode item = MAPPER.readTree(parser);
            if (item != null && item.isObject()) {
              items.add(item);
            }
          }
        } else {
          root.set(name, MAPPER.<JsonNode>readTree(parser));
        }
      }
      return "";
    } catch (JsonProcessingException e) {
      return e.getOriginalMessage();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // A string has no input or output.
    }
  }

  private static FeedEntry entry(JsonNode item, Addresses base, FeedDocument document) {
    String link = text(item, "url");
    String html = text(item, "content_html");
    return new FeedEntry(
        text(item, "id"), text(item, "title"), base.absolute(link.isEmpty() ? text(item, "external_url") : link),
        text(item, "summary"), html.isEmpty() ? text(item, "content_text") : base.absoluteInMarkup(html),
        DateText.parse(text(item, "date_published"), document.zone()),
        DateText.parse(text(item, "date_modified"), document.zone()), authors(item), texts(item.path("tags")));
  }

  private static FeedHints hints(
      JsonNode root, Addresses base, List<FeedEntry> entries, boolean cutOff, String declaredEncoding) {
    List<URI> hubs = new ArrayList<>();
    for (JsonNode hub : root.path("hubs")) {
      URI address = CanonicalUrl.parse(base.absolute(text(hub, "url")));
      if (address != null && text(hub, "type").equalsIgnoreCase("websub")) {
        hubs.add(address);
      }
    }
    return new FeedHints(
        null, Set.of(), Set.of(), null, null, hubs, CanonicalUrl.parse(base.absolute(text(root, "feed_url"))), null,
        root.path("expired").asBoolean(), HintsTree.undated(entries), cutOff, declaredEncoding);
  }

  private static List<String> authors(JsonNode node) {
    List<String> names = new ArrayList<>();
    for (JsonNode author : node.path("authors")) {
      names.add(text(author, "name"));
    }
    if (names.isEmpty()) {
      JsonNode author = node.path("author");
      names.add(author.isTextual() ? author.asText() : text(author, "name"));
    }
    names.removeIf(String::isEmpty);
    return names;
  }

  private static List<String> texts(JsonNode nodes) {
    List<String> texts = new ArrayList<>();
    nodes.forEach(node -> texts.add(node.asText()));
    texts.removeIf(String::isBlank);
    return texts;
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asText("").strip();
  }
}
