package io.tensionwire.ingest.feed;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What to tell people of a document that is no feed: what it is instead, and what they can do. */
final class NoFeed {

  private static final Pattern TITLE = Pattern.compile("<title[^<>]{0,200}>([^<]{1,200})", Pattern.CASE_INSENSITIVE);
  private static final Pattern LINK = Pattern.compile("<link\\s", Pattern.CASE_INSENSITIVE);
  private static final int MOST_LOOKED_AT = 200_000;
  private static final int LONGEST_TITLE = 60;

  private NoFeed() {}

  static String page(String html) {
    String start = html.substring(0, Math.min(html.length(), MOST_LOOKED_AT));
    Matcher title = TITLE.matcher(start);
    String named = title.find() ? shown(title.group(1)) : "";
    String feed = feed(start);
    return "an HTML page instead of a feed" + (named.isEmpty() ? "" : " (\"" + named + "\")")
        + (feed.isEmpty() ? ": open the address in a browser, it may ask to log in or to agree" : ": it names a feed at " + feed);
  }

  /** @param stranger the first element, empty where there is none */
  static String other(String stranger) {
    if (stranger.isEmpty()) {
      return "neither XML nor JSON: look for the feed's own address";
    }
    if (stranger.equals("sitemapindex")) {
      return "an index of sitemaps: name one of the sitemaps that it lists";
    }
    return "XML, but no feed: it begins with <" + shown(stranger) + ">; RSS, RDF, Atom and sitemaps are read";
  }

  /** The first feed that a page names. */
  private static String feed(String html) {
    Matcher link = LINK.matcher(html);
    while (link.find()) {
      Map<String, String> attributes = new TagScanner(html, link.end()).attributes();
      String type = attributes.getOrDefault("type", "").toLowerCase(Locale.ROOT);
      boolean isFeed = type.contains("rss") || type.contains("atom") || type.contains("feed+json");
      if (isFeed && attributes.getOrDefault("rel", "").toLowerCase(Locale.ROOT).contains("alternate")) {
        return attributes.getOrDefault("href", "").strip();
      }
    }
    return "";
  }

  private static String shown(String text) {
    String line = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    return line.length() <= LONGEST_TITLE ? line : line.substring(0, LONGEST_TITLE).strip() + "…";
  }
}
