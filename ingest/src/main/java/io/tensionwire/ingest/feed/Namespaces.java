package io.tensionwire.ingest.feed;

import java.util.Map;

/** The namespaces of feeds, by the prefix that they usually have. */
final class Namespaces {

  static final String ATOM_10 = "http://www.w3.org/2005/Atom";
  static final String ATOM_03 = "http://purl.org/atom/ns#";
  static final String CONTENT = "http://purl.org/rss/1.0/modules/content/";
  static final String DUBLIN_CORE = "http://purl.org/dc/elements/1.1/";
  static final String DUBLIN_CORE_TERMS = "http://purl.org/dc/terms/";
  static final String ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd";
  static final String MEDIA = "http://search.yahoo.com/mrss/";
  static final String XHTML = "http://www.w3.org/1999/xhtml";

  private static final Map<String, String> USUAL = Map.of(
      "atom", ATOM_10, "content", CONTENT, "dc", DUBLIN_CORE, "dcterms", DUBLIN_CORE_TERMS, "itunes", ITUNES,
      "media", MEDIA, "rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "xhtml", XHTML);

  private Namespaces() {}

  /** Whether it is about something else than the feed's own elements of the same name. */
  static boolean isModule(String namespace) {
    return namespace.startsWith("urn:tensionwire:unbound:") || namespace.equals(MEDIA) || namespace.equals(ITUNES)
        || namespace.equals(DUBLIN_CORE) || namespace.equals(DUBLIN_CORE_TERMS) || namespace.equals(CONTENT);
  }

  /** What a prefix means that its document does not bind. */
  static String usual(String prefix) {
    return USUAL.getOrDefault(prefix, "urn:tensionwire:unbound:" + prefix);
  }
}
