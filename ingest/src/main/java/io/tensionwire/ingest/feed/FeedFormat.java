package io.tensionwire.ingest.feed;

import java.util.Objects;
import org.jdom2.Element;

/** The name of a feed's format, such as {@code rss20}. */
final class FeedFormat {

  private static final int PROLOG = 1024;

  private FeedFormat() {}

  static String of(Element root, String text) {
    return switch (root.getName()) {
      case "feed" -> root.getNamespaceURI().equals(Namespaces.ATOM_10) ? "atom10" : "atom03";
      case "RDF" -> root.getNamespacesInScope().stream().anyMatch(n -> n.getURI().contains("netscape.com/rdf/simple/0.9"))
          ? "rss090"
          : "rss10";
      case "urlset" -> "sitemap";
      case "channel" -> "cdf";
      default -> rss(Objects.requireNonNullElse(root.getAttributeValue("version"), "").strip(), text);
    };
  }

  private static String rss(String version, String text) {
    if (version.startsWith("2")) {
      return "rss20";
    }
    if (version.equals("0.91")) {
      boolean netscape = text.substring(0, Math.min(text.length(), PROLOG)).contains("netscape.com");
      return netscape ? "rss091n" : "rss091u";
    }
    return version.startsWith("0.9") ? "rss" + version.replace(".", "") : "rss";
  }
}
