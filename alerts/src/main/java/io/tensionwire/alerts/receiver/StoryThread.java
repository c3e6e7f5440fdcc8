package io.tensionwire.alerts.receiver;

import io.tensionwire.alerts.message.Message;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one receiver was told of a story so far.
 *
 * @param id the receiver's own name for the message that began it
 * @param first what that message told
 * @param now what it should say by now: the words of the first telling, or of the last correction, as things stand
 *     after the alert under way
 * @param alerts ids of what was told in it and notified somebody, the oldest first
 * @param marks what readers made of it, in words, the oldest first: "Acknowledged by @…, 03:12 KST"
 * @param mention whom the route wants woken by what the first message told; {@code null}: nobody
 */
public record StoryThread(
    String id, Message first, Message now, List<String> alerts, List<String> marks, @Nullable String mention) {

  public StoryThread {
    alerts = List.copyOf(alerts);
    marks = List.copyOf(marks);
  }

  /** One that woke nobody. */
  public StoryThread(String id, Message first, Message now, List<String> alerts, List<String> marks) {
    this(id, first, now, alerts, marks, null);
  }

  /** One whose beginning is all that is known of it. */
  public StoryThread(String id, Message first, List<String> marks) {
    this(id, first, first, List.of(first.alertId()), marks);
  }
}
