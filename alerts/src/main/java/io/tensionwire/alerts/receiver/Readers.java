package io.tensionwire.alerts.receiver;

import io.tensionwire.model.Feedback;
import io.tensionwire.model.Silence;

/** What those who read the messages say back. Each call returns when it is on its topic, or throws. */
public interface Readers {

  void feedback(Feedback feedback);

  void silence(Silence silence);
}
