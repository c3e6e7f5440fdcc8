package io.tensionwire.alerts;

import static io.tensionwire.alerts.AlertBuilder.alertNow;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tensionwire.alerts.delivery.Attempts;
import io.tensionwire.alerts.delivery.Breaker;
import io.tensionwire.alerts.delivery.DeliveryQueue;
import io.tensionwire.alerts.delivery.Lease;
import io.tensionwire.alerts.delivery.Ledger;
import io.tensionwire.alerts.delivery.Limits;
import io.tensionwire.alerts.delivery.Metrics;
import io.tensionwire.alerts.delivery.Waiting;
import io.tensionwire.alerts.digest.Schedule;
import io.tensionwire.alerts.digest.Watchfulness;
import io.tensionwire.alerts.feedback.Feedbacks;
import io.tensionwire.alerts.message.Message;
import io.tensionwire.alerts.message.Precedents;
import io.tensionwire.alerts.message.Templates;
import io.tensionwire.alerts.receiver.Dispatch;
import io.tensionwire.alerts.receiver.Receiver;
import io.tensionwire.alerts.silence.Silences;
import io.tensionwire.broker.EmbeddedBroker;
import io.tensionwire.fixtures.slack.FakeSlack;
import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.Delivery;
import io.tensionwire.model.DeliveryState;
import io.tensionwire.model.Severity;
import io.tensionwire.service.RoleContext;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two receivers, each the other's fallback, whose queues stand still: who is to tell what, by the ledger alone. */
@Timeout(120)
class DeathsIT {

  private static final AlertsConfig CONFIG = Walk.config("""
      zone: UTC
      operations: right
      receivers:
        - { name: left, console: {}, fallback: right }
        - { name: right, console: {}, fallback: left }
      route:
        receiver: left
        routes: [ { receiver: right, matchers: [ "severity = critical" ], continue: true } ]
      """, Map.of());

  @TempDir static Path data;
  private static EmbeddedBroker broker;

  private final FakeSlack slack = FakeSlack.start();
  private final Map<String, Receiver> receivers =
      Map.of("left", ScriptedReceiver.unlimited("left"), "right", ScriptedReceiver.unlimited("right"));
  private final List<Delivery> givenUp = new ArrayList<>();
  private final Map<String, DeliveryQueue> queues = new TreeMap<>();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final Metrics metrics = new Metrics(meters, Clock.systemUTC());
  private final Attempts attempts = new Attempts(Duration.ofHours(24), Clock.systemUTC(), new Random(7));
  private final AlertPipeline pipeline = new AlertPipeline(CONFIG, receivers, new Silences(), Clock.systemUTC());
  private final Schedule schedule = new Schedule(
      CONFIG.routing(), ZoneOffset.UTC, Templates.USUAL, null, receivers.keySet(), new Silences(),
      new Feedbacks(Clock.systemUTC()), new Watchfulness(), Instant.now());
  private Walk walk;
  private Ledger ledger;
  private long offset;

  @BeforeAll
  static void startBroker() {
    broker = EmbeddedBroker.start(data);
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @BeforeEach
  void open() {
    walk = new Walk(broker.bootstrapServers(), slack);
    RoleContext context = walk.context(Clock.systemUTC());
    ledger = Ledger.open(
        context, "test", Ledger.transactionalId(walk.topics), Duration.ofSeconds(20), metrics, line -> {}, () -> {});
  }

  @AfterEach
  void close() {
    ledger.close();
    walk.close();
    slack.close();
  }

  @Test
  void allButTheNewestArePassedOnAndTheNewestIsToldInBothPlaces() {
    Deaths deaths = turn("left");
    wait("a1", "left");
    wait("a2", "left");

    deaths.tend();

    assertThat(waiting("left")).containsExactly("a2");
    assertThat(waiting("right")).containsExactly("a1", "a2");
    walk.awaitFate("a1/left", "FAILED receiver-dead: told through right");
    walk.awaitFate("a1/right", "PENDING");
  }

  @Test
  void whatTheFallbackHasAnywayIsNotToldThereAgain() {
    Deaths deaths = turn("left");
    settle("a1", "right");
    wait("a1", "left");
    wait("a2", "left");

    deaths.tend();

    assertThat(waiting("right")).containsExactly("a2");
    walk.awaitFate("a1/left", "FAILED receiver-dead: told through right");
    walk.awaitFate("a1/right", "DELIVERED");
  }

  @Test
  void whatIsPassedOnIsPassedOnOnceAndWhatComesLaterToo() {
    Deaths deaths = turn("left");
    wait("a1", "left");
    wait("a2", "left");
    deaths.tend();
    deaths.tend();
    assertThat(waiting("right")).containsExactly("a1", "a2");
    again(waitingOf("a1", "right"), waitingOf("a2", "right"));

    wait("a3", "left");
    deaths.tend();

    assertThat(waiting("right")).containsExactly("a1", "a2", "a3");
    assertThat(waiting("left")).containsExactly("a3");
    Walk.await().untilAsserted(
        () -> assertThat(walk.ledger().values()).filteredOn(line -> line.kind() == AlertKind.OPENED).hasSize(6));
  }

  /** Else nobody would tell it: each says that the other does. */
  @Test
  void whatCameFromAFallbackThatWasDeadIsNotSentBackToIt() {
    Deaths first = turn("left");
    wait("a1", "left");
    wait("a2", "left");
    first.tend();
    List<Waiting> atRight = Objects.requireNonNull(queues.get("right")).withdraw();

    Deaths second = turn("right");
    atRight.forEach(each -> Objects.requireNonNull(queues.get("right")).add(each));
    wait("a3", "right");
    wait("a4", "right");
    second.tend();

    walk.awaitFate("a1/right", "PENDING");
    walk.awaitFate("a3/right", "FAILED receiver-dead: told through left");
    assertThat(waiting("right")).contains("a1", "a4").doesNotContain("a3");
    assertThat(waiting("left")).contains("a3", "a4").doesNotContain("a1");
  }

  @Test
  void whereTheFallbackIsDeadTooEverythingWaits() {
    Deaths deaths = turn("left", "right");
    wait("a1", "left");
    wait("a2", "left");

    deaths.tend();

    assertThat(waiting("left")).containsExactly("a1", "a2");
    assertThat(waiting("right")).isEmpty();
  }

  @Test
  void whatHasWaitedForTooLongIsGivenUpThoughNobodyIsCalled() {
    Deaths deaths = turn();
    Alert old = alertNow("old").at(Instant.now().minus(Duration.ofHours(25))).build();
    Objects.requireNonNull(queues.get("left")).add(new Waiting(old, pending(old, "left", 0), null));

    deaths.tend();

    assertThat(givenUp).extracting(Delivery::reason).containsExactly("gave-up");
  }

  @Test
  void aDeathIsToldOnceAndToWhomeverTellsMeanwhile() {
    Deaths deaths = turn("left");

    deaths.tend();
    deaths.tend();

    Walk.await().until(() -> !troubles().isEmpty());
    List<Delivery> told = troubles();
    assertThat(told).hasSize(1).first().extracting(Delivery::reason).asString().startsWith("tells-of-its-death: ");
    Alert death = alertNow(told.getFirst().alertId()).kind(AlertKind.COVERAGE).build();
    assertThat(deaths.deputyOfSubject(death)).as("an alert of another subject").isNull();
    assertThat(ledger.deaths()).containsOnlyKeys("left");
    turn().tend();
    assertThat(ledger.deaths()).as("it answers").isEmpty();
  }

  @Test
  void anAlertIsDecidedOnceForEachReceiverAndWhatNobodyHearsIsCounted() {
    var nobody = Walk.config("""
        receivers: [ { name: left, console: {} } ]
        route: { routes: [ { receiver: left, matchers: [ "severity = critical" ] } ] }
        """, Map.of());
    var precedents = new Precedents(Templates.USUAL);
    var intake = new Intake(
        walk.topics.alerts(), new AlertPipeline(nobody, receivers, new Silences(), Clock.systemUTC()), ledger, turn(),
        precedents, metrics);
    Alert heard = alertNow("a1").severity(Severity.CRITICAL).build();

    Intake.Decided decided = intake.decide(List.of(record(heard), record(heard), record(alertNow("a2").build())));

    assertThat(decided.deliveries()).extracting(each -> each.delivery().alertId()).containsExactly("a1");
    assertThat(meters.get("tensionwire.alerts.unrouted").counter().count()).isEqualTo(1);
  }

  /** The queues of a turn in which some are dead. */
  private Deaths turn(String... dead) {
    queues.clear();
    receivers.forEach((name, receiver) -> {
      var breaker = new Breaker(
          attempts.receiver(), attempts.probes(), CONFIG.fallbacks().deadAfter(), new Random(7));
      if (List.of(dead).contains(name)) {
        breaker.dead(Instant.now(), "not-found: 404");
      }
      queues.put(name, new DeliveryQueue(
          receiver, attempts, breaker, new Limits(), new Lease(Duration.ofMinutes(5)),
          waiting -> Dispatch.of(waiting.alert(), Message.of(waiting.alert(), ZoneOffset.UTC)),
          waiting -> givenUp.add(waiting.delivery()), metrics, bug -> {
            throw new AssertionError(bug);
          }));
    });
    return new Deaths(pipeline, ledger, schedule, CONFIG.fallbacks(), queues, attempts);
  }

  private void wait(String id, String receiver) {
    Alert alert = alertNow(id).build();
    var waiting = new Waiting(alert, pending(alert, receiver, offset++), null);
    ledger.record(List.of(waiting.entry()));
    Objects.requireNonNull(queues.get(receiver)).add(waiting);
  }

  private void settle(String id, String receiver) {
    Alert alert = alertNow(id).build();
    ledger.record(List.of(new Ledger.Entry(
        new Delivery(
            id, receiver, alert.storyId(), alert.watchId(), alert.kind(), DeliveryState.DELIVERED, null, 1, null, null,
            null, offset, alert.raisedAt()),
        null)));
  }

  private Waiting waitingOf(String id, String receiver) {
    Alert alert = alertNow(id).build();
    String key = id + "/" + receiver;
    // What is committed is seen a moment later.
    Walk.await().until(() -> walk.ledger().containsKey(key));
    return new Waiting(alert, walk.delivery(key), null);
  }

  private void again(Waiting... those) {
    for (Waiting each : those) {
      Objects.requireNonNull(queues.get(each.delivery().receiver())).putBack(each);
    }
  }

  /** Ids of what waits, in the order of the alerts; it waits no longer. */
  private List<String> waiting(String receiver) {
    return Objects.requireNonNull(queues.get(receiver)).withdraw().stream().map(each -> each.alert().id()).toList();
  }

  private List<Delivery> troubles() {
    return walk.ledger().values().stream().filter(line -> line.kind() == AlertKind.COVERAGE).toList();
  }

  private ConsumerRecord<String, byte[]> record(Alert alert) {
    var topic = walk.topics.alerts();
    return new ConsumerRecord<>(
        topic.name(), 0, offset++, alert.id(), topic.values().serializer().serialize(topic.name(), alert));
  }

  private static Delivery pending(Alert alert, String receiver, long offset) {
    return new Delivery(
        alert.id(), receiver, alert.storyId(), alert.watchId(), alert.kind(), DeliveryState.PENDING, null, 0, null, null,
        null, offset, alert.raisedAt());
  }
}
