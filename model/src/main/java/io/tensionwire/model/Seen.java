package io.tensionwire.model;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a feed that was told; part of its {@link FeedState}. There may be thousands of a feed: what it is known by
 * is kept as short hashes.
 *
 * @param key hash of the entry's guid, or of what it is known by where that does not tell
 * @param address hash of the address of its page, a second way to know it again; empty where it has none of its own
 * @param pageAddress the same of what the page says its address is, where that is another
 * @param revision the last one written
 * @param entryHash hash of what the feed said: where it is unchanged the page is not asked; empty while it has to be
 *     looked at again in any case
 * @param contentHash hashes of title, summary and body of the last revision written; empty where another entry told the
 *     article
 * @param pageTitle hash of the title that the page had when it was read last
 * @param stage of a report, as the title is marked: {@code (LEAD)}, {@code [속보]}; 0 without a mark
 * @param bodySource of the last revision: a text from the page is not replaced by the feed's shorter one
 * @param pageProblem why the page gave no text when it was asked last
 * @param status {@code gone} where that is what was told last
 * @param pageTries how often the page was asked in vain since the entry changed
 * @param pageDueAt when it is to be asked again for that
 * @param looks how many of the later looks at a detected article are done
 * @param firstPoll true for what was there when its feed was polled for the first time; absent for all else
 * @param toldAt {@code fetchedAt} of the last revision: where to find it on the topic of articles
 */
public record Seen(
    String key,
    String address,
    @Nullable String pageAddress,
    String articleId,
    int revision,
    String entryHash,
    String contentHash,
    @Nullable String pageTitle,
    int stage,
    @Nullable BodySource bodySource,
    @Nullable PageProblem pageProblem,
    @Nullable ArticleStatus status,
    int pageTries,
    @Nullable Instant pageDueAt,
    int looks,
    @Nullable Boolean firstPoll,
    Instant firstSeenAt,
    Instant lastSeenAt,
    @Nullable Instant toldAt) {

  public Seen {
    requireNonNull(key, "key of a seen entry is missing");
    address = requireNonNullElse(address, "");
    requireNonNull(articleId, () -> "articleId of the seen entry " + key + " is missing");
    entryHash = requireNonNullElse(entryHash, "");
    contentHash = requireNonNullElse(contentHash, "");
    firstPoll = Boolean.TRUE.equals(firstPoll) ? true : null; // most are not: it would be a word in thousands of entries
    requireNonNull(firstSeenAt, () -> "firstSeenAt of the seen entry " + key + " is missing");
    requireNonNull(lastSeenAt, () -> "lastSeenAt of the seen entry " + key + " is missing");
  }

  /** Whether it is this entry that told the article: others of the same article only follow. */
  public boolean tells() {
    return !contentHash.isEmpty();
  }

  public boolean gone() {
    return status() == ArticleStatus.GONE;
  }

  /** Whether it was there when its feed was polled for the first time. */
  public boolean ofFirstPoll() {
    return firstPoll() != null;
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
    private String address = "";
    private @Nullable String pageAddress;
    private String articleId;
    private int revision = 1;
    private String entryHash = "";
    private String contentHash = "";
    private @Nullable String pageTitle;
    private int stage;
    private @Nullable BodySource bodySource;
    private @Nullable PageProblem pageProblem;
    private @Nullable ArticleStatus status;
    private int pageTries;
    private @Nullable Instant pageDueAt;
    private int looks;
    private boolean firstPoll;
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
      address = from.address;
      pageAddress = from.pageAddress();
      articleId = from.articleId;
      revision = from.revision;
      entryHash = from.entryHash;
      contentHash = from.contentHash;
      pageTitle = from.pageTitle();
      stage = from.stage;
      bodySource = from.bodySource();
      pageProblem = from.pageProblem();
      status = from.status();
      pageTries = from.pageTries;
      pageDueAt = from.pageDueAt();
      looks = from.looks;
      firstPoll = from.ofFirstPoll();
      firstSeenAt = from.firstSeenAt;
      lastSeenAt = from.lastSeenAt;
      toldAt = from.toldAt();
    }

    public Builder key(String key) {
      this.key = key;
      return this;
    }

    public Builder address(String address) {
      this.address = address;
      return this;
    }

    public Builder pageAddress(@Nullable String pageAddress) {
      this.pageAddress = pageAddress;
      return this;
    }

    public Builder articleId(String articleId) {
      this.articleId = articleId;
      return this;
    }

    public Builder entryHash(String entryHash) {
      this.entryHash = entryHash;
      return this;
    }

    public Builder pageTitle(@Nullable String pageTitle) {
      this.pageTitle = pageTitle;
      return this;
    }

    public Builder stage(int stage) {
      this.stage = stage;
      return this;
    }

    public Builder pageProblem(@Nullable PageProblem pageProblem) {
      this.pageProblem = pageProblem;
      return this;
    }

    public Builder looks(int looks) {
      this.looks = looks;
      return this;
    }

    public Builder firstPoll(boolean firstPoll) {
      this.firstPoll = firstPoll;
      return this;
    }

    public Builder lastSeenAt(Instant lastSeenAt) {
      this.lastSeenAt = lastSeenAt;
      return this;
    }

    /**
     * What was written last.
     *
     * @param print of its text, for {@link Seen#contentHash}
     */
    public Builder told(Article article, String print) {
      this.revision = article.revision();
      this.contentHash = print;
      this.bodySource = article.bodySource();
      this.status = article.status() == ArticleStatus.GONE ? ArticleStatus.GONE : null;
      this.toldAt = article.fetchedAt();
      return this;
    }

    /** Another entry tells the article, or goes on to. */
    public Builder follows() {
      this.contentHash = "";
      this.pageTitle = null;
      this.bodySource = null;
      this.pageProblem = null;
      this.status = null;
      this.pageTries = 0;
      this.pageDueAt = null;
      this.looks = 0;
      this.toldAt = null;
      return this;
    }

    /** How often the page was asked in vain, and when it is asked again; absent: not for that. */
    public Builder pageTries(int tries, @Nullable Instant dueAt) {
      this.pageTries = tries;
      this.pageDueAt = dueAt;
      return this;
    }

    public Seen build() {
      return new Seen(
          key, address, pageAddress, articleId, revision, entryHash, contentHash, pageTitle, stage, bodySource,
          pageProblem, status, pageTries, pageDueAt, looks, firstPoll, firstSeenAt, lastSeenAt, toldAt);
    }
  }
}
