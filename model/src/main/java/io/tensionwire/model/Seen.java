package io.tensionwire.model;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a feed that was told; part of its {@link FeedState}.
 *
 * @param key the entry's guid, or its canonical URL where it has none
 * @param canonicalUrl a second way to know it again, for feeds that change their guids
 * @param revision the last one written
 * @param entryHash hash of what the feed said: where it is unchanged the page is not asked; empty while the page is
 *     still awaited
 * @param contentHash of the last revision written; empty where another feed told the article
 * @param bodySource of the last revision: a text from the page is not replaced by the feed's shorter one
 * @param toldAt {@code fetchedAt} of the last revision: where to find it on the topic of articles
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
    Instant lastSeenAt,
    @Nullable Instant toldAt) {

  public Seen {
    requireNonNull(key, "key of a seen entry is missing");
    canonicalUrl = requireNonNullElse(canonicalUrl, "");
    requireNonNull(articleId, () -> "articleId of the seen entry " + key + " is missing");
    entryHash = requireNonNullElse(entryHash, "");
    contentHash = requireNonNullElse(contentHash, "");
    requireNonNull(firstSeenAt, () -> "firstSeenAt of the seen entry " + key + " is missing");
    requireNonNull(lastSeenAt, () -> "lastSeenAt of the seen entry " + key + " is missing");
  }

  /** An entry that is first seen now. */
  public static Builder builder(String key, String articleId, Instant now) {
    return new Builder(key, articleId, now);
  }

  /** A builder with this entry's values. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /** Builds an entry; what is not set is empty. */
  public static final class Builder {
    private String key;
    private String canonicalUrl = "";
    private final String articleId;
    private int revision = 1;
    private String entryHash = "";
    private String contentHash = "";
    private @Nullable BodySource bodySource;
    private final Instant firstSeenAt;
    private Instant lastSeenAt;
    private @Nullable Instant toldAt;

    private Builder(String key, String articleId, Instant now) {
      this.key = key;
      this.articleId = articleId;
      this.firstSeenAt = now;
      this.lastSeenAt = now;
    }

    private Builder(Seen from) {
      key = from.key;
      canonicalUrl = from.canonicalUrl;
      articleId = from.articleId;
      revision = from.revision;
      entryHash = from.entryHash;
      contentHash = from.contentHash;
      bodySource = from.bodySource();
      firstSeenAt = from.firstSeenAt;
      lastSeenAt = from.lastSeenAt;
      toldAt = from.toldAt();
    }

    public Builder key(String key) {
      this.key = key;
      return this;
    }

    public Builder canonicalUrl(String canonicalUrl) {
      this.canonicalUrl = canonicalUrl;
      return this;
    }

    public Builder entryHash(String entryHash) {
      this.entryHash = entryHash;
      return this;
    }

    /** What was written last. */
    public Builder told(Article article) {
      this.revision = article.revision();
      this.contentHash = article.contentHash();
      this.bodySource = article.bodySource();
      this.toldAt = article.fetchedAt();
      return this;
    }

    public Builder lastSeenAt(Instant lastSeenAt) {
      this.lastSeenAt = lastSeenAt;
      return this;
    }

    public Seen build() {
      return new Seen(
          key, canonicalUrl, articleId, revision, entryHash, contentHash, bodySource, firstSeenAt, lastSeenAt, toldAt);
    }
  }
}
