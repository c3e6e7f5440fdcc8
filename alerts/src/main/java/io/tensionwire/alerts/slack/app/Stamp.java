package io.tensionwire.alerts.slack.app;

import com.slack.api.model.Message;
import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.WireName;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a message of ours is, in its metadata: so it is known again when an answer was lost, and by the next instance.
 *
 * @param receiver two of them may tell the same channel
 * @param alertId of the alert that posted it; of a root, of the first one of its story
 * @param part {@link #ROOT}, {@link #REPLY} or {@link #NOTICE}
 * @param continues of a root, the name of the one that could be edited no more: both stand, and neither is too much
 */
record Stamp(
    String receiver, @Nullable String storyId, String alertId, String kind, String part, @Nullable String continues) {

  static final String EVENT_TYPE = "tensionwire_alert";

  static final String ROOT = "root";
  static final String REPLY = "reply";
  static final String NOTICE = "notice";

  static Stamp root(String receiver, @Nullable String storyId, String alertId, @Nullable AlertKind kind) {
    return new Stamp(receiver, storyId, alertId, name(kind), ROOT, null);
  }

  static Stamp reply(String receiver, Alert alert) {
    return new Stamp(receiver, alert.storyId(), alert.id(), name(alert.kind()), REPLY, null);
  }

  static Stamp notice(String receiver, String id) {
    return new Stamp(receiver, null, id, NOTICE, NOTICE, null);
  }

  /** Of a root that goes on where another can be edited no more. */
  Stamp continuing(String root) {
    return new Stamp(receiver, storyId, alertId, kind, part, root);
  }

  /** Of what a root told, below another. */
  Stamp asReply() {
    return new Stamp(receiver, storyId, alertId, kind, REPLY, null);
  }

  /** Whether both mean one message: of a story there is one root, of an alert one reply. */
  boolean sameAs(Stamp other) {
    return isOfTheSame(other) && Objects.equals(continues, other.continues);
  }

  /** The same, but for a root that may go on where another could be edited no more. */
  boolean isOfTheSame(Stamp other) {
    boolean oneRoot = part.equals(ROOT) && storyId != null && storyId.equals(other.storyId);
    return receiver.equals(other.receiver) && part.equals(other.part) && (oneRoot || alertId.equals(other.alertId));
  }

  Message.Metadata metadata() {
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("alert_id", alertId);
    if (storyId != null) {
      payload.put("story_id", storyId);
    }
    payload.put("kind", kind);
    payload.put("part", part);
    payload.put("receiver", receiver);
    if (continues != null) {
      payload.put("continues", continues);
    }
    return Message.Metadata.builder().eventType(EVENT_TYPE).eventPayload(payload).build();
  }

  /** The stamp of a message, {@code null} where it has none. */
  static @Nullable Stamp of(Message message) {
    Message.Metadata metadata = message.getMetadata();
    if (metadata == null || !EVENT_TYPE.equals(metadata.getEventType()) || metadata.getEventPayload() == null) {
      return null;
    }
    Map<String, Object> payload = metadata.getEventPayload();
    Object story = payload.get("story_id");
    Object continues = payload.get("continues");
    return new Stamp(
        text(payload, "receiver"), story == null ? null : story.toString(), text(payload, "alert_id"),
        text(payload, "kind"), text(payload, "part"), continues == null ? null : continues.toString());
  }

  private static String text(Map<String, Object> payload, String key) {
    return Objects.toString(payload.get(key), "");
  }

  private static String name(@Nullable AlertKind kind) {
    return kind == null ? "" : WireName.of(kind);
  }
}
