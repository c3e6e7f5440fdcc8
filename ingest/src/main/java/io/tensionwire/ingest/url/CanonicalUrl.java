package io.tensionwire.ingest.url;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The address of an article without what only says where the reader came from. */
public final class CanonicalUrl {

  private static final Pattern TRACKING = Pattern.compile(
      "utm_.*|fbclid|gclid|dclid|yclid|ysclid|msclkid|mc_cid|mc_eid|igshid|_openstat|cmpid|ocid|ftag|at_medium|at_campaign|"
          + "at_custom\\d|ns_mchannel|ns_source|ns_campaign|ns_linkname|ref|ref_src|referrer|from|input|rss|s_kwcid|spm|"
          + "wt_mc|xtor|smid|traffic_source",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern ILLEGAL = Pattern.compile("[^!#$%&'()*+,/:;=?@\\[\\]~._\\-\\p{Alnum}]", Pattern.UNICODE_CHARACTER_CLASS);

  private static final Pattern ESCAPE = Pattern.compile("%[0-9a-f]{2}", Pattern.CASE_INSENSITIVE);

  private CanonicalUrl() {}

  /** An address as people write it, its illegal characters escaped; {@code null} where it is none of the web. */
  public static @Nullable URI parse(String address) {
    String text = ILLEGAL.matcher(address.strip()).replaceAll(match -> escaped(match.group()));
    if (text.startsWith("//")) {
      text = "https:" + text;
    }
    try {
      URI uri = URI.create(text);
      String scheme = uri.getScheme();
      boolean web = "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
      return web && uri.getHost() != null && text.length() <= 2_000 ? uri : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /**
   * The same article's address: no tracking, no fragment, no default port, scheme and host in lower case, and what is
   * not ASCII escaped in one way: feeds write Korean and Russian paths as they are, pages escape them.
   */
  public static URI of(URI uri) {
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
    int port = uri.getPort();
    boolean usual = port < 0 || (scheme.equals("http") && port == 80) || (scheme.equals("https") && port == 443);
    String path = uri.getRawPath();
    String query = query(uri.getRawQuery());
    URI plain = URI.create(
        scheme + "://" + host + (usual ? "" : ":" + port) + (path == null || path.isEmpty() ? "/" : path)
            + (query.isEmpty() ? "" : "?" + query));
    return URI.create(ESCAPE.matcher(plain.toASCIIString()).replaceAll(escape -> escape.group().toUpperCase(Locale.ROOT)));
  }

  private static String query(@Nullable String query) {
    if (query == null) {
      return "";
    }
    List<String> kept = new ArrayList<>();
    for (String parameter : query.split("&", -1)) {
      String name = parameter.split("=", 2)[0];
      if (!parameter.isEmpty() && !TRACKING.matcher(name).matches()) {
        kept.add(parameter);
      }
    }
    return String.join("&", kept);
  }

  private static String escaped(String character) {
    var escaped = new StringBuilder();
    for (byte b : character.getBytes(StandardCharsets.UTF_8)) {
      escaped.append(String.format("%%%02X", b));
    }
    return escaped.toString();
  }
}
