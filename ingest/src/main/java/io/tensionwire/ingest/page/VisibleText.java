package io.tensionwire.ingest.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/**
 * The text of a page in one line after another, a line for each block, without what belongs to other articles, and where
 * in it the headline and the elements that bear dates stand.
 */
final class VisibleText {

  private static final Pattern ELSEWHERE = Pattern.compile(
      "(?:^|[\\s_-])(?:comments?|repl(?:y|ies)|disqus|related|recommend\\w*|popular|ranking|rank|sidebar|trending|"
          + "latest|most-?(?:read|popular|viewed)|more-?(?:news|stories)|outbrain|taboola|copyright|cookies?|promo|teasers?|"
          + "carousel|ticker|lastnews|read-?also|see-?also|weather|calendar)(?:$|[\\s_-]|list)",
      Pattern.CASE_INSENSITIVE);
  private static final Set<String> NEVER = Set.of(
      "script", "style", "noscript", "iframe", "template", "svg", "select", "option", "textarea", "nav", "button");
  private static final int MOST = 200_000;

  /** An element whose attributes say a date. */
  record Dated(int at, Element element, String value) {}

  private final StringBuilder text = new StringBuilder();
  private final List<Dated> dated = new ArrayList<>();
  private final Set<Element> aroundHeadline = new HashSet<>();
  private final @Nullable Element headline;
  private int headlineAt = -1;

  VisibleText(Document document, String title) {
    headline = headline(document, title);
    for (Element above = headline; above != null; above = above.parent()) {
      aroundHeadline.add(above);
    }
    document.body().filter(new Reading());
  }

  String text() {
    return text.toString();
  }

  List<Dated> dated() {
    return dated;
  }

  /** Where the headline ends; -1 where the page shows none. */
  int headlineAt() {
    return headlineAt;
  }

  private static @Nullable Element headline(Document document, String title) {
    Words wanted = Words.of(title);
    Element best = null;
    double highest = 0.5;
    for (Element heading : document.select("h1, h2, h3, [itemprop=headline], [class*=title], [class*=headline]")) {
      String line = heading.text();
      if (line.length() > title.length() * 3 + 40) {
        continue;
      }
      Words words = Words.of(line);
      double same = Math.min(words.shareIn(wanted), wanted.shareIn(words)) + (heading.nameIs("h1") ? 0.3 : 0);
      if (same > highest) {
        highest = same;
        best = heading;
      }
    }
    return best == null ? document.selectFirst("h1") : best;
  }

  private final class Reading implements NodeFilter {

    @Override
    public FilterResult head(Node node, int depth) {
      if (text.length() > MOST) {
        return FilterResult.STOP;
      }
      if (node instanceof TextNode words) {
        append(words.text());
        return FilterResult.CONTINUE;
      }
      if (!(node instanceof Element element)) {
        return FilterResult.CONTINUE;
      }
      if (NEVER.contains(element.normalName()) || elsewhere(element)) {
        return FilterResult.SKIP_ENTIRELY;
      }
      if (element.isBlock() || element.nameIs("br") || element.nameIs("td")) {
        endLine();
      }
      String value = value(element);
      if (!value.isEmpty()) {
        dated.add(new Dated(text.length(), element, value));
      }
      return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
      if (node == headline) {
        headlineAt = text.length();
      }
      if (node instanceof Element element) {
        if (element.isBlock()) {
          endLine();
        } else {
          append(" ");
        }
      }
      return FilterResult.CONTINUE;
    }
  }

  private boolean elsewhere(Element element) {
    if (aroundHeadline.contains(element) || element.nameIs("body")) {
      return false;
    }
    if (element.nameIs("footer") && (headline == null || element.closest("article") == null)) {
      return true;
    }
    String names = element.className() + " " + element.id();
    return names.length() > 1 && ELSEWHERE.matcher(names).find();
  }

  private static String value(Element element) {
    if (element.nameIs("time")) {
      return element.attr("datetime").isBlank() ? element.attr("content") : element.attr("datetime");
    }
    if (!element.attr("itemprop").isEmpty() || !element.attr("property").isEmpty()) {
      return element.hasAttr("content") ? element.attr("content") : element.attr("datetime");
    }
    for (String name : List.of("data-published", "data-pubdate", "data-date", "data-datetime", "data-timestamp", "data-unixtime", "data-date-time")) {
      if (element.hasAttr(name)) {
        return element.attr(name);
      }
    }
    return "";
  }

  private void append(String words) {
    boolean spaced = text.isEmpty() || Character.isWhitespace(text.charAt(text.length() - 1));
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      boolean space = Character.isWhitespace(c) || c == ' ' || c == ' ' || c == ' ';
      if (space && spaced) {
        continue;
      }
      text.append(space ? ' ' : c);
      spaced = space;
    }
  }

  private void endLine() {
    if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
      text.append('\n');
    }
  }
}
