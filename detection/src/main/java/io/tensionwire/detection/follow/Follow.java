package io.tensionwire.detection.follow;

import io.tensionwire.detection.alert.Raise;
import io.tensionwire.detection.story.FollowedArticle;
import io.tensionwire.detection.story.StoryState;
import io.tensionwire.model.Alert;
import io.tensionwire.model.Detection;
import io.tensionwire.model.Story;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What following one detection leads to. */
record Follow(FollowedArticle article, StoryState state, @Nullable Story story, @Nullable Alert alert) {

  /**
   * Follows a detection of an article that was not followed before.
   *
   * @param state of the story that it is a near-copy in; absent: it opens its own
   * @param raisedAt the time of the record that holds the detection
   */
  static Follow first(Detection detection, @Nullable StoryState state, Instant raisedAt) {
    StoryState after = state == null
        ? StoryState.opened(StoryState.id(detection.watchId(), detection.articleId()), detection)
        : state.follow(detection, true);
    return told(FollowedArticle.first(detection, after.id()), after, detection, raisedAt);
  }

  /**
   * Follows a later revision.
   *
   * @param known the article as it was last followed
   * @param state of its story; absent where that is forgotten: it then goes on under the same id
   */
  static Follow revision(
      Detection detection, FollowedArticle known, @Nullable StoryState state, Instant raisedAt) {
    StoryState after =
        state == null ? StoryState.opened(known.storyId(), detection) : state.follow(detection, false);
    return told(known.revised(detection), after, detection, raisedAt);
  }

  private static Follow told(FollowedArticle article, StoryState after, Detection cause, Instant raisedAt) {
    Raise.Raised raised = Raise.raise(after, cause, raisedAt);
    StoryState state = raised == null ? after : after.withTold(raised.told());
    // A text that says nothing of note is no event: a story is one from the first severity on, and stays one.
    Story story = state.told() == null ? null : state.story();
    return new Follow(article, state, story, raised == null ? null : raised.alert());
  }
}
