package io.tensionwire.model;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A feed's configuration: written by file and command line alone, read by the owner of its partition.
 *
 * @param id {@code <site>/<name>}: feeds of one site have one owner, and so have their hosts
 * @param language what the feed is written in, where one is known
 * @param zone for dates without one; absent: UTC
 * @param interval the time between two polls; absent: learnt
 * @param headers sent with each request; values may hold {@code ${NAME}} references, resolved at use
 */
public record Feed(
    String id,
    URI url,
    String outlet,
    @Nullable Language language,
    @Nullable ZoneId zone,
    @Nullable Duration interval,
    boolean paused,
    Map<String, String> headers) {

  public Feed {
    requireNonNull(id, "id of a feed is missing");
    if (!id.matches("[^/\\s]+/\\S+")) {
      throw new IllegalArgumentException("feed id '" + id + "' is not of the form <site>/<name>");
    }
    requireNonNull(url, () -> "url of feed " + id + " is missing");
    String scheme = url.getScheme();
    if (url.getHost() == null || !("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme))) {
      throw new IllegalArgumentException("url of feed " + id + " is not an http address: " + url);
    }
    outlet = requireNonNullElse(outlet, site(id));
    // Sorted, so that the same feed always gives the same bytes.
    headers = headers == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(headers));
  }

  /** What stands before the first slash: the unit that is polled by one owner. */
  public String site() {
    return site(id);
  }

  /** The site of a feed id; the whole of an id without a slash. */
  public static String site(String feedId) {
    int slash = feedId.indexOf('/');
    return slash < 0 ? feedId : feedId.substring(0, slash);
  }
}
