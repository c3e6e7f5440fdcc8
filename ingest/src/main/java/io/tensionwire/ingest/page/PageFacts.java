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
  private static final Pattern DATE_IN_TEXT = Pattern.compile(
      "(?:(?:19|20)\\d\\d\\s?[-./년]\\s?\\d{1,2}\\s?[-./월]\\s?\\d{1,2}|\\d{1,2}\\.? \\p{L}{3,9}\\.?,? (?:19|20)\\d\\d|\\p{L}{3,9}\\.? \\d{1,2}"
          + "(?:st|nd|rd|th)?, (?:19|20)\\d\\d|\\d{1,2}\\.\\d{1,2}\\.(?:19|20)\\d\\d)(?:[ ,]+\\d{1,2}:\\d{2}(?::\\d{2})?)?");
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
    String site = meta("og:site_name", "application-name");
    List<String> headings = document.select("h1").stream()
        .map(h -> h.text().strip())
        .filter(text -> text.length() > 5 && !text.equalsIgnoreCase(site))
        .toList();
    String best = "";
    int most = 0;
    Set<String> said = words(whole + " " + shared + " " + headline);
    for (String heading : headings) {
      Set<String> words = words(heading);
      int size = words.size();
      words.retainAll(said);
      if (words.size() > most && words.size() * 2 >= size) {
        most = words.size();
        best = heading;
      }
    }
    if (most >= 3 || (!best.isEmpty() && headings.size() == 1 && best.length() * 3 > whole.length())) {
      return best;
    }
    if (!headline.isEmpty() && !headline.endsWith("…") && !headline.endsWith("...")) {
      return headline;
    }
    if (!shared.isEmpty()) {
      return withoutSite(shared);
    }
    if (headings.size() == 1 && headings.getFirst().length() > 10) {
      return headings.getFirst();
    }
    return withoutSite(whole);
  }

  private static Set<String> words(String text) {
    return new LinkedHashSet<>(List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)));
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
    addDatesInText(dates, "[class*=date], [class*=publish], [class*=time], [id*=date], .byline, .meta, time");
    addDatesInText(dates, "p, span, div, li, small, em, strong, td");
    dates.add(meta("article:modified_time", "og:updated_time", "lastmod", "last-modified"));
    dates.add(data.text("dateModified"));
    dates.removeIf(String::isBlank);
    return dates;
  }

  /** Dates that stand among other short words, as in "Published on 20 November 2026 by the desk". */
  private void addDatesInText(List<String> dates, String selector) {
    int looked = 0;
    for (Element element : document.select(selector)) {
      if (++looked > 600 || dates.size() > 20) {
        return;
      }
      String text = element.wholeOwnText().strip();
      if (text.length() < 8 || text.length() > 120) {
        continue;
      }
      Matcher matcher = DATE_IN_TEXT.matcher(text);
      if (matcher.find()) {
        dates.add(matcher.group());
      }
    }
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
