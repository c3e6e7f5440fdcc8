package io.tensionwire.detection.follow;

import io.tensionwire.detection.alert.Raise.Raised;
import io.tensionwire.detection.story.StoryChange;
import io.tensionwire.detection.story.StoryState;
import io.tensionwire.model.Story;
import org.jspecify.annotations.Nullable;

/**
 * What following one detection leads to.
 *
 * @param story as others see it; absent where it says nothing of note
 */
record Follow(StoryChange change, Raised raised, @Nullable Story story) {

  /** @param originators how many reported it on their own */
  static Follow of(StoryChange change, Raised raised, int originators) {
    boolean event = isEvent(raised.state()) || wasEvent(change);
    return new Follow(change, raised, event ? raised.state().story(originators) : null);
  }

  /** A text that says nothing of note is no event: a story is one while it has a severity, and for good once told. */
  static boolean isEvent(StoryState story) {
    return story.told() != null || story.severity() != null;
  }

  /** Whether it makes an event of what was none. */
  boolean opens() {
    return story != null && !wasEvent(change);
  }

  private static boolean wasEvent(StoryChange change) {
    StoryState before = change.before();
    return before != null && isEvent(before);
  }
}
