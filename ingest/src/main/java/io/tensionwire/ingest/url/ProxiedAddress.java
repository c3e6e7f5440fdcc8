package io.tensionwire.ingest.url;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Addresses of caches and counters that hold the true address in themselves. Those that hide it, such as the articles of
 * Google News and the old feedproxy, are left as they are: there the page says what it is.
 */
final class ProxiedAddress {

  private static final Pattern HOSTS_OF_REDIRECTS = Pattern.compile(
      "(?:www\\.|news\\.)?google\\.[a-z.]{2,6}|(?:l|lm|www)\\.facebook\\.com|t\\.umblr\\.com|www\\.bing\\.com|"
          + "(?:www\\.)?yandex\\.(?:ru|com)|slack-redir\\.net|out\\.reddit\\.com|away\\.vk\\.com|vk\\.com|feeds\\.feedburner\\.com");
  private static final Pattern PATHS_OF_REDIRECTS = Pattern.compile("/(?:url|l\\.php|redirect|link|away\\.php|clck/.*|news/url|~r/.*)/?");
  private static final Pattern TARGET = Pattern.compile("(?:^|&)(?:url|q|u|z|to)=(https?(?:%3A|:)[^&]+)", Pattern.CASE_INSENSITIVE);
  /** {@code https://site-example.cdn.ampproject.org/c/s/site.example/path}: {@code s} says https. */
  private static final Pattern AMP_CACHE = Pattern.compile("/(?:[acvi]|wp/[cs])/(s/)?(.+)");
  /** {@code https://www.google.com/amp/s/site.example/path}. */
  private static final Pattern AMP_VIEWER = Pattern.compile("/amp/(s/)?(.+\\..+)");

  private ProxiedAddress() {}

  /** Where an address leads to; itself where it hides no other. */
  static URI target(URI address) {
    String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
    String path = address.getRawPath() == null ? "" : address.getRawPath();
    URI found = null;
    if (host.endsWith(".cdn.ampproject.org")) {
      found = inPath(AMP_CACHE.matcher(path), address);
    } else if (HOSTS_OF_REDIRECTS.matcher(host).matches()) {
      found = host.contains("google.") && path.startsWith("/amp/") ? inPath(AMP_VIEWER.matcher(path), address)
          : PATHS_OF_REDIRECTS.matcher(path).matches() ? inQuery(address.getRawQuery()) : null;
    }
    return found == null ? address : found;
  }

  private static @Nullable URI inPath(Matcher matcher, URI address) {
    if (!matcher.matches()) {
      return null;
    }
    String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
    return CanonicalUrl.parse((matcher.group(1) == null ? "http://" : "https://") + matcher.group(2) + query);
  }

  private static @Nullable URI inQuery(@Nullable String query) {
    if (query == null) {
      return null;
    }
    Matcher matcher = TARGET.matcher(query);
    try {
      return matcher.find() ? CanonicalUrl.parse(URLDecoder.decode(matcher.group(1), StandardCharsets.UTF_8)) : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
