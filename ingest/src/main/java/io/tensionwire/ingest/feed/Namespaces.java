package io.tensionwire.ingest.feed;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jdom2.Namespace;
import org.jdom2.Verifier;

/** The namespaces of feeds, by the prefix that they usually have, and what is meant by the odd ways to write them. */
final class Namespaces {

  static final String ATOM_10 = "http://www.w3.org/2005/Atom";
  static final String ATOM_03 = "http://purl.org/atom/ns#";
  static final String CONTENT = "http://purl.org/rss/1.0/modules/content/";
  static final String DUBLIN_CORE = "http://purl.org/dc/elements/1.1/";
  static final String DUBLIN_CORE_TERMS = "http://purl.org/dc/terms/";
  static final String FEEDBURNER = "http://rssnamespace.org/feedburner/ext/1.0";
  static final String ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd";
  static final String MEDIA = "http://search.yahoo.com/mrss/";
  static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
  static final String RSS_10 = "http://purl.org/rss/1.0/";
  static final String SYNDICATION = "http://purl.org/rss/1.0/modules/syndication/";
  static final String XHTML = "http://www.w3.org/1999/xhtml";

  private static final String UNBOUND = "urn:tensionwire:unbound:";

  private static final Map<String, String> USUAL = Map.ofEntries(
      Map.entry("atom", ATOM_10), Map.entry("content", CONTENT), Map.entry("dc", DUBLIN_CORE),
      Map.entry("dcterms", DUBLIN_CORE_TERMS), Map.entry("feedburner", FEEDBURNER), Map.entry("itunes", ITUNES),
      Map.entry("media", MEDIA), Map.entry("rdf", RDF), Map.entry("sy", SYNDICATION), Map.entry("xhtml", XHTML));

  /** By what is the same in all ways to write them: no scheme, no capitals, no sign at the end. */
  private static final Map<String, String> MEANT = Map.ofEntries(
      meant(ATOM_10), meant(ATOM_03), meant(CONTENT), meant(DUBLIN_CORE), meant(DUBLIN_CORE_TERMS), meant(FEEDBURNER),
      meant(ITUNES), meant(MEDIA), meant(RDF), meant(RSS_10), meant(SYNDICATION), meant(XHTML),
      Map.entry("purl.org/dc/elements/1.0", DUBLIN_CORE), Map.entry("search.yahoo.com/mrss/media-rss", MEDIA),
      // Names that RSS 2.0 and the drafts of Atom had.
      Map.entry("backend.userland.com/rss2", ""), Map.entry("backend.userland.com/rss", ""),
      Map.entry("blogs.law.harvard.edu/tech/rss", ""), Map.entry("cyber.law.harvard.edu/rss/rss.html", ""),
      Map.entry("my.netscape.com/publish/formats/rss-0.91.dtd", ""), Map.entry("purl.org/net/rss1.1", RSS_10),
      Map.entry("example.com/newformat", ATOM_03), Map.entry("example.com/necho", ATOM_03),
      Map.entry("purl.org/echo", ATOM_03), Map.entry("purl.org/pie", ATOM_03), Map.entry("uri/of/echo/namespace", ATOM_03));

  private static final int LONGEST = 200;
  private static final int MOST_SEEN = 5_000;

  /** JDOM keeps each name it ever saw: a hostile feed must not fill the memory with new ones. */
  private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();

  private Namespaces() {}

  /** Whether it is about something else than the feed's own elements of the same name. */
  static boolean isModule(String namespace) {
    return namespace.startsWith(UNBOUND) || namespace.equals(MEDIA) || namespace.equals(ITUNES)
        || namespace.equals(DUBLIN_CORE) || namespace.equals(DUBLIN_CORE_TERMS) || namespace.equals(CONTENT)
        || namespace.equals(SYNDICATION) || namespace.equals(FEEDBURNER);
  }

  /** What a prefix means that its document does not bind. */
  static String usual(String prefix) {
    String usual = USUAL.get(prefix);
    return usual == null ? UNBOUND + prefix : usual;
  }

  /** The namespace that is meant by a name as feeds write it. */
  static String meant(String prefix, String name) {
    String tidy = name.strip();
    String meant = MEANT.get(key(tidy));
    if (meant != null) {
      return meant;
    }
    boolean usable = tidy.length() <= LONGEST && Verifier.checkNamespaceURI(tidy) == null;
    return usable && !(tidy.isEmpty() && !prefix.isEmpty()) ? tidy : usual(prefix);
  }

  static Namespace of(String prefix, String name) {
    if (name.isEmpty()) {
      return Namespace.NO_NAMESPACE;
    }
    if (prefix.toLowerCase(Locale.ROOT).startsWith("xml")) {
      return Namespace.getNamespace("x", UNBOUND + "x"); // Reserved, and not for this.
    }
    String pair = prefix + ' ' + name;
    if (!SEEN.contains(pair)) {
      if (SEEN.size() >= MOST_SEEN) {
        return Namespace.getNamespace("x", UNBOUND + "x");
      }
      SEEN.add(pair);
    }
    return Namespace.getNamespace(prefix, name);
  }

  private static Map.Entry<String, String> meant(String name) {
    return Map.entry(key(name), name);
  }

  private static String key(String name) {
    String key = name.toLowerCase(Locale.ROOT);
    key = key.startsWith("https://") ? key.substring(8) : key.startsWith("http://") ? key.substring(7) : key;
    key = key.startsWith("www.itunes") || key.startsWith("www.w3") ? key : key.startsWith("www.") ? key.substring(4) : key;
    return key.endsWith("/") || key.endsWith("#") ? key.substring(0, key.length() - 1) : key;
  }
}
