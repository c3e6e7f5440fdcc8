package io.tensionwire.ingest.poll;

import io.tensionwire.ingest.feed.FeedDocument;
import io.tensionwire.ingest.feed.FeedParseException;
import io.tensionwire.ingest.feed.FeedParser;
import io.tensionwire.ingest.feed.ParsedFeed;
import io.tensionwire.ingest.fetch.FetchFailure;
import io.tensionwire.ingest.fetch.FetchOutcome;
import io.tensionwire.ingest.fetch.FetchRequest;
import io.tensionwire.ingest.fetch.Fetcher;
import io.tensionwire.model.Feed;
import io.tensionwire.model.FeedHealth;
import io.tensionwire.model.FeedState;
import io.tensionwire.model.Id;
import io.tensionwire.model.WireName;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks a feed's address once, with what is known of it, and reads the answer. */
final class FeedAsker {

  private static final Logger log = LoggerFactory.getLogger(FeedAsker.class);

  private final Fetcher fetcher;
  private final FeedHeaders headers;
  private final Duration timeout;
  private final FeedParser parser = new FeedParser();

  FeedAsker(Fetcher fetcher, FeedHeaders headers, Duration timeout) {
    this.fetcher = fetcher;
    this.headers = headers;
    this.timeout = timeout;
  }

  PollAnswer ask(Feed feed, FeedState before) throws InterruptedException {
    return fetcher.fetch(
        request(feed, before),
        outcome -> switch (outcome) {
          case FetchOutcome.NotModified same -> new PollAnswer.Unchanged(same.head(), same.permanentlyMovedTo());
          case FetchOutcome.Fetched fetched -> read(feed, before, fetched);
          case FetchOutcome.Failed failed -> failed(failed);
        });
  }

  private FetchRequest request(Feed feed, FeedState before) {
    var place = FeedMoves.place(feed, before.move());
    var request = FetchRequest.of(place, Fetcher.MOST_BYTES, timeout).withHeaders(headers.of(feed));
    // What another address said about its document says nothing about this one's.
    return place.equals(before.place()) ? request.withValidators(before.etag(), before.lastModified()) : request;
  }

  private PollAnswer read(Feed feed, FeedState before, FetchOutcome.Fetched fetched) {
    String bodyHash = Id.of(new String(fetched.body(), StandardCharsets.ISO_8859_1));
    if (bodyHash.equals(before.bodyHash())) {
      return new PollAnswer.Unchanged(fetched.head(), fetched.permanentlyMovedTo());
    }
    try {
      ParsedFeed parsed = parser.parse(new FeedDocument(
          fetched.body(), fetched.uri(), fetched.contentType(), fetched.contentLocation(),
          Objects.requireNonNullElse(feed.zone(), ZoneOffset.UTC)));
      boolean whole = !fetched.cutShort() && !parsed.hints().cutOff();
      return new PollAnswer.Read(parsed, fetched.head(), bodyHash, fetched.permanentlyMovedTo(), whole);
    } catch (FeedParseException e) {
      FeedHealth health = switch (e.reason()) {
        case HTML -> GateFinder.inDocument(fetched.head(), fetched.body());
        case EMPTY -> FeedHealth.EMPTY;
        case MALFORMED -> FeedHealth.MALFORMED;
      };
      return failed(health, WireName.of(e.reason()), String.valueOf(e.getMessage()));
    } catch (RuntimeException | StackOverflowError e) {
      // A feed that the parser cannot stand costs its own news, not everybody's.
      log.atWarn().addKeyValue("feed", feed.id()).setCause(e).log("feed not parsed");
      return failed(FeedHealth.MALFORMED, "not-parsed", "not parsed: " + e.getClass().getSimpleName());
    }
  }

  private static PollAnswer failed(FeedHealth health, String outcome, String error) {
    return new PollAnswer.Failed(health, outcome, error, null, false, false);
  }

  private static PollAnswer failed(FetchOutcome.Failed failed) {
    FetchFailure reason = failed.reason();
    FeedHealth health = health(reason);
    if (failed.refusal() != null && reason != FetchFailure.NOT_FOUND && reason != FetchFailure.GONE) {
      health = GateFinder.inRefusal(failed.refusal(), health);
    }
    boolean held = reason == FetchFailure.THROTTLED && failed.retryAfter() != null;
    return new PollAnswer.Failed(
        health, WireName.of(reason), failed.detail(), failed.retryAfter(), held, reason.mayBeOurs());
  }

  private static FeedHealth health(FetchFailure reason) {
    return switch (reason) {
      case TOO_LARGE -> FeedHealth.TOO_LARGE;
      case NOT_FOUND, GONE -> FeedHealth.GONE;
      case REFUSED, ADDRESS_REFUSED, ROBOTS -> FeedHealth.REFUSED;
      case THROTTLED -> FeedHealth.THROTTLED;
      case UNKNOWN_HOST, NO_CONNECTION, PROXY, TLS, BROKEN_OFF, TIMED_OUT, REDIRECT_LOOP, SERVER_ERROR, BAD_ANSWER ->
          FeedHealth.UNREACHABLE;
    };
  }
}
