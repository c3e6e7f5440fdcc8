package io.tensionwire.alerts.receiver;

import io.tensionwire.alerts.message.Message;
import io.tensionwire.model.Alert;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Dispatches that go on with a story, or wake somebody. */
public final class Threads {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  private Threads() {}

  public static Dispatch after(String id, Alert alert) {
    Message message = Message.of(alert, PARIS);
    return new Dispatch(alert, message, new StoryThread(id, message, List.of()), null, false);
  }

  public static Dispatch waking(@Nullable String mention, Alert alert) {
    return new Dispatch(alert, Message.of(alert, PARIS), null, mention, false);
  }
}
