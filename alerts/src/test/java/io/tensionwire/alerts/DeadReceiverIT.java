package io.tensionwire.alerts;

import static io.tensionwire.alerts.AlertBuilder.alertNow;
import static io.tensionwire.alerts.Walk.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.fixtures.slack.Answer;
import io.tensionwire.fixtures.slack.FakeSlack;
import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.DeliveryState;
import io.tensionwire.service.RoleContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** A receiver that dies: somebody is told, once, and another tells what it should have told. */
@ExtendWith(WalkOnSharedBroker.class)
@Timeout(120)
class DeadReceiverIT {

  private static final Answer GONE = Answer.refused(404, "no_service");

  private final FakeSlack slack;
  private final Walk walk;

  DeadReceiverIT(Walk walk) {
    this.walk = walk;
    this.slack = walk.slack;
  }

  @Test
  void itsAlertsAreToldThroughItsFallbackAndWhoTellsThemKnowsWhy() {
    slack.always("desk", GONE);
    walk.start(config("desk: mail, mail: "));

    walk.raise(raised("a1"), raised("a2"));

    walk.awaitTold("mail", "a1", "a2", "desk is dead: not-found: 404 no_service");
    walk.raise(raised("a3"));
    walk.awaitTold("mail", "a3");
    walk.awaitFate("a1/desk", "FAILED receiver-dead: told through mail");
    walk.awaitFate("a2/desk", "FAILED receiver-dead: told through mail");
    assertThat(walk.delivery("a3/desk").state()).as("the newest, to try it by").isEqualTo(DeliveryState.PENDING);
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
    walk.awaitTold("mail", "a1", "desk is dead");
    await().untilAsserted(() -> {
      assertThat(context.health().states().get("alerts")).startsWith("ready; but receiver desk is dead since");
      assertThat(breaker(context)).isEqualTo(3);
    });

    slack.recovers("desk");

    walk.awaitTold("desk", "a1");
    walk.raise(raised("a2"));
    walk.awaitTold("desk", "a2");
    awaitTroubles(2);
    assertThat(troubles().getLast().headline()).isEqualTo("Receiver desk answers again");
    await().untilAsserted(() -> {
      assertThat(context.health().states().get("alerts")).isEqualTo("ready");
      assertThat(breaker(context)).isZero();
    });
    walk.awaitState("a2/desk", DeliveryState.DELIVERED);
    assertThat(walk.ledger()).as("its fallback has nothing to do with it").doesNotContainKey("a2/mail");
  }

  @Test
  void aSuccessorDoesNotTellTheDeathOnceMore() {
    slack.always("desk", GONE);
    AlertsApp first = walk.start(config("desk: mail, mail: "));
    walk.raise(raised("a1"));
    walk.awaitTold("mail", "a1", "desk is dead");
    first.close();

    walk.start(config("desk: mail, mail: "));
    walk.raise(raised("a2"));

    walk.awaitTold("mail", "a2");
    int calls = slack.calls("desk").size();
    await().until(() -> slack.calls("desk").size() > calls);
    assertThat(troubles()).hasSize(1);
  }

  @Test
  void withoutAFallbackItsAlertsWaitForIt() {
    slack.always("desk", GONE);
    walk.start(config("desk: "));
    walk.raise(raised("a1"), raised("a2"));
    awaitTroubles(1);
    assertThat(walk.delivery("a1/desk").state()).isEqualTo(DeliveryState.PENDING);

    slack.recovers("desk");

    walk.awaitTold("desk", "a1", "a2");
    assertThat(slack.messages("desk")).hasSize(2);
  }

  @Test
  void twoThatAreEachOthersFallbackPassNothingRoundInACircle() {
    slack.always("desk", GONE);
    slack.always("mail", GONE);
    walk.start(config("desk: mail, mail: desk"));
    walk.raise(raised("a1"), raised("a2"), raised("a3"));
    awaitTroubles(2);

    slack.recovers("mail");

    walk.awaitTold("mail", "a1", "a2", "a3");
    awaitTroubles(3);
    assertThat(slack.messages("mail").stream().filter(message -> message.toString().contains("SAMPLE: a1 ")).toList())
        .hasSizeLessThanOrEqualTo(1);
    assertThat(slack.messages("desk")).isEmpty();
  }

  @Test
  void aFaultOfOneMessageKillsNobody() {
    slack.answers("desk", Answer.refused(400, "invalid_payload"), Answer.refused(400, "invalid_payload"));
    walk.start(config("desk: mail, mail: "));

    walk.raise(raised("a1"), raised("a2"), raised("a3"));

    walk.awaitTold("desk", "a3");
    walk.awaitFate("a1/desk", "FAILED invalid-message: 400 invalid_payload");
    walk.awaitFate("a2/desk", "FAILED invalid-message: 400 invalid_payload");
    walk.awaitState("a3/desk", DeliveryState.DELIVERED);
    assertThat(troubles()).isEmpty();
    assertThat(slack.messages("mail")).isEmpty();
  }

  /** @param fallbacks each receiver, the first of which hears everything, with its fallback: {@code desk: mail, mail: } */
  private AlertsConfig config(String fallbacks) {
    var yaml = new StringBuilder("zone: UTC\nreceivers:\n");
    for (String each : fallbacks.split(", ", -1)) {
      String[] parts = each.split(": ?", -1);
      yaml.append("  - ").append(parts[1].isEmpty() ? walk.webhook(parts[0]) : walk.webhook(parts[0], "fallback: " + parts[1]))
          .append('\n');
    }
    yaml.append("route: { receiver: ").append(fallbacks.substring(0, fallbacks.indexOf(':'))).append(" }\n");
    return Walk.config(yaml.toString(), Map.of());
  }

  private void awaitTroubles(int count) {
    await().untilAsserted(() -> assertThat(troubles()).hasSize(count));
  }

  private List<Alert> troubles() {
    return walk.values(walk.topics.alerts()).stream().filter(alert -> alert.kind() == AlertKind.COVERAGE).toList();
  }

  private static Alert raised(String id) {
    return alertNow(id).headline("SAMPLE: " + id + " is told").build();
  }

  private static double breaker(RoleContext context) {
    return context.meters().get("tensionwire.alerts.breaker").tag("receiver", "desk").gauge().value();
  }
}
