package io.tensionwire.ingest.feed;

import io.tensionwire.ingest.feed.FeedParseException.Reason;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jdom2.Document;
import org.jspecify.annotations.Nullable;

/**
 * Reads what feeds send for XML: in one pass, in linear time, with no look at any other document. What is around the
 * feed's own root is left out, and document types and comments are; characters, entities and attributes are mended.
 */
final class XmlScanner {

  private static final String CDATA = "<![CDATA[";

  private final String in;
  private final XmlText texts = new XmlText();
  private final TreeBuilder tree = new TreeBuilder();
  private int at;

  /** The first element that is the root of no feed. */
  private String stranger = "";

  private boolean page;

  /** From here on no end of a comment or of CDATA was found; to look again would take as long again. */
  private int noCommentEnd = Integer.MAX_VALUE;
  private int noCdataEnd = Integer.MAX_VALUE;
  private int noTypeEnd = Integer.MAX_VALUE;

  private XmlScanner(String in) {
    this.in = in;
  }

  /** @param cutOff whether the end tag of the root never came */
  record Scanned(Document tree, boolean cutOff) {}

  /** @throws FeedParseException if there is no feed in it, or elements are in each other without end */
  static Scanned scan(String text) throws FeedParseException {
    return new XmlScanner(text).run();
  }

  private Scanned run() throws FeedParseException {
    while (at < in.length() && !tree.isFinished()) {
      int tag = in.indexOf('<', at);
      text(tag < 0 ? in.length() : tag);
      if (tag >= 0) {
        markup();
      }
    }
    boolean cutOff = !tree.isFinished();
    Document document = tree.finish();
    if (document == null) {
      throw nothing();
    }
    return new Scanned(document, cutOff);
  }

  private FeedParseException nothing() {
    if (page) {
      return new FeedParseException(Reason.HTML, NoFeed.page(in));
    }
    return new FeedParseException(Reason.MALFORMED, NoFeed.other(stranger));
  }

  private void text(int end) {
    if (!tree.isEmpty()) {
      texts.append(tree.words(), in, at, end);
    }
    at = end;
  }

  private void markup() throws FeedParseException {
    int next = at + 1;
    if (TagScanner.startsName(in, next)) {
      startTag();
    } else if (in.startsWith("</", at) && TagScanner.startsName(in, at + 2)) {
      endTag();
    } else if (in.startsWith("<!--", at)) {
      comment();
    } else if (in.startsWith(CDATA, at)) {
      cdata();
    } else if (in.startsWith("<!", at) && TagScanner.startsName(in, at + 2)) {
      documentType();
    } else if (in.startsWith("<?", at)) {
      int end = in.indexOf('>', at);
      at = end < 0 ? in.length() : end + 1;
    } else {
      if (!tree.isEmpty()) {
        tree.words().append('<');
      }
      at = next;
    }
  }

  private void startTag() throws FeedParseException {
    int start = at;
    var tag = new TagScanner(in, at + 1);
    String name = tag.name();
    Map<String, String> attributes = tag.attributes();
    boolean empty = tag.isEmptyEnd();
    boolean whole = tag.end();
    at = tag.at();
    if (!whole) {
      return; // Cut off within the tag.
    }
    if (tree.isEmpty() && !isRoot(name)) {
      return;
    }
    if (!attributes.isEmpty()) {
      attributes = resolved(attributes);
    }
    tree.start(name, attributes, empty, start);
  }

  private boolean isRoot(String name) throws FeedParseException {
    String local = name.substring(name.indexOf(':') + 1);
    if (Vocabulary.isRoot(local)) {
      return true;
    }
    if (local.equalsIgnoreCase("html")) {
      throw new FeedParseException(Reason.HTML, NoFeed.page(in));
    }
    page |= Vocabulary.isOfPage(local);
    stranger = stranger.isEmpty() ? name : stranger;
    return false;
  }

  private Map<String, String> resolved(Map<String, String> attributes) {
    Map<String, String> resolved = new LinkedHashMap<>();
    attributes.forEach((key, value) -> resolved.put(key, texts.resolve(value)));
    return resolved;
  }

  private void endTag() {
    var tag = new TagScanner(in, at + 2);
    String name = tag.name();
    boolean whole = tag.end();
    at = tag.at();
    if (whole && !tree.isEmpty()) {
      tree.end(name);
    }
  }

  private void comment() {
    int end = at >= noCommentEnd ? -1 : in.indexOf("-->", at + 2);
    if (end < 0) {
      noCommentEnd = Math.min(noCommentEnd, at);
      at += "<!--".length(); // Never closed: what follows counts.
    } else {
      at = end + "-->".length();
    }
  }

  private void cdata() {
    int start = at + CDATA.length();
    int end = at >= noCdataEnd ? -1 : in.indexOf("]]>", start);
    if (end < 0) {
      noCdataEnd = Math.min(noCdataEnd, at);
      // Never closed: it is text up to the end of its element, which is the next that looks like it.
      at = start;
      return;
    }
    if (!tree.isEmpty()) {
      XmlText.appendLiteral(tree.words(), in, start, end);
    }
    at = end + "]]>".length();
  }

  /** Its simple entities are kept; nothing is ever loaded. */
  private void documentType() {
    int end = at >= noTypeEnd ? -1 : typeEnd();
    if (end < 0) {
      noTypeEnd = Math.min(noTypeEnd, at);
      at += 2;
      return;
    }
    String type = in.substring(at, end);
    texts.declare(type);
    page |= tree.isEmpty() && type.toLowerCase(Locale.ROOT).matches("(?s)<!doctype\\s+html.*");
    at = end + 1;
  }

  private int typeEnd() {
    boolean inside = false;
    for (int i = at + 2; i < in.length(); i++) {
      char c = in.charAt(i);
      if (c == '[') {
        inside = true;
      } else if (c == ']') {
        inside = false;
      } else if (c == '>' && !inside) {
        return i;
      }
    }
    return -1;
  }
}
