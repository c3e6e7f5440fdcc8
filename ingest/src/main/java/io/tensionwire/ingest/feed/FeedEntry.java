package io.tensionwire.ingest.feed;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry as its feed says it; text may hold mark-up, and what the feed does not say is empty.
 *
 * @param id the guid
 * @param link an absolute address where one can be made
 * @param publishedAt absent where the feed gives no date that can be read
 */
public record FeedEntry(
    String id,
    String title,
    String link,
    String summary,
    String content,
    @Nullable Instant publishedAt,
    @Nullable Instant updatedAt,
    List<String> authors,
    List<String> categories) {

  public FeedEntry {
    authors = List.copyOf(authors);
    categories = List.copyOf(categories);
  }
}
