package io.tensionwire.ingest.opml;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Character references of XML. A bare ampersand, as addresses have them, stays. */
final class Entities {

  private static final Pattern REFERENCE = Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(amp|lt|gt|quot|apos));");
  private static final Map<String, String> NAMED = Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'");

  private Entities() {}

  static String decode(String text) {
    return text.indexOf('&') < 0 ? text : REFERENCE.matcher(text).replaceAll(Entities::meaning);
  }

  private static String meaning(MatchResult reference) {
    if (reference.group(3) != null) {
      return Matcher.quoteReplacement(NAMED.getOrDefault(reference.group(3), ""));
    }
    int code = reference.group(1) != null
        ? Integer.parseInt(reference.group(1))
        : Integer.parseInt(reference.group(2), 16);
    return Matcher.quoteReplacement(Character.isValidCodePoint(code) ? Character.toString(code) : "\uFFFD");
  }

  /** As the value of an attribute between double quotes. */
  static String encode(String text) {
    var encoded = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(c -> {
      switch (c) {
        case '&' -> encoded.append("&amp;");
        case '<' -> encoded.append("&lt;");
        case '>' -> encoded.append("&gt;");
        case '"' -> encoded.append("&quot;");
        case '\t', '\n', '\r' -> encoded.append("&#").append(c).append(';');
        default -> {
          // Others cannot stand in XML 1.0, escaped or not.
          if (c >= 0x20 && (c < 0xD800 || c > 0xDFFF) && c != 0xFFFE && c != 0xFFFF) {
            encoded.appendCodePoint(c);
          }
        }
      }
    });
    return encoded.toString();
  }
}
