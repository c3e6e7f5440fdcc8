package io.tensionwire.ingest.feed;

import io.tensionwire.ingest.page.Markup;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The characters that XML means: entities, declared or known from HTML, are resolved, illegal characters left out. */
final class XmlText {

  private static final Pattern ENTITY = Pattern.compile("<!ENTITY\\s+([\\w.-]+)\\s+(?:\"([^\"]*)\"|'([^']*)')\\s*>");
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final int LONGEST_NAME = 32;
  private static final int LONGEST_VALUE = 1_000;
  private static final int MOST_ENTITIES = 200;
  private static final int MOST_MEANINGS = 1_000;

  /** What the names in this document mean: an entity that means nothing is its own source. */
  private final Map<String, String> meanings =
      new HashMap<>(Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'"));

  /** Remembers the plain entities of a document type. */
  void declare(String documentType) {
    Matcher matcher = ENTITY.matcher(documentType);
    for (int found = 0; found < MOST_ENTITIES && matcher.find(); found++) {
      String value = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
      if (value.length() <= LONGEST_VALUE) {
        // What it holds is text: no entity within an entity, so that nothing can grow.
        meanings.putIfAbsent(matcher.group(1), Markup.unescape(value));
      }
    }
  }

  /** Text in which entities may stand. */
  void append(StringBuilder out, String in, int start, int end) {
    int plain = start; // What is plain is taken as a whole.
    for (int i = start; i < end; i++) {
      char c = in.charAt(i);
      if (c == '&') {
        out.append(in, plain, i);
        i = entity(out, in, i, end) - 1;
        plain = i + 1;
      } else if (c == '\r' || !isPlain(c)) {
        out.append(in, plain, i);
        i += character(out, in, i, end) - 1;
        plain = i + 1;
      }
    }
    out.append(in, plain, end);
  }

  /** Text as it stands. */
  static void appendLiteral(StringBuilder out, String in, int start, int end) {
    int plain = start;
    for (int i = start; i < end; i++) {
      char c = in.charAt(i);
      if (c == '\r' || !isPlain(c)) {
        out.append(in, plain, i);
        i += character(out, in, i, end) - 1;
        plain = i + 1;
      }
    }
    out.append(in, plain, end);
  }

  /** The text of an attribute. */
  String resolve(String raw) {
    var out = new StringBuilder(raw.length());
    append(out, raw, 0, raw.length());
    return out.toString();
  }

  private int entity(StringBuilder out, String in, int ampersand, int end) {
    int most = Math.min(end, ampersand + LONGEST_NAME + 2);
    int semicolon = ampersand + 1;
    while (semicolon < most && isOfName(in.charAt(semicolon))) {
      semicolon++;
    }
    if (semicolon < most && in.charAt(semicolon) == ';') {
      String meant = meant(in.substring(ampersand + 1, semicolon));
      if (meant != null) {
        out.append(meant);
        return semicolon + 1;
      }
    }
    out.append('&');
    return ampersand + 1;
  }

  private @Nullable String meant(String name) {
    if (name.startsWith("#")) {
      int code = code(name);
      return code < 0 ? null : isLegal(code) ? Character.toString(code) : "";
    }
    String meant = meanings.get(name);
    if (meant == null) {
      meant = Markup.unescape("&" + name + ";");
      if (meanings.size() < MOST_MEANINGS) {
        meanings.put(name, meant);
      }
    }
    return meant.length() > 1 && meant.charAt(0) == '&' && meant.startsWith(name, 1) ? null : meant;
  }

  /** The character of {@code #8217} or {@code #x2019}; those of windows-1252 are meant where Unicode has controls. */
  private static int code(String name) {
    int code;
    try {
      boolean hex = name.length() > 2 && (name.charAt(1) == 'x' || name.charAt(1) == 'X');
      code = hex ? Integer.parseInt(name, 2, name.length(), 16) : Integer.parseInt(name, 1, name.length(), 10);
    } catch (NumberFormatException e) {
      return -1;
    }
    if (code >= 0x80 && code <= 0x9f) {
      return new String(new byte[] {(byte) code}, WINDOWS_1252).charAt(0);
    }
    return code <= Character.MAX_CODE_POINT ? code : -1;
  }

  /** @return how many chars of the input it took */
  private static int character(StringBuilder out, String in, int index, int end) {
    char c = in.charAt(index);
    if (c == '\r') {
      out.append('\n');
      return index + 1 < end && in.charAt(index + 1) == '\n' ? 2 : 1;
    }
    int code = in.codePointAt(index);
    if (isLegal(code)) {
      out.appendCodePoint(code);
    }
    return Character.charCount(code);
  }

  private static boolean isOfName(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '#' || c == '.' || c == '_'
        || c == '-';
  }

  private static boolean isPlain(char c) {
    return (c >= 0x20 && c < 0x7f) || c == '\t' || c == '\n' || (c > 0x9f && c < 0xd800) || (c >= 0xe000 && c <= 0xfffd);
  }

  private static boolean isLegal(int code) {
    return code == '\t' || code == '\n' || code == '\r'
        || (code >= 0x20 && code <= 0xd7ff && !(code >= 0x7f && code <= 0x9f && code != 0x85))
        || (code >= 0xe000 && code <= 0xfffd)
        || code >= 0x10000;
  }
}
