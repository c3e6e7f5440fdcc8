package io.tensionwire.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tensionwire.alerts.email.EmailConfig;
import io.tensionwire.alerts.receiver.Receiver;
import io.tensionwire.alerts.receiver.ReceiverConfig;
import io.tensionwire.alerts.receiver.Retries;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiverKindsTest {

  private static final String KEY = "whsec_bmV3LW5ldy1uZXctbmV3LW5ldy1uZXctbmV3";
  private static final String TOKEN = "123456789:AAtelegram_token-aaaaaaaaaaaaaaaaa";
  private static final Map<String, String> SET = Map.of("SECRET", "s3cret-value", "KEY", KEY, "TOKEN", TOKEN);

  @ParameterizedTest
  @ValueSource(strings = {
    "webhook: {url: 'https://desk.example/in', secret: '${KEY}', previous-secret: '${KEY}', "
        + "allow-private-addresses: [10.0.0.0/8], messages-per-second: 5, retries: [5s, 5m, 2h]}",
    "webhook: {url: 'https://desk.example/in', secret: '${KEY}', previous-secret: '${NOT_SET}'}",
    "email: {host: smtp.example, port: 25, starttls: 'off', from: a@b.example, to: [c@d.example, 'Desk <e@f.example>']}",
    "email: {host: smtp.example, username: u, password: '${SECRET}', from: a@b.example, to: c@d.example}",
    "email: {host: smtp.example, tls: implicit, username: u, password: '${SECRET}', from: a@b.example, to: c@d.example}",
    "teams: {url: 'https://x.logic.azure.example/workflows/1?sig=${SECRET}'}",
    "discord: {url: 'https://discord.example/api/webhooks/1/${SECRET}', messages-per-second: 1}",
    "telegram: {token: '${TOKEN}', chat: '-1001234567890'}",
    "telegram: {token: '${TOKEN}', chat: '@our_channel', api: 'http://127.0.0.1:8081'}"
  })
  void opensWhatIsRight(String kind) {
    ReceiverConfig config = config(kind);

    try (Receiver receiver = config.open().orElseThrow()) {
      assertThat(receiver.name()).isEqualTo("x");
      assertThat(config.toString()).doesNotContain("s3cret-value", KEY, TOKEN);
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "x: y | 587 | REQUIRED", "port: 465 | 465 | IMPLICIT", "tls: implicit | 465 | IMPLICIT",
    "tls: implicit, port: 10465 | 10465 | IMPLICIT", "tls: starttls | 587 | REQUIRED",
    "port: 465, starttls: required | 465 | REQUIRED", "starttls: optional, port: 25 | 25 | OPTIONAL"
  })
  void aMailServerIsSpokenToInTls(String keys, int port, EmailConfig.Encryption encryption) {
    String given = keys.equals("x: y") ? "" : ", " + keys;

    assertThat(config("email: {host: h, from: a@b.example, to: c@d.example" + given + "}"))
        .isInstanceOfSatisfying(EmailConfig.class, email -> {
          assertThat(email.port()).isEqualTo(port);
          assertThat(email.encryption()).isEqualTo(encryption);
        });
  }

  @Test
  void aWebhookHasItsOwnTimesWhateverTheNewsroomsAre() {
    String webhook = "webhook: {url: 'https://desk.example/in', secret: '${KEY}'";

    try (Receiver usual = config(webhook + "}").open().orElseThrow();
        Receiver own = config(webhook + ", retries: [1m, 1h]}").open().orElseThrow();
        Receiver other = config("discord: {url: 'https://discord.example/api/webhooks/1/x'}").open().orElseThrow()) {
      assertThat(usual.retries()).isEqualTo(Retries.STANDARD_WEBHOOKS);
      assertThat(own.retries()).isEqualTo(new Retries(List.of(Duration.ofMinutes(1), Duration.ofHours(1))));
      assertThat(other.retries()).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "webhook: {url: '${NOT_SET}', secret: '${KEY}'}", "webhook: {url: 'https://desk.example/in', secret: '${NOT_SET}'}",
    "email: {host: smtp.example, username: u, password: '${NOT_SET}', from: a@b.example, to: c@d.example}",
    "teams: {url: '${NOT_SET}'}", "discord: {url: '${NOT_SET}'}", "telegram: {token: '${NOT_SET}', chat: '1'}"
  })
  void isOffWhereItsVariableIsNotSet(String kind) {
    assertThat(config(kind)).isEqualTo(new ReceiverConfig.Off("x", "NOT_SET"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "webhook: {secret: '${KEY}'} | webhook: url is missing",
    "webhook: {url: 'desk.example', secret: '${KEY}'} | webhook: url is not an address",
    "webhook: {url: 'https://desk.example'} | webhook: secret is missing; events are signed with it",
    "webhook: {url: 'https://desk.example', secret: '${SECRET}'} | webhook.secret does not start with whsec_",
    "webhook: {url: 'https://desk.example', secret: '${KEY}', allow-private-addresses: 'a b'} | a b is neither true",
    "webhook: {url: 'https://desk.example', secret: '${KEY}', secrt: x} | secrt is not known; did you mean",
    "webhook: {url: 'https://desk.example', secret: '${KEY}', retries: [0s]} | webhook.retries must be 1 to 20 pauses",
    "webhook: {url: 'https://desk.example', secret: '${KEY}', retries: soon} | webhook.retries: soon",
    "webhook: {url: 'https://desk.example', secret: '${KEY}', retries: [4d, 4d]} | last longer than 7 days together",
    "email: {from: a@b.example, to: c@d.example} | email.host is missing",
    "email: {host: h, from: a@b.example} | to must name 1 to 100 addresses",
    "email: {host: h, from: nobody, to: c@d.example} | is no address: nobody",
    "email: {host: h, from: a@b.example, to: [c@d.example, 'x y'] } | is no address: x y",
    "email: {host: h, from: a@b.example, to: c@d.example, username: u} | username is given without password",
    "email: {host: h, from: a@b.example, to: c@d.example, password: '${SECRET}'} | password is given without username",
    "email: {host: h, from: a@b.example, to: c@d.example, username: u, password: '${SECRET}', starttls: optional} | in clear",
    "email: {host: h, from: a@b.example, to: c@d.example, starttls: maybe} | starttls: maybe",
    "email: {host: h, from: a@b.example, to: c@d.example, tls: implicit, starttls: required} | has no place where tls is implicit",
    "teams: {} | teams: url is missing", "discord: {url: 'x'} | discord: url is not an address",
    "telegram: {chat: '1'} | telegram: token is missing", "telegram: {token: '${SECRET}', chat: '1'} | is no bot's token",
    "telegram: {token: '${TOKEN}', chat: 'our chat'} | our chat is no chat",
    "telegramm: {} | did you mean telegram?"
  })
  void aMistakeIsNamedWithWhatWouldBeRightAndNoSecretIsShown(String kind, String message) {
    assertThatThrownBy(() -> config(kind))
        .hasMessageContaining(message)
        .hasMessageNotContainingAny("s3cret-value", KEY, TOKEN);
  }

  /** The others mark what may be a repetition. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "slack: {token: 'xoxb-1-x', channel: C0123456789} | true",
    "webhook: {url: 'https://desk.example/in', secret: '${KEY}'} | true",
    "slack-webhook: {url: 'https://hooks.example/services/x'} | false",
    "email: {host: h, from: a@b.example, to: c@d.example} | false",
    "teams: {url: 'https://x.logic.azure.example/workflows/1'} | false",
    "discord: {url: 'https://discord.example/api/webhooks/1/x'} | false",
    "telegram: {token: '${TOKEN}', chat: '1'} | false", "console: {} | false"
  })
  void onlyWhoCanBeAskedOrHasAnIdToGoByRecognisesARepetition(String kind, boolean recognises) {
    try (Receiver receiver = config(kind).open().orElseThrow()) {
      assertThat(receiver.recognisesRepeats()).isEqualTo(recognises);
    }
  }

  @Test
  void anOffReceiverOpensNothing() {
    assertThat(config("teams: {url: '${NOT_SET}'}").open()).isEmpty();
  }

  private static ReceiverConfig config(String kind) {
    return Walk.config("receivers:\n  - name: x\n    " + kind + "\n", SET).receivers().getFirst();
  }
}
