package io.tensionwire.ingest.opml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Picks the outlines out of a text in one pass, whatever else is in it or wrong with it. */
final class OutlineScanner {

  private static final int MOST_OUTLINES = 50_000;
  private static final int DEEPEST = 64;

  private final String text;
  private final List<Outline> found = new ArrayList<>();
  private final List<String> folders = new ArrayList<>();
  private int depth;
  private int at;

  private OutlineScanner(String text) {
    this.text = text;
  }

  /** All outlines in their order, folders among them. */
  static List<Outline> scan(String text) {
    var scanner = new OutlineScanner(text);
    scanner.scan();
    return scanner.found;
  }

  private void scan() {
    while (found.size() < MOST_OUTLINES && (at = text.indexOf('<', at)) >= 0) {
      if (text.startsWith("<!--", at)) {
        int end = text.indexOf("-->", at + 4);
        at = end < 0 ? at + 4 : end + 3; // A comment without an end is none.
      } else if (isTag("</outline")) {
        at++;
        close();
      } else if (isTag("<outline")) {
        at += "<outline".length();
        open();
      } else {
        at++;
      }
    }
  }

  private boolean isTag(String start) {
    int end = at + start.length();
    return text.regionMatches(true, at, start, 0, start.length())
        && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
  }

  private void open() {
    Map<String, String> attributes = new LinkedHashMap<>();
    boolean empty = false;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '>') {
        at++;
        break;
      }
      if (c == '<') {
        break; // Its end is missing.
      }
      if (c == '/' && text.startsWith("/>", at)) {
        empty = true;
        at += 2;
        break;
      }
      if (isNameCharacter(c)) {
        attribute(attributes);
      } else {
        at++;
      }
    }
    var outline = new Outline(folders, attributes);
    found.add(outline);
    if (!empty) {
      depth++;
      if (depth <= DEEPEST) {
        String name = outline.get("text");
        folders.add(name.isEmpty() ? outline.get("title") : name);
      }
    }
  }

  private void close() {
    if (depth > 0) {
      if (depth <= DEEPEST) {
        folders.removeLast();
      }
      depth--;
    }
  }

  private void attribute(Map<String, String> attributes) {
    int start = at;
    while (at < text.length() && isNameCharacter(text.charAt(at))) {
      at++;
    }
    String name = text.substring(start, at);
    skipSpace();
    if (at >= text.length() || text.charAt(at) != '=') {
      return;
    }
    at++;
    skipSpace();
    String value = at < text.length() ? value() : null;
    if (value != null) {
      attributes.putIfAbsent(name, Entities.decode(value));
    }
  }

  /** {@code null} where the text breaks off in it: half an address is another address. */
  private @Nullable String value() {
    char quote = text.charAt(at);
    if (quote == '"' || quote == '\'') {
      int end = text.indexOf(quote, at + 1);
      String value = end < 0 ? null : text.substring(at + 1, end);
      if (value != null && value.contains("<outline")) {
        // The quote that ends it is missing, and this one begins another value.
        at += 1 + endOfTag(value);
        return null;
      }
      at = end < 0 ? text.length() : end + 1;
      return value;
    }
    int start = at;
    while (at < text.length() && !Character.isWhitespace(text.charAt(at)) && text.charAt(at) != '>'
        && text.charAt(at) != '<' && !text.startsWith("/>", at)) {
      at++;
    }
    return at == text.length() ? null : text.substring(start, at);
  }

  private static int endOfTag(String broken) {
    int end = broken.indexOf('>');
    int next = broken.indexOf("<outline");
    return end < 0 || next < end ? next : end > 0 && broken.charAt(end - 1) == '/' ? end - 1 : end;
  }

  private void skipSpace() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private static boolean isNameCharacter(char c) {
    return Character.isLetterOrDigit(c) || c == ':' || c == '_' || c == '-' || c == '.';
  }
}
