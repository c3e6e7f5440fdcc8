package io.tensionwire.alerts.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tensionwire.alerts.http.HttpCall;
import io.tensionwire.alerts.http.HttpCaller;
import io.tensionwire.alerts.http.Refusals;
import io.tensionwire.alerts.http.Reply;
import io.tensionwire.alerts.receiver.Dispatch;
import io.tensionwire.alerts.receiver.Notice;
import io.tensionwire.alerts.receiver.Outcome;
import io.tensionwire.alerts.receiver.Rate;
import io.tensionwire.alerts.receiver.Reason;
import io.tensionwire.alerts.receiver.Receiver;
import io.tensionwire.alerts.receiver.StoryThread;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.Json;
import io.tensionwire.model.yaml.Secret;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes into one chat by the <a href="https://core.telegram.org/bots/api">Bot API</a>. */
final class TelegramReceiver implements Receiver {

  private static final ObjectMapper JSON = Json.mapper();

  private final String name;
  private final String api;
  private final Secret token;
  private final String chat;
  private final Rate rate;
  private final HttpCaller http;

  /** @param api where the Bot API is, without a slash at its end */
  TelegramReceiver(String name, String api, Secret token, String chat, Rate rate, HttpCaller http) {
    this.name = name;
    this.api = api;
    this.token = token;
    this.chat = chat;
    this.rate = rate;
    this.http = http;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean showsEdits() {
    return true;
  }

  @Override
  public Rate rate() {
    return rate;
  }

  /** A story's later messages answer its first; what only changes that one is written into it. */
  @Override
  public Outcome send(Dispatch dispatch) throws InterruptedException {
    StoryThread thread = dispatch.thread();
    AlertKind kind = dispatch.alert().kind();
    boolean edit = kind == AlertKind.UPDATED || kind == AlertKind.CLOSED;
    String root = thread != null && thread.id().matches("\\d{1,18}") ? thread.id() : null;
    if (edit && root != null) {
      Outcome changed = changed(root, TelegramMessage.of(dispatch.message(), null));
      if (changed != null) {
        return changed;
      }
    }
    return post(TelegramMessage.of(dispatch.message(), edit ? null : dispatch.mention()), root, edit);
  }

  @Override
  public Outcome send(Notice notice) throws InterruptedException {
    return post(TelegramMessage.of(notice), null, false);
  }

  private Outcome post(TelegramText text, @Nullable String root, boolean silent) throws InterruptedException {
    ObjectNode body = body(text);
    if (silent) {
      body.put("disable_notification", true);
    }
    if (root != null) {
      // The message may be deleted: then the answer stands alone.
      body.putObject("reply_parameters").put("message_id", Long.parseLong(root))
          .put("allow_sending_without_reply", true);
    }
    return switch (call("sendMessage", body)) {
      case Reply.None none -> none.outcome();
      case Reply.Answer answer -> {
        JsonNode said = read(answer);
        String id = said.path("result").path("message_id").asText("");
        yield !said.path("ok").asBoolean() ? refusal(answer, said)
            : new Outcome.Delivered(id.isEmpty() ? null : id, root != null ? root : id.isEmpty() ? null : id);
      }
    };
  }

  /** What became of the change; {@code null} where that message cannot be changed, and a new one has to say it. */
  private @Nullable Outcome changed(String id, TelegramText text) throws InterruptedException {
    ObjectNode body = body(text).put("message_id", Long.parseLong(id));
    return switch (call("editMessageText", body)) {
      case Reply.None none -> none.outcome();
      case Reply.Answer answer -> {
        JsonNode said = read(answer);
        String why = said.path("description").asText("").toLowerCase(Locale.ROOT);
        if (said.path("ok").asBoolean() || why.contains("message is not modified")) {
          yield new Outcome.Delivered(id, id);
        }
        yield why.contains("message to edit not found") || why.contains("message can't be edited")
            ? null
            : refusal(answer, said);
      }
    };
  }

  private ObjectNode body(TelegramText text) {
    ObjectNode body = JSON.createObjectNode().put("chat_id", chat).put("text", text.text());
    body.set("entities", text.entities());
    body.putObject("link_preview_options").put("is_disabled", true);
    return body;
  }

  private Reply call(String method, ObjectNode body) throws InterruptedException {
    return http.call(HttpCall.post(new Secret(api + "/bot" + token.reveal() + "/" + method), body.toString()));
  }

  private static Outcome refusal(Reply.Answer answer, JsonNode said) {
    JsonNode seconds = said.path("parameters").path("retry_after");
    Duration wait = seconds.isNumber() ? Duration.ofSeconds(seconds.asLong()) : answer.retryAfter();
    String why = said.path("description").asText("");
    Outcome outcome = Refusals.of(answer, why, wait);
    boolean noChat = why.toLowerCase(Locale.ROOT).contains("chat not found")
        || why.toLowerCase(Locale.ROOT).contains("upgraded to a supergroup");
    return switch (outcome) {
      // The chat is what is wrong, not what was written into it.
      case Outcome.Rejected no when no.reason() == Reason.INVALID_MESSAGE && noChat ->
          new Outcome.Rejected(Reason.NOT_FOUND, no.detail());
      // Blocked, or put out of the group: it is not there for us any more.
      case Outcome.Rejected no when answer.status() == 403 -> new Outcome.Rejected(Reason.NOT_FOUND, no.detail());
      default -> outcome;
    };
  }

  private static JsonNode read(Reply.Answer answer) {
    try {
      JsonNode node = JSON.readTree(answer.body());
      return node == null ? JSON.nullNode() : node;
    } catch (JsonProcessingException e) {
      return JSON.missingNode();
    } catch (IOException e) {
      throw new IllegalStateException("bytes in memory cannot fail to be read", e);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
