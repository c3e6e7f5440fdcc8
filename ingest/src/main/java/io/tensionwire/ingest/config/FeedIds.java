package io.tensionwire.ingest.config;

import io.tensionwire.model.Feed;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;

/** Ids for feeds that nobody gave one. */
public final class FeedIds {

  /** What addresses of feeds have in common says nothing about one of them. */
  private static final Set<String> COMMON = Set.of(
      "rss", "rss2", "feed", "feeds", "atom", "xml", "rdf", "json", "index", "www", "outboundfeeds", "arc", "export",
      "default", "service", "services", "v1", "v2", "do", "aspx", "php");

  private static final Pattern ENDING =
      Pattern.compile("\\.(?:xml|rss|rss2|atom|rdf|json|php|aspx?|do|html?|jsp|cgi)$", Pattern.CASE_INSENSITIVE);
  private static final int MOST_WORDS = 3;
  private static final int LONGEST_NAME = 48;

  private FeedIds() {}

  /**
   * Proposes {@code <site>/<name>}: the domain that somebody registered, so that all hosts of a site have one owner, and
   * what tells the address from the site's others.
   *
   * @param taken ids that are another feed's
   */
  public static String propose(URI url, Predicate<String> taken) {
    String host = Objects.requireNonNull(url.getHost(), "an address without a host").toLowerCase(Locale.ROOT);
    HttpUrl http = HttpUrl.get(url);
    String registered = http == null ? null : http.topPrivateDomain();
    String site = registered == null ? host : registered;
    String sub = host.equals(site) ? "" : host.substring(0, host.length() - site.length() - 1);
    String path = url.getPath() == null ? "" : ENDING.matcher(url.getPath()).replaceFirst("");
    List<String> words = Arrays.stream((sub.replace('.', '/') + "/" + path).split("/"))
        .map(word -> word.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-+|-+$", ""))
        .filter(word -> !word.isEmpty() && !COMMON.contains(word))
        .toList();
    String name = words.subList(Math.max(0, words.size() - MOST_WORDS), words.size()).stream()
        .collect(Collectors.joining("-"));
    name = name.isEmpty() ? "all" : name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    String id = site + "/" + name;
    for (int next = 2; taken.test(id); next++) {
      id = site + "/" + name + "-" + next;
    }
    return id;
  }

  /** What two addresses of one feed have in common: scheme, case of the host and a last slash make no difference. */
  public static String key(Feed feed) {
    URI url = feed.url();
    String path = Objects.requireNonNullElse(url.getRawPath(), "");
    int port = url.getPort();
    return url.getHost().toLowerCase(Locale.ROOT) + (port < 0 || port == 80 || port == 443 ? "" : ":" + port)
        + (path.endsWith("/") ? path.substring(0, path.length() - 1) : path)
        + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery());
  }
}
