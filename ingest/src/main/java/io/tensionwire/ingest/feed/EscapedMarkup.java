package io.tensionwire.ingest.feed;

import io.tensionwire.ingest.page.Markup;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * HTML in a text, written in one way: addresses absolute, attributes quoted and in the order of their names, so that the
 * same content is the same text. Words and end tags stay as they are.
 */
final class EscapedMarkup {

  private static final Set<String> ADDRESSES = Set.of(
      "href", "src", "cite", "action", "poster", "longdesc", "background", "data", "usemap", "codebase", "classid",
      "profile");
  private static final Set<String> VOID = Set.of(
      "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr");

  private EscapedMarkup() {}

  static boolean isAddress(String attribute) {
    return ADDRESSES.contains(attribute);
  }

  static boolean isVoid(String element) {
    return VOID.contains(element);
  }

  static String tidy(String markup, Addresses addresses) {
    int tag = markup.indexOf('<');
    if (tag < 0) {
      return markup;
    }
    var out = new StringBuilder(markup.length() + 64);
    int at = 0;
    while (tag >= 0) {
      out.append(markup, at, tag);
      at = tag(out, markup, tag, addresses);
      tag = markup.indexOf('<', at);
    }
    return out.append(markup, at, markup.length()).toString();
  }

  /** @return where it ends */
  private static int tag(StringBuilder out, String in, int at, Addresses addresses) {
    if (in.startsWith("<!", at) || in.startsWith("<?", at)) {
      int end = in.indexOf('>', at);
      return copy(out, in, at, end < 0 ? in.length() : end + 1);
    }
    if (!TagScanner.startsName(in, at + 1)) {
      return copy(out, in, at, at + 1);
    }
    var scanner = new TagScanner(in, at + 1);
    String name = scanner.name();
    Map<String, String> attributes = scanner.attributes();
    boolean empty = scanner.isEmptyEnd();
    boolean bare = attributes.isEmpty() && !empty && !isVoid(name.toLowerCase(Locale.ROOT));
    if (!scanner.end() || bare) {
      return copy(out, in, at, scanner.at());
    }
    out.append('<').append(name);
    Map<String, String> sorted = new TreeMap<>();
    attributes.forEach((key, value) -> sorted.putIfAbsent(key.toLowerCase(Locale.ROOT), value));
    sorted.forEach((key, value) -> attribute(out, key, value, addresses));
    out.append(empty || isVoid(name.toLowerCase(Locale.ROOT)) ? " />" : ">");
    return scanner.at();
  }

  private static void attribute(StringBuilder out, String key, String raw, Addresses addresses) {
    String value = raw;
    if (isAddress(key)) {
      String address = Markup.unescape(raw);
      String absolute = addresses.absolute(address);
      value = raw.indexOf('&') >= 0 ? absolute.replace("&", "&amp;") : absolute;
    }
    out.append(' ').append(key).append("=\"");
    out.append(value.replace("\"", "&quot;").replace("<", "&lt;").replace(">", "&gt;")).append('"');
  }

  private static int copy(StringBuilder out, String in, int start, int end) {
    out.append(in, start, end);
    return end;
  }
}
