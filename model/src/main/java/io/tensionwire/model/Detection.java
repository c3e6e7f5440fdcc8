package io.tensionwire.model;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one revision of an article says about a watch's pair. There is one for every article that names both parties,
 * with no signals where it says nothing of note, and for every later revision of such an article.
 *
 * @param id hash of article, revision and watch
 * @param score 0 to 100
 * @param severity absent where nothing is worth telling
 * @param polarity absent where {@code severity} is
 * @param passedOver why nothing is worth telling, such as {@code only-recap}; absent where {@code severity} is given
 * @param fingerprint of the text: those of near-copies are alike
 * @param gist what tells its event from others
 * @param firstPoll whether the article was there when its feed was polled for the first time
 * @param bodySource where its text is from: a page that comes after the feed's teaser corrects nothing
 * @param detectedAt the article's {@code fetchedAt}, so that a replay gives the same bytes
 */
public record Detection(
    String id,
    String articleId,
    int revision,
    String watchId,
    String watchVersion,
    String title,
    URI url,
    String feedId,
    String outlet,
    Genre genre,
    Language language,
    ArticleStatus status,
    @Nullable Instant publishedAt,
    Instant fetchedAt,
    Instant eventAt,
    int score,
    @Nullable Severity severity,
    @Nullable Confidence confidence,
    @Nullable Polarity polarity,
    @Nullable String passedOver,
    List<Signal> signals,
    Mentions mentions,
    String fingerprint,
    Gist gist,
    boolean firstPoll,
    BodySource bodySource,
    Instant detectedAt) {

  public Detection {
    requireNonNull(articleId, "articleId of a detection is missing");
    requireNonNull(watchId, () -> "watchId is missing: " + articleId);
    id = id(articleId, revision, watchId);
    watchVersion = requireNonNullElse(watchVersion, "");
    requireNonNull(title, () -> "title is missing: " + articleId);
    requireNonNull(url, () -> "url is missing: " + articleId);
    feedId = requireNonNullElse(feedId, "");
    outlet = requireNonNullElse(outlet, "");
    genre = requireNonNullElse(genre, Genre.OTHER);
    language = requireNonNullElse(language, Language.OTHER);
    status = requireNonNullElse(status, ArticleStatus.LIVE);
    requireNonNull(fetchedAt, () -> "fetchedAt is missing: " + articleId);
    requireNonNull(eventAt, () -> "eventAt is missing: " + articleId);
    if (score < 0 || score > 100) {
      throw new IllegalArgumentException("score " + score + " is not within 0 to 100: " + articleId);
    }
    signals = signals == null ? List.of() : List.copyOf(signals);
    mentions = requireNonNullElse(mentions, Mentions.NONE);
    fingerprint = requireNonNullElse(fingerprint, "");
    gist = requireNonNullElse(gist, Gist.NONE);
    bodySource = requireNonNullElse(bodySource, BodySource.FEED);
    detectedAt = fetchedAt;
  }

  public static String id(String articleId, int revision, String watchId) {
    return Id.of(articleId, Integer.toString(revision), watchId);
  }

  /** Whether an editor would want to know. */
  public boolean worthTelling() {
    return severity() != null;
  }
}
