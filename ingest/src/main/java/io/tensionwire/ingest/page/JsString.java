package io.tensionwire.ingest.page;

/** A string literal of JavaScript. */
final class JsString {

  private JsString() {}

  /** The index of its closing quotation mark; of the last character where it is missing. */
  static int end(String script, int open) {
    char quote = script.charAt(open);
    for (int i = open + 1; i < script.length(); i++) {
      char c = script.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == quote || c == '\n' && quote != '`') {
        return i;
      }
    }
    return script.length() - 1;
  }

  /** The text that the literal at an index stands for. */
  static String at(String script, int open) {
    int end = end(script, open);
    var text = new StringBuilder(Math.max(16, end - open));
    for (int i = open + 1; i < end; i++) {
      char c = script.charAt(i);
      if (c != '\\' || i + 1 >= end) {
        text.append(c);
        continue;
      }
      char escaped = script.charAt(++i);
      switch (escaped) {
        case 'n' -> text.append('\n');
        case 't' -> text.append('\t');
        case 'r' -> text.append('\r');
        case 'b', 'f', 'v' -> text.append(' ');
        case 'u' -> i += code(script, i + 1, 4, text);
        case 'x' -> i += code(script, i + 1, 2, text);
        default -> text.append(escaped);
      }
    }
    return text.toString();
  }

  private static int code(String script, int from, int digits, StringBuilder text) {
    int code = 0;
    for (int i = from; i < from + digits; i++) {
      int digit = i < script.length() ? Character.digit(script.charAt(i), 16) : -1;
      if (digit < 0) {
        return 0;
      }
      code = code * 16 + digit;
    }
    text.append((char) code);
    return digits;
  }
}
