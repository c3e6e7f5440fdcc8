package io.tensionwire.ingest.opml;

import io.tensionwire.ingest.config.FeedIds;
import io.tensionwire.ingest.config.FeedRules;
import io.tensionwire.ingest.feed.DecodedText;
import io.tensionwire.ingest.opml.Imported.Outcome;
import io.tensionwire.model.Feed;
import io.tensionwire.model.Json;
import io.tensionwire.model.Language;
import io.tensionwire.model.WireName;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a list of feeds, OPML 1.0 or 2.0 or what is left of it. */
public final class OpmlReader {

  private final boolean allowPrivateAddresses;
  /** Feeds by what their addresses have in common. */
  private final Map<String, Feed> byAddress = new HashMap<>();
  private final Map<String, Feed> byId = new HashMap<>();

  /** @param known feeds that need not be added */
  public OpmlReader(Collection<Feed> known, boolean allowPrivateAddresses) {
    this.allowPrivateAddresses = allowPrivateAddresses;
    known.forEach(this::remember);
  }

  /** Every feed of the list in its order; none where it is no list of feeds. */
  public List<Imported> read(byte[] list) {
    List<Imported> all = new ArrayList<>();
    for (Outline outline : OutlineScanner.scan(DecodedText.of(list, null).text())) {
      String url = address(outline);
      if (!url.isEmpty()) {
        all.add(read(outline, url));
      }
    }
    return all;
  }

  private static String address(Outline outline) {
    String url = outline.get("xmlUrl");
    if (!url.isEmpty()) {
      return url;
    }
    // Lists of the nineties; a link or another list is no feed.
    return outline.get("type").equalsIgnoreCase("rss") ? outline.get("url") : "";
  }

  private Imported read(Outline outline, String address) {
    String text = outline.get("text").isEmpty() ? outline.get("title") : outline.get("text");
    String title = text.isEmpty() ? address : text;
    Feed feed;
    try {
      feed = feed(outline, uri(address), text);
    } catch (IllegalArgumentException | DateTimeException e) {
      return new Imported(title, shown(address), Outcome.REFUSED, null, String.valueOf(e.getMessage()));
    }
    FeedRules.Problem problem = FeedRules.problem(feed, allowPrivateAddresses);
    if (problem != null) {
      return new Imported(title, shown(address), Outcome.REFUSED, null, problem.key() + " " + problem.reason());
    }
    Feed known = byAddress.getOrDefault(FeedIds.key(feed), byId.get(feed.id()));
    if (known != null) {
      String reason = "as " + known.id() + (known.equals(feed) || outline.get(OpmlWriter.ID).isEmpty()
          ? "" : ", whose settings differ and stay as they are");
      return new Imported(title, address, Outcome.KNOWN, feed, reason);
    }
    remember(feed);
    return new Imported(title, address, Outcome.NEW, feed, "");
  }

  private void remember(Feed feed) {
    byAddress.putIfAbsent(FeedIds.key(feed), feed);
    byId.putIfAbsent(feed.id(), feed);
  }

  private Feed feed(Outline outline, URI url, String text) {
    String id = outline.get(OpmlWriter.ID);
    if (id.isEmpty()) {
      var feed = Feed.builder(FeedIds.propose(url, byId::containsKey), url).language(theirLanguage(outline));
      return (text.isEmpty() ? feed : feed.outlet(oneLine(text))).build();
    }
    String outlet = outline.get(OpmlWriter.OUTLET);
    String zone = outline.get(OpmlWriter.ZONE);
    String interval = outline.get(OpmlWriter.INTERVAL);
    String headers = outline.get(OpmlWriter.HEADERS);
    return Feed.builder(id, url)
        .outlet(outlet.isEmpty() ? Feed.site(id) : outlet)
        .language(ourLanguage(outline.get(OpmlWriter.LANGUAGE)))
        .zone(zone.isEmpty() ? null : ZoneId.of(zone))
        .interval(interval.isEmpty() ? null : Duration.parse(interval))
        .paused(Boolean.parseBoolean(outline.get(OpmlWriter.PAUSED)))
        .feedOnly(Boolean.parseBoolean(outline.get(OpmlWriter.FEED_ONLY)))
        .webSub(Boolean.parseBoolean(outline.get(OpmlWriter.WEB_SUB)))
        .headers(headers.isEmpty() ? Map.of() : headers(headers))
        .build();
  }

  private static Map<String, String> headers(String json) {
    Map<String, String> headers = new HashMap<>();
    var tree = Json.read(json, Map.class);
    tree.forEach((name, value) -> headers.put(String.valueOf(name), String.valueOf(value)));
    return headers;
  }

  private static @Nullable Language theirLanguage(Outline outline) {
    Language language = Language.ofTag(outline.get("language"));
    return language == Language.OTHER ? null : language; // "unknown" is what most lists say.
  }

  private static @Nullable Language ourLanguage(String name) {
    for (Language language : Language.values()) {
      if (WireName.of(language).equals(name)) {
        return language;
      }
    }
    return null;
  }

  private static URI uri(String address) {
    String url = address.replaceFirst("(?i)^feed:(?=https?:)", "").replaceFirst("(?i)^feed:(?://)?", "http://")
        .replace(" ", "%20").replace("|", "%7C");
    try {
      URI uri = new URI(url);
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      if (uri.getHost() != null && (scheme.equals("http") || scheme.equals("https"))) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // Said below.
    }
    throw new IllegalArgumentException("is not an http address");
  }

  /** An address that was refused may hold a secret. */
  private static String shown(String address) {
    return address.replaceFirst("//[^/@]*@", "//…@").replaceFirst("\\?.*", "?…");
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
