package io.tensionwire.ingest.feed;

import io.tensionwire.ingest.url.RelativeAddress;
import java.util.regex.Pattern;

/** Makes addresses absolute that were written relative to a base. */
record Addresses(String base) {

  private static final Pattern ABSOLUTE = Pattern.compile("(?i)[a-z][a-z0-9+.-]*:.*", Pattern.DOTALL);
  private static final Pattern BREAKS = Pattern.compile("[\\t\\r\\n]+ *");
  private static final Pattern FEED = Pattern.compile("(?i)feed:(?:(?=https?:)|//)");

  /** The address itself where it is absolute or no address. */
  String absolute(String address) {
    String text = address.strip();
    if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0 || text.indexOf('\t') >= 0) {
      text = BREAKS.matcher(text).replaceAll("");
    }
    if (text.isEmpty() || base.isEmpty()) {
      return text;
    }
    if (ABSOLUTE.matcher(text).matches()) {
      var feed = FEED.matcher(text);
      return feed.lookingAt() ? (feed.group().endsWith("//") ? "http://" : "") + text.substring(feed.end()) : text;
    }
    return RelativeAddress.resolve(base, text);
  }

  String absoluteInMarkup(String markup) {
    return EscapedMarkup.tidy(markup, this);
  }
}
