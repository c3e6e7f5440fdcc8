package io.tensionwire.ingest.page;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What a page says about its article outside the body. Everything is read at once, before the search for the body takes
 * the page to pieces.
 *
 * @param claimedLanguage an IETF tag, or empty
 * @param saysArticle whether the page calls itself an article
 */
record PageFacts(
    String title, PageDates dates, List<String> authors, String canonicalUrl, String claimedLanguage, @Nullable GenreHint genre,
    boolean saysArticle) {

  private static final String BREADCRUMBS =
      "[class*=breadcrumb] a, [class*=breadcrumb] li, [itemtype*=BreadcrumbList] [itemprop=name], [aria-label=breadcrumb] a";
  private static final Pattern SECTION_CLASS = Pattern.compile("^(?:section|category|cat|page|type|single)[-_]+");
  private static final int LONGEST_BYLINE = 80;

  static PageFacts of(Document document, LinkedData data, ZoneId zone) {
    var meta = new PageMeta(document);
    String canonical = canonicalUrl(document, meta);
    String address = canonical.isEmpty() ? document.baseUri() : canonical;
    var site = new SiteNames(meta, data, address);
    String title = PageTitle.of(document, meta, data, site, address);
    List<String> authors = PageAuthors.of(document, meta, data);
    return new PageFacts(
        title,
        PageDates.of(document, data, meta, List.of(canonical, document.baseUri()), title, zone),
        authors,
        canonical,
        PageLanguage.claimed(document, meta, data),
        genre(document, meta, data, title, authors, canonical),
        meta.first("og:type").equalsIgnoreCase("article") || !meta.first("article:published_time").isEmpty());
  }

  private static String canonicalUrl(Document document, PageMeta meta) {
    Element link = document.selectFirst("link[rel~=(?i)^canonical$][href]");
    String address = link == null ? "" : link.absUrl("href");
    return address.isEmpty() ? meta.first("og:url") : address;
  }

  private static @Nullable GenreHint genre(
      Document document, PageMeta meta, LinkedData data, String title, List<String> authors, String address) {
    List<String> types = new ArrayList<>(List.of(data.type()));
    if (meta.first("article:opinion").equalsIgnoreCase("true")) {
      types.add("opinion");
    }
    List<String> sections = new ArrayList<>(List.of(
        meta.first("article:section"), data.text("articleSection"), meta.first("section"), meta.first("category"),
        meta.first("og:article:section"), data.text("genre")));
    document.select(BREADCRUMBS).forEach(crumb -> sections.add(crumb.text()));
    document.body().classNames().forEach(name -> sections.add(SECTION_CLASS.matcher(name).replaceFirst("")));
    List<String> bylines = new ArrayList<>(authors);
    document.select("[class*=byline], [class*=author], [class*=writer]").stream().map(Element::text)
        .filter(text -> text.length() < LONGEST_BYLINE).limit(5).forEach(bylines::add);
    return GenreHint.ofPage(types, title, sections, bylines, address);
  }
}
