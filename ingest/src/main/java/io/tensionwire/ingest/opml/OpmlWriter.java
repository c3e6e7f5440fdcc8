package io.tensionwire.ingest.opml;

import io.tensionwire.model.Feed;
import io.tensionwire.model.Json;
import io.tensionwire.model.Language;
import io.tensionwire.model.WireName;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Writes a list of feeds as OPML 2.0. Other readers take address, name and language; what only we know stands in
 * attributes of a namespace of ours, so that reading the list again gives the same feeds.
 */
public final class OpmlWriter {

  static final String ID = "tw:id";
  static final String OUTLET = "tw:outlet";
  static final String LANGUAGE = "tw:language";
  static final String ZONE = "tw:zone";
  static final String INTERVAL = "tw:interval";
  static final String PAUSED = "tw:paused";
  static final String FEED_ONLY = "tw:feedOnly";
  static final String WEB_SUB = "tw:websub";
  static final String HEADERS = "tw:headers";

  private static final String NAMESPACE = "urn:tensionwire:feeds";

  private OpmlWriter() {}

  /** The list in UTF-8's characters, sorted by id: the same feeds give the same text but for the date. */
  public static String write(Collection<Feed> feeds, String title, Instant now) {
    var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    text.append("<opml version=\"2.0\" xmlns:tw=\"").append(NAMESPACE).append("\">\n  <head>\n    <title>")
        .append(Entities.encode(title)).append("</title>\n    <dateCreated>")
        .append(DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC)))
        .append("</dateCreated>\n  </head>\n  <body>\n");
    feeds.stream().sorted(Comparator.comparing(Feed::id)).forEach(feed ->
        text.append("    <outline").append(String.join("", attributes(feed))).append("/>\n"));
    return text.append("  </body>\n</opml>\n").toString();
  }

  private static List<String> attributes(Feed feed) {
    String name = feed.outlet() + ": " + feed.id().substring(feed.site().length() + 1);
    List<String> attributes = new ArrayList<>();
    add(attributes, "type", "rss");
    add(attributes, "text", name);
    add(attributes, "title", name);
    add(attributes, "xmlUrl", feed.url().toString());
    Language language = feed.language();
    if (language != null && language != Language.OTHER) {
      add(attributes, "language", language.tag());
    }
    add(attributes, ID, feed.id());
    add(attributes, OUTLET, feed.outlet());
    if (language != null) {
      add(attributes, LANGUAGE, WireName.of(language));
    }
    if (feed.zone() != null) {
      add(attributes, ZONE, feed.zone().getId());
    }
    if (feed.interval() != null) {
      add(attributes, INTERVAL, feed.interval().toString());
    }
    flag(attributes, PAUSED, feed.paused());
    flag(attributes, FEED_ONLY, feed.feedOnly());
    flag(attributes, WEB_SUB, feed.webSub());
    if (!feed.headers().isEmpty()) {
      add(attributes, HEADERS, Json.write(feed.headers()));
    }
    return attributes;
  }

  private static void flag(List<String> attributes, String name, boolean set) {
    if (set) {
      add(attributes, name, "true");
    }
  }

  private static void add(List<String> attributes, String name, String value) {
    attributes.add(" " + name + "=\"" + Entities.encode(value) + "\"");
  }
}
