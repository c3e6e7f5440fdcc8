package io.tensionwire.ingest.poll;

import io.micrometer.core.instrument.MeterRegistry;
import io.tensionwire.ingest.article.EntryTeller;
import io.tensionwire.ingest.feed.FeedDocument;
import io.tensionwire.ingest.feed.FeedEntry;
import io.tensionwire.ingest.feed.FeedParseException;
import io.tensionwire.ingest.feed.FeedParser;
import io.tensionwire.ingest.feed.ParsedFeed;
import io.tensionwire.ingest.fetch.FetchFailure;
import io.tensionwire.ingest.fetch.FetchOutcome;
import io.tensionwire.ingest.fetch.FetchRequest;
import io.tensionwire.ingest.fetch.Fetcher;
import io.tensionwire.ingest.identity.EntryIdentity;
import io.tensionwire.ingest.state.PartitionSession;
import io.tensionwire.ingest.time.Timekeeper;
import io.tensionwire.model.Feed;
import io.tensionwire.model.FeedHealth;
import io.tensionwire.model.FeedState;
import io.tensionwire.model.Id;
import io.tensionwire.model.WireName;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Polls one feed, again and again, and has its new entries told. */
final class FeedPoller {

  private static final Logger log = LoggerFactory.getLogger(FeedPoller.class);
  private static final long MOST_BYTES = 10L * 1024 * 1024;
  private static final int ENTRIES_AT_ONCE = 8;
  /** Feeds that are due at the start are asked within this time, not all in the same moment. */
  private static final Duration START_SPREAD = Duration.ofSeconds(2);

  private final Feed feed;
  private final PartitionSession session;
  private final EntryTeller entries;
  private final Fetcher fetcher;
  private final FeedHeaders headers;
  private final Duration timeout;
  private final Timekeeper time;
  private final MeterRegistry meters;
  private final FeedHealths healths;
  private final FeedParser parser = new FeedParser();

  FeedPoller(
      Feed feed, PartitionSession session, EntryTeller entries, Fetcher fetcher, FeedHeaders headers, Duration timeout,
      Timekeeper time, MeterRegistry meters, FeedHealths healths) {
    this.feed = feed;
    this.session = session;
    this.entries = entries;
    this.fetcher = fetcher;
    this.headers = headers;
    this.timeout = timeout;
    this.time = time;
    this.meters = meters;
    this.healths = healths;
  }

  /** @throws InterruptedException when the feed is to be left alone */
  void run() throws InterruptedException {
    time.sleep(firstWait());
    while (true) {
      time.sleep(poll());
    }
  }

  /** What is left of the time that the last owner meant to wait, as far as clocks can be believed. */
  private Duration firstWait() {
    Instant next = session.lastPoll(feed).nextPollAt();
    Duration interval = PollRhythm.interval(feed, session.lastPoll(feed).learntInterval());
    Duration left = next == null ? Duration.ZERO : Duration.between(time.now(), next);
    if (left.isNegative() || left.isZero()) {
      long spread = Math.min(START_SPREAD.toMillis(), interval.toMillis() / 10);
      return Duration.ofMillis(ThreadLocalRandom.current().nextLong(spread + 1));
    }
    return left.compareTo(PollRhythm.MOST) > 0 ? PollRhythm.MOST : left;
  }

  /** @return how long to wait before the next one */
  private Duration poll() throws InterruptedException {
    FeedState before = session.lastPoll(feed);
    var request = FetchRequest.of(feed.url(), MOST_BYTES, timeout)
        .withHeaders(headers.of(feed))
        .withValidators(before.etag(), before.lastModified());
    return switch (fetcher.fetch(request)) {
      case FetchOutcome.NotModified ignored -> unchanged(before, before.etag(), before.lastModified());
      case FetchOutcome.Failed failed -> failed(before, health(failed.reason()), failed.detail(), failed.retryAfter(),
          failed.reason().name());
      case FetchOutcome.Fetched fetched -> read(before, fetched);
    };
  }

  private Duration read(FeedState before, FetchOutcome.Fetched fetched) throws InterruptedException {
    String bodyHash = Id.of(new String(fetched.body(), StandardCharsets.ISO_8859_1));
    if (bodyHash.equals(before.bodyHash())) {
      return unchanged(before, fetched.etag(), fetched.lastModified());
    }
    ParsedFeed parsed;
    try {
      parsed = parser.parse(new FeedDocument(
          fetched.body(), fetched.uri(), fetched.contentType(), fetched.contentLocation(),
          Objects.requireNonNullElse(feed.zone(), ZoneOffset.UTC)));
    } catch (FeedParseException e) {
      FeedHealth health = switch (e.reason()) {
        case HTML -> FeedHealth.HTML_INSTEAD_OF_FEED;
        case EMPTY -> FeedHealth.EMPTY;
        case MALFORMED -> FeedHealth.MALFORMED;
      };
      return failed(before, health, String.valueOf(e.getMessage()), null, e.reason().name());
    } catch (RuntimeException | StackOverflowError e) {
      // A feed that the parser cannot stand costs its own news, not everybody's.
      log.atWarn().addKeyValue("feed", feed.id()).setCause(e).log("feed not parsed");
      return failed(before, FeedHealth.MALFORMED, "not parsed: " + e.getClass().getSimpleName(), null, "NOT_PARSED");
    }
    Set<String> shown = new HashSet<>();
    boolean news = tellNews(parsed, shown);
    Instant now = time.now();
    Duration learnt = PollRhythm.learnt(before.learntInterval(), news);
    FeedHealth health = parsed.entries().isEmpty() ? FeedHealth.EMPTY
        : parsed.entries().stream().allMatch(e -> e.publishedAt() == null && e.updatedAt() == null) ? FeedHealth.UNDATED
        : FeedHealth.OK;
    count("read");
    return end(
        before,
        before.toBuilder().health(health).validators(fetched.etag(), fetched.lastModified()).bodyHash(bodyHash)
            .encoding(parsed.encoding()).polledAt(now).changedAt(news ? now : before.changedAt()).failures(0, null)
            .learntInterval(learnt),
        PollRhythm.jittered(PollRhythm.interval(feed, learnt), ThreadLocalRandom.current()), shown);
  }

  /** Oldest first, some at once; returns when each was told or found to be known. */
  private boolean tellNews(ParsedFeed parsed, Set<String> shown) throws InterruptedException {
    Map<String, Integer> guidCounts = EntryIdentity.countGuids(parsed.entries());
    List<FeedEntry> oldestFirst = new ArrayList<>(parsed.entries().reversed());
    if (oldestFirst.stream().allMatch(entry -> entry.publishedAt() != null)) {
      oldestFirst.sort(Comparator.comparing(entry -> Objects.requireNonNull(entry.publishedAt())));
    }
    List<CountDownLatch> atWork = new ArrayList<>();
    boolean news = false;
    for (FeedEntry entry : oldestFirst) {
      var identity = EntryIdentity.of(feed, entry, guidCounts);
      shown.add(identity.key());
      if (!session.take(feed, identity, time.now())) {
        continue;
      }
      news = true;
      if (atWork.size() >= ENTRIES_AT_ONCE) {
        atWork.get(atWork.size() - ENTRIES_AT_ONCE).await();
      }
      atWork.add(entries.start(feed, parsed.language(), entry, identity));
    }
    for (CountDownLatch told : atWork) {
      told.await();
    }
    return news;
  }

  private Duration unchanged(FeedState before, @Nullable String etag, @Nullable String lastModified)
      throws InterruptedException {
    count("not-modified");
    Duration learnt = PollRhythm.learnt(before.learntInterval(), false);
    return end(
        before,
        before.toBuilder().health(FeedHealth.NOT_MODIFIED).validators(etag, lastModified).polledAt(time.now())
            .failures(0, null).learntInterval(learnt),
        PollRhythm.jittered(PollRhythm.interval(feed, learnt), ThreadLocalRandom.current()), Set.of());
  }

  private Duration failed(
      FeedState before, FeedHealth health, String error, @Nullable Duration retryAfter, String outcome)
      throws InterruptedException {
    count(outcome.toLowerCase(Locale.ROOT).replace('_', '-'));
    int failures = before.failures() + 1;
    return end(
        before,
        before.toBuilder().health(health).polledAt(time.now()).failures(failures, error),
        PollRhythm.afterFailure(
            PollRhythm.interval(feed, before.learntInterval()), failures, retryAfter, ThreadLocalRandom.current()),
        Set.of());
  }

  private Duration end(FeedState before, FeedState.Builder after, Duration pause, Set<String> shown)
      throws InterruptedException {
    Instant now = time.now();
    FeedState result = after.nextPollAt(now.plus(pause)).seen(List.of()).build();
    say(before, result, pause);
    healths.put(feed.id(), result.health());
    try {
      session.polled(feed, result, shown, now).get();
    } catch (ExecutionException e) {
      // The writer's owner knows: this partition's work starts again from what was committed.
      throw new InterruptedException("the partition was given up");
    }
    return pause;
  }

  /** A change of the feed's state is said once. */
  private void say(FeedState before, FeedState after, Duration pause) {
    boolean failed = after.failures() > 0;
    if (failed && (before.failures() == 0 || before.health() != after.health())) {
      log.atWarn().addKeyValue("feed", feed.id()).addKeyValue("health", WireName.of(after.health()))
          .addKeyValue("problem", after.error()).addKeyValue("retryInMs", pause.toMillis()).log("feed not read");
    } else if (!failed && before.failures() > 0) {
      log.atInfo().addKeyValue("feed", feed.id()).addKeyValue("health", WireName.of(after.health())).log("feed is back");
    }
  }

  private static FeedHealth health(FetchFailure reason) {
    return switch (reason) {
      case TOO_LARGE -> FeedHealth.TOO_LARGE;
      case NOT_FOUND, GONE -> FeedHealth.GONE;
      case REFUSED, ADDRESS_REFUSED, ROBOTS -> FeedHealth.REFUSED;
      case UNKNOWN_HOST, NO_CONNECTION, PROXY, TLS, BROKEN_OFF, TIMED_OUT, REDIRECT_LOOP, THROTTLED, SERVER_ERROR,
          BAD_ANSWER -> FeedHealth.UNREACHABLE;
    };
  }

  private void count(String outcome) {
    meters.counter("tensionwire.ingest.polls", "outcome", outcome).increment();
  }
}
