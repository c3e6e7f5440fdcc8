package io.tensionwire.ingest.page;

import java.util.Set;

/** The kinds of elements in the data of a page that hold words of a text, by the names that pages and editors use. */
final class ScriptElements {

  private static final Set<String> BLOCKS = Set.of(
      "p", "h2", "h3", "h4", "li", "ul", "ol", "blockquote", "div", "section", "article", "paragraph", "heading", "header",
      "list-item", "list_item", "quote", "list");
  private static final Set<String> INLINE = Set.of(
      "a", "b", "strong", "em", "i", "span", "u", "mark", "small", "sub", "sup", "br");

  private ScriptElements() {}

  static boolean isText(String name) {
    return BLOCKS.contains(name) || INLINE.contains(name) || name.startsWith("$");
  }

  /** What divides the words of such an element from the next. */
  static String end(String name) {
    return BLOCKS.contains(name) ? "\n\n" : "";
  }
}
