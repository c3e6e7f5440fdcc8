package io.tensionwire.detection.follow;

import io.tensionwire.detection.alert.Untold;
import io.tensionwire.model.Alert;
import io.tensionwire.model.Position;
import io.tensionwire.model.Story;
import io.tensionwire.model.TensionPoint;

/** What following a watch leads to. Each kind goes to its own topic. */
public sealed interface Outcome {

  /** A story as it is now. */
  record Followed(Story story) implements Outcome {}

  /** Something worth telling. */
  record Raised(Alert alert) implements Outcome {}

  /**
   * An article that says something of note, and of which nobody is told.
   *
   * @param opens whether it is the first of its story
   */
  record Recorded(Untold why, String storyId, boolean opens) implements Outcome {}

  /** A window of the index as it is now. */
  record Measured(TensionPoint point) implements Outcome {}

  /** A position as it is now. */
  record Held(Position position) implements Outcome {}
}
