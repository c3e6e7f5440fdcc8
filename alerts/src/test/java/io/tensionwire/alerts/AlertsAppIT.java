package io.tensionwire.alerts;

import static io.tensionwire.alerts.AlertBuilder.alert;
import static io.tensionwire.alerts.AlertBuilder.alertNow;
import static io.tensionwire.alerts.Walk.await;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.fixtures.slack.Answer;
import io.tensionwire.fixtures.slack.FakeSlack;
import io.tensionwire.fixtures.time.SetClock;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.DeliveryState;
import io.tensionwire.model.FeedHealth;
import io.tensionwire.model.FeedState;
import io.tensionwire.model.Severity;
import io.tensionwire.model.Topic;
import io.tensionwire.service.RoleContext;
import io.tensionwire.service.kafka.KafkaSettings;
import io.tensionwire.service.kafka.TopicReader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WalkOnSharedBroker.class)
@Timeout(90)
class AlertsAppIT {

  private final FakeSlack slack;
  private final Walk walk;

  AlertsAppIT(Walk walk) {
    this.walk = walk;
    this.slack = walk.slack;
  }

  @Test
  void anAlertIsToldOnceAndRecorded() {
    walk.start(walk.webhooks("desk"));

    walk.raise(alertNow("a1").signal("We will respond in kind, the ministry said.", "respond in kind").build());

    walk.awaitState("a1/desk", DeliveryState.DELIVERED);
    assertThat(slack.messages("desk")).hasSize(1);
    assertThat(slack.messages("desk").getFirst().toString()).contains("\"respond in kind\"");
    assertThat(walk.delivery("a1/desk").attempts()).isEqualTo(1);
  }

  @Test
  void theSameAlertAgainIsNotToldAgain() {
    walk.start(walk.webhooks("desk"));

    walk.raise(alertNow("a1").build(), alertNow("a1").build());
    walk.raise(alertNow("a2").build());
    walk.awaitState("a2/desk", DeliveryState.DELIVERED);
    walk.raise(alertNow("a1").build(), alertNow("a3").build());

    walk.awaitState("a3/desk", DeliveryState.DELIVERED);
    assertThat(slack.messages("desk")).hasSize(3);
  }

  @Test
  void theTimeThatSlackAsksForIsWaited() {
    slack.answers("desk", Answer.rateLimited(Duration.ofSeconds(1)));
    walk.start(walk.webhooks("desk"));

    walk.raise(alertNow("a1").build());

    walk.awaitState("a1/desk", DeliveryState.DELIVERED);
    List<FakeSlack.Call> calls = slack.calls("desk");
    assertThat(calls).extracting(FakeSlack.Call::status).containsExactly(429, 200);
    assertThat(Duration.ofNanos(calls.get(1).nanoTime() - calls.get(0).nanoTime())).isGreaterThan(Duration.ofMillis(900));
    assertThat(walk.delivery("a1/desk").attempts()).isEqualTo(2);
  }

  @Test
  void aServerErrorIsTriedAgain() {
    slack.answers("desk", Answer.refused(500, "rollup_error"), Answer.refused(503, "unavailable"));
    walk.start(walk.webhooks("desk"));

    walk.raise(alertNow("a1").build());

    walk.awaitState("a1/desk", DeliveryState.DELIVERED);
    assertThat(slack.calls("desk")).extracting(FakeSlack.Call::status).containsExactly(500, 503, 200);
  }

  @Test
  void whatAReceiverIsNotToldWaitsWithItsReasonAndTheOthersGoOn() {
    slack.always("down", Answer.refused(503, "unavailable"));
    walk.start(walk.webhooks("desk", "down"));

    walk.raise(alertNow("a1").build(), alertNow("a2").build());

    walk.awaitState("a1/desk", DeliveryState.DELIVERED);
    walk.awaitState("a2/desk", DeliveryState.DELIVERED);
    walk.awaitFate("a1/down", "PENDING unavailable: 503 unavailable");
  }

  @Test
  void whatWasPendingGoesOnAfterARestart() {
    slack.always("desk", Answer.refused(503, "unavailable"));
    AlertsApp first = walk.start(walk.webhooks("desk"));
    walk.raise(alertNow("a1").build(), alertNow("a2").build());
    await().until(() -> slack.calls("desk").size() > 1);
    first.close();
    slack.recovers("desk");

    walk.start(walk.webhooks("desk"));

    walk.awaitState("a1/desk", DeliveryState.DELIVERED);
    walk.awaitState("a2/desk", DeliveryState.DELIVERED);
    assertThat(slack.messages("desk")).hasSize(2);
    assertThat(walk.delivery("a1/desk").attempts() + walk.delivery("a2/desk").attempts()).isGreaterThan(2);
  }

  @Test
  void whatIsOlderThanTheLimitIsRecordedNotTold() {
    walk.start(walk.webhooks("desk"));

    walk.raise(alertNow("old").eventAt(Instant.now().minus(Duration.ofHours(25))).build(), alertNow("new").build());

    walk.awaitState("new/desk", DeliveryState.DELIVERED);
    walk.awaitFate("old/desk", "SUPPRESSED older-than-max-age");
    assertThat(slack.calls("desk")).hasSize(1);
  }

  @Test
  void anEditIsNotPostedByAReceiverThatCannotEdit() {
    walk.start(walk.webhooks("desk"));

    walk.raise(alertNow("u1").kind(AlertKind.UPDATED).build(), alertNow("c1").kind(AlertKind.CLOSED).build());

    walk.awaitFate("u1/desk", "SUPPRESSED carries-an-edit");
    walk.awaitFate("c1/desk", "SUPPRESSED carries-an-edit");
    assertThat(slack.calls("desk")).isEmpty();
  }

  @Test
  void aReceiverThatIsOffIsOnRecord() {
    var config = Walk.config(
        "receivers: [{name: newsroom, slack-webhook: {url: '${SLACK_WEBHOOK_URL}'}}]", Map.of());
    walk.start(config);

    walk.raise(alertNow("a1").build());

    walk.awaitFate("a1/newsroom", "SUPPRESSED receiver-is-off");
  }

  @Test
  void theMostSevereComesFirstWhenAQueueHasBuiltUp() {
    Answer.Held first = Answer.held();
    slack.answers("desk", first);
    RoleContext context = walk.context(Clock.systemUTC());
    walk.app(walk.webhooks("desk"), context).start();
    walk.raise(alertNow("a1").severity(Severity.NOTICE).headline("SAMPLE: the first").build());
    await().until(first::isUnderWay);

    walk.raise(
        alertNow("a2").severity(Severity.ELEVATED).headline("SAMPLE: the second").build(),
        alertNow("a3").severity(Severity.CRITICAL).headline("SAMPLE: the gravest").build());
    Walk.awaitQueue(context, "desk", 2);
    first.release();

    walk.awaitTold("desk", "the first", "the second", "the gravest");
    assertThat(slack.messages("desk").get(1).path("text").asText()).contains("the gravest");
  }

  @Test
  void aLostAnswerIsTriedAgain() {
    slack.answers("desk", Answer.lostAfterAcceptance());
    walk.start(walk.webhooks("desk"));

    walk.raise(alertNow("a1").build());

    walk.awaitState("a1/desk", DeliveryState.DELIVERED);
    assertThat(slack.messages("desk")).as("the duplicate that the guarantee allows").hasSize(2);
    assertThat(slack.messages("desk").getFirst().toString()).doesNotContain("may have reached you already");
    assertThat(slack.messages("desk").getLast().toString()).as("its reader knows")
        .contains("(may have reached you already)");
  }

  @Test
  void theNewsroomsOwnWordsAndTheFeedsThatCannotBeReadStandInTheMessage() {
    walk.put(walk.topics.feedStates(), feed("a.example/1", "Han River Daily", FeedHealth.GONE));
    walk.put(walk.topics.feedStates(), feed("b.example/1", "Yonhap", FeedHealth.UNREACHABLE));
    walk.put(walk.topics.feedStates(), feed("b.example/2", "Yonhap", FeedHealth.THROTTLED));
    walk.put(walk.topics.feedStates(), feed("c.example/1", "Harbour Post", FeedHealth.OK));
    walk.start(Walk.config("""
        templates: { label: "{{severity}} FOR THE DESK" }
        receivers: [ { name: desk, slack-webhook: { url: '%s' } } ]
        """.formatted(slack.webhook("desk")), Map.of()));

    walk.raise(alertNow("a1").severity(Severity.HIGH).build());

    walk.awaitState("a1/desk", DeliveryState.DELIVERED);
    assertThat(slack.messages("desk").getFirst().toString())
        .contains("HIGH FOR THE DESK", "cannot see 3 of 4 feeds: Han River Daily, Yonhap (2 feeds)");
  }

  private static FeedState feed(String id, String outlet, FeedHealth health) {
    return FeedState.builder(id).whose(outlet, null, null).health(health).build();
  }

  @Test
  void aRecordThatIsNoAlertBecomesADeadLetterAndTheNextIsTold() {
    walk.start(walk.webhooks("desk"));

    try (var raw = new KafkaProducer<>(
        walk.kafka.producerSettings("raw"), new StringSerializer(), new ByteArraySerializer())) {
      raw.send(new ProducerRecord<>(walk.topics.alerts().name(), "story/x", new byte[] {'{', '?'}));
    }
    walk.raise(alertNow("a1").build());

    walk.awaitState("a1/desk", DeliveryState.DELIVERED);
    try (var reader = new TopicReader<>(walk.kafka, "dead", walk.topics.deadLetters(), Duration.ofSeconds(20))) {
      assertThat(Objects.requireNonNull(reader.recordAt(0)).headers().lastHeader("reason").value())
          .asString().contains("Alert");
    }
  }

  @Test
  void whatIsTriedForTooLongIsGivenUp() {
    slack.always("desk", Answer.refused(503, "unavailable"));
    AlertsConfig config = walk.webhooks("desk");
    var clock = new SetClock(AlertBuilder.RAISED_AT);
    walk.start(config, clock);
    walk.raise(alert().id("a1").build());
    walk.awaitFate("a1/desk", "PENDING unavailable: 503 unavailable");

    clock.pass(config.giveUpAfter().plusSeconds(1));

    walk.awaitFate("a1/desk", "FAILED gave-up: unavailable: 503 unavailable");
  }

  @Test
  void aDeadReceiverDelaysNoOther() {
    slack.always("slow", Answer.slow(Duration.ofSeconds(10)));
    walk.start(walk.webhooks("desk", "slow"));
    walk.raise(alertNow("warm").build());
    walk.awaitState("warm/desk", DeliveryState.DELIVERED);

    List<Long> told = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      long raised = System.nanoTime();
      int before = slack.messages("desk").size();
      walk.raise(alertNow("a" + i).build());
      await().pollInterval(Duration.ofMillis(2)).until(() -> slack.messages("desk").size() > before);
      told.add((System.nanoTime() - raised) / 1_000_000);
    }

    assertThat(told).as("milliseconds from record to message").allMatch(millis -> millis < 5_000);
  }

  @Test
  void whatWaitsForAReceiverThatWasRemovedFails() {
    slack.always("old", Answer.refused(503, "unavailable"));
    AlertsApp first = walk.start(walk.webhooks("desk", "old"));
    walk.raise(alertNow("a1").build());
    walk.awaitState("a1/desk", DeliveryState.DELIVERED);
    first.close();

    walk.start(walk.webhooks("desk"));

    walk.awaitFate("a1/old", "FAILED receiver-is-gone");
    assertThat(slack.messages("desk")).hasSize(1);
  }

  @Test
  void whatWaitsForAReceiverThatIsOffIsToldWhenItIsOnAgain() {
    slack.always("newsroom", Answer.refused(503, "unavailable"));
    String yaml = "receivers: [{name: newsroom, slack-webhook: {url: '${WEBHOOK}'}}]";
    var on = Walk.config(yaml, Map.of("WEBHOOK", slack.webhook("newsroom").toString()));
    AlertsApp first = walk.start(on);
    walk.raise(alertNow("a1").build());
    await().until(() -> !slack.calls("newsroom").isEmpty());
    first.close();
    AlertsApp off = walk.start(Walk.config(yaml, Map.of()));
    walk.raise(alertNow("a2").build());
    walk.awaitState("a2/newsroom", DeliveryState.SUPPRESSED);
    assertThat(walk.delivery("a1/newsroom").state()).isEqualTo(DeliveryState.PENDING);
    off.close();
    slack.recovers("newsroom");

    walk.start(on);

    walk.awaitState("a1/newsroom", DeliveryState.DELIVERED);
  }

  @Test
  void aDeliveryBelongsToTheTraceOfItsAlert() {
    walk.start(walk.webhooks("desk"));

    walk.raise(alertNow("a1").build());

    walk.awaitState("a1/desk", DeliveryState.DELIVERED);
    assertThat(traces(walk.topics.deliveries())).hasSize(1).isEqualTo(traces(walk.topics.alerts()));
  }

  @Test
  void closesAtOnceWhileNoBrokerAnswers() {
    var nowhere = KafkaSettings.at("127.0.0.1:1");
    AlertsApp app = walk.app(walk.webhooks("desk"), walk.context(Clock.systemUTC(), nowhere));
    app.start();

    await().during(Duration.ofMillis(300)).until(() -> !app.active());
    long start = System.nanoTime();
    app.close();
    app.close();

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
  }

  @Test
  void everyDeliveryIsCounted() {
    var context = walk.context(Clock.systemUTC());
    walk.app(walk.webhooks("desk"), context).start();

    walk.raise(alertNow("a1").build(), alertNow("u1").kind(AlertKind.UPDATED).build());

    await().ignoreExceptions().untilAsserted(() -> {
      assertThat(counted(context, "delivered", "none")).isEqualTo(1);
      assertThat(counted(context, "suppressed", "carries-an-edit")).isEqualTo(1);
    });
    assertThat(context.meters().get("tensionwire.alerts.queue").tag("receiver", "desk").gauge().value()).isZero();
  }

  @Test
  void theRoleIsReadyWhenItTellsAndWhenItStandsBy() {
    var active = walk.context(Clock.systemUTC());
    var standby = walk.context(Clock.systemUTC());
    AlertsApp first = walk.app(walk.webhooks("desk"), active);
    first.start();
    await().until(first::active);
    AlertsApp second = walk.app(walk.webhooks("desk"), standby);
    second.start();

    await().until(() -> active.health().ready() && standby.health().ready());
    assertThat(second.active()).isFalse();
    first.close();

    await().until(second::active);
    walk.raise(alertNow("a1").build());
    walk.awaitState("a1/desk", DeliveryState.DELIVERED);
    assertThat(slack.messages("desk")).hasSize(1);
  }

  private static double counted(RoleContext context, String state, String reason) {
    return context.meters().get("tensionwire.deliveries").tags("state", state, "reason", reason).counter().count();
  }

  /** The trace ids on a topic, in order, each once. */
  private Set<String> traces(Topic<?> topic) {
    Set<String> traces = new LinkedHashSet<>();
    try (var reader = new TopicReader<>(walk.kafka, "traces", topic, Duration.ofSeconds(20))) {
      for (long offset = 0; offset < 4; offset++) {
        var record = reader.recordAt(offset);
        if (record != null) {
          traces.add(new String(record.headers().lastHeader("traceparent").value(), UTF_8).split("-", -1)[1]);
        }
      }
    }
    return traces;
  }


}
