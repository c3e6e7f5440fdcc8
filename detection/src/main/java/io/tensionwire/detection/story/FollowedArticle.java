package io.tensionwire.detection.story;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.tensionwire.model.Detection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An article that names the pair, and the story it went into.
 *
 * @param revision the newest that was followed
 * @param fingerprint of the newest text that had one
 * @param eventAt of the first revision: it stays, so that a story stays where it is in time
 * @param seenAt when the newest revision was fetched
 * @param portrait of the newest revision; absent where its story knows its event well enough from others, and for what
 *     was followed by earlier versions
 */
public record FollowedArticle(
    String watchId,
    String articleId,
    int revision,
    String storyId,
    String fingerprint,
    Instant eventAt,
    Instant seenAt,
    @Nullable Portrait portrait) {

  public FollowedArticle {
    requireNonNull(articleId, "articleId of a followed article is missing");
    requireNonNull(watchId, () -> "watchId is missing: " + articleId);
    requireNonNull(storyId, () -> "storyId is missing: " + articleId);
    fingerprint = requireNonNullElse(fingerprint, "");
    requireNonNull(eventAt, () -> "eventAt is missing: " + articleId);
    requireNonNull(seenAt, () -> "seenAt is missing: " + articleId);
  }

  public static FollowedArticle first(Detection detection, String storyId) {
    return new FollowedArticle(
        detection.watchId(), detection.articleId(), detection.revision(), storyId, detection.fingerprint(),
        detection.eventAt(), detection.fetchedAt(), Portrait.of(detection));
  }

  public FollowedArticle revised(Detection detection) {
    return new FollowedArticle(
        watchId, articleId, detection.revision(), storyId,
        detection.fingerprint().isEmpty() ? fingerprint : detection.fingerprint(), eventAt, detection.fetchedAt(),
        portrait == null ? null : Portrait.of(detection));
  }

  FollowedArticle withoutPortrait() {
    return new FollowedArticle(watchId, articleId, revision, storyId, fingerprint, eventAt, seenAt, null);
  }

  /** The same article in the story that its own went into. */
  FollowedArticle movedTo(String survivor) {
    return new FollowedArticle(watchId, articleId, revision, survivor, fingerprint, eventAt, seenAt, portrait);
  }

  /** Where an article of a watch is kept. */
  public static String key(String watchId, String articleId) {
    return watchId + "/" + articleId;
  }

  public String key() {
    return key(watchId, articleId);
  }
}
