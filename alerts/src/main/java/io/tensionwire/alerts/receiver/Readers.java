package io.tensionwire.alerts.receiver;

import io.tensionwire.model.Feedback;
import io.tensionwire.model.Silence;

/** What those who read the messages say back. Each call returns when it is on its topic, or throws. */
public interface Readers {

  void feedback(Feedback feedback);

  void silence(Silence silence);

  /** Whether this instance may still take itself for the one that tells: who was paused asks before anything is changed. */
  default boolean heard() {
    return true;
  }
}
