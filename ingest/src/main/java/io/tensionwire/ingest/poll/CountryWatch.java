package io.tensionwire.ingest.poll;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.tensionwire.model.Feed;
import io.tensionwire.model.FeedHealth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notices when all feeds of one country fail while others are read: then a side of the story is missing. */
final class CountryWatch {

  private static final Logger log = LoggerFactory.getLogger(CountryWatch.class);
  /** One outlet's trouble is not its country's. */
  private static final int FEWEST_SITES = 2;
  private static final Set<FeedHealth> READ = Set.of(
      FeedHealth.OK, FeedHealth.NOT_MODIFIED, FeedHealth.EMPTY, FeedHealth.STALE, FeedHealth.UNDATED,
      FeedHealth.ENCODING_CHANGED);

  private final FeedCountries countries;
  private final MeterRegistry meters;
  private final Map<String, Country> byName = new HashMap<>();

  private static final class Country {
    final Set<String> read = new HashSet<>();
    final Set<String> failing = new HashSet<>();
    boolean dark;

    boolean isDark() {
      return read.isEmpty() && failing.stream().map(Feed::site).distinct().count() >= FEWEST_SITES;
    }
  }

  CountryWatch(FeedCountries countries, MeterRegistry meters) {
    this.countries = countries;
    this.meters = meters;
  }

  /** Where a feed is at home, where that is known. */
  @Nullable String of(Feed feed) {
    return countries.of(feed).orElse(null);
  }

  synchronized void note(Feed feed, FeedHealth health) {
    Optional<String> name = countries.of(feed);
    if (name.isEmpty() || health == FeedHealth.OFFLINE) {
      return; // An outage of ours is no country's.
    }
    Country country = byName.computeIfAbsent(name.get(), this::opened);
    boolean read = READ.contains(health);
    (read ? country.failing : country.read).remove(feed.id());
    (read ? country.read : country.failing).add(feed.id());
    say(name.get(), country);
  }

  /** The feed is not polled here any longer. */
  synchronized void remove(String feedId) {
    byName.values().forEach(country -> {
      country.read.remove(feedId);
      country.failing.remove(feedId);
    });
  }

  private Country opened(String name) {
    var country = new Country();
    Gauge.builder("tensionwire.ingest.country.feeds", () -> count(country.read) + count(country.failing))
        .tag("country", name).register(meters);
    Gauge.builder("tensionwire.ingest.country.failing", () -> count(country.failing))
        .tag("country", name).register(meters);
    Gauge.builder("tensionwire.ingest.country.dark", () -> isDark(country)).tag("country", name).register(meters);
    return country;
  }

  private synchronized int count(Set<String> feeds) {
    return feeds.size();
  }

  private synchronized int isDark(Country country) {
    return country.dark ? 1 : 0;
  }

  private void say(String name, Country country) {
    boolean othersAreRead = byName.values().stream().anyMatch(other -> other != country && !other.read.isEmpty());
    if (!country.dark && country.isDark() && othersAreRead) {
      country.dark = true;
      log.atWarn().addKeyValue("country", name).addKeyValue("feeds", country.failing.size())
          .log("all feeds of a country fail while others are read");
    } else if (country.dark && !country.isDark()) {
      country.dark = false;
      log.atInfo().addKeyValue("country", name).log("feeds of the country are read again");
    }
  }
}
