package io.tensionwire.ingest.page;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The feeds that a page names (<a href="https://www.rssboard.org/rss-autodiscovery">autodiscovery</a>). */
public final class FeedLinks {

  private static final Set<String> TYPES = Set.of(
      "application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json", "application/xml",
      "text/xml");
  private static final int MOST = 50;

  private FeedLinks() {}

  /** A feed as its page calls it; the title may be empty. */
  public record FeedLink(URI url, String title, String type) {}

  /** In the order of the page, each address once. */
  public static List<FeedLink> of(String html, URI base) {
    Document page = Jsoup.parse(html, base.toString());
    List<FeedLink> links = new ArrayList<>();
    for (Element link : page.select("link[href][rel~=(?i)\\b(?:alternate|feed)\\b]")) {
      String type = link.attr("type").strip().toLowerCase(Locale.ROOT).replaceFirst("\\s*;.*", "");
      if (!TYPES.contains(type) || links.size() >= MOST) {
        continue;
      }
      try {
        var url = new URI(link.absUrl("href"));
        if (url.getHost() != null && links.stream().noneMatch(known -> known.url().equals(url))) {
          links.add(new FeedLink(url, link.attr("title").strip(), type));
        }
      } catch (URISyntaxException e) {
        continue; // No address.
      }
    }
    return links;
  }
}
