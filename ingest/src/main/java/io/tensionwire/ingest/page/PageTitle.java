package io.tensionwire.ingest.page;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The headline of the article, as its reader sees it, without the name of the site. */
final class PageTitle {

  private static final int SHORTEST = 6;

  private final Document document;
  private final SiteNames site;
  private final String whole;
  private final String shared;
  private final String headline;
  /** Many addresses end with the words of the headline. */
  private final Words slug;

  private PageTitle(Document document, PageMeta meta, LinkedData data, SiteNames site, String address) {
    this.document = document;
    this.site = site;
    this.whole = Markup.line(document.title());
    this.shared = site.strip(firstUseful(meta, "og:title", "twitter:title", "title", "dc.title", "dcterms.title", "sailthru.title"));
    String said = Markup.line(data.text("headline"));
    this.headline = site.strip(said.isEmpty() ? Markup.line(data.text("name")) : said);
    String path = address.replaceFirst("[?#].*$", "").replaceFirst("/$", "");
    this.slug = Words.of(path.substring(path.lastIndexOf('/') + 1));
  }

  static String of(Document document, PageMeta meta, LinkedData data, SiteNames site, String address) {
    return new PageTitle(document, meta, data, site, address).find();
  }

  private String firstUseful(PageMeta meta, String... names) {
    for (String name : names) {
      String said = meta.first(name);
      // Some sites share every page under their own name.
      if (!said.isEmpty() && !site.isName(said)) {
        return said;
      }
    }
    return "";
  }

  private String find() {
    String heading = heading();
    if (!heading.isEmpty()) {
      return heading;
    }
    if (!headline.isEmpty() && !isCut(headline)) {
      return headline;
    }
    if (!shared.isEmpty() && !isCut(shared)) {
      return whole.startsWith(shared) || headline.equals(shared) ? shared : site.stripUnknown(shared);
    }
    String first = firstHeading();
    if (first.length() > 10) {
      return first;
    }
    String title = site.stripUnknown(whole);
    return !title.isEmpty() ? title : !shared.isEmpty() ? shared : headline;
  }

  private static boolean isCut(String text) {
    return text.endsWith("…") || text.endsWith("...");
  }

  private String firstHeading() {
    List<Element> headings = headings();
    return headings.size() == 1 ? headings.getFirst().text().strip() : "";
  }

  private List<Element> headings() {
    List<Element> headings = new ArrayList<>();
    for (Element heading : document.select("h1, [itemprop=headline]:not(meta)")) {
      String text = heading.text().strip();
      if (text.length() >= SHORTEST && !site.isExactly(text)
          && headings.stream().noneMatch(known -> known.text().strip().equals(text))) {
        headings.add(heading);
      }
    }
    return headings;
  }

  /** The heading that the page's other titles speak for; empty where none is. */
  private String heading() {
    List<Element> headings = headings();
    Words said = Words.of(site.strip(whole) + " " + shared + " " + headline);
    int least = Math.max(headline.length(), shared.length());
    Element best = null;
    double highest = 0;
    for (Element heading : headings) {
      Words words = Words.of(heading.text());
      int common = words.sharedWith(said);
      double share = words.shareIn(said);
      boolean spokenFor = (common >= 3 && share >= 0.33) || (common >= 2 && (share >= 0.7 || headings.size() == 1))
          || (common == 1 && words.size() == 1);
      // A heading that is only a word of the title is a section's.
      boolean enough = heading.text().length() * 3 > least || slug.size() >= 3 && slug.shareIn(words) > 0.7;
      double score = share + Math.min(common, 8) * 0.05 + (heading == headings.getFirst() ? 0.2 : 0);
      if (spokenFor && enough && score > highest) {
        highest = score;
        best = heading;
      }
    }
    return best == null || isOutvoted(Words.of(best.text())) ? "" : withoutKicker(best);
  }

  /** Whether the page calls itself otherwise in two places, and its address agrees with those. */
  private boolean isOutvoted(Words heading) {
    Words other = Words.of(shared);
    boolean agreed = !shared.isEmpty() && !isCut(shared) && (site.strip(whole).equals(shared) || headline.equals(shared));
    if (!agreed || heading.equals(other)) {
      return false;
    }
    if (heading.size() <= 2 && other.size() > heading.size() && heading.shareIn(other) == 1) {
      return true;
    }
    return slug.size() >= 3 && heading.shareIn(other) < 0.6 && slug.shareIn(other) > slug.shareIn(heading) + 0.3;
  }

  /** Some headings hold the section or a sub-heading in elements of their own, which no other title has. */
  private String withoutKicker(Element heading) {
    String text = heading.text().strip();
    for (String other : List.of(headline, shared, site.strip(whole))) {
      int at = other.length() < 10 ? -1 : text.indexOf(other);
      if (at < 0 || other.length() == text.length()) {
        continue;
      }
      String rest = (text.substring(0, at) + text.substring(at + other.length())).strip();
      if (heading.children().stream().anyMatch(child -> child.text().strip().equals(rest))) {
        return other;
      }
    }
    return site.strip(text);
  }
}
