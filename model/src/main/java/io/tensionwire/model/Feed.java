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
 * @param feedOnly whether the feed gives whole texts, so that pages need not be asked
 * @param webSub whether a hub that the feed names is asked to wake us
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
    boolean feedOnly,
    boolean webSub,
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

  public static Builder builder(String id, URI url) {
    return new Builder(id, url);
  }

  /** A builder with this feed's values. */
  public Builder toBuilder() {
    return new Builder(id, url).outlet(outlet).language(language()).zone(zone()).interval(interval()).paused(paused)
        .feedOnly(feedOnly).webSub(webSub).headers(headers);
  }

  /** Builds a feed; what is not set is absent, and the outlet is called by its site. */
  public static final class Builder {
    private final String id;
    private final URI url;
    private String outlet;
    private @Nullable Language language;
    private @Nullable ZoneId zone;
    private @Nullable Duration interval;
    private boolean paused;
    private boolean feedOnly;
    private boolean webSub;
    private Map<String, String> headers = Map.of();

    private Builder(String id, URI url) {
      this.id = id;
      this.url = url;
      this.outlet = site(id);
    }

    public Builder outlet(String outlet) {
      this.outlet = outlet;
      return this;
    }

    public Builder language(@Nullable Language language) {
      this.language = language;
      return this;
    }

    public Builder zone(@Nullable ZoneId zone) {
      this.zone = zone;
      return this;
    }

    public Builder interval(@Nullable Duration interval) {
      this.interval = interval;
      return this;
    }

    public Builder paused(boolean paused) {
      this.paused = paused;
      return this;
    }

    public Builder feedOnly(boolean feedOnly) {
      this.feedOnly = feedOnly;
      return this;
    }

    public Builder webSub(boolean webSub) {
      this.webSub = webSub;
      return this;
    }

    public Builder headers(Map<String, String> headers) {
      this.headers = headers;
      return this;
    }

    public Feed build() {
      return new Feed(id, url, outlet, language, zone, interval, paused, feedOnly, webSub, headers);
    }
  }
}
