package io.tensionwire.alerts.receiver;

import io.tensionwire.alerts.message.Message;
import io.tensionwire.model.Alert;
import org.jspecify.annotations.Nullable;

/**
 * One alert on its way to one receiver.
 *
 * @param message the alert in words: what receivers show; the alert itself is for those that machines read
 * @param thread what this receiver was told of the story before; {@code null} where that is nothing, or it is no story
 * @param mention whom the route wants woken, in the receiver's own words; {@code null}: nobody
 * @param mayBeTold an earlier call got no answer: a receiver that can look does so before it tells again
 */
public record Dispatch(
    Alert alert, Message message, @Nullable StoryThread thread, @Nullable String mention, boolean mayBeTold) {

  /** For the first time, in a thread of its own, waking nobody. */
  public static Dispatch of(Alert alert, Message message) {
    return new Dispatch(alert, message, null, null, false);
  }
}
