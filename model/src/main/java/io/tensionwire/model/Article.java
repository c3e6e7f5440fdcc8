package io.tensionwire.model;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One revision of a news item as its feed and page published it. Two items with the same {@code id} are the same news.
 *
 * @param id hash of the canonical URL at first sight: it stays when the URL changes
 * @param revision 1 for the first, rising by one for each change of the text
 * @param feedId the feed that showed it first, {@code <site>/<name>}
 * @param language what the feed or page claims; detection judges by the content
 * @param body plain text, paragraphs divided by a blank line, at most {@link #MAX_BODY_BYTES} of UTF-8; may be empty
 * @param truncated whether the body was cut to that size
 * @param pageProblem why the text is not, or not all, from the page; absent where nothing was in the way
 * @param changed what is other than in the revision before, of {@code title}, {@code summary}, {@code body} and
 *     {@code status}; empty for the first
 * @param firstPoll whether it was there when its feed was polled for the first time: recorded, not told
 * @param publishedAt as the feed or page says; absent where it says nothing that can be believed
 * @param fetchedAt when this revision was fetched: the timestamp of its record
 * @param eventAt {@code publishedAt}, or {@code fetchedAt} where that is absent or later
 * @param contentHash hash of title, summary and body
 */
public record Article(
    String id,
    int revision,
    ArticleStatus status,
    URI url,
    URI canonicalUrl,
    String feedId,
    String outlet,
    Genre genre,
    @Nullable Language language,
    String title,
    String summary,
    String body,
    boolean truncated,
    BodySource bodySource,
    @Nullable PageProblem pageProblem,
    List<String> changed,
    boolean firstPoll,
    List<String> authors,
    @Nullable Instant publishedAt,
    @Nullable Instant updatedAt,
    Instant fetchedAt,
    Instant eventAt,
    String contentHash) {

  /** The size of a body, in bytes of UTF-8, beyond which it is cut. */
  public static final int MAX_BODY_BYTES = 256 * 1024;

  public Article {
    requireNonNull(url, "url of an article is missing");
    title = requireNonNull(title, () -> "title is missing: " + url).strip();
    if (title.isEmpty()) {
      throw new IllegalArgumentException("title is blank: " + url);
    }
    requireNonNull(id, () -> "id is missing: " + url);
    if (revision < 1) {
      throw new IllegalArgumentException("revision " + revision + " is less than 1: " + url);
    }
    requireNonNull(fetchedAt, () -> "fetchedAt is missing: " + url);
    status = requireNonNullElse(status, ArticleStatus.LIVE);
    canonicalUrl = requireNonNullElse(canonicalUrl, url);
    feedId = requireNonNullElse(feedId, "");
    outlet = requireNonNullElse(outlet, "");
    genre = requireNonNullElse(genre, Genre.OTHER);
    summary = requireNonNullElse(summary, "");
    String whole = requireNonNullElse(body, "");
    body = Utf8.cut(whole, MAX_BODY_BYTES);
    truncated = truncated || body.length() < whole.length();
    bodySource = requireNonNullElse(bodySource, BodySource.FEED);
    changed = changed == null ? List.of() : List.copyOf(changed);
    authors = authors == null ? List.of() : List.copyOf(authors);
    eventAt = publishedAt == null || publishedAt.isAfter(fetchedAt) ? fetchedAt : publishedAt;
    contentHash = contentHash == null ? contentHash(title, summary, body) : contentHash;
  }

  /** The id of the article that is first seen at this address. */
  public static String id(URI canonicalUrl) {
    return Id.of(canonicalUrl.toString());
  }

  public static String contentHash(String title, String summary, String body) {
    return Id.of(title, summary, body);
  }

  /** A builder with this article's values. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  public static Builder builder(URI url) {
    return new Builder(url);
  }

  /** Builds an article; what is not set takes the default that its record documents. */
  public static final class Builder {
    private @Nullable String id;
    private int revision = 1;
    private ArticleStatus status = ArticleStatus.LIVE;
    private URI url;
    private URI canonicalUrl;
    private String feedId = "";
    private String outlet = "";
    private Genre genre = Genre.REPORT;
    private @Nullable Language language;
    private String title = "";
    private String summary = "";
    private String body = "";
    private boolean truncated;
    private BodySource bodySource = BodySource.FEED;
    private @Nullable PageProblem pageProblem;
    private List<String> changed = List.of();
    private boolean firstPoll;
    private List<String> authors = List.of();
    private @Nullable Instant publishedAt;
    private @Nullable Instant updatedAt;
    private @Nullable Instant fetchedAt;

    private Builder(URI url) {
      this.url = url;
      this.canonicalUrl = url;
    }

    private Builder(Article from) {
      this(from.url);
      id = from.id;
      revision = from.revision;
      status = from.status;
      canonicalUrl = from.canonicalUrl;
      feedId = from.feedId;
      outlet = from.outlet;
      genre = from.genre;
      language = from.language();
      title = from.title;
      summary = from.summary;
      body = from.body;
      truncated = from.truncated;
      bodySource = from.bodySource;
      pageProblem = from.pageProblem();
      changed = from.changed;
      firstPoll = from.firstPoll;
      authors = from.authors;
      publishedAt = from.publishedAt();
      updatedAt = from.updatedAt();
      fetchedAt = from.fetchedAt;
    }

    /** Absent: the hash of the canonical URL. */
    public Builder id(String id) {
      this.id = id;
      return this;
    }

    public Builder revision(int revision) {
      this.revision = revision;
      return this;
    }

    public Builder status(ArticleStatus status) {
      this.status = status;
      return this;
    }

    public Builder canonicalUrl(URI canonicalUrl) {
      this.canonicalUrl = canonicalUrl;
      return this;
    }

    public Builder feedId(String feedId) {
      this.feedId = feedId;
      return this;
    }

    public Builder outlet(String outlet) {
      this.outlet = outlet;
      return this;
    }

    public Builder genre(Genre genre) {
      this.genre = genre;
      return this;
    }

    public Builder language(@Nullable Language language) {
      this.language = language;
      return this;
    }

    public Builder title(String title) {
      this.title = title;
      return this;
    }

    public Builder summary(String summary) {
      this.summary = summary;
      return this;
    }

    /** Cuts what is over {@link Article#MAX_BODY_BYTES}, at a character's boundary. */
    public Builder body(String body, BodySource source) {
      this.body = Utf8.cut(body, MAX_BODY_BYTES);
      this.truncated = this.body.length() < body.length();
      this.bodySource = source;
      return this;
    }

    public Builder pageProblem(@Nullable PageProblem pageProblem) {
      this.pageProblem = pageProblem;
      return this;
    }

    public Builder changed(List<String> changed) {
      this.changed = changed;
      return this;
    }

    public Builder firstPoll(boolean firstPoll) {
      this.firstPoll = firstPoll;
      return this;
    }

    public Builder authors(List<String> authors) {
      this.authors = authors;
      return this;
    }

    public Builder publishedAt(@Nullable Instant publishedAt) {
      this.publishedAt = publishedAt;
      return this;
    }

    public Builder updatedAt(@Nullable Instant updatedAt) {
      this.updatedAt = updatedAt;
      return this;
    }

    public Builder fetchedAt(Instant fetchedAt) {
      this.fetchedAt = fetchedAt;
      return this;
    }

    public Article build() {
      Instant fetched = requireNonNull(fetchedAt, () -> "fetchedAt is missing: " + url);
      return new Article(
          id == null ? Article.id(canonicalUrl) : id, revision, status, url, canonicalUrl, feedId, outlet, genre,
          language, title, summary, body, truncated, bodySource, pageProblem, changed, firstPoll, authors, publishedAt, updatedAt,
          fetched, fetched, Article.contentHash(title.strip(), summary, body));
    }
  }
}
