package io.tensionwire.ingest.page;

import io.tensionwire.ingest.fetch.AnswerHead;
import io.tensionwire.ingest.fetch.FetchOutcome;
import io.tensionwire.model.PageProblem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Finds the article in a page. */
public final class PageExtractor {

  private static final int DEEPEST = 256;
  private static final Pattern CHARSET = Pattern.compile("charset\\s*=\\s*[\"']?([\\w-]+)", Pattern.CASE_INSENSITIVE);

  private final SiteRules sites;

  /** With the rules for single sites that come with the product. */
  public PageExtractor() {
    this(SiteRules.shipped());
  }

  public PageExtractor(SiteRules sites) {
    this.sites = sites;
  }

  /** @param zone of dates that have none */
  public Page extract(byte[] html, URI uri, @Nullable String contentType, ZoneId zone) {
    return extract(html, uri, AnswerHead.NONE.withContentType(contentType), zone);
  }

  /**
   * @param head of the answer that brought the page: walls are told by it too
   * @param zone of dates that have none
   */
  public Page extract(byte[] html, URI uri, AnswerHead head, ZoneId zone) {
    if (Nesting.isTooDeep(html)) {
      return Page.without(PageProblem.UNREADABLE, "elements are nested without an end");
    }
    SiteRule rule = sites.of(uri);
    Document document = parse(html, uri, head.contentType(), rule);
    var linkedData = LinkedData.of(document);
    PageFacts facts = PageFacts.of(document, linkedData, zone);
    String text = new BodyFinder(document, facts.title()).find(rule);
    Wall wall = new WallFinder(document, head, uri, facts, linkedData, text).find();
    String body = wall != null && wall.hidesAll() ? "" : text;
    var page = new Page(
        facts.title(), body, facts.dates().published(), facts.dates().updated(), facts.authors(), facts.canonicalUrl(),
        PageLanguage.of(facts.claimedLanguage(), facts.title() + "\n" + body), facts.genre(), ampUrl(document),
        wall == null ? null : wall.problem(), wall == null ? "" : wall.sign());
    return rule == null ? page : SiteFacts.in(document, rule, zone).appliedTo(page);
  }

  /** What an answer that is no document says by its text and head; {@code null} where it is no wall. */
  public @Nullable PageProblem problemOf(FetchOutcome.Refusal refusal) {
    if (refusal.body().length == 0 && refusal.head().signs().isEmpty()) {
      return null;
    }
    Page page = extract(refusal.body(), refusal.uri(), refusal.head(), ZoneOffset.UTC);
    return page.problem() == PageProblem.NO_TEXT || page.problem() == PageProblem.SOFT_404 ? null : page.problem();
  }

  private static String ampUrl(Document document) {
    Element link = document.selectFirst("link[rel=amphtml][href]");
    return link == null ? "" : link.absUrl("href");
  }

  private static Document parse(byte[] html, URI uri, @Nullable String contentType, @Nullable SiteRule rule) {
    String charset = rule == null ? null : rule.charset();
    if (charset == null && contentType != null) {
      Matcher matcher = CHARSET.matcher(contentType);
      charset = matcher.find() && java.nio.charset.Charset.isSupported(matcher.group(1)) ? matcher.group(1) : null;
    }
    try {
      return Jsoup.parse(
          new ByteArrayInputStream(html), charset, uri.toString(), Parser.htmlParser().setMaxDepth(DEEPEST));
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
  }
}
