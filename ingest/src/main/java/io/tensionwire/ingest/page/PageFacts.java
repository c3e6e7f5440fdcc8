package io.tensionwire.ingest.page;

import io.tensionwire.model.Genre;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What a page says about its article outside the body. */
final class PageFacts {

  private static final Pattern BY = Pattern.compile("^(?:by|автор:?|от)\\s+", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern DATE_IN_PATH = Pattern.compile("/((?:19|20)\\d\\d)[/-](\\d{1,2})[/-](\\d{1,2})(?:/|-|$)");
  private static final Pattern SITE_NAME = Pattern.compile("\\s+[|–—·»-]\\s+");

  private final Document document;
  private final LinkedData data;
  private final String title;

  PageFacts(Document document, LinkedData data) {
    this.document = document;
    this.data = data;
    this.title = findTitle();
  }

  String title() {
    return title;
  }

  private String findTitle() {
    String whole = Markup.line(document.title());
    String shared = meta("og:title", "twitter:title", "dc.title");
    String headline = Markup.line(data.text("headline"));
    List<Element> headings = document.select("h1").stream().filter(h -> !h.text().isBlank()).toList();
    for (Element heading : headings) {
      String text = heading.text().strip();
      if (text.length() > 5 && (whole.contains(text) || shared.contains(text) || text.equals(headline))) {
        return text;
      }
    }
    if (!headline.isEmpty() && !headline.endsWith("…") && !headline.endsWith("...")) {
      return headline;
    }
    if (!shared.isEmpty()) {
      return withoutSite(shared);
    }
    if (headings.size() == 1 && headings.getFirst().text().length() > 10) {
      return headings.getFirst().text().strip();
    }
    return withoutSite(whole);
  }

  /** A title without the site's name behind a bar. */
  private String withoutSite(String text) {
    Matcher matcher = SITE_NAME.matcher(text);
    int cut = -1;
    while (matcher.find()) {
      cut = matcher.start();
    }
    return cut >= 15 && cut * 2 > text.length() ? text.substring(0, cut).strip() : text;
  }

  /** The date of publication, in the forms that the page gives it, the most reliable first. */
  List<String> dates() {
    List<String> dates = new ArrayList<>();
    dates.add(data.text("datePublished"));
    dates.add(meta(
        "article:published_time", "og:article:published_time", "datePublished", "date", "dc.date", "dc.date.issued",
        "dcterms.created", "dcterms.date", "publishdate", "publish-date", "publish_date", "pubdate", "sailthru.date",
        "parsely-pub-date", "article.published", "originalpublicationdate", "og:pubdate", "published_at"));
    for (Element element : document.select("[itemprop=datePublished]")) {
      dates.add(element.hasAttr("content") ? element.attr("content")
          : element.hasAttr("datetime") ? element.attr("datetime") : element.text());
    }
    for (Element time : document.select("time[pubdate], article time[datetime], time.published, time.entry-date, time[datetime]")) {
      dates.add(time.hasAttr("datetime") ? time.attr("datetime") : time.text());
    }
    dates.add(data.text("dateCreated"));
    for (String address : List.of(canonicalUrl(), document.baseUri())) {
      Matcher matcher = DATE_IN_PATH.matcher(address);
      if (matcher.find()) {
        dates.add(matcher.group(1) + "-" + matcher.group(2) + "-" + matcher.group(3));
      }
    }
    for (Element element : document.select("[class*=date], [class*=publish], [class*=time], [id*=date], .byline, .meta, time")) {
      if (element.text().length() < 60) {
        dates.add(element.text().replaceFirst("(?i)^(published|posted|updated|on|입력|등록|승인|опубликовано)?\\s*(on|at)?\\s*:?\\s*", ""));
      }
    }
    dates.add(meta("article:modified_time", "og:updated_time", "lastmod", "last-modified"));
    dates.add(data.text("dateModified"));
    dates.removeIf(String::isBlank);
    return dates;
  }

  List<String> authors() {
    Set<String> names = new LinkedHashSet<>(data.authors());
    if (names.isEmpty()) {
      addName(names, meta("author", "article:author", "dc.creator", "byl", "parsely-author", "sailthru.author"));
    }
    if (names.isEmpty()) {
      for (Element element : document.select("[rel=author], [itemprop=author] [itemprop=name], [itemprop=author], .byline, .author")) {
        addName(names, element.text());
        if (names.size() >= 5) {
          break;
        }
      }
    }
    return List.copyOf(names);
  }

  private static void addName(Set<String> names, String text) {
    String name = BY.matcher(text.strip()).replaceFirst("").strip();
    if (!name.isEmpty() && name.length() < 80 && !name.startsWith("http")) {
      names.add(name);
    }
  }

  String canonicalUrl() {
    Element link = document.selectFirst("link[rel=canonical][href]");
    String address = link == null ? "" : link.absUrl("href");
    return address.isEmpty() ? meta("og:url") : address;
  }

  String language() {
    String said = document.select("html").attr("lang").strip();
    if (said.isEmpty()) {
      said = meta("og:locale", "content-language", "language").replace('_', '-');
    }
    return said.isEmpty() ? data.text("inLanguage") : said;
  }

  /** What mark-up, section or address say that the text is; {@code null} where they say nothing special. */
  @Nullable Genre genre() {
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
    return GenreWords.of(meta("article:section") + " " + data.text("articleSection"), canonicalUrl());
  }

  private String meta(String... names) {
    for (String name : names) {
      String lower = name.toLowerCase(Locale.ROOT);
      for (Element meta : document.select("meta[content]")) {
        if (lower.equals(meta.attr("property").toLowerCase(Locale.ROOT)) || lower.equals(meta.attr("name").toLowerCase(Locale.ROOT))
            || lower.equals(meta.attr("itemprop").toLowerCase(Locale.ROOT)) || lower.equals(meta.attr("http-equiv").toLowerCase(Locale.ROOT))) {
          String content = meta.attr("content").strip();
          if (!content.isEmpty()) {
            return Markup.line(content);
          }
        }
      }
    }
    return "";
  }
}
