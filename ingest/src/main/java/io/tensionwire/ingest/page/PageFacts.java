package io.tensionwire.ingest.page;

import io.tensionwire.model.Genre;
import java.time.ZoneId;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What a page says about its article outside the body. Everything is read at once, before the search for the body takes
 * the page to pieces.
 *
 * @param claimedLanguage an IETF tag, or empty
 */
record PageFacts(
    String title, PageDates dates, List<String> authors, String canonicalUrl, String claimedLanguage, @Nullable Genre genre) {

  static PageFacts of(Document document, LinkedData data, ZoneId zone) {
    var meta = new PageMeta(document);
    String canonical = canonicalUrl(document, meta);
    String address = canonical.isEmpty() ? document.baseUri() : canonical;
    var site = new SiteNames(meta, data, address);
    String title = PageTitle.of(document, meta, data, site, address);
    return new PageFacts(
        title,
        PageDates.of(document, data, meta, List.of(canonical, document.baseUri()), title, zone),
        PageAuthors.of(document, meta, data),
        canonical,
        PageLanguage.claimed(document, meta, data),
        genre(meta, data, canonical));
  }

  private static String canonicalUrl(Document document, PageMeta meta) {
    Element link = document.selectFirst("link[rel~=(?i)^canonical$][href]");
    String address = link == null ? "" : link.absUrl("href");
    return address.isEmpty() ? meta.first("og:url") : address;
  }

  /** What mark-up, section or address say that the text is; {@code null} where they say nothing special. */
  private static @Nullable Genre genre(PageMeta meta, LinkedData data, String canonical) {
    String type = data.type();
    if (type.contains("OpinionNewsArticle")) {
      return Genre.OPINION;
    }
    if (type.contains("AnalysisNewsArticle") || type.contains("BackgroundNewsArticle")) {
      return Genre.ANALYSIS;
    }
    if (type.contains("LiveBlogPosting")) {
      return Genre.LIVE;
    }
    return GenreWords.of(meta.first("article:section") + " " + data.text("articleSection"), canonical);
  }
}
