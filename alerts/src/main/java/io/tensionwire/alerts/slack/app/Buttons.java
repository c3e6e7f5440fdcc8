package io.tensionwire.alerts.slack.app;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import io.tensionwire.alerts.message.PlainText;
import io.tensionwire.alerts.thread.StoryThreads;
import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.Signal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reader may do with a message. Each button carries all that it means, so a click is understood by an instance that
 * never saw the message.
 *
 * @param story {@code null} where the message is of no story
 * @param alerts ids of what it told
 * @param signals ids of the rules behind it, the strongest first
 */
record Buttons(@Nullable String story, List<String> alerts, List<String> signals) {

  static final String BLOCK = "tensionwire-buttons";
  static final String ACKNOWLEDGE = "tensionwire-acknowledge";
  static final String MUTE_STORY = "tensionwire-mute-story";
  static final String MUTE_SIGNAL = "tensionwire-mute-signal";
  static final String NOT_RELEVANT = "tensionwire-not-relevant";

  /** A value may have 2,000 characters, and all of them count in the message. */
  private static final int MOST_ALERTS = 8;
  private static final int MOST_SIGNALS = 5;
  private static final int MOST_ID = 64;
  private static final int MOST_LABEL = 75;
  private static final Gson JSON = new GsonBuilder().disableHtmlEscaping().create();

  Buttons {
    alerts = alerts.stream().filter(Buttons::fits).limit(MOST_ALERTS).toList();
    signals = signals.stream().filter(Buttons::fits).distinct().limit(MOST_SIGNALS).toList();
  }

  static Buttons of(Alert alert, List<String> alerts) {
    List<String> signals = alert.signals().stream()
        .sorted(Comparator.comparing(Signal::current).thenComparing(Signal::weight).reversed())
        .map(Signal::id)
        .toList();
    return new Buttons(StoryThreads.story(alert), alerts, signals);
  }

  private static boolean fits(String id) {
    return !id.isEmpty() && id.length() <= MOST_ID;
  }

  ActionsBlock block(@Nullable AlertKind kind) {
    List<BlockElement> buttons = new ArrayList<>();
    boolean over = kind == AlertKind.CLOSED;
    buttons.add(button(ACKNOWLEDGE, "Acknowledge", new Buttons(story, alerts, signals)));
    if (story != null && fits(story) && !over) {
      buttons.add(button(MUTE_STORY, "Mute story", new Buttons(story, List.of(), List.of())));
    }
    if (!signals.isEmpty() && !over) {
      String strongest = signals.getFirst();
      buttons.add(button(
          MUTE_SIGNAL, "Mute signal for an hour: " + PlainText.of(strongest),
          new Buttons(story, alerts.subList(0, Math.min(1, alerts.size())), List.of(strongest))));
    }
    buttons.add(button(NOT_RELEVANT, "Not relevant", new Buttons(story, alerts, signals)));
    return ActionsBlock.builder().blockId(BLOCK).elements(buttons).build();
  }

  private static ButtonElement button(String action, String label, Buttons means) {
    return ButtonElement.builder()
        .actionId(action)
        .text(PlainTextObject.builder().text(PlainText.cut(label, MOST_LABEL)).emoji(false).build())
        .value(means.value())
        .build();
  }

  String value() {
    var value = new JsonObject();
    value.addProperty("story", story);
    value.add("alerts", JSON.toJsonTree(alerts));
    value.add("signals", JSON.toJsonTree(signals));
    return JSON.toJson(value);
  }

  /** What a click says it means; {@code null} where it is no value of ours. */
  static @Nullable Buttons of(String value) {
    try {
      JsonObject object = JSON.fromJson(value, JsonObject.class);
      if (object == null) {
        return null;
      }
      JsonElement story = object.get("story");
      return new Buttons(
          story == null || story.isJsonNull() ? null : story.getAsString(), texts(object, "alerts"),
          texts(object, "signals"));
    } catch (JsonParseException | IllegalStateException | UnsupportedOperationException | ClassCastException e) {
      return null;
    }
  }

  private static List<String> texts(JsonObject object, String key) {
    JsonArray array = object.getAsJsonArray(key);
    List<String> texts = new ArrayList<>();
    if (array != null) {
      array.forEach(text -> texts.add(text.getAsString()));
    }
    return texts;
  }
}
