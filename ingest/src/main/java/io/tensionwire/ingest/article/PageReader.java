package io.tensionwire.ingest.article;

import io.micrometer.core.instrument.MeterRegistry;
import io.tensionwire.ingest.fetch.FetchOutcome;
import io.tensionwire.ingest.fetch.FetchRequest;
import io.tensionwire.ingest.fetch.Fetcher;
import io.tensionwire.ingest.page.Page;
import io.tensionwire.ingest.page.PageExtractor;
import io.tensionwire.ingest.url.CanonicalUrl;
import io.tensionwire.model.Feed;
import io.tensionwire.model.PageProblem;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fetches the page of an entry and finds the article in it. */
public final class PageReader implements PageSource {

  private static final Logger log = LoggerFactory.getLogger(PageReader.class);
  private static final long MOST_BYTES = 10L * 1024 * 1024;

  private final Fetcher fetcher;
  private final PageExtractor extractor;
  private final Duration timeout;
  private final MeterRegistry meters;

  public PageReader(Fetcher fetcher, PageExtractor extractor, Duration timeout, MeterRegistry meters) {
    this.fetcher = fetcher;
    this.extractor = extractor;
    this.timeout = timeout;
    this.meters = meters;
  }

  /** Why a page gives no article is counted, too, and said at debug level. */
  @Override
  public PageReading read(Feed feed, URI uri) throws InterruptedException {
    PageReading reading = ask(feed, uri);
    URI twin = twin(reading, uri);
    if (twin == null) {
      return reading;
    }
    PageReading second = ask(feed, twin);
    return second.isWhole() ? second : reading;
  }

  private PageReading ask(Feed feed, URI uri) throws InterruptedException {
    // Extracted while the body has its room in memory.
    return fetcher.fetch(FetchRequest.page(uri, MOST_BYTES, timeout), outcome -> read(feed, uri, outcome));
  }

  /** The AMP twin of a page whose text only scripts would show: plain mark-up by its own rules. */
  private static @Nullable URI twin(PageReading reading, URI uri) {
    if (reading.page() == null || reading.problem() != PageProblem.NO_TEXT) {
      return null;
    }
    URI twin = CanonicalUrl.parse(reading.page().ampUrl());
    // Another site's copy is not this site's word.
    return twin != null && !twin.equals(uri) && sameSite(twin.getHost(), uri.getHost()) ? twin : null;
  }

  private static boolean sameSite(String one, String other) {
    return plain(one).equals(plain(other));
  }

  private static String plain(String host) {
    return host.toLowerCase(Locale.ROOT).replaceFirst("^(?:www|m|amp|mobile)\\.", "");
  }

  private PageReading read(Feed feed, URI uri, FetchOutcome outcome) {
    return switch (outcome) {
      case FetchOutcome.Fetched fetched -> extract(feed, fetched);
      case FetchOutcome.NotModified ignored -> PageReading.without(PageProblem.UNREADABLE);
      case FetchOutcome.Failed failed -> {
        count(failed.reason().name());
        log.atDebug().addKeyValue("feed", feed.id()).addKeyValue("page", uri).addKeyValue("problem", failed.detail())
            .log("page not fetched");
        yield PageReading.of(failed, failed.refusal() == null ? null : extractor.problemOf(failed.refusal()));
      }
    };
  }

  private PageReading extract(Feed feed, FetchOutcome.Fetched fetched) {
    String type = fetched.contentType();
    if (type != null && !type.toLowerCase(Locale.ROOT).matches(".*(html|xml|text/plain).*")) {
      count("not-html");
      return PageReading.without(PageProblem.NOT_HTML);
    }
    ZoneId zone = feed.zone();
    try {
      Page page = extractor.extract(fetched.body(), fetched.uri(), fetched.head(), zone == null ? ZoneOffset.UTC : zone);
      count(page.problem() == null ? "extracted" : page.problem().name());
      return PageReading.of(page);
    } catch (RuntimeException | StackOverflowError e) {
      // A page that the parser cannot stand costs its own text, not the feed's.
      count("not-extracted");
      log.atWarn().addKeyValue("feed", feed.id()).addKeyValue("page", fetched.uri()).setCause(e).log("page not read");
      return PageReading.without(PageProblem.UNREADABLE);
    }
  }

  private void count(String outcome) {
    meters.counter(
        "tensionwire.ingest.pages", "outcome", outcome.toLowerCase(Locale.ROOT).replace('_', '-')).increment();
  }
}
