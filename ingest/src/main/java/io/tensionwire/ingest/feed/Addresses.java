package io.tensionwire.ingest.feed;

import java.net.URI;
import java.util.regex.Pattern;

/** Makes addresses absolute that were written relative to a base. */
record Addresses(String base) {

  private static final Pattern IN_MARKUP =
      Pattern.compile("(\\s(?:href|src|cite|action|poster|longdesc)\\s*=\\s*)([\"'])([^\"'<>]*)\\2", Pattern.CASE_INSENSITIVE);

  /** The address itself where it is absolute or no address. */
  String absolute(String address) {
    String text = address.strip();
    if (text.isEmpty() || base.isEmpty() || text.matches("(?i)[a-z][a-z0-9+.-]*:.*")) {
      return text;
    }
    try {
      URI absolute = URI.create(base).resolve(text.replace(" ", "%20"));
      return absolute.toString();
    } catch (IllegalArgumentException e) {
      return text; // Not an address: shown as it is.
    }
  }

  String absoluteInMarkup(String markup) {
    if (markup.indexOf('=') < 0) {
      return markup;
    }
    return IN_MARKUP.matcher(markup).replaceAll(
        match -> java.util.regex.Matcher.quoteReplacement(
            match.group(1) + match.group(2) + absolute(match.group(3)) + match.group(2)));
  }
}
