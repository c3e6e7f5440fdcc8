package io.tensionwire.alerts.teams;

import static io.tensionwire.alerts.AlertBuilder.alert;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tensionwire.alerts.SampleAlerts;
import io.tensionwire.alerts.http.HttpCaller;
import io.tensionwire.alerts.receiver.HttpReceiverContract;
import io.tensionwire.alerts.receiver.Outcome;
import io.tensionwire.alerts.receiver.Rate;
import io.tensionwire.alerts.receiver.Reason;
import io.tensionwire.alerts.receiver.Receiver;
import io.tensionwire.alerts.receiver.Threads;
import io.tensionwire.fixtures.receivers.FakeReceiver;
import io.tensionwire.fixtures.receivers.TeamsManners;
import io.tensionwire.fixtures.receivers.Trouble;
import io.tensionwire.model.yaml.Secret;
import io.tensionwire.service.address.PrivateAddresses;
import java.util.List;
import org.junit.jupiter.api.Test;

class TeamsReceiverIT extends HttpReceiverContract {

  private static final String SIGNATURE = "sig-Zx81_kQ";

  private final TeamsManners teams = new TeamsManners();
  private final FakeReceiver fake = FakeReceiver.start(teams);
  private final Receiver receiver = new TeamsReceiver(
      "newsroom", new Secret(fake.uri("/workflows/9f/triggers/manual/paths/invoke?sig=" + SIGNATURE).toString()),
      new Rate(4), new HttpCaller(PrivateAddresses.ALL, CALL_TIMEOUT));

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
    return List.of(SIGNATURE);
  }

  @Override
  protected int messages() {
    return teams.cards().size();
  }

  @Override
  protected String told() {
    var told = new StringBuilder();
    for (JsonNode card : teams.cards()) {
      card.path("body").findValuesAsText("text").forEach(text -> told.append(text).append('\n'));
      card.findValuesAsText("url").forEach(url -> told.append(url).append('\n'));
    }
    return told.toString();
  }

  /** A run shows no Markdown, and a mention needs an entry of its own. */
  @Override
  protected void assertOnlyText() {
    JsonNode card = teams.cards().getLast();
    assertThat(card.findValuesAsText("type")).doesNotContain("TextBlock", "Image", "mention", "Action.Submit");
    assertThat(card.findValuesAsText("url")).isSubsetOf("https://daily.example/world/1");
  }

  @Test
  void theHeadlineAndTheButtonOpenTheArticle() throws Exception {
    send(SampleAlerts.english());

    assertThat(teams.cards().getFirst().findValuesAsText("url"))
        .containsExactly(
            "https://harbour-post.example/world/2026/11/21/warning?id=1&x=2",
            "https://harbour-post.example/world/2026/11/21/warning?id=1&x=2");
  }

  @Test
  void whomTheRouteNamesIsMentioned() throws Exception {
    assertThat(receiver.send(Threads.waking("desk@newsroom.example", alert().build())))
        .isInstanceOf(Outcome.Delivered.class);

    JsonNode card = teams.cards().getFirst();
    assertThat(card.path("msteams").path("entities").path(0).path("mentioned").path("id").asText())
        .isEqualTo("desk@newsroom.example");
    assertThat(told()).contains("<at>desk@newsroom.example</at>");
  }

  @Test
  void whatTeamsSaidBehindAWebhookThatSaysYesIsHeard() throws Exception {
    String behind = "Webhook message delivery failed with error: Microsoft Teams endpoint returned HTTP error ";
    fake.next(Trouble.says(200, behind + "429 with ContextId 1"), Trouble.says(200, behind + "413"));

    assertThat(send(alert().build())).isInstanceOfSatisfying(
        Outcome.Retryable.class, later -> assertThat(later.reason()).isEqualTo(Reason.RATE_LIMITED));
    assertThat(send(alert().build())).isInstanceOfSatisfying(
        Outcome.Rejected.class, no -> assertThat(no.reason()).isEqualTo(Reason.INVALID_MESSAGE));
  }
}
