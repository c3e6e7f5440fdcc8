package io.tensionwire.ingest.feed;

import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedInput;
import io.tensionwire.ingest.feed.FeedParseException.Reason;
import java.io.IOException;
import java.io.StringReader;
import java.util.Locale;
import org.jdom2.Document;
import org.jdom2.JDOMException;
import org.jdom2.input.SAXBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Reads a feed, damaged or not: decode by content, make it well-formed, let ROME read the tree, and fill in from the
 * tree what ROME does not know.
 */
public final class FeedParser {

  /** @throws FeedParseException if it is no feed */
  public ParsedFeed parse(FeedDocument document) throws FeedParseException {
    var decoded = DecodedText.of(document.bytes(), document.contentType());
    String start = decoded.text().stripLeading();
    if (start.isEmpty()) {
      throw new FeedParseException(Reason.EMPTY, "an empty document");
    }
    if (start.startsWith("{")) {
      return JsonFeed.read(start, decoded.charset(), document);
    }
    if (start.substring(0, Math.min(start.length(), 20)).toLowerCase(Locale.ROOT).startsWith("<!doctype html")) {
      throw new FeedParseException(Reason.HTML, "an HTML page instead of a feed");
    }
    var repaired = XmlRepair.of(decoded.text());
    Document tree = tree(repaired.wellFormed());
    return new FeedTree(tree, rome(tree), decoded, repaired.cutOff(), document).read();
  }

  private static Document tree(String wellFormed) throws FeedParseException {
    try {
      var builder = new SAXBuilder();
      builder.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      builder.setExpandEntities(false);
      return builder.build(new StringReader(wellFormed));
    } catch (JDOMException | IOException | IllegalArgumentException e) {
      // JDOM is stricter about names than XML is, and says so with an unchecked exception.
      throw new FeedParseException(Reason.MALFORMED, "not XML: " + e.getMessage());
    }
  }

  /** What ROME makes of it; nothing where it does not know the format, and the tree stands alone. */
  private static @Nullable SyndFeed rome(Document tree) {
    try {
      return new SyndFeedImpl(new WireFeedInput().build(tree));
    } catch (FeedException | RuntimeException e) {
      // ROME throws whatever comes along on elements that it expects and a feed lacks.
      return null;
    }
  }
}
