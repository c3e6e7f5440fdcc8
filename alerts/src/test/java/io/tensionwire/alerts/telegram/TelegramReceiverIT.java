package io.tensionwire.alerts.telegram;

import static io.tensionwire.alerts.AlertBuilder.alert;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tensionwire.alerts.http.HttpCaller;
import io.tensionwire.alerts.receiver.HttpReceiverContract;
import io.tensionwire.alerts.receiver.Outcome;
import io.tensionwire.alerts.receiver.Rate;
import io.tensionwire.alerts.receiver.Reason;
import io.tensionwire.alerts.receiver.Receiver;
import io.tensionwire.alerts.receiver.Threads;
import io.tensionwire.fixtures.receivers.FakeReceiver;
import io.tensionwire.fixtures.receivers.TelegramManners;
import io.tensionwire.fixtures.receivers.Trouble;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.yaml.Secret;
import io.tensionwire.service.address.PrivateAddresses;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TelegramReceiverIT extends HttpReceiverContract {

  private static final String TOKEN = "123456789:AAtelegram_token-aaaaaaaaaaaaaaaaa";
  private static final String CHAT = "-1001234567890";

  private final TelegramManners telegram = new TelegramManners(TOKEN, CHAT);
  private final FakeReceiver fake = FakeReceiver.start(telegram);
  private final Receiver receiver = new TelegramReceiver(
      "newsroom", fake.uri("").toString(), new Secret(TOKEN), CHAT, new Rate(1),
      new HttpCaller(PrivateAddresses.ALL, CALL_TIMEOUT));

  @Override
  protected Receiver receiver() {
    return receiver;
  }

  @Override
  protected FakeReceiver fake() {
    return fake;
  }

  @Override
  protected List<String> secrets() {
    return List.of(TOKEN, "AAtelegram_token-aaaaaaaaaaaaaaaaa");
  }

  @Override
  protected String refusal(String words) {
    return "{\"ok\":false,\"error_code\":400,\"description\":\"" + words + "\"}";
  }

  @Override
  protected int messages() {
    return telegram.messages().size();
  }

  /** As it is shown: what breaks a mention up is not seen. */
  @Override
  protected String told() {
    var told = new StringBuilder();
    for (JsonNode message : telegram.messages().values()) {
      told.append(message.path("text").asText().replace("\u2060", "")).append('\n');
      message.path("entities").forEach(entity -> told.append(entity.path("url").asText("")).append('\n'));
    }
    return told.toString();
  }

  @Override
  protected void assertOnlyText() {
    JsonNode message = List.copyOf(telegram.messages().values()).getLast();
    assertThat(telegram.found()).isEmpty();
    assertThat(message.has("parse_mode")).isFalse();
    assertThat(message.path("entities").findValuesAsText("url")).isSubsetOf("https://daily.example/world/1");
    assertThat(message.path("link_preview_options").path("is_disabled").asBoolean()).isTrue();
  }

  @Test
  void theWordsThatTriggeredAreBoldInTheirSentence() throws Exception {
    send(alert().headline("x").signal("한국이 🚨 상응하는 조치를 취하겠다고 말했다.", "상응하는 조치").build());

    JsonNode message = telegram.messages().values().iterator().next();
    String text = message.path("text").asText();
    assertThat(message.path("entities")).anySatisfy(entity -> {
      assertThat(entity.path("type").asText()).isEqualTo("bold");
      assertThat(text.substring(
          entity.path("offset").asInt(), entity.path("offset").asInt() + entity.path("length").asInt()))
          .isEqualTo("상응하는 조치");
    });
  }

  @Test
  void laterMessagesAnswerTheFirstAndUpdatesChangeIt() throws Exception {
    var first = (Outcome.Delivered) send(alert().headline("Before").build());
    String id = String.valueOf(first.remoteId());

    Outcome changed = receiver.send(Threads.after(id, alert().kind(AlertKind.UPDATED).headline("After").build()));
    Outcome same = receiver.send(Threads.after(id, alert().kind(AlertKind.UPDATED).headline("After").build()));
    var answer = (Outcome.Delivered) receiver.send(Threads.after(id, alert().kind(AlertKind.ESCALATED).build()));

    assertThat(changed).isEqualTo(new Outcome.Delivered(id, id));
    assertThat(same).isEqualTo(changed);
    assertThat(answer.threadId()).isEqualTo(id);
    assertThat(telegram.messages()).hasSize(2);
    assertThat(telegram.messages().get(Long.valueOf(String.valueOf(answer.remoteId())))
        .path("reply_parameters").path("message_id").asText()).isEqualTo(id);
    assertThat(told()).contains("After").doesNotContain("Before");
  }

  @Test
  void whereTheFirstMessageIsDeletedTheNextStandsAlone() throws Exception {
    var first = (Outcome.Delivered) send(alert().build());
    String id = String.valueOf(first.remoteId());
    telegram.delete(Long.parseLong(id));

    assertThat(receiver.send(Threads.after(id, alert().kind(AlertKind.ESCALATED).build())))
        .isInstanceOf(Outcome.Delivered.class);
    assertThat(receiver.send(Threads.after(id, alert().kind(AlertKind.UPDATED).build())))
        .isInstanceOf(Outcome.Delivered.class);

    assertThat(telegram.messages()).hasSize(2);
    assertThat(List.copyOf(telegram.messages().values()).getLast().path("disable_notification").asBoolean()).isTrue();
  }

  @Test
  void theSecondsInTheBodyAreTold() throws Exception {
    fake.next(Trouble.says(429, "{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests: retry after 35\","
        + "\"parameters\":{\"retry_after\":35}}"));

    assertThat(send(alert().build())).isEqualTo(
        new Outcome.Retryable(Reason.RATE_LIMITED, "429 Too Many Requests: retry after 35", Duration.ofSeconds(35)));
  }

  @ParameterizedTest
  @CsvSource({
    "403, Forbidden: bot was blocked by the user, NOT_FOUND",
    "403, Forbidden: bot was kicked from the supergroup chat, NOT_FOUND",
    "400, Bad Request: chat not found, NOT_FOUND", "401, Unauthorized, FORBIDDEN",
    "400, Bad Request: message is too long, INVALID_MESSAGE"
  })
  void whatItRefusesForGood(int status, String description, Reason reason) throws Exception {
    fake.next(Trouble.says(
        status, "{\"ok\":false,\"error_code\":" + status + ",\"description\":\"" + description + "\"}"));

    assertThat(send(alert().build())).isEqualTo(new Outcome.Rejected(reason, status + " " + description));
  }

  @Test
  void onlyTheMentionOfTheRouteIsFound() throws Exception {
    receiver.send(Threads.waking("@night_desk", alert().headline("@somebody_else says").build()));

    assertThat(telegram.found()).containsExactly("@night_desk");
  }
}
