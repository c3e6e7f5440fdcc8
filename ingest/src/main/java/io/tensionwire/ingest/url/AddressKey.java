package io.tensionwire.ingest.url;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What all addresses of one article have in common: those of phones, of AMP and for printing, with {@code www} or
 * without, over http or https. It is a key to look up by, no address to open; an article's id does not come from it, so
 * that this may learn more without old articles being told anew.
 */
public final class AddressKey {

  private static final Pattern HOST_OF_A_VIEW = Pattern.compile("^(?:(?:www\\d?|m|mobile|amp|wap|touch|print)\\.)+(?=[^.]+\\.)");
  private static final Pattern VIEW_FIRST = Pattern.compile("^/(?:amp|m|mobile|print)(?=/.)");
  private static final Pattern VIEW_LAST = Pattern.compile("(?<=.)(?:/(?:amp|print|print-?view|printable)|[./]amp\\.html?|\\.amp|[./]print\\.html?)/?$");
  private static final Pattern DOCUMENT = Pattern.compile("/(?:index|default)\\.(?:html?|php\\d?|aspx?|jsp|do|shtml)$", Pattern.CASE_INSENSITIVE);
  private static final Pattern SESSION = Pattern.compile(";(?:jsessionid|sid|phpsessid)=[^/?;]*", Pattern.CASE_INSENSITIVE);
  private static final Pattern UNRESERVED = Pattern.compile("%(2D|2E|5F|7E|3[0-9]|[46][1-9A-F]|[57][0-9A])", Pattern.CASE_INSENSITIVE);
  private static final Pattern FRONT = Pattern.compile("[^/?#]+(?:/(?:[a-z]{2}(?:[-_][a-z]{2})?|home|main|news|index|eng(?:lish)?|kor(?:ean)?|rus(?:sian)?))?/?");

  private AddressKey() {}

  /** The key of an address: two of the same article have the same. */
  public static String of(URI address) {
    URI canonical = CanonicalUrl.of(address);
    String host = HOST_OF_A_VIEW.matcher(String.valueOf(canonical.getHost())).replaceFirst("");
    int port = canonical.getPort();
    return host + (port < 0 ? "" : ":" + port) + path(canonical.getRawPath()) + query(canonical.getRawQuery())
        + CanonicalUrl.route(canonical);
  }

  /** Whether the address is where a site begins: every article of a careless feed "stands" there. */
  public static boolean isFrontPage(URI address) {
    String key = of(address);
    return FRONT.matcher(key).matches();
  }

  /** Whether two hosts are of one family: {@code m.site.example} and {@code www.site.example}, or one below the other. */
  public static boolean isSameFamily(@Nullable String one, @Nullable String other) {
    if (one == null || other == null) {
      return false;
    }
    String a = HOST_OF_A_VIEW.matcher(one.toLowerCase(Locale.ROOT)).replaceFirst("");
    String b = HOST_OF_A_VIEW.matcher(other.toLowerCase(Locale.ROOT)).replaceFirst("");
    return a.equals(b) || a.endsWith("." + b) && b.indexOf('.') > 0 || b.endsWith("." + a) && a.indexOf('.') > 0;
  }

  private static String path(@Nullable String raw) {
    String path = raw == null ? "" : raw.replaceAll("/{2,}", "/");
    path = UNRESERVED.matcher(path).replaceAll(
        escape -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(escape.group(1), 16))));
    path = SESSION.matcher(path).replaceAll("");
    path = VIEW_FIRST.matcher(path).replaceFirst("");
    path = VIEW_LAST.matcher(path).replaceFirst("");
    path = DOCUMENT.matcher(path).replaceFirst("");
    return path.replaceAll("/+$", "");
  }

  private static String query(@Nullable String query) {
    if (query == null) {
      return "";
    }
    String kept = Stream.of(query.split("&", -1)).filter(parameter -> !QueryNoise.isView(parameter)).sorted()
        .collect(Collectors.joining("&"));
    return kept.isEmpty() ? "" : "?" + kept;
  }
}
