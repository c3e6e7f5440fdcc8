package io.tensionwire.ingest.fetch;

import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import io.tensionwire.ingest.fetch.FetchOutcome.Failed;
import io.tensionwire.ingest.fetch.FetchOutcome.Fetched;
import io.tensionwire.ingest.fetch.FetchOutcome.NotModified;
import io.tensionwire.ingest.time.Timekeeper;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * What sites ask programs to leave alone (RFC 9309). A robots.txt that is not there allows all; one that cannot be had,
 * because the site is down, allows nothing until it can, unless an older one is known.
 */
final class Robots {

  static final long MOST_BYTES = 500 << 10;
  static final int MOST_REDIRECTS = 5;
  static final Duration LONGEST_DELAY = Duration.ofSeconds(10);

  /** Of the user agent, in lower case as the parser wants it. */
  static final String PRODUCT = "tensionwire";

  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final Duration LEAST_KEPT = Duration.ofHours(1);
  private static final Duration LONGEST_KEPT = Duration.ofDays(1);
  private static final Duration AGAIN_AFTER_TROUBLE = Duration.ofMinutes(2);
  private static final int MOST_SITES = 20_000;

  private final Set<String> ignoredAt;
  private final Set<String> products;
  private final Timekeeper time;
  private final Asking asking;
  private final ConcurrentHashMap<String, Site> sites = new ConcurrentHashMap<>();

  /** How a robots.txt is had. */
  interface Asking {
    FetchOutcome fetch(FetchRequest request) throws InterruptedException;
  }

  private static final class Site {
    final ReentrantLock lock = new ReentrantLock();
    volatile @Nullable SimpleRobotRules rules;
    volatile @Nullable Failed trouble;
    volatile Instant goodUntil = Instant.MIN;
  }

  Robots(FetchSettings settings, Timekeeper time, Asking asking) {
    this.ignoredAt = settings.robotsIgnoredAt();
    this.products = products(settings.userAgent());
    this.time = time;
    this.asking = asking;
  }

  /** Our own name, and the one we go by if that is another: a site that shuts out either means us. */
  private static Set<String> products(String userAgent) {
    Set<String> products = new TreeSet<>(Set.of(PRODUCT));
    String first = userAgent.strip().replaceFirst("[/\\s(;].*", "").toLowerCase(Locale.ROOT);
    if (!first.isEmpty() && !first.equals("mozilla")) {
      products.add(first);
    }
    return products;
  }

  /** @return why the address must not be asked for now, or {@code null} */
  @Nullable Failed objection(HttpUrl url) throws InterruptedException {
    if (isIgnoredAt(url.host())) {
      return null;
    }
    Site site = site(url);
    SimpleRobotRules rules = site.rules;
    if (rules == null) {
      Failed trouble = site.trouble;
      return trouble == null ? null : new Failed(
          trouble.reason(), "robots.txt: " + trouble.detail() + "; pages are not asked for until it can be read",
          trouble.retryAfter(), trouble.refusal());
    }
    return rules.isAllowed(url.toString())
        ? null
        : new Failed(FetchFailure.ROBOTS, "robots.txt of " + url.host() + " asks programs not to read " + path(url));
  }

  /** The pause that the site asks for, as far as that is known; zero where it asks for none. */
  Duration delay(HttpUrl url) {
    Site site = sites.get(origin(url));
    SimpleRobotRules rules = site == null || isIgnoredAt(url.host()) ? null : site.rules;
    if (rules == null || rules.getCrawlDelay() <= 0) {
      return Duration.ZERO;
    }
    Duration wish = Duration.ofMillis(rules.getCrawlDelay());
    return wish.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : wish;
  }

  private Site site(HttpUrl url) throws InterruptedException {
    if (sites.size() > MOST_SITES) {
      Instant now = time.now();
      sites.values().removeIf(known -> !known.goodUntil.isAfter(now));
    }
    Site site = sites.computeIfAbsent(origin(url), origin -> new Site());
    // One asks, the others wait for what he brings.
    site.lock.lockInterruptibly();
    try {
      if (!site.goodUntil.isAfter(time.now())) {
        ask(site, url);
      }
    } finally {
      site.lock.unlock();
    }
    return site;
  }

  private void ask(Site site, HttpUrl url) throws InterruptedException {
    URI uri = url.newBuilder().encodedPath("/robots.txt").query(null).fragment(null).build().uri();
    var request = FetchRequest.of(uri, MOST_BYTES, TIMEOUT).withPurpose(FetchRequest.Purpose.ROBOTS);
    Duration kept = LONGEST_KEPT;
    switch (asking.fetch(request)) {
      case Fetched fetched -> {
        site.rules = parsed(fetched.uri(), fetched.body());
        site.trouble = null;
        kept = kept(fetched.head().freshFor());
      }
      case NotModified ignored -> site.trouble = null;
      case Failed failed -> {
        if (isThere(failed)) {
          // An older one stands; without one, nothing is allowed for now.
          site.trouble = failed;
          kept = failed.retryAfter() == null ? AGAIN_AFTER_TROUBLE : failed.retryAfter();
        } else {
          site.rules = null;
          site.trouble = null;
        }
      }
    }
    site.goodUntil = time.now().plus(kept);
  }

  /** Whether there may be rules that we only cannot have now. */
  private static boolean isThere(Failed failed) {
    return switch (failed.reason()) {
      case NOT_FOUND, GONE, REFUSED, REDIRECT_LOOP, BAD_ANSWER, TOO_LARGE, ROBOTS -> false;
      case UNKNOWN_HOST, NO_CONNECTION, PROXY, TLS, BROKEN_OFF, TIMED_OUT, ADDRESS_REFUSED, THROTTLED, SERVER_ERROR ->
          true;
    };
  }

  private SimpleRobotRules parsed(URI uri, byte[] body) {
    // The parser takes a longer delay than its limit for a ban: there is no limit but ours.
    var parser = new SimpleRobotRulesParser(Long.MAX_VALUE, 0);
    return parser.parseContent(uri.toString(), body, "text/plain", products);
  }

  private static Duration kept(@Nullable Duration freshFor) {
    if (freshFor == null || freshFor.compareTo(LONGEST_KEPT) > 0) {
      return LONGEST_KEPT;
    }
    return freshFor.compareTo(LEAST_KEPT) < 0 ? LEAST_KEPT : freshFor;
  }

  private boolean isIgnoredAt(String host) {
    return ignoredAt.stream().anyMatch(ignored ->
        ignored.startsWith("*.") ? host.endsWith(ignored.substring(1)) : host.equals(ignored));
  }

  private static String origin(HttpUrl url) {
    return url.scheme() + "://" + url.host() + ":" + url.port();
  }

  private static String path(HttpUrl url) {
    return url.encodedPath();
  }
}
