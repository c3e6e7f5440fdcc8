package io.tensionwire.ingest.feed;

import io.tensionwire.ingest.feed.FeedParseException.Reason;
import io.tensionwire.ingest.page.Markup;
import java.util.regex.Pattern;
import org.jdom2.Document;

/**
 * Reads a feed, damaged or not: decode by content, grow a tree whatever the tags, let ROME read it, and fill in from
 * the tree what ROME does not know.
 */
public final class FeedParser {

  /** A feed that was escaped as a whole, as within a page or the answer of a web service. */
  private static final Pattern ESCAPED_ROOT = Pattern.compile("&lt;(rss|feed|rdf:RDF)\\b", Pattern.CASE_INSENSITIVE);

  /**
   * What the bytes say.
   *
   * @throws FeedParseException if they are no feed
   */
  public ParsedFeed parse(FeedDocument document) throws FeedParseException {
    var decoded = DecodedText.of(document.bytes(), document.contentType());
    String text = decoded.text();
    if (text.isBlank()) {
      throw new FeedParseException(
          Reason.EMPTY, "an empty document (" + document.bytes().length + " bytes): try again later, or look for its address");
    }
    int json = JsonFeed.start(text);
    if (json >= 0) {
      return JsonFeed.read(text.substring(json), decoded, document);
    }
    var scanned = scan(text);
    Document tree = scanned.tree();
    return new FeedTree(tree, RomeView.of(tree), decoded, scanned.cutOff(), document).read();
  }

  private static XmlScanner.Scanned scan(String text) throws FeedParseException {
    try {
      return XmlScanner.scan(text);
    } catch (FeedParseException e) {
      if (e.reason() == Reason.MALFORMED && ESCAPED_ROOT.matcher(text).find()) {
        return XmlScanner.scan(Markup.unescape(text));
      }
      throw e;
    }
  }
}
