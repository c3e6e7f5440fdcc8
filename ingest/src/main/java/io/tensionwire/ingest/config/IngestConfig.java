package io.tensionwire.ingest.config;

import io.tensionwire.ingest.fetch.FetchSettings;
import io.tensionwire.ingest.websub.WebSubConfig;
import io.tensionwire.ingest.page.SiteRules;
import io.tensionwire.model.Feed;
import io.tensionwire.model.Language;
import io.tensionwire.model.outlet.Outlet;
import io.tensionwire.model.yaml.Section;
import io.tensionwire.model.yaml.YamlException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The section {@code ingest}.
 *
 * @param fetching how the web is asked
 * @param feedTimeout for the whole answer of a feed
 * @param pageTimeout for the whole answer of a page
 * @param pageWait how long a new entry waits for its page before it is told from the feed
 * @param bounds of intervals that are learnt
 * @param outletCountries ISO 3166 codes by the names of outlets
 * @param sites rules for the pages of single sites
 * @param webSub where hubs reach us; absent: hubs are not asked
 * @param feeds what seeds the topic of feeds
 */
public record IngestConfig(
    FetchSettings fetching,
    Duration feedTimeout,
    Duration pageTimeout,
    Duration pageWait,
    PollBounds bounds,
    Map<String, String> outletCountries,
    SiteRules sites,
    @Nullable WebSubConfig webSub,
    List<Feed> feeds) {

  public IngestConfig {
    outletCountries = Map.copyOf(outletCountries);
    feeds = List.copyOf(feeds);
  }

  /** These feeds, all else as it is by default. */
  public static IngestConfig of(List<Feed> feeds) {
    return new IngestConfig(
        FetchSettings.USUAL, Duration.ofSeconds(30), Duration.ofSeconds(60), Duration.ofSeconds(10),
        PollBounds.USUAL, Map.of(), SiteRules.shipped(), null, feeds);
  }

  public IngestConfig withFetching(FetchSettings changed) {
    return new IngestConfig(changed, feedTimeout, pageTimeout, pageWait, bounds, outletCountries, sites, webSub, feeds);
  }

  public IngestConfig withPageWait(Duration changed) {
    return new IngestConfig(fetching, feedTimeout, pageTimeout, changed, bounds, outletCountries, sites, webSub, feeds);
  }

  public IngestConfig withFeedTimeout(Duration changed) {
    return new IngestConfig(fetching, changed, pageTimeout, pageWait, bounds, outletCountries, sites, webSub, feeds);
  }

  public IngestConfig withBounds(PollBounds changed) {
    return new IngestConfig(fetching, feedTimeout, pageTimeout, pageWait, changed, outletCountries, sites, webSub, feeds);
  }

  public IngestConfig withOutletCountries(Map<String, String> changed) {
    return new IngestConfig(fetching, feedTimeout, pageTimeout, pageWait, bounds, changed, sites, webSub, feeds);
  }

  public IngestConfig withWebSub(WebSubConfig changed) {
    return new IngestConfig(fetching, feedTimeout, pageTimeout, pageWait, bounds, outletCountries, sites, changed, feeds);
  }

  /** @throws YamlException if a value is missing or makes no sense */
  public static IngestConfig from(Section ingest) {
    FetchSettings fetching = FetchSettings.from(ingest);
    boolean allowPrivate = fetching.privateAddresses().all();
    IngestConfig usual = of(List.of());
    return new IngestConfig(
        fetching,
        time(ingest, "feed-timeout", usual.feedTimeout, Duration.ofSeconds(1), Duration.ofMinutes(5)),
        time(ingest, "page-timeout", usual.pageTimeout, Duration.ofSeconds(1), Duration.ofMinutes(5)),
        time(ingest, "page-wait", usual.pageWait, Duration.ZERO, Duration.ofSeconds(10)),
        bounds(ingest.section("interval"), allowPrivate),
        outletCountries(ingest),
        sites(ingest),
        WebSubConfig.from(ingest.section("websub"), allowPrivate),
        feeds(ingest, allowPrivate));
  }

  private static PollBounds bounds(Section interval, boolean allowPrivate) {
    Duration lowest = FeedRules.leastInterval(allowPrivate);
    Duration least = time(interval, "least", PollBounds.USUAL.least(), lowest, FeedRules.LONGEST_INTERVAL);
    Duration usual = PollBounds.USUAL.most().compareTo(least) < 0 ? least : PollBounds.USUAL.most();
    return new PollBounds(least, time(interval, "most", usual, least, FeedRules.LONGEST_INTERVAL));
  }

  private static Map<String, String> outletCountries(Section ingest) {
    String file = ingest.text("outlets");
    Path path = Path.of(file == null ? "config/outlets.yaml" : file);
    if (file == null && !Files.exists(path)) {
      return Map.of();
    }
    try {
      Map<String, String> countries = new HashMap<>();
      Outlet.read(path).forEach(outlet -> countries.put(outlet.name(), outlet.country()));
      return countries;
    } catch (IOException e) {
      throw ingest.error("outlets", "cannot be read: " + e.getMessage());
    }
  }

  /** Rules of one's own count before those that come with the product. */
  private static SiteRules sites(Section ingest) {
    String file = ingest.text("sites");
    try {
      return file == null ? SiteRules.shipped() : SiteRules.shipped().overriddenBy(SiteRules.read(Path.of(file)));
    } catch (IOException e) {
      throw ingest.error("sites", "cannot be read: " + e.getMessage());
    }
  }

  private static Duration time(Section section, String key, Duration usual, Duration least, Duration most) {
    Duration value = section.duration(key, usual);
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw section.error(key, "must be from " + FeedRules.text(least) + " to " + FeedRules.text(most));
    }
    return value;
  }

  private static List<Feed> feeds(Section ingest, boolean allowPrivate) {
    List<Feed> feeds = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Section section : ingest.sections("feeds")) {
      Feed feed = feed(section, allowPrivate);
      if (!ids.add(feed.id())) {
        throw section.error("id", "is the id of a feed above; give each its own");
      }
      feeds.add(feed);
    }
    return feeds;
  }

  private static Feed feed(Section section, boolean allowPrivate) {
    String id = section.required("id");
    section.required("url");
    var url = section.uri("url");
    Language language = section.choice("language", Language.class);
    Map<String, String> headers = new HashMap<>();
    Section headerLines = section.section("headers");
    for (String name : headerLines.keys()) {
      // As written: a secret goes on the topic as a reference and is filled in when it is sent.
      String value = headerLines.rawText(name);
      headerLines.know(List.of(name));
      if (value != null) {
        headers.put(name, value);
      }
    }
    Feed feed;
    try {
      feed = Feed.builder(id, Objects.requireNonNull(url))
          .outlet(section.text("outlet", Feed.site(id)))
          .language(language)
          .zone(section.zone("zone"))
          .interval(section.duration("interval"))
          .paused(section.flag("paused", false))
          .feedOnly(section.flag("feed-only", false))
          .webSub(section.flag("websub", false))
          .headers(headers)
          .build();
    } catch (IllegalArgumentException e) {
      throw section.error(String.valueOf(e.getMessage()));
    }
    FeedRules.Problem problem = FeedRules.problem(feed, allowPrivate);
    if (problem != null) {
      throw problem.key().equals("interval")
          ? section.error("interval", problem.reason())
          : section.error(problem.key() + " " + problem.reason()); // Its value may be a secret.
    }
    return feed;
  }
}
