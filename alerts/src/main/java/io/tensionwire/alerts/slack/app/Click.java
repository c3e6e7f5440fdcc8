package io.tensionwire.alerts.slack.app;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.tensionwire.alerts.message.PlainText;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Somebody pressed a button of a message of ours. All of it came from outside: names are plain, ids are checked.
 *
 * @param user such as "desk.night (U0123)": the name may change, the id does not
 * @param ts the name of the message
 * @param message what it was when the button was pressed
 * @param answerTo where the click can be answered for half an hour, a secret; {@code null} where it has no such address
 */
record Click(
    String userId, String user, String action, Buttons means, String ts, JsonObject message, @Nullable URI answerTo) {

  private static final int MOST_NAME = 40;

  /** {@code null} where it is no click on a button of ours in this channel. */
  static @Nullable Click of(@Nullable JsonElement payload, String channel) {
    if (payload == null || !payload.isJsonObject()) {
      return null;
    }
    JsonObject click = payload.getAsJsonObject();
    JsonObject action = first(click.get("actions"));
    JsonObject message = object(click, "message");
    JsonObject user = object(click, "user");
    Buttons means = Buttons.of(text(action, "value"));
    String userId = text(user, "id");
    String ts = text(message, "ts");
    boolean ours = text(click, "type").equals("block_actions")
        && text(object(click, "channel"), "id").equals(channel)
        && userId.matches("[A-Z0-9]{2,30}")
        && ts.matches("[0-9]{1,10}\\.[0-9]{1,6}");
    if (!ours || means == null) {
      return null;
    }
    String name = text(user, "username").isBlank() ? text(user, "name") : text(user, "username");
    String plain = PlainText.cut(PlainText.of(name).strip(), MOST_NAME);
    return new Click(
        userId, (plain.isEmpty() ? "somebody" : plain) + " (" + userId + ")", text(action, "action_id"), means, ts, message,
        address(text(click, "response_url")));
  }

  private static @Nullable URI address(String text) {
    if (!text.matches("https?://[!-~]{1,500}")) {
      return null;
    }
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      return null;
    }
  }

  /** Not its address. */
  @Override
  public String toString() {
    return "Click[" + action + " by " + user + " on " + ts + "]";
  }

  private static JsonObject first(@Nullable JsonElement actions) {
    JsonArray array = actions != null && actions.isJsonArray() ? actions.getAsJsonArray() : new JsonArray();
    return !array.isEmpty() && array.get(0).isJsonObject() ? array.get(0).getAsJsonObject() : new JsonObject();
  }

  private static JsonObject object(JsonObject from, String key) {
    JsonElement value = from.get(key);
    return value != null && value.isJsonObject() ? value.getAsJsonObject() : new JsonObject();
  }

  static String text(JsonObject from, String key) {
    JsonElement value = from.get(key);
    return value != null && value.isJsonPrimitive() ? value.getAsString() : "";
  }
}
