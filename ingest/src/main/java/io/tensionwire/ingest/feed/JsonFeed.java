package io.tensionwire.ingest.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tensionwire.ingest.feed.FeedParseException.Reason;
import io.tensionwire.ingest.date.DateText;
import io.tensionwire.model.Json;
import io.tensionwire.ingest.url.CanonicalUrl;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** <a href="https://www.jsonfeed.org/version/1.1/">JSON Feed</a> 1.0 and 1.1. */
final class JsonFeed {

  private static final ObjectMapper MAPPER = Json.mapper();

  private JsonFeed() {}

  static ParsedFeed read(String text, String encoding, FeedDocument document) throws FeedParseException {
    JsonNode root;
    try {
      root = MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new FeedParseException(Reason.MALFORMED, "not JSON: " + e.getOriginalMessage());
    }
    String version = text(root, "version");
    if (!version.contains("jsonfeed.org/version/")) {
      throw new FeedParseException(Reason.MALFORMED, "JSON, but no JSON Feed");
    }
    var base = new Addresses(document.uri().toString());
    List<FeedEntry> entries = new ArrayList<>();
    for (JsonNode item : root.path("items")) {
      String link = text(item, "url");
      String html = text(item, "content_html");
      entries.add(new FeedEntry(
          text(item, "id"), text(item, "title"), base.absolute(link.isEmpty() ? text(item, "external_url") : link),
          text(item, "summary"), html.isEmpty() ? text(item, "content_text") : html,
          DateText.parse(text(item, "date_published"), document.zone()),
          DateText.parse(text(item, "date_modified"), document.zone()), authors(item), texts(item.path("tags"))));
    }
    List<String> authors = authors(root);
    return new ParsedFeed(
        version.endsWith("1.1") ? "json11" : "json1", encoding, text(root, "language"), text(root, "title"),
        text(root, "description"), base.absolute(text(root, "home_page_url")), text(root, "feed_url"),
        authors.isEmpty() ? "" : authors.getFirst(), null, entries, hints(root, base, entries));
  }

  private static FeedHints hints(JsonNode root, Addresses base, List<FeedEntry> entries) {
    List<URI> hubs = new ArrayList<>();
    for (JsonNode hub : root.path("hubs")) {
      URI address = CanonicalUrl.parse(base.absolute(text(hub, "url")));
      if (address != null && text(hub, "type").equalsIgnoreCase("websub")) {
        hubs.add(address);
      }
    }
    return new FeedHints(
        null, Set.of(), Set.of(), null, null, hubs, CanonicalUrl.parse(base.absolute(text(root, "feed_url"))), null,
        root.path("expired").asBoolean(), HintsTree.undated(entries), false, "");
  }

  private static List<String> authors(JsonNode node) {
    List<String> names = new ArrayList<>();
    for (JsonNode author : node.path("authors")) {
      names.add(text(author, "name"));
    }
    if (names.isEmpty()) {
      names.add(text(node.path("author"), "name"));
    }
    names.removeIf(String::isEmpty);
    return names;
  }

  private static List<String> texts(JsonNode nodes) {
    List<String> texts = new ArrayList<>();
    nodes.forEach(node -> texts.add(node.asText()));
    return texts;
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asText("");
  }
}
