package io.tensionwire.model;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that polling a feed needs to remember; written by the owner of the feed's partition alone, in one
 * transaction with the articles that it speaks of.
 *
 * @param etag the validator as the host sent it, verbatim; advances with the last entry of a poll
 * @param lastModified the other validator, verbatim
 * @param bodyHash hash of the last body, so that an unchanged one is not parsed again
 * @param failures polls in a row that brought nothing because of an error
 * @param error the last error, absent after a success
 * @param learntInterval the time between two polls that the feed's rhythm suggests
 * @param seen the entries known, most recent first
 */
public record FeedState(
    String feedId,
    FeedHealth health,
    @Nullable String etag,
    @Nullable String lastModified,
    @Nullable String bodyHash,
    @Nullable Instant polledAt,
    @Nullable Instant changedAt,
    @Nullable Instant nextPollAt,
    int failures,
    @Nullable String error,
    @Nullable Duration learntInterval,
    List<Seen> seen) {

  /** The most entries that are remembered for one feed. */
  public static final int MAX_SEEN = 2_000;

  public FeedState {
    requireNonNull(feedId, "feedId");
    health = requireNonNullElse(health, FeedHealth.OK);
    seen = seen == null ? List.of() : List.copyOf(seen);
  }

  /** The state of a feed that was never polled. */
  public static FeedState unknown(String feedId) {
    return new FeedState(
        feedId, FeedHealth.EMPTY, null, null, null, null, null, null, 0, null, null, List.of());
  }

  /**
   * An entry that was told.
   *
   * @param key the entry's guid, or its canonical URL where it has none
   * @param canonicalUrl a second way to know it again, for feeds that change their guids
   * @param entryHash hash of what the feed said: where it is unchanged the page is not asked; empty while the page is
   *     still awaited
   * @param contentHash of the last revision written; empty where another feed told the article
   * @param revision the last one written
   * @param bodySource of the last revision: a text from the page is not replaced by the feed's shorter one
   */
  public record Seen(
      String key,
      String canonicalUrl,
      String articleId,
      int revision,
      String entryHash,
      String contentHash,
      @Nullable BodySource bodySource,
      Instant firstSeenAt,
      Instant lastSeenAt) {

    public Seen {
      requireNonNull(key, "key");
      requireNonNull(articleId, "articleId");
    }
  }
}
