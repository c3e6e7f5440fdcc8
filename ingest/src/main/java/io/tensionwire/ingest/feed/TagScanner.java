package io.tensionwire.ingest.feed;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads the tags of XML and HTML, damaged or not: attributes without quotes or value, a quote that was never closed, an
 * end that never comes. Each character is looked at a bounded number of times.
 */
final class TagScanner {

  /** More are left out: to find an attribute among them costs as many steps as there are. */
  private static final int MOST_ATTRIBUTES = 64;

  private final String in;
  private int at;

  /** @param at the first character of a name */
  TagScanner(String in, int at) {
    this.in = in;
    this.at = at;
  }

  /** Where the next character to read is. */
  int at() {
    return at;
  }

  static boolean isNameStart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }

  static boolean startsName(String in, int at) {
    return at < in.length() && isNameStart(in.charAt(at));
  }

  /** A name with one colon at most, in its middle. */
  String name() {
    int start = at;
    int colon = -1;
    boolean tidy = true;
    while (at < in.length() && isNamePart(in.charAt(at))) {
      if (in.charAt(at) == ':') {
        tidy &= colon < 0 && at > start;
        colon = at;
      }
      at++;
    }
    String name = in.substring(start, at);
    boolean legal = colon < 0 || (tidy && startsName(name, colon + 1 - start));
    return legal ? name : tidied(name);
  }

  private static String tidied(String name) {
    int colon = name.indexOf(':');
    String prefix = name.substring(0, colon);
    String rest = name.substring(colon + 1).replace(":", "");
    return prefix.isEmpty() || rest.isEmpty() || !isNameStart(rest.charAt(0)) ? "x" + prefix + rest : prefix + ":" + rest;
  }

  /** As they are written, the first of each name; one without a value is empty. Stops at the end of the tag. */
  Map<String, String> attributes() {
    if (at < in.length() && in.charAt(at) == '>') {
      return Map.of();
    }
    Map<String, String> attributes = new LinkedHashMap<>();
    while (at < in.length()) {
      char c = in.charAt(at);
      if (c == '>' || c == '<' || isEmptyEnd()) {
        break;
      }
      if (!isNameStart(c)) {
        at++;
        continue;
      }
      String key = name();
      skipSpace();
      String value = "";
      if (at < in.length() && in.charAt(at) == '=') {
        at++;
        skipSpace();
        value = value();
      }
      if (attributes.size() < MOST_ATTRIBUTES) {
        attributes.putIfAbsent(key, value);
      }
    }
    return attributes;
  }

  /** Whether the tag is of an element without content. */
  boolean isEmptyEnd() {
    return in.startsWith("/>", at);
  }

  /**
   * Goes behind the tag.
   *
   * @return false where it is cut off
   */
  boolean end() {
    if (at < in.length() && in.charAt(at) == '<') {
      return true; // The next tag begins: this one lacks its '>' alone.
    }
    int end = in.indexOf('>', at);
    at = end < 0 ? in.length() : end + 1;
    return end >= 0;
  }

  private String value() {
    char quote = at < in.length() ? in.charAt(at) : ' ';
    int start = at;
    if (quote == '"' || quote == '\'') {
      int end = quoteEnd(quote);
      at = Math.min(in.length(), end < in.length() && in.charAt(end) == quote ? end + 1 : end);
      return in.substring(start + 1, end);
    }
    while (at < in.length() && !Character.isWhitespace(in.charAt(at)) && in.charAt(at) != '>' && !isEmptyEnd()) {
      at++;
    }
    return in.substring(start, at);
  }

  /** The closing quote; where a tag ends and the next begins before it, the end of the tag. */
  private int quoteEnd(char quote) {
    int tagEnd = -1;
    for (int i = at + 1; i < in.length(); i++) {
      char c = in.charAt(i);
      if (c == quote) {
        return i;
      }
      if (c == '>' && tagEnd < 0) {
        tagEnd = in.charAt(i - 1) == '/' ? i - 1 : i;
      } else if (c == '<' && tagEnd >= 0) {
        return tagEnd;
      }
    }
    return tagEnd >= 0 ? tagEnd : in.length();
  }

  private void skipSpace() {
    while (at < in.length() && Character.isWhitespace(in.charAt(at))) {
      at++;
    }
  }

  private static boolean isNamePart(char c) {
    return isNameStart(c) || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == ':';
  }
}
