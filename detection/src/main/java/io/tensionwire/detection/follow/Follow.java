package io.tensionwire.detection.follow;

import io.tensionwire.detection.alert.Raise;
import io.tensionwire.detection.story.StoryChange;
import io.tensionwire.detection.story.StoryState;
import io.tensionwire.model.Alert;
import io.tensionwire.model.Story;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What following one detection leads to. */
record Follow(StoryChange change, StoryState state, @Nullable Story story, @Nullable Alert alert) {

  /** @param raisedAt the time of the record that holds the cause */
  static Follow of(StoryChange change, Instant raisedAt) {
    Raise.Raised raised = Raise.raise(change.after(), change.cause(), raisedAt);
    StoryState state = raised == null ? change.after() : change.after().withTold(raised.told());
    // A text that says nothing of note is no event: a story is one from the first severity on, and stays one.
    Story story = state.told() == null ? null : state.story();
    return new Follow(change, state, story, raised == null ? null : raised.alert());
  }
}
