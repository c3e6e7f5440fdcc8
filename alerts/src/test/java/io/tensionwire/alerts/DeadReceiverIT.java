package io.tensionwire.alerts;

import static io.tensionwire.alerts.AlertBuilder.alertNow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tensionwire.broker.EmbeddedBroker;
import io.tensionwire.fixtures.slack.Answer;
import io.tensionwire.fixtures.slack.FakeSlack;
import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.Delivery;
import io.tensionwire.model.DeliveryState;
import io.tensionwire.service.RoleContext;
import io.tensionwire.service.kafka.TopicReader;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A receiver that dies: somebody is told, once, and another tells what it should have told. */
@Timeout(120)
class DeadReceiverIT {

  private static final Answer GONE = Answer.refused(404, "no_service");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir static Path data;
  private static EmbeddedBroker broker;

  private final FakeSlack slack = FakeSlack.start();
  private Walk walk;

  @BeforeAll
  static void startBroker() {
    broker = EmbeddedBroker.start(data);
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @BeforeEach
  void walk() {
    walk = new Walk(broker.bootstrapServers(), slack);
  }

  @AfterEach
  void close() {
    walk.close();
    slack.close();
    assertThat(walk.bugs).isEmpty();
  }

  @Test
  void itsAlertsAreToldThroughItsFallbackAndWhoTellsThemKnowsWhy() {
    slack.always("desk", GONE);
    walk.start(config("desk: mail, mail: "));

    walk.raise(raised("a1"), raised("a2"));

    awaitTold("mail", "a1", "a2", "desk is dead: not-found: 404 no_service");
    walk.raise(raised("a3"));
    awaitTold("mail", "a3");
    await().atMost(PATIENCE).untilAsserted(() -> {
      assertThat(delivery("a1/desk").state()).isEqualTo(DeliveryState.FAILED);
      assertThat(delivery("a1/desk").reason()).isEqualTo("receiver-dead: told through mail");
      assertThat(delivery("a2/desk").state()).isEqualTo(DeliveryState.FAILED);
      assertThat(delivery("a3/desk").state()).as("the newest, to try it by").isEqualTo(DeliveryState.PENDING);
    });
    assertThat(troubles()).hasSize(1);
    assertThat(troubles().getFirst().subject()).isEqualTo("coverage/receiver/desk");
    assertThat(slack.messages("mail")).hasSize(4);
  }

  @Test
  void itsReturnIsToldAndItIsToldAgain() {
    slack.always("desk", GONE);
    RoleContext context = walk.context(Clock.systemUTC());
    walk.app(config("desk: mail, mail: "), context).start();
    walk.raise(raised("a1"));
    awaitTold("mail", "a1", "desk is dead");
    await().atMost(PATIENCE).untilAsserted(
        () -> assertThat(context.health().states().get("alerts")).startsWith("ready; but receiver desk is dead since"));
    assertThat(breaker(context)).isEqualTo(3);

    slack.recovers("desk");

    awaitTold("desk", "a1");
    walk.raise(raised("a2"));
    awaitTold("desk", "a2");
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(troubles()).hasSize(2));
    assertThat(troubles().getLast().headline()).isEqualTo("Receiver desk answers again");
    assertThat(context.health().states().get("alerts")).isEqualTo("ready");
    assertThat(breaker(context)).isZero();
    assertThat(walk.ledger()).as("its fallback has nothing to do with it").doesNotContainKey("a2/mail");
  }

  @Test
  void aSuccessorDoesNotTellTheDeathOnceMore() {
    slack.always("desk", GONE);
    AlertsApp first = walk.start(config("desk: mail, mail: "));
    walk.raise(raised("a1"));
    awaitTold("mail", "a1", "desk is dead");
    first.close();

    walk.start(config("desk: mail, mail: "));
    walk.raise(raised("a2"));

    awaitTold("mail", "a2");
    int calls = slack.calls("desk").size();
    await().atMost(PATIENCE).until(() -> slack.calls("desk").size() > calls);
    assertThat(troubles()).hasSize(1);
  }

  @Test
  void withoutAFallbackItsAlertsWaitForIt() {
    slack.always("desk", GONE);
    walk.start(config("desk: "));
    walk.raise(raised("a1"), raised("a2"));
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(troubles()).hasSize(1));
    assertThat(delivery("a1/desk").state()).isEqualTo(DeliveryState.PENDING);

    slack.recovers("desk");

    awaitTold("desk", "a1", "a2");
    assertThat(slack.messages("desk")).hasSize(2);
  }

  @Test
  void twoThatAreEachOthersFallbackPassNothingRoundInACircle() {
    slack.always("desk", GONE);
    slack.always("mail", GONE);
    walk.start(config("desk: mail, mail: desk"));
    walk.raise(raised("a1"), raised("a2"), raised("a3"));
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(troubles()).hasSize(2));

    slack.recovers("mail");

    awaitTold("mail", "a1", "a2", "a3");
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(troubles()).hasSize(3));
    assertThat(slack.messages("mail").stream().filter(message -> message.toString().contains("SAMPLE: a1 ")).toList())
        .hasSizeLessThanOrEqualTo(1);
    assertThat(slack.messages("desk")).isEmpty();
  }

  @Test
  void aFaultOfOneMessageKillsNobody() {
    slack.answers("desk", Answer.refused(400, "invalid_payload"), Answer.refused(400, "invalid_payload"));
    walk.start(config("desk: mail, mail: "));

    walk.raise(raised("a1"), raised("a2"), raised("a3"));

    awaitTold("desk", "a3");
    await().atMost(PATIENCE).untilAsserted(() -> {
      await().atMost(PATIENCE).untilAsserted(() -> {
      assertThat(delivery("a1/desk").reason()).isEqualTo("invalid-message: 400 invalid_payload");
      assertThat(delivery("a2/desk").reason()).isEqualTo("invalid-message: 400 invalid_payload");
      assertThat(delivery("a3/desk").state()).isEqualTo(DeliveryState.DELIVERED);
    });
      assertThat(delivery("a2/desk").reason()).isEqualTo("invalid-message: 400 invalid_payload");
      assertThat(delivery("a3/desk").state()).isEqualTo(DeliveryState.DELIVERED);
    });
    assertThat(troubles()).isEmpty();
    assertThat(slack.messages("mail")).isEmpty();
  }

  /** @param fallbacks each receiver, the first of which hears everything, with its fallback: {@code desk: mail, mail: } */
  private AlertsConfig config(String fallbacks) {
    var yaml = new StringBuilder("zone: UTC\nreceivers:\n");
    List<String> names = new ArrayList<>();
    for (String each : fallbacks.split(",", -1)) {
      String name = each.split(":", -1)[0].strip();
      String fallback = each.split(":", -1)[1].strip();
      names.add(name);
      yaml.append("  - { name: ").append(name)
          .append(fallback.isEmpty() ? "" : ", fallback: " + fallback)
          .append(", slack-webhook: { messages-per-second: 1000, url: '").append(slack.webhook(name)).append("' } }\n");
    }
    yaml.append("route: { receiver: ").append(names.getFirst()).append(" }\n");
    return Walk.config(yaml.toString(), Map.of());
  }

  private List<Alert> troubles() {
    List<Alert> troubles = new ArrayList<>();
    try (var reader =
        new TopicReader<>(walk.kafka, "troubles-" + UUID.randomUUID(), walk.topics.alerts(), Duration.ofSeconds(20))) {
      reader.readValuesToEnd(alert -> {
        if (alert.kind() == AlertKind.COVERAGE) {
          troubles.add(alert);
        }
      });
    }
    return troubles;
  }

  private void awaitTold(String channel, String... words) {
    await().atMost(PATIENCE).untilAsserted(() -> {
      for (String word : words) {
        assertThat(slack.messages(channel)).as("messages in %s with %s", channel, word)
            .anyMatch(message -> message.toString().contains(word));
      }
    });
  }

  private static Alert raised(String id) {
    return alertNow(id).headline("SAMPLE: " + id + " is told").build();
  }

  private static double breaker(RoleContext context) {
    return context.meters().get("tensionwire.alerts.breaker").tag("receiver", "desk").gauge().value();
  }

  private Delivery delivery(String key) {
    return Objects.requireNonNull(walk.ledger().get(key), key);
  }
}
