package io.tensionwire.standalone.feeds;

import io.tensionwire.ingest.feed.DecodedText;
import io.tensionwire.ingest.feed.FeedDocument;
import io.tensionwire.ingest.feed.FeedParseException;
import io.tensionwire.ingest.feed.FeedParser;
import io.tensionwire.ingest.feed.ParsedFeed;
import io.tensionwire.ingest.fetch.FetchOutcome;
import io.tensionwire.ingest.fetch.FetchOutcome.Fetched;
import io.tensionwire.ingest.fetch.FetchRequest;
import io.tensionwire.ingest.fetch.Fetcher;
import io.tensionwire.ingest.page.FeedLinks;
import io.tensionwire.ingest.page.FeedLinks.FeedLink;
import io.tensionwire.model.Feed;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a feed's address gives, asked once and read as ingest does. */
sealed interface FeedTrial {

  /** @param at where it was found, redirects followed */
  record Good(ParsedFeed feed, URI at) implements FeedTrial {}

  /** A page: the feeds that it names, if any. */
  record Page(List<FeedLink> feeds) implements FeedTrial {}

  /** @param reason goes on after the address */
  record Bad(String reason) implements FeedTrial {}

  long MOST_BYTES = 10L * 1024 * 1024;
  Duration TIMEOUT = Duration.ofSeconds(30);

  /** @param headers with their secrets filled in */
  static FeedTrial of(Feed feed, Map<String, String> headers, Fetcher fetcher) throws InterruptedException {
    var request = FetchRequest.of(feed.url(), MOST_BYTES, TIMEOUT).withHeaders(headers);
    return switch (fetcher.fetch(request)) {
      case FetchOutcome.Fetched fetched -> read(feed, fetched);
      case FetchOutcome.NotModified ignored -> new Bad("not modified, though nothing was known of it");
      case FetchOutcome.Failed failed -> new Bad(failed.detail());
    };
  }

  private static FeedTrial read(Feed feed, Fetched fetched) {
    try {
      return new Good(
          new FeedParser().parse(new FeedDocument(
              fetched.body(), fetched.uri(), fetched.contentType(), fetched.contentLocation(),
              Objects.requireNonNullElse(feed.zone(), ZoneOffset.UTC))),
          fetched.uri());
    } catch (FeedParseException e) {
      List<FeedLink> links = FeedLinks.of(DecodedText.of(fetched.body(), fetched.contentType()).text(), fetched.uri());
      return e.reason() == FeedParseException.Reason.HTML || !links.isEmpty()
          ? new Page(links)
          : new Bad(String.valueOf(e.getMessage()));
    }
  }
}
