package io.tensionwire.ingest.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Finds the text of the article among what surrounds it: takes away boilerplate, then chooses the densest place. */
final class BodyFinder {

  private static final String NEVER = "script, style, noscript, iframe, template, svg, form, button, input, select, "
      + "textarea, nav, footer, aside, dialog, object, video, audio, figure figcaption, [hidden], [aria-hidden=true], "
      + "[role=navigation], [role=banner], [role=contentinfo], [role=complementary], [role=search], [role=dialog]";

  private static final Pattern BOILERPLATE = Pattern.compile(
      "(?:^|[\\s_-])(?:ads?|advert\\w*|banner|breadcrumbs?|comments?|cookies?|consent|copyright|disqus|footer|gdpr|"
          + "masthead|menu|modal|nav|navbar|navigation|newsletter|outbrain|paywall|pagination|popup|promo\\w*|read-?more|"
          + "recommend\\w*|related\\w*|share\\w*|sharing|sidebar|signup|sign-up|skip|social\\w*|sponsor\\w*|subscribe|"
          + "subscription|taboola|tags?|toc|toolbar|trending|more-?(?:news|stories)|author-?(?:bio|box)|"
          + "byline|most-?(?:read|popular))(?:$|[\\s_-])",
      Pattern.CASE_INSENSITIVE);

  private static final String SEMANTIC = "[itemprop=articleBody], .article-body, .article__body, .articleBody, "
      + "#articleBody, .article_body, .story-body, .entry-content, .post-content, .article-content, .article__text, "
      + ".news-text, #article-view-content-div, .js-article-text";

  private final Document document;
  private final String title;

  BodyFinder(Document document, String title) {
    this.document = document;
    this.title = title;
  }

  /** @param said the body that the page's own data gives, may be empty */
  String find(String said) {
    Element body = document.body();
    body.select(NEVER).remove();
    Element whole = body.clone();
    removeBoilerplate(body);
    String text = textOf(choose(body));
    if (text.length() < 200) {
      // Some pages give the article's own place a name that elsewhere means advertising.
      String other = textOf(choose(whole));
      text = other.length() > text.length() ? other : text;
    }
    if (said.length() > 250 && said.length() > text.length() * 0.8) {
      return said.contains("\n\n") || text.length() < said.length() / 2 ? said : text;
    }
    return text.length() < 120 && said.length() > text.length() ? said : text;
  }

  private String textOf(@Nullable Element best) {
    return best == null ? "" : text(best);
  }

  private static void removeBoilerplate(Element body) {
    int prose = paragraphs(body);
    List<Element> doomed = new ArrayList<>();
    for (Element element : body.getAllElements()) {
      if (element == body || element.nameIs("article") || element.nameIs("main")) {
        continue;
      }
      String names = element.className() + " " + element.id();
      if (names.length() > 1 && BOILERPLATE.matcher(names).find() && element.selectFirst("article, h1") == null
          && paragraphs(element) * 3 <= prose) {
        doomed.add(element);
      }
    }
    doomed.forEach(Element::remove);
  }

  /** How much text stands in paragraphs: a wrapper of everything may bear any name. */
  private static int paragraphs(Element element) {
    return element.select("p").stream().mapToInt(p -> p.text().length()).sum();
  }

  private @Nullable Element choose(Element body) {
    Element semantic = null;
    int longest = 0;
    for (Element candidate : body.select(SEMANTIC)) {
      int length = proseLength(candidate);
      if (length > longest) {
        longest = length;
        semantic = candidate;
      }
    }
    Element densest = densest(body);
    if (densest == null) {
      return semantic;
    }
    return semantic != null && longest * 10 >= proseLength(densest) * 7 ? semantic : densest;
  }

  /** The element whose paragraphs, its own and at half weight its children's, hold most prose. */
  private static @Nullable Element densest(Element body) {
    Map<Element, Double> scores = new HashMap<>();
    for (Element block : body.select("p, pre, blockquote, li, td, div, section, h2, h3")) {
      int prose = block.nameIs("p") || block.nameIs("pre") ? proseOf(block) : ownProse(block);
      if (prose < 25) {
        continue;
      }
      double score = prose * (block.nameIs("li") ? 0.4 : 1.0);
      boolean ownText = !(block.nameIs("p") || block.nameIs("pre") || block.nameIs("li") || block.nameIs("blockquote"));
      Element place = ownText ? block : block.parent();
      double share = 1.0;
      for (int up = 0; place != null && up < 4; up++, place = place.parent()) {
        scores.merge(place, score * share, Double::sum);
        share *= up == 0 ? 0.7 : 0.6;
      }
    }
    Element best = null;
    double highest = 0;
    for (Map.Entry<Element, Double> entry : scores.entrySet()) {
      if (entry.getValue() > highest) {
        highest = entry.getValue();
        best = entry.getKey();
      }
    }
    return best == null ? null : widen(best);
  }

  /** Takes the parent where it holds notably more prose and little else. */
  private static Element widen(Element best) {
    Element chosen = best;
    for (Element parent = best.parent(); parent != null && !parent.nameIs("html"); parent = parent.parent()) {
      int inner = proseLength(chosen);
      int outer = proseLength(parent);
      if (outer > inner * 1.15 && linkDensity(parent) < 0.2 && outer * 10 > parent.text().length() * 7) {
        chosen = parent;
      } else if (parent.nameIs("article") || parent.nameIs("main")) {
        break;
      }
    }
    return chosen;
  }

  private static int proseLength(Element element) {
    int length = ownProse(element);
    for (Element block : element.select("p, pre, blockquote, li, div")) {
      length += block.nameIs("p") || block.nameIs("pre") ? proseOf(block) : ownProse(block);
    }
    return length;
  }

  private static int proseOf(Element paragraph) {
    int linked = paragraph.select("a").stream().mapToInt(a -> a.text().length()).sum();
    int length = paragraph.text().length();
    return linked * 2 > length ? 0 : length - linked;
  }

  /** Text that stands in the element itself, as where {@code <br>} alone divides paragraphs. */
  private static int ownProse(Element element) {
    int length = 0;
    for (TextNode text : element.textNodes()) {
      String words = text.text().strip();
      length += words.length() > 20 ? words.length() : 0;
    }
    return length;
  }

  private static double linkDensity(Element element) {
    int length = element.text().length();
    int linked = element.select("a").stream().mapToInt(a -> a.text().length()).sum();
    return length == 0 ? 1 : (double) linked / length;
  }

  private String text(Element best) {
    for (Element block : best.select("ul, ol, div, table, section, p")) {
      if (block != best && block.text().length() > 0 && block.parent() != null && linkDensity(block) > 0.6
          && !block.nameIs("p")) {
        block.remove();
      }
    }
    best.select("h1").stream().filter(h -> h.text().strip().equals(title)).toList().forEach(Element::remove);
    return Markup.text(best);
  }
}
