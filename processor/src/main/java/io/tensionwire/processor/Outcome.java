package io.tensionwire.processor;

import io.tensionwire.model.Alert;
import io.tensionwire.model.Story;

/** What following a watch leads to. Each kind goes to its own topic. */
sealed interface Outcome {

  /** A story as it is now. */
  record Followed(Story story) implements Outcome {}

  /** Something worth telling. */
  record Raised(Alert alert) implements Outcome {}
}
