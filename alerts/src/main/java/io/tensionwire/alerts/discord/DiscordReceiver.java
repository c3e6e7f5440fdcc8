package io.tensionwire.alerts.discord;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import org.jspecify.annotations.Nullable;

/** Posts embeds to a webhook, whose address is its secret, and changes them. */
final class DiscordReceiver implements Receiver {

  /** A webhook may be called five times in two seconds; its answers say how much of that is left. */
  static final int PER_SECOND = 2;

  private static final ObjectMapper JSON = Json.mapper();

  /** Discord's codes for a message that cannot be changed any more: deleted, another's, too often changed. */
  private static final int UNKNOWN_MESSAGE = 10008;

  private static final int NOT_OURS = 50005;
  private static final int TOO_MANY_EDITS = 30046;

  private final String name;
  private final Secret url;
  private final Rate rate;
  private final HttpCaller http;
  private final Allowance allowance = new Allowance();

  DiscordReceiver(String name, Secret url, Rate rate, HttpCaller http) {
    this.name = name;
    this.url = url;
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

  @Override
  public Outcome send(Dispatch dispatch) throws InterruptedException {
    StoryThread thread = dispatch.thread();
    AlertKind kind = dispatch.alert().kind();
    boolean edit = kind == AlertKind.UPDATED || kind == AlertKind.CLOSED;
    if (edit && thread != null && thread.id().matches("\\d+")) {
      String body = DiscordMessage.json(dispatch.message(), null, false);
      Outcome changed = changed(thread.id(), body);
      if (changed != null) {
        return changed;
      }
    }
    return post(DiscordMessage.json(dispatch.message(), edit ? null : dispatch.mention(), edit), thread);
  }

  @Override
  public Outcome send(Notice notice) throws InterruptedException {
    return post(DiscordMessage.json(notice), null);
  }

  private Outcome post(String body, @Nullable StoryThread thread) throws InterruptedException {
    // Without it Discord answers before it knows whether it takes the message, and gives no id.
    return switch (call(HttpCall.post(below("", "wait=true"), body))) {
      case Reply.None none -> none.outcome();
      case Reply.Answer answer when answer.isSuccess() -> {
        String id = read(answer).path("id").asText("");
        String root = thread == null ? id : thread.id();
        yield id.isEmpty() ? Outcome.delivered() : new Outcome.Delivered(id, root);
      }
      case Reply.Answer answer -> refusal(answer);
    };
  }

  /** What became of the change; {@code null} where that message cannot be changed, and a new one has to say it. */
  private @Nullable Outcome changed(String id, String body) throws InterruptedException {
    return switch (call(HttpCall.patch(below("/messages/" + id, ""), body))) {
      case Reply.None none -> none.outcome();
      case Reply.Answer answer when answer.isSuccess() -> new Outcome.Delivered(id, id);
      case Reply.Answer answer -> switch (read(answer).path("code").asInt()) {
        case UNKNOWN_MESSAGE, NOT_OURS, TOO_MANY_EDITS -> null;
        default -> refusal(answer);
      };
    };
  }

  private Reply call(HttpCall call) throws InterruptedException {
    allowance.await();
    Reply reply = http.call(call);
    if (reply instanceof Reply.Answer answer) {
      allowance.read(answer);
    }
    return reply;
  }

  private static Outcome refusal(Reply.Answer answer) {
    JsonNode said = read(answer);
    JsonNode seconds = said.path("retry_after");
    Duration wait = seconds.isNumber()
        ? Duration.ofMillis((long) Math.ceil(Math.max(0, Math.min(seconds.asDouble(), 86_400)) * 1000))
        : answer.retryAfter();
    int code = said.path("code").asInt();
    Outcome outcome = Refusals.of(answer, code == 0 ? "" : "code " + code, wait);
    // A message of ours that is gone says nothing about the webhook.
    return outcome instanceof Outcome.Rejected(Reason reason, String detail) && code == UNKNOWN_MESSAGE
            && reason == Reason.NOT_FOUND
        ? new Outcome.Rejected(Reason.INVALID_MESSAGE, detail)
        : outcome;
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

  /** An address below the webhook's own, whose query stays: it may name a thread. */
  private Secret below(String path, String query) {
    String[] parts = url.reveal().split("\\?", 2);
    String own = parts.length == 2 ? parts[1] : "";
    String both = own.isEmpty() || query.isEmpty() ? own + query : own + "&" + query;
    return new Secret(parts[0].replaceFirst("/+$", "") + path + (both.isEmpty() ? "" : "?" + both));
  }

  @Override
  public void close() {
    http.close();
  }
}
