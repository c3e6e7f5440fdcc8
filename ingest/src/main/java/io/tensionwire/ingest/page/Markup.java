package io.tensionwire.ingest.page;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;

/** Plain text out of mark-up: as a reader would see it, paragraphs divided by a blank line. */
public final class Markup {

  private static final Pattern TAG_OR_ENTITY = Pattern.compile("<[a-zA-Z/!]|&(#\\d+|#x[0-9a-fA-F]+|[a-zA-Z]\\w*);");
  private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][a-zA-Z0-9]*(?:\\s[^<>]*)?/?>");
  private static final Pattern SPACE = Pattern.compile("[\\s\\u0085\\u00a0\\u00ad\\u200b\\u2028\\u2029\\ufeff]+");

  private Markup() {}

  /** The characters that entities stand for; tags stay. */
  public static String unescape(String text) {
    return text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, false);
  }

  /** One line of plain text out of mark-up, escaped once or twice. */
  public static String line(String markup) {
    return SPACE.matcher(plain(markup)).replaceAll(" ").strip();
  }

  /** Plain text out of mark-up, escaped once or twice, paragraphs divided by a blank line. */
  public static String plain(String markup) {
    String text = markup;
    for (int escapes = 0; escapes < 2 && TAG_OR_ENTITY.matcher(text).find(); escapes++) {
      var body = Jsoup.parseBodyFragment(text).body();
      body.select("script, style, noscript, iframe, template").remove();
      text = text(body);
    }
    return text.strip();
  }

  /** The same for a text that may have no mark-up but entities: its own ends of lines stay then. */
  static String plainLines(String markup) {
    String text = TAG.matcher(markup).find() ? markup : unescape(markup);
    return TAG.matcher(text).find() ? plain(text) : paragraphs(unescape(text));
  }

  /** The text of an element: blocks are paragraphs, {@code <br>} ends a line, two of them a paragraph. */
  static String text(Element element) {
    var text = new StringBuilder();
    element.traverse(
        new NodeVisitor() {
          @Override
          public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
              append(text, words.getWholeText());
            } else if (node.nameIs("br")) {
              text.append('\n');
            } else if (node instanceof Element block && block.isBlock()) {
              text.append("\n\n");
            }
          }

          @Override
          public void tail(Node node, int depth) {
            if (node instanceof Element block && (block.isBlock() || block.nameIs("p"))) {
              text.append("\n\n");
            } else if (node.nameIs("td") || node.nameIs("th")) {
              text.append(' ');
            }
          }
        });
    return paragraphs(text);
  }

  private static void append(StringBuilder text, String words) {
    text.append(spaced(words));
  }

  /** With one blank for each run of white space, as mark-up means it. */
  static String spaced(String words) {
    var spaced = new StringBuilder(words.length());
    boolean blank = false;
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      if (isSpace(c)) {
        blank = true;
        continue;
      }
      if (blank) {
        spaced.append(' ');
        blank = false;
      }
      spaced.append(c);
    }
    return blank ? spaced.append(' ').toString() : spaced.toString();
  }

  /** The characters of {@link #SPACE}. */
  private static boolean isSpace(char c) {
    return c == ' ' || c >= '\t' && c <= '\r' || c == '\u0085' || c == '\u00a0' || c == '\u00ad' || c == '\u200b'
        || c == '\u2028' || c == '\u2029' || c == '\ufeff';
  }

  /** The lines without the blanks at their ends, and without empty ones. */
  static String tidyLines(CharSequence lines) {
    return paragraphs(lines).replace("\n\n", "\n");
  }

  private static String paragraphs(CharSequence text) {
    var tidy = new StringBuilder(text.length());
    int blank = 0;
    for (String line : text.toString().split("\n", -1)) {
      String stripped = line.strip();
      if (stripped.isEmpty()) {
        blank++;
        continue;
      }
      if (!tidy.isEmpty()) {
        tidy.append(blank > 0 ? "\n\n" : "\n");
      }
      tidy.append(stripped);
      blank = 0;
    }
    return tidy.toString();
  }
}
