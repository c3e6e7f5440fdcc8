package io.tensionwire.detection.story;

import static java.util.Objects.requireNonNullElse;

import io.tensionwire.model.ArticleStatus;
import io.tensionwire.model.BodySource;
import io.tensionwire.model.Detection;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an article besides what it says.
 *
 * @param originator whose word it is, as {@code detection.origin} names originators; absent until that is known
 * @param bodySource where its text is from
 * @param gone whether its page is withdrawn
 * @param recorded whether it came too late to be told, and so do its copies
 * @param watchVersion the rules that it was judged by: what others find is not comparable
 */
public record Standing(
    @Nullable String originator, BodySource bodySource, boolean gone, boolean recorded, String watchVersion) {

  /** Of an article that an earlier version took in. */
  static final Standing UNKNOWN = new Standing(null, BodySource.FEED, false, false, "");

  public Standing {
    bodySource = requireNonNullElse(bodySource, BodySource.FEED);
    watchVersion = requireNonNullElse(watchVersion, "");
  }

  static Standing of(Detection detection) {
    return new Standing(
        null, detection.bodySource(), detection.status() == ArticleStatus.GONE, false, detection.watchVersion());
  }

  public Standing originatedBy(String originator) {
    return new Standing(originator, bodySource, gone, recorded, watchVersion);
  }

  public Standing asRecorded() {
    return new Standing(originator, bodySource, gone, true, watchVersion);
  }
}
