package io.tensionwire.ingest.feed;

import io.tensionwire.ingest.feed.FeedParseException.Reason;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Makes well-formed XML of what feeds send: in one pass, in linear time, with no look at any other document. Junk
 * around the root, document types and comments are left out; characters, entities and attributes are mended; prefixes
 * are bound; elements are closed. The last entry of a truncated feed goes, the complete ones stay.
 */
final class XmlRepair {

  private static final int DEEPEST = 100;
  private static final Set<String> ENTRIES = Set.of("item", "entry");

  private final String in;
  private final XmlText words;
  private final StringBuilder out;
  private final Deque<Open> open = new ArrayDeque<>();
  private final Map<String, Integer> boundPrefixes = new HashMap<>();
  private final Set<String> unbound = new HashSet<>();
  private int at;
  private int rootEnd = -1;
  private boolean finished;
  private boolean cutOff;

  /** @param prefixes that this element binds */
  private record Open(String name, int outStart, List<String> prefixes) {}

  private XmlRepair(String in) {
    this.in = in;
    this.words = new XmlText(in);
    this.out = new StringBuilder(in.length() + 256);
    boundPrefixes.put("xml", 1);
  }

  /** @throws FeedParseException if there is no element in it, or elements without end in each other */
  static XmlRepair of(String text) throws FeedParseException {
    var repair = new XmlRepair(text);
    repair.run();
    return repair;
  }

  String wellFormed() {
    return out.toString();
  }

  /** Whether the end tag of the root never came. */
  boolean cutOff() {
    return cutOff;
  }

  private void run() throws FeedParseException {
    while (at < in.length() && !finished) {
      int tag = in.indexOf('<', at);
      if (tag < 0) {
        text(in.length());
        break;
      }
      text(tag);
      markup();
    }
    cutOff = !finished;
    closeAll();
    if (rootEnd < 0) {
      throw new FeedParseException(Reason.MALFORMED, "no XML in it");
    }
    bindPrefixes();
  }

  private void text(int end) {
    if (!open.isEmpty()) {
      words.append(out, at, end);
    }
    at = end;
  }

  private void markup() throws FeedParseException {
    if (in.startsWith("<!--", at)) {
      skipTo("-->");
    } else if (in.startsWith("<![CDATA[", at)) {
      cdata();
    } else if (in.startsWith("<!", at)) {
      documentType();
    } else if (in.startsWith("<?", at)) {
      skipTo(">");
    } else if (at + 2 < in.length() && in.charAt(at + 1) == '/' && isNameStart(in.charAt(at + 2))) {
      endTag();
    } else if (at + 1 < in.length() && isNameStart(in.charAt(at + 1))) {
      startTag();
    } else {
      if (!open.isEmpty()) {
        out.append("&lt;");
      }
      at++;
    }
  }

  private void skipTo(String end) {
    int found = in.indexOf(end, at + 2);
    at = found < 0 ? in.length() : found + end.length();
  }

  private void cdata() {
    int start = at + "<![CDATA[".length();
    int end = in.indexOf("]]>", start);
    if (!open.isEmpty()) {
      words.appendLiteral(out, start, end < 0 ? in.length() : end);
    }
    at = end < 0 ? in.length() : end + 3;
  }

  /** Its simple entities are kept; nothing is ever loaded. */
  private void documentType() {
    int end = at + 2;
    boolean inside = false;
    for (; end < in.length(); end++) {
      char c = in.charAt(end);
      if (c == '[') {
        inside = true;
      } else if (c == ']') {
        inside = false;
      } else if (c == '>' && !inside) {
        break;
      }
    }
    words.declare(in.substring(at, Math.min(end, in.length())));
    at = Math.min(in.length(), end + 1);
  }

  private void startTag() throws FeedParseException {
    int start = at++;
    String name = name();
    Map<String, String> attributes = attributes();
    boolean empty = at < in.length() && in.charAt(at) == '/';
    int end = in.indexOf('>', at);
    if (end < 0) {
      at = in.length(); // Cut off within the tag.
      return;
    }
    at = end + 1;
    if (open.isEmpty() && name.toLowerCase(Locale.ROOT).equals("html")) {
      throw new FeedParseException(Reason.HTML, "an HTML page instead of a feed");
    }
    if (open.size() >= DEEPEST) {
      throw new FeedParseException(
          Reason.MALFORMED, "elements are nested deeper than " + DEEPEST + " at character " + start);
    }
    List<String> prefixes = new ArrayList<>();
    for (String attribute : attributes.keySet()) {
      if (attribute.startsWith("xmlns:")) {
        prefixes.add(attribute.substring(6));
      }
    }
    prefixes.forEach(prefix -> boundPrefixes.merge(prefix, 1, Integer::sum));
    int outStart = out.length();
    use(name);
    out.append('<').append(name);
    attributes.forEach(
        (key, value) -> {
          if (!key.startsWith("xmlns")) {
            use(key);
          }
          out.append(' ').append(key).append("=\"").append(value).append('"');
        });
    if (rootEnd < 0) {
      rootEnd = out.length();
    }
    if (empty) {
      out.append("/>");
      unbind(prefixes);
      finished = open.isEmpty();
    } else {
      out.append('>');
      open.push(new Open(name, outStart, prefixes));
    }
  }

  private Map<String, String> attributes() {
    Map<String, String> attributes = new LinkedHashMap<>();
    while (at < in.length()) {
      char c = in.charAt(at);
      if (c == '>' || c == '<' || (c == '/' && at + 1 < in.length() && in.charAt(at + 1) == '>')) {
        break;
      }
      if (!isNameStart(c)) {
        at++;
        continue;
      }
      String key = name();
      skipSpace();
      String value = key;
      if (at < in.length() && in.charAt(at) == '=') {
        at++;
        skipSpace();
        value = value();
      }
      boolean emptyBinding = key.startsWith("xmlns:") && value.isBlank();
      if (!emptyBinding && !key.equals("xmlns:xmlns") && !key.equals("xmlns:xml")) {
        attributes.putIfAbsent(key, value);
      }
    }
    return attributes;
  }

  private String value() {
    var value = new StringBuilder();
    char quote = at < in.length() ? in.charAt(at) : ' ';
    int end;
    if (quote == '"' || quote == '\'') {
      at++;
      end = in.indexOf(quote, at);
      end = end < 0 ? in.length() : end;
      words.append(value, at, end);
      at = Math.min(in.length(), end + 1);
    } else {
      end = at;
      while (end < in.length() && !Character.isWhitespace(in.charAt(end)) && in.charAt(end) != '>') {
        end++;
      }
      words.append(value, at, end);
      at = end;
    }
    return value.toString();
  }

  private void endTag() {
    at += 2;
    String name = name();
    int end = in.indexOf('>', at);
    at = end < 0 ? in.length() : end + 1;
    if (open.stream().noneMatch(element -> element.name().equals(name))) {
      return; // Closes what was never opened.
    }
    while (true) {
      Open element = open.pop();
      close(element);
      if (element.name().equals(name)) {
        break;
      }
    }
    finished = open.isEmpty();
  }

  private void close(Open element) {
    out.append("</").append(element.name()).append('>');
    unbind(element.prefixes());
  }

  private void unbind(List<String> prefixes) {
    prefixes.forEach(prefix -> boundPrefixes.merge(prefix, -1, Integer::sum));
  }

  /** What is still open at the end was cut off: an entry that is not whole is not told. */
  private void closeAll() {
    var outermostFirst = open.descendingIterator();
    while (outermostFirst.hasNext()) {
      Open element = outermostFirst.next();
      if (ENTRIES.contains(local(element.name())) && element.outStart() > 0) {
        out.setLength(element.outStart());
        while (open.peek() != element) {
          open.pop();
        }
        open.pop();
        break;
      }
    }
    while (!open.isEmpty()) {
      close(open.pop());
    }
  }

  private void use(String name) {
    int colon = name.indexOf(':');
    if (colon > 0 && boundPrefixes.getOrDefault(name.substring(0, colon), 0) == 0) {
      unbound.add(name.substring(0, colon));
    }
  }

  private void bindPrefixes() {
    var bindings = new StringBuilder();
    for (String prefix : unbound) {
      // Bound on the root by another element's declaration only: not again.
      if (!out.substring(0, rootEnd).contains(" xmlns:" + prefix + "=")) {
        bindings.append(" xmlns:").append(prefix).append("=\"").append(Namespaces.usual(prefix)).append('"');
      }
    }
    out.insert(rootEnd, bindings);
  }

  private String name() {
    int start = at;
    while (at < in.length() && isNamePart(in.charAt(at))) {
      at++;
    }
    String name = in.substring(start, at);
    int colon = name.indexOf(':');
    if (colon >= 0) {
      // One colon, in the middle.
      name = name.substring(0, colon) + (colon == 0 || colon == name.length() - 1 ? "" : ":")
          + name.substring(colon + 1).replace(":", "");
    }
    return name.isEmpty() || !isNameStart(name.charAt(0)) ? "x" + name : name;
  }

  private void skipSpace() {
    while (at < in.length() && Character.isWhitespace(in.charAt(at))) {
      at++;
    }
  }

  private static String local(String name) {
    return name.substring(name.indexOf(':') + 1).toLowerCase(Locale.ROOT);
  }

  private static boolean isNameStart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }

  private static boolean isNamePart(char c) {
    return isNameStart(c) || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == ':';
  }
}
