package io.tensionwire.ingest.feed;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a feed holds; what it does not say is empty.
 *
 * @param format such as {@code rss20}, {@code atom10}, {@code json11}
 * @param encoding the charset that its bytes were read in
 * @param entries in the feed's order
 * @param hints to its poller
 */
public record ParsedFeed(
    String format,
    String encoding,
    String language,
    String title,
    String subtitle,
    String link,
    String id,
    String author,
    @Nullable Instant updatedAt,
    List<FeedEntry> entries,
    FeedHints hints) {

  public ParsedFeed {
    entries = List.copyOf(entries);
  }
}
