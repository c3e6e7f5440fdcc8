package io.tensionwire.ingest.feed;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The elements of feeds by name, and what may be concluded from one of them where mark-up is damaged. */
final class Vocabulary {

  private static final Set<String> ROOTS = Set.of("rss", "rdf", "feed", "channel", "urlset", "redirect");

  /** Of a web page that is no feed. */
  private static final Set<String> PAGE = Set.of(
      "html", "head", "body", "meta", "script", "style", "title", "div", "span", "p", "a", "form", "table", "iframe",
      "h1", "center", "noscript", "pre", "br", "b", "hr");

  /** As their formats write them; feeds that passed through a program for HTML have them in one case. */
  private static final Map<String, String> WRITTEN = Stream
      .of("rss", "RDF", "feed", "channel", "urlset", "item", "entry", "url", "title", "link", "description", "guid",
          "pubDate", "lastBuildDate", "author", "category", "comments", "enclosure", "language", "ttl", "skipHours",
          "skipDays", "hour", "day", "managingEditor", "webMaster", "image", "textInput", "id", "published", "updated",
          "summary", "content", "issued", "modified", "created", "subtitle", "tagline", "abstract", "loc", "lastmod")
      .collect(toUnmodifiableMap(name -> name.toLowerCase(Locale.ROOT), name -> name));

  /** They hold nothing but elements. */
  private static final Set<String> STRUCTURE = Set.of("rss", "RDF", "feed", "channel", "urlset", "item", "entry", "url");

  private static final Set<String> ENTRIES = Set.of("item", "entry", "url");

  /** They hold text alone. */
  private static final Set<String> TEXT = Set.of(
      "title", "link", "guid", "pubDate", "author", "category", "comments", "enclosure", "dc:date", "dc:creator");

  /** They hold text with mark-up. */
  private static final Set<String> MARKUP = Set.of("description", "content:encoded");

  /** What follows them in an item and is no mark-up. */
  private static final Set<String> NEVER_MARKUP = Set.of(
      "guid", "pubDate", "category", "comments", "enclosure", "content:encoded", "dc:date", "dc:creator",
      "media:content", "media:thumbnail");

  private static final Set<String> VOID = Set.of("br", "hr", "img", "wbr", "input", "embed", "area");

  private Vocabulary() {}

  static boolean isRoot(String localName) {
    return ROOTS.contains(localName.toLowerCase(Locale.ROOT));
  }

  static boolean isOfPage(String name) {
    return PAGE.contains(name.toLowerCase(Locale.ROOT));
  }

  static String written(String localName) {
    String written = WRITTEN.get(localName);
    return written != null ? written : WRITTEN.getOrDefault(localName.toLowerCase(Locale.ROOT), localName);
  }

  static boolean isStructure(String localName) {
    return STRUCTURE.contains(localName);
  }

  static boolean isEntry(String localName) {
    return ENTRIES.contains(localName);
  }

  /** Whether an element of an item holds text alone. */
  static boolean isText(String name) {
    return TEXT.contains(name);
  }

  /** Whether an element of an item must have ended where another begins in it: its end tag was forgotten. */
  static boolean ends(String open, String next) {
    boolean notInText = TEXT.contains(next) || MARKUP.contains(next) || NEVER_MARKUP.contains(next);
    return (TEXT.contains(open) && notInText) || (MARKUP.contains(open) && NEVER_MARKUP.contains(next));
  }

  /** Whether an element of HTML has no end tag. */
  static boolean isVoid(String name) {
    return VOID.contains(name);
  }
}
