package io.tensionwire.alerts.discord;

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
import io.tensionwire.fixtures.receivers.DiscordManners;
import io.tensionwire.fixtures.receivers.FakeReceiver;
import io.tensionwire.fixtures.receivers.Trouble;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.yaml.Secret;
import io.tensionwire.service.address.PrivateAddresses;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DiscordReceiverIT extends HttpReceiverContract {

  private static final String TOKEN = "aZ9_discord-token-1";

  private final DiscordManners discord = new DiscordManners(TOKEN);
  private final FakeReceiver fake = FakeReceiver.start(discord);
  private final Receiver receiver = new DiscordReceiver(
      "newsroom", new Secret(fake.uri("/api/webhooks/123/" + TOKEN).toString()), new Rate(2),
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
    return List.of(TOKEN);
  }

  @Override
  protected String refusal(String words) {
    return "{\"message\":\"" + words + "\",\"code\":50035}";
  }

  @Override
  protected int messages() {
    return discord.messages().size();
  }

  /** As it is shown: without the backslashes, and a link beside its words. */
  @Override
  protected String told() {
    var told = new StringBuilder();
    for (JsonNode message : discord.messages().values()) {
      JsonNode embed = message.path("embeds").path(0);
      told.append(message.path("content").asText("")).append('\n')
          .append(embed.path("description").asText().replaceAll("\\\\(\\p{Punct})", "$1")).append('\n')
          .append(embed.path("footer").path("text").asText("")).append('\n');
    }
    return told.toString();
  }

  /** All mark-up that is left without a backslash is our own. */
  @Override
  protected void assertOnlyText() {
    JsonNode message = List.copyOf(discord.messages().values()).getLast();
    String own = message.path("embeds").path(0).path("description").asText()
        .replaceAll("\\\\\\p{Punct}", "")
        .replace("](<https://daily.example/world/1>)", "]");
    assertThat(own.replaceAll("(?m)^> |\\*\\*?|^\\[|\\]$", "")).doesNotContainPattern("[*_~`|>#<@:\\[\\]()]");
    assertThat(message.path("allowed_mentions").toString()).isEqualTo("{\"parse\":[]}");
    assertThat(message.path("content").asText("")).isEmpty();
  }

  @Test
  void theMessageHasItsNameAndIsChangedByIt() throws Exception {
    var first = (Outcome.Delivered) send(alert().headline("Before").build());
    String id = String.valueOf(first.threadId());

    Outcome changed = receiver.send(Threads.after(id, alert().kind(AlertKind.UPDATED).headline("After").build()));

    assertThat(changed).isEqualTo(new Outcome.Delivered(id, id));
    assertThat(discord.messages()).containsOnlyKeys(id);
    assertThat(told()).contains("After").doesNotContain("Before");
  }

  @Test
  void whatCannotBeChangedIsSaidAnewInSilence() throws Exception {
    var first = (Outcome.Delivered) send(alert().build());
    String id = String.valueOf(first.threadId());
    discord.delete(id);

    Outcome told = receiver.send(Threads.after(id, alert().kind(AlertKind.UPDATED).build()));

    assertThat(told).isInstanceOf(Outcome.Delivered.class);
    assertThat(discord.messages()).hasSize(1);
    assertThat(discord.messages().values()).first().satisfies(m -> assertThat(m.path("flags").asInt()).isEqualTo(4096));
  }

  @Test
  void onlyWhomTheRouteNamesIsPinged() throws Exception {
    send(alert().headline("@everyone <@&223456789012345678>").build());
    assertThat(discord.pinged()).isEmpty();

    receiver.send(Threads.waking("<@&123456789012345678>", alert().headline("<@&223456789012345678>").build()));

    assertThat(discord.pinged()).hasSize(1);
    assertThat(discord.pinged().getFirst().path("allowed_mentions").toString())
        .isEqualTo("{\"parse\":[],\"roles\":[\"123456789012345678\"]}");
  }

  @Test
  void theFractionOfASecondThatItAsksForIsTold() throws Exception {
    fake.next(Trouble.says(
        429, "{\"message\":\"You are being rate limited.\",\"retry_after\":0.735,\"global\":false}",
        Map.of("Retry-After", "1")));

    assertThat(send(alert().build()))
        .isEqualTo(new Outcome.Retryable(Reason.RATE_LIMITED, "429", Duration.ofMillis(735)));
  }

  @Test
  void anAllowanceThatIsUsedUpIsWaitedFor() throws Exception {
    fake.next(Trouble.says(
        200, "{\"id\":\"1\"}", Map.of("X-RateLimit-Remaining", "0", "X-RateLimit-Reset-After", "0.6")));
    send(alert().build());

    long start = System.nanoTime();
    send(alert().build());

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(500));
  }

  @Test
  void aWebhookThatWasDeletedIsGone() throws Exception {
    fake.next(Trouble.says(404, "{\"message\":\"Unknown Webhook\",\"code\":10015}"));

    assertThat(send(alert().build())).isEqualTo(new Outcome.Rejected(Reason.NOT_FOUND, "404 code 10015"));
  }
}
