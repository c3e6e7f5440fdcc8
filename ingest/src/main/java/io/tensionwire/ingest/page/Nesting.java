package io.tensionwire.ingest.page;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/**
 * Whether a page opens elements upon elements that it never closes. No page for readers does, and to build and walk one
 * takes time that others need: it is refused by a look at its bytes.
 */
final class Nesting {

  private static final int DEEPEST = 3_000;
  private static final int LONGEST_NAME = 12;

  /** Elements that have no end, or whose end pages leave out. */
  private static final Set<String> UNCLOSED = Set.of(
      "area", "base", "body", "br", "col", "colgroup", "dd", "dt", "embed", "frame", "head", "hr", "html", "img", "input",
      "li", "link", "meta", "optgroup", "option", "p", "param", "rp", "rt", "source", "tbody", "td", "tfoot", "th", "thead",
      "tr", "track", "wbr");

  private Nesting() {}

  /** Linear in the length of the page. */
  static boolean isTooDeep(byte[] html) {
    int depth = 0;
    for (int i = 0; i + 1 < html.length; i++) {
      if (html[i] != '<') {
        continue;
      }
      boolean end = html[i + 1] == '/';
      int from = end ? i + 2 : i + 1;
      int to = from;
      while (to < html.length && to - from < LONGEST_NAME && isLetter(html[to])) {
        to++;
      }
      if (to == from || UNCLOSED.contains(name(html, from, to))) {
        continue;
      }
      depth = end ? Math.max(0, depth - 1) : depth + 1;
      if (depth > DEEPEST) {
        return true;
      }
    }
    return false;
  }

  private static String name(byte[] html, int from, int to) {
    return new String(html, from, to - from, StandardCharsets.US_ASCII).toLowerCase(Locale.ROOT);
  }

  private static boolean isLetter(byte b) {
    return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9');
  }
}
