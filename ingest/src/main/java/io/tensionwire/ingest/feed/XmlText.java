package io.tensionwire.ingest.feed;

import io.tensionwire.ingest.page.Markup;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes text so that XML can hold it: illegal characters go, entities become the characters that were meant. */
final class XmlText {

  private static final Pattern ENTITY = Pattern.compile("<!ENTITY\\s+([\\w.-]+)\\s+(?:\"([^\"]*)\"|'([^']*)')\\s*>");
  private static final int LONGEST_NAME = 32;
  private static final int LONGEST_VALUE = 1_000;

  private final String in;
  private final Map<String, String> declared = new HashMap<>();

  XmlText(String in) {
    this.in = in;
  }

  /** Remembers the plain entities of a document type. */
  void declare(String documentType) {
    Matcher matcher = ENTITY.matcher(documentType);
    while (matcher.find() && declared.size() < 200) {
      String value = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
      if (value.length() <= LONGEST_VALUE) {
        declared.putIfAbsent(matcher.group(1), value);
      }
    }
  }

  /** Text in which entities may stand. */
  void append(StringBuilder out, int start, int end) {
    for (int i = start; i < end; ) {
      char c = in.charAt(i);
      if (c == '&') {
        i = entity(out, i, end);
      } else {
        i += character(out, in.codePointAt(i));
      }
    }
  }

  /** Text as it stands. */
  void appendLiteral(StringBuilder out, int start, int end) {
    for (int i = start; i < end; ) {
      i += character(out, in.codePointAt(i));
    }
  }

  private int entity(StringBuilder out, int ampersand, int end) {
    int semicolon = in.indexOf(';', ampersand);
    if (semicolon > 0 && semicolon < end && semicolon - ampersand <= LONGEST_NAME) {
      String name = in.substring(ampersand + 1, semicolon);
      String meant = meant(name);
      if (meant != null) {
        for (int i = 0; i < meant.length(); ) {
          i += character(out, meant.codePointAt(i));
        }
        return semicolon + 1;
      }
    }
    out.append("&amp;");
    return ampersand + 1;
  }

  private @Nullable String meant(String name) {
    if (name.startsWith("#")) {
      int code = code(name);
      return code < 0 ? null : Character.toString(code);
    }
    String value = declared.get(name);
    if (value != null) {
      // What it holds is text: no entity within an entity, so nothing can grow.
      return Markup.unescape(value);
    }
    String entity = "&" + name + ";";
    String meant = name.isEmpty() ? entity : Markup.unescape(entity);
    return meant.equals(entity) ? null : meant;
  }

  /** The character of {@code #8217} or {@code #x2019}; those of windows-1252 are meant where Unicode has controls. */
  private static int code(String name) {
    int code;
    try {
      boolean hex = name.length() > 2 && (name.charAt(1) == 'x' || name.charAt(1) == 'X');
      code = hex ? Integer.parseInt(name.substring(2), 16) : Integer.parseInt(name.substring(1));
    } catch (NumberFormatException e) {
      return -1;
    }
    if (code >= 0x80 && code <= 0x9f) {
      return new String(new byte[] {(byte) code}, Charset.forName("windows-1252")).charAt(0);
    }
    return code <= Character.MAX_CODE_POINT ? code : -1;
  }

  /** @return how many chars of the input it took */
  private static int character(StringBuilder out, int code) {
    switch (code) {
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '&' -> out.append("&amp;");
      case '"' -> out.append("&quot;");
      default -> {
        if (isLegal(code)) {
          out.appendCodePoint(code);
        }
      }
    }
    return Character.charCount(code);
  }

  private static boolean isLegal(int code) {
    return code == '\t' || code == '\n' || code == '\r'
        || (code >= 0x20 && code <= 0xd7ff && !(code >= 0x7f && code <= 0x9f && code != 0x85))
        || (code >= 0xe000 && code <= 0xfffd)
        || code >= 0x10000;
  }
}
