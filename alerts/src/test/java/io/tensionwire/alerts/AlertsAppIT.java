package io.tensionwire.alerts;

import static io.tensionwire.alerts.AlertBuilder.alertNow;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tensionwire.broker.EmbeddedBroker;
import io.tensionwire.fixtures.slack.Answer;
import io.tensionwire.fixtures.slack.FakeSlack;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.Delivery;
import io.tensionwire.model.DeliveryState;
import io.tensionwire.model.FeedHealth;
import io.tensionwire.model.FeedState;
import io.tensionwire.model.Severity;
import io.tensionwire.model.Topic;
import io.tensionwire.service.RoleContext;
import io.tensionwire.service.kafka.KafkaSettings;
import io.tensionwire.service.kafka.TopicReader;
import java.nio.file.Path;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(90)
class AlertsAppIT {

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
  void anAlertIsToldOnceAndRecorded() {
    walk.start(walk.webhooks("desk"));

    walk.raise(alertNow("a1").signal("We will respond in kind, the ministry said.", "respond in kind").build());

    awaitState("a1/desk", DeliveryState.DELIVERED);
    assertThat(slack.messages("desk")).hasSize(1);
    assertThat(slack.messages("desk").getFirst().toString()).contains("\"respond in kind\"");
    assertThat(delivery("a1/desk").attempts()).isEqualTo(1);
  }

  @Test
  void theSameAlertAgainIsNotToldAgain() {
    walk.start(walk.webhooks("desk"));

    walk.raise(alertNow("a1").build(), alertNow("a1").build());
    walk.raise(alertNow("a2").build());
    awaitState("a2/desk", DeliveryState.DELIVERED);
    walk.raise(alertNow("a1").build(), alertNow("a3").build());

    awaitState("a3/desk", DeliveryState.DELIVERED);
    assertThat(slack.messages("desk")).hasSize(3);
  }

  @Test
  void theTimeThatSlackAsksForIsWaited() {
    slack.answers("desk", Answer.rateLimited(Duration.ofSeconds(2)));
    walk.start(walk.webhooks("desk"));

    walk.raise(alertNow("a1").build());

    awaitState("a1/desk", DeliveryState.DELIVERED);
    List<FakeSlack.Call> calls = slack.calls("desk");
    assertThat(calls).extracting(FakeSlack.Call::status).containsExactly(429, 200);
    assertThat(Duration.ofNanos(calls.get(1).nanoTime() - calls.get(0).nanoTime())).isGreaterThan(Duration.ofMillis(1900));
    assertThat(delivery("a1/desk").attempts()).isEqualTo(2);
  }

  @Test
  void aServerErrorIsTriedAgain() {
    slack.answers("desk", Answer.refused(500, "rollup_error"), Answer.refused(503, "unavailable"));
    walk.start(walk.webhooks("desk"));

    walk.raise(alertNow("a1").build());

    awaitState("a1/desk", DeliveryState.DELIVERED);
    assertThat(slack.calls("desk")).extracting(FakeSlack.Call::status).containsExactly(500, 503, 200);
  }

  @Test
  void whatAReceiverIsNotToldWaitsWithItsReasonAndTheOthersGoOn() {
    slack.always("down", Answer.refused(503, "unavailable"));
    walk.start(walk.webhooks("desk", "down"));

    walk.raise(alertNow("a1").build(), alertNow("a2").build());

    awaitState("a1/desk", DeliveryState.DELIVERED);
    awaitState("a2/desk", DeliveryState.DELIVERED);
    await().untilAsserted(() -> assertThat(delivery("a1/down").reason()).isEqualTo("unavailable: 503 unavailable"));
    assertThat(delivery("a1/down").state()).isEqualTo(DeliveryState.PENDING);
  }

  @Test
  void whatWasPendingGoesOnAfterARestart() {
    slack.always("desk", Answer.refused(503, "unavailable"));
    AlertsApp first = walk.start(walk.webhooks("desk"));
    walk.raise(alertNow("a1").build(), alertNow("a2").build());
    await().atMost(Duration.ofSeconds(30)).until(() -> slack.calls("desk").size() > 1);
    first.close();
    slack.recovers("desk");

    walk.start(walk.webhooks("desk"));

    awaitState("a1/desk", DeliveryState.DELIVERED);
    awaitState("a2/desk", DeliveryState.DELIVERED);
    assertThat(slack.messages("desk")).hasSize(2);
    assertThat(delivery("a1/desk").attempts() + delivery("a2/desk").attempts()).isGreaterThan(2);
  }

  @Test
  void whatIsOlderThanTheLimitIsRecordedNotTold() {
    walk.start(walk.webhooks("desk"));

    walk.raise(alertNow("old").eventAt(Instant.now().minus(Duration.ofHours(25))).build(), alertNow("new").build());

    awaitState("new/desk", DeliveryState.DELIVERED);
    assertThat(delivery("old/desk").state()).isEqualTo(DeliveryState.SUPPRESSED);
    assertThat(delivery("old/desk").reason()).isEqualTo("older-than-max-age");
    assertThat(slack.calls("desk")).hasSize(1);
  }

  @Test
  void anEditIsNotPostedByAReceiverThatCannotEdit() {
    walk.start(walk.webhooks("desk"));

    walk.raise(alertNow("u1").kind(AlertKind.UPDATED).build(), alertNow("c1").kind(AlertKind.CLOSED).build());

    awaitState("c1/desk", DeliveryState.SUPPRESSED);
    assertThat(delivery("u1/desk").reason()).isEqualTo("carries-an-edit");
    assertThat(slack.calls("desk")).isEmpty();
  }

  @Test
  void aReceiverThatIsOffIsOnRecord() {
    var config = Walk.config(
        "receivers: [{name: newsroom, slack-webhook: {url: '${SLACK_WEBHOOK_URL}'}}]", Map.of());
    walk.start(config);

    walk.raise(alertNow("a1").build());

    awaitState("a1/newsroom", DeliveryState.SUPPRESSED);
    assertThat(delivery("a1/newsroom").reason()).isEqualTo("receiver-is-off");
  }

  @Test
  void theMostSevereComesFirstWhenAQueueHasBuiltUp() {
    slack.answers("desk", Answer.rateLimited(Duration.ofSeconds(2)));
    walk.start(walk.webhooks("desk"));
    walk.raise(alertNow("a1").severity(Severity.NOTICE).build());
    await().atMost(Duration.ofSeconds(30)).until(() -> slack.calls("desk").size() == 1);

    walk.raise(
        alertNow("a2").severity(Severity.ELEVATED).build(),
        alertNow("a3").severity(Severity.CRITICAL).headline("SAMPLE: the gravest").build());

    awaitState("a1/desk", DeliveryState.DELIVERED);
    assertThat(slack.messages("desk").getFirst().path("text").asText()).contains("the gravest");
  }

  @Test
  void aLostAnswerIsTriedAgain() {
    slack.answers("desk", Answer.lostAfterAcceptance());
    walk.start(walk.webhooks("desk"));

    walk.raise(alertNow("a1").build());

    awaitState("a1/desk", DeliveryState.DELIVERED);
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

    awaitState("a1/desk", DeliveryState.DELIVERED);
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

    awaitState("a1/desk", DeliveryState.DELIVERED);
    try (var reader = new TopicReader<>(walk.kafka, "dead", walk.topics.deadLetters(), Duration.ofSeconds(20))) {
      assertThat(Objects.requireNonNull(reader.recordAt(0)).headers().lastHeader("reason").value())
          .asString().contains("Alert");
    }
  }

  @Test
  void whatIsTriedForTooLongIsGivenUp() {
    slack.always("desk", Answer.refused(503, "unavailable"));
    AlertsConfig patient = walk.webhooks("desk");
    walk.start(new AlertsConfig(
        patient.maxAge(), Duration.ofSeconds(3), patient.zone(), patient.receivers(), patient.routing(),
        patient.muteTimes(), null, patient.templates(), patient.fallbacks()));

    walk.raise(alertNow("a1").build());

    awaitState("a1/desk", DeliveryState.FAILED);
    assertThat(delivery("a1/desk").reason()).startsWith("gave-up: unavailable: 503");
  }

  @Test
  void aDeadReceiverDelaysNoOther() {
    slack.always("slow", Answer.slow(Duration.ofSeconds(10)));
    walk.start(walk.webhooks("desk", "slow"));
    walk.raise(alertNow("warm").build());
    awaitState("warm/desk", DeliveryState.DELIVERED);

    List<Long> told = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      long raised = System.nanoTime();
      int before = slack.messages("desk").size();
      walk.raise(alertNow("a" + i).build());
      await().pollInterval(Duration.ofMillis(2)).until(() -> slack.messages("desk").size() > before);
      told.add((System.nanoTime() - raised) / 1_000_000);
    }

    assertThat(told.stream().sorted().toList().get(18)).as("milliseconds from record to message").isLessThan(1000);
  }

  @Test
  void whatWaitsForAReceiverThatWasRemovedFails() {
    slack.always("old", Answer.refused(503, "unavailable"));
    AlertsApp first = walk.start(walk.webhooks("desk", "old"));
    walk.raise(alertNow("a1").build());
    awaitState("a1/desk", DeliveryState.DELIVERED);
    first.close();

    walk.start(walk.webhooks("desk"));

    awaitState("a1/old", DeliveryState.FAILED);
    assertThat(delivery("a1/old").reason()).isEqualTo("receiver-is-gone");
    assertThat(slack.messages("desk")).hasSize(1);
  }

  @Test
  void whatWaitsForAReceiverThatIsOffIsToldWhenItIsOnAgain() {
    slack.always("newsroom", Answer.refused(503, "unavailable"));
    String yaml = "receivers: [{name: newsroom, slack-webhook: {url: '${WEBHOOK}'}}]";
    var on = Walk.config(yaml, Map.of("WEBHOOK", slack.webhook("newsroom").toString()));
    AlertsApp first = walk.start(on);
    walk.raise(alertNow("a1").build());
    await().atMost(Duration.ofSeconds(30)).until(() -> !slack.calls("newsroom").isEmpty());
    first.close();
    AlertsApp off = walk.start(Walk.config(yaml, Map.of()));
    walk.raise(alertNow("a2").build());
    awaitState("a2/newsroom", DeliveryState.SUPPRESSED);
    assertThat(delivery("a1/newsroom").state()).isEqualTo(DeliveryState.PENDING);
    off.close();
    slack.recovers("newsroom");

    walk.start(on);

    awaitState("a1/newsroom", DeliveryState.DELIVERED);
  }

  @Test
  void aDeliveryBelongsToTheTraceOfItsAlert() {
    walk.start(walk.webhooks("desk"));

    walk.raise(alertNow("a1").build());

    awaitState("a1/desk", DeliveryState.DELIVERED);
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

    await().atMost(Duration.ofSeconds(30)).ignoreExceptions().untilAsserted(() -> {
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
    await().atMost(Duration.ofSeconds(30)).until(first::active);
    AlertsApp second = walk.app(walk.webhooks("desk"), standby);
    second.start();

    await().atMost(Duration.ofSeconds(30)).until(() -> active.health().ready() && standby.health().ready());
    assertThat(second.active()).isFalse();
    first.close();

    await().atMost(Duration.ofSeconds(30)).until(second::active);
    walk.raise(alertNow("a1").build());
    awaitState("a1/desk", DeliveryState.DELIVERED);
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

  private void awaitState(String key, DeliveryState state) {
    await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(200))
        .untilAsserted(() -> assertThat(walk.state(key)).isEqualTo(state));
  }

  private Delivery delivery(String key) {
    return Objects.requireNonNull(walk.ledger().get(key), key);
  }
}
