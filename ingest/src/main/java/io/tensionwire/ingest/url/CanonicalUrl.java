package io.tensionwire.ingest.url;

import java.net.IDN;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The address of an article without what only says where the reader came from. It can still be opened: what merely is
 * likely to be the same place is {@link AddressKey}'s to say.
 */
public final class CanonicalUrl {

  private static final int LONGEST = 2_000;
  private static final Pattern ILLEGAL = Pattern.compile("[^!#$%&'()*+,/:;=?@\\[\\]~._\\-\\p{Alnum}]", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern ESCAPE = Pattern.compile("%[0-9a-f]{2}", Pattern.CASE_INSENSITIVE);
  /** A percent sign that begins no escape. */
  private static final Pattern LONE_PERCENT = Pattern.compile("%(?![0-9a-fA-F]{2})");
  private static final Pattern HOST = Pattern.compile("^(https?://)([^/?#@]*[^\\x00-\\x7f][^/?#@]*?)(:\\d*)?(?=[/?#]|$)", Pattern.CASE_INSENSITIVE);
  /** Fragments that lead to another document: {@code #!/2026/1} and {@code #/2026/1}. */
  private static final Pattern ROUTE = Pattern.compile("!.*|/.+");

  private CanonicalUrl() {}

  /** An address as people write it, its illegal characters escaped; {@code null} where it is none of the web. */
  public static @Nullable URI parse(String address) {
    String text = address.strip();
    if (text.length() > LONGEST) {
      return null;
    }
    if (text.startsWith("//")) {
      text = "https:" + text;
    }
    text = LONE_PERCENT.matcher(inAscii(text)).replaceAll("%25");
    text = ILLEGAL.matcher(text).replaceAll(match -> escaped(match.group()));
    int fragment = text.indexOf('#');
    if (fragment >= 0) {
      text = text.substring(0, fragment + 1) + text.substring(fragment + 1).replace("#", "%23");
    }
    try {
      URI uri = URI.create(text);
      String scheme = uri.getScheme();
      boolean web = "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
      return web && uri.getHost() != null && text.length() <= LONGEST ? uri : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** Where an address leads to that a proxy of feeds or searches made; itself where it hides no other. */
  public static URI target(URI address) {
    return ProxiedAddress.target(address);
  }

  /** A host of other letters in the letters of the name system (RFC 5891): Java's addresses know no others. */
  private static String inAscii(String address) {
    return HOST.matcher(address).replaceFirst(host -> {
      try {
        String port = host.group(3) == null ? "" : host.group(3);
        return Matcher.quoteReplacement(host.group(1) + IDN.toASCII(host.group(2)) + port);
      } catch (IllegalArgumentException e) {
        return Matcher.quoteReplacement(host.group());
      }
    });
  }

  /**
   * The same article's address: where a proxy of feeds or searches led to; no tracking, no marks of AMP, no fragment but
   * one that leads to another document, no default port, scheme and host in lower case, and what is not ASCII escaped in
   * one way: feeds write Korean and Russian paths as they are, pages escape them.
   */
  public static URI of(URI address) {
    URI uri = ProxiedAddress.target(address);
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
    int port = uri.getPort();
    boolean usual = port < 0 || (scheme.equals("http") && port == 80) || (scheme.equals("https") && port == 443);
    String path = uri.getRawPath();
    String query = query(uri.getRawQuery());
    URI plain = URI.create(
        scheme + "://" + host + (usual ? "" : ":" + port) + (path == null || path.isEmpty() ? "/" : path)
            + (query.isEmpty() ? "" : "?" + query) + route(uri));
    return URI.create(ESCAPE.matcher(plain.toASCIIString()).replaceAll(escape -> escape.group().toUpperCase(Locale.ROOT)));
  }

  /** The fragment with its sign, where it names a document of its own; else empty. */
  static String route(URI uri) {
    String fragment = uri.getRawFragment();
    return fragment != null && ROUTE.matcher(fragment).matches() ? "#" + fragment : "";
  }

  private static String query(@Nullable String query) {
    if (query == null) {
      return "";
    }
    List<String> kept = new ArrayList<>();
    for (String parameter : query.split("&", -1)) {
      if (!parameter.isEmpty() && !QueryNoise.isTracking(parameter) && !QueryNoise.isAmp(parameter)) {
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
