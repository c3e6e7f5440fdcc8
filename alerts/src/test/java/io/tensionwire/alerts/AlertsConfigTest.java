package io.tensionwire.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tensionwire.alerts.console.ConsoleConfig;
import io.tensionwire.alerts.delivery.Fallbacks;
import io.tensionwire.alerts.receiver.ReceiverConfig;
import io.tensionwire.alerts.slack.SlackWebhookConfig;
import io.tensionwire.alerts.slack.app.SlackAppConfig;
import io.tensionwire.alerts.route.Route;
import io.tensionwire.alerts.route.Routing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertsConfigTest {

  private static final String VALID = """
      max-age: 12h
      zone: Europe/Paris
      receivers:
        - name: console
          console: {}
        - name: newsroom
          slack-webhook: { url: "${SLACK_WEBHOOK_URL}" }
      route:
        receiver: console
        routes:
          - receiver: newsroom
            matchers: [ "severity >= elevated" ]
            continue: true
      """;
  private static final String URL = "https://hooks.slack.example/services/T/B/very-secret";

  @TempDir Path folder;

  @Test
  void readsWhatTheDesignShows() {
    AlertsConfig config = Walk.config(VALID, Map.of("SLACK_WEBHOOK_URL", URL));

    assertThat(config.maxAge()).isEqualTo(Duration.ofHours(12));
    assertThat(config.giveUpAfter()).isEqualTo(Duration.ofHours(24));
    assertThat(config.zone()).isEqualTo(ZoneId.of("Europe/Paris"));
    assertThat(config.receivers()).extracting(ReceiverConfig::name).containsExactly("console", "newsroom");
    assertThat(config.receivers().get(1)).isInstanceOf(SlackWebhookConfig.class);
    assertThat(config.toString()).doesNotContain("very-secret");
  }

  @Test
  void aReceiverWhoseVariableIsNotSetIsOff() {
    AlertsConfig config = Walk.config(VALID, Map.of());

    assertThat(config.receivers().get(1)).isEqualTo(new ReceiverConfig.Off("newsroom", "SLACK_WEBHOOK_URL"));
  }

  @Test
  void aSecretMayStandInAFile() throws Exception {
    Path file = Files.writeString(folder.resolve("url"), URL + "\n");

    AlertsConfig config = Walk.config(
        "receivers: [{name: newsroom, slack-webhook: {url_file: '" + file + "'}}]", Map.of());

    assertThat(config.receivers().getFirst())
        .isInstanceOfSatisfying(SlackWebhookConfig.class, s -> assertThat(s.url().reveal()).isEqualTo(URL));
  }

  @Test
  void withoutReceiversTheConsoleHearsEverything() {
    AlertsConfig config = Walk.config("", Map.of());

    assertThat(config.receivers()).containsExactly(new ConsoleConfig("console"));
    assertThat(config.routing()).isEqualTo(new Routing(Route.to("console"), null));
  }

  @Test
  void whoTellsInADeadReceiversPlaceIsRead() {
    AlertsConfig config = Walk.config("""
        dead-after: 5m
        operations: ops
        receivers: [ { name: desk, console: {}, fallback: ops }, { name: ops, console: {} } ]
        route: { receiver: desk }
        """, Map.of());

    assertThat(config.fallbacks()).isEqualTo(new Fallbacks(Duration.ofMinutes(5), "ops", Map.of("desk", "ops")));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "opps | receivers[0].fallback: opps is not a receiver; did you mean ops?",
      "desk | receivers[0].fallback: desk is the receiver itself",
  })
  void aFallbackIsAnotherReceiver(String fallback, String message) {
    assertThatThrownBy(() -> Walk.config("""
        receivers: [ { name: desk, console: {}, fallback: %s }, { name: ops, console: {} } ]
        route: { receiver: desk }
        """.formatted(fallback), Map.of())).hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "max-age: 12h | max-age: yesterday | max-age: yesterday is not a length of time",
      "max-age: 12h | max-age: 0s | max-age: 0s must be longer than nothing",
      "zone: Europe/Paris | zone: Paris/Europe | zone: Paris/Europe is not a time zone; write it like Asia/Seoul",
      "console: {} | consol: {} | receivers[0]: consol is no kind of receiver; did you mean console?",
      "console: {} | slack-webhook: {} | receivers[0].slack-webhook: url is missing",
      "name: newsroom | name: console | receivers[1].name: console is given twice",
      "name: newsroom | name: 'news room' | receivers[1].name: news room is not a name",
      "receiver: newsroom | receiver: newsrooms | route.routes[0].receiver: newsrooms is not a receiver; did you mean newsroom?",
      "continue: true | continu: true | route.routes[0].continu is not known; did you mean route.routes[0].continue?",
      "max-age: 12h | operations: newsrom | operations: newsrom is not a receiver; did you mean newsroom?",
      "max-age: 12h | dead-after: 0s | dead-after: 0s must be longer than nothing; 10m is usual",
      "max-age: 12h | give-up-afer: 1h | give-up-afer is not known; did you mean give-up-after?",
  })
  void aMistakeIsNamedWithWhatWouldBeRight(String right, String wrong, String message) {
    assertThat(VALID).contains(right);

    assertThatThrownBy(() -> Walk.config(VALID.replaceFirst(java.util.regex.Pattern.quote(right), wrong), Map.of()))
        .hasMessageContaining(message)
        .hasMessageStartingWith("test.yaml:");
  }

  @Test
  void anAddressThatIsNoneIsNotShown() {
    assertThatThrownBy(() -> Walk.config(VALID, Map.of("SLACK_WEBHOOK_URL", "very secret")))
        .hasMessageContaining("url is not an address")
        .hasMessageNotContaining("very secret");
  }

  @Test
  void severalReceiversNeedARoute() {
    assertThatThrownBy(() -> Walk.config("receivers: [{name: a, console: {}}, {name: b, console: {}}]", Map.of()))
        .hasMessageContaining("route is missing: it says which of the receivers a, b hears what");
  }

  private static final String BOT = """
      receivers:
        - name: newsroom
          slack: { token: "${SLACK_BOT_TOKEN}", channel: C0123456789, app-token: "${SLACK_APP_TOKEN}" }
      """;

  @Test
  void aSlackAppHasItsTokensAndItsChannel() {
    var config = (SlackAppConfig) Walk.config(
        BOT, Map.of("SLACK_BOT_TOKEN", "xoxb-very-secret", "SLACK_APP_TOKEN", "xapp-very-secret")).receivers().getFirst();

    assertThat(config.channel()).isEqualTo("C0123456789");
    assertThat(config.api()).isEqualTo(SlackAppConfig.API);
    assertThat(config.appToken()).isNotNull();
    assertThat(config.toString()).doesNotContain("very-secret");
  }

  @Test
  void aSlackAppWithoutItsTokenIsOffAndWithoutAnAppTokenHasNoButtons() {
    assertThat(Walk.config(BOT, Map.of()).receivers()).containsExactly(new ReceiverConfig.Off("newsroom", "SLACK_BOT_TOKEN"));

    var config = (SlackAppConfig) Walk.config(BOT, Map.of("SLACK_BOT_TOKEN", "xoxb-1")).receivers().getFirst();
    assertThat(config.appToken()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
      "xapp-secret, C0123456789, xapp-1, token is not a bot's token",
      "xoxb-secret, C0123456789, xoxb-secret, app-token is not an app's token",
      "xoxb-secret, #newsroom, xapp-1, is not a channel's id"
  })
  void whatIsNoTokenAndNoChannelIsSaidWithoutTheSecret(String token, String channel, String appToken, String said) {
    String yaml = "receivers: [{name: n, slack: {token: '${T}', channel: '" + channel + "', app-token: '${A}'}}]";

    assertThatThrownBy(() -> Walk.config(yaml, Map.of("T", token, "A", appToken)))
        .hasMessageContaining(said).hasMessageNotContaining("secret");
  }
}
