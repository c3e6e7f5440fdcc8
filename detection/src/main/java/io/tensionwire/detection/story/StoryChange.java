package io.tensionwire.detection.story;

import static java.util.Objects.requireNonNull;

import io.tensionwire.model.Detection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one detection did to the stories.
 *
 * @param isNew whether it is the first revision that is followed of its article
 * @param article as it is followed now
 * @param before the story before it; absent where the article opens it
 * @param after the story as it is now
 * @param merged the stories that turned out to be the same and went into {@code after}, as they are now
 */
public record StoryChange(
    Detection cause,
    boolean isNew,
    FollowedArticle article,
    @Nullable StoryState before,
    StoryState after,
    List<StoryState> merged) {

  public StoryChange {
    requireNonNull(cause, "cause of a change is missing");
    requireNonNull(article, () -> "article of a change is missing: " + cause.articleId());
    requireNonNull(after, () -> "story of a change is missing: " + cause.articleId());
    merged = List.copyOf(merged);
  }

  /**
   * An article that was not followed before.
   *
   * @param story that it reports, too; absent: it opens its own
   */
  public static StoryChange first(Detection detection, @Nullable StoryState story) {
    StoryState after = story == null
        ? StoryState.opened(StoryState.id(detection.watchId(), detection.articleId()), detection)
        : story.follow(detection, true);
    return new StoryChange(
        detection, true, FollowedArticle.first(detection, after.id()), story, after, List.of());
  }

  /**
   * A later revision.
   *
   * @param known the article as it was last followed
   * @param story its own; absent where that is forgotten: it then goes on under the same id
   */
  public static StoryChange revision(Detection detection, FollowedArticle known, @Nullable StoryState story) {
    StoryState after =
        story == null ? StoryState.opened(known.storyId(), detection) : story.follow(detection, false);
    return new StoryChange(detection, false, known.revised(detection), story, after, List.of());
  }

  /** The same, with an article that says nothing of its event that others have not said. */
  StoryChange withoutPortrait() {
    return new StoryChange(cause, isNew, article.withoutPortrait(), before, after, merged);
  }
}
