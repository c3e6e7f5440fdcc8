package io.tensionwire.ingest.page;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Finds the article in a page. */
public final class PageExtractor {

  private static final int DEEPEST = 512;
  private static final Pattern CHARSET = Pattern.compile("charset\\s*=\\s*[\"']?([\\w-]+)", Pattern.CASE_INSENSITIVE);

  /** @param zone of dates that have none */
  public Page extract(byte[] html, URI uri, @Nullable String contentType, ZoneId zone) {
    Document document = parse(html, uri, contentType);
    var linkedData = LinkedData.of(document);
    PageFacts facts = PageFacts.of(document, linkedData, zone);
    String body = new BodyFinder(document, facts.title()).find(linkedData.articleBody());
    return new Page(
        facts.title(), body, facts.dates().published(), facts.dates().updated(), facts.authors(), facts.canonicalUrl(),
        PageLanguage.of(facts.claimedLanguage(), facts.title() + "\n" + body), facts.genre());
  }

  private static Document parse(byte[] html, URI uri, @Nullable String contentType) {
    String charset = null;
    if (contentType != null) {
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
