package io.tensionwire.alerts;

import static io.tensionwire.alerts.AlertBuilder.alertNow;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tensionwire.alerts.delivery.Death;
import io.tensionwire.alerts.delivery.Ledger;
import io.tensionwire.alerts.delivery.Metrics;
import io.tensionwire.broker.EmbeddedBroker;
import io.tensionwire.fixtures.slack.FakeSlack;
import io.tensionwire.model.Alert;
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
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The ledger without anybody who tells: who may write it, and what is known to whoever reads it. */
@Timeout(120)
class LedgerIT {

  @TempDir static Path data;
  private static EmbeddedBroker broker;

  private final FakeSlack slack = FakeSlack.start();
  private final List<Ledger> opened = new ArrayList<>();
  private Walk walk;
  private RoleContext context;

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
    context = walk.context(Clock.systemUTC());
  }

  @AfterEach
  void close() {
    opened.forEach(Ledger::close);
    walk.close();
    slack.close();
  }

  @Test
  void whoOpensItFencesWhoeverWroteBefore() {
    Ledger before = open();
    before.record(List.of(line("a1", "desk", DeliveryState.PENDING, null)));

    Ledger next = open();
    next.record(List.of(line("a2", "desk", DeliveryState.PENDING, null)));

    assertThatThrownBy(() -> before.record(List.of(line("a1", "desk", DeliveryState.DELIVERED, null))))
        .isInstanceOf(KafkaException.class);
    assertThat(walk.delivery("a1/desk").state()).isEqualTo(DeliveryState.PENDING);
    assertThat(walk.delivery("a2/desk").state()).isEqualTo(DeliveryState.PENDING);
  }

  @Test
  void aSuccessorKnowsWhatStands() {
    List<Ledger.Entry> lines = List.of(
        line("a2", "desk", DeliveryState.PENDING, null, 2), line("a1", "desk", DeliveryState.PENDING, null, 1),
        line("a0", "desk", DeliveryState.PENDING, null, 0), line("a0", "desk", DeliveryState.DELIVERED, null, 0),
        line("a3", "desk", DeliveryState.FAILED, "receiver-dead: told through mail", 3),
        line("a4", "desk", DeliveryState.FAILED, "gave-up: unavailable", 4));
    Ledger first = open();
    first.record(lines);
    List<Delivery> heard = new ArrayList<>();

    Ledger next = open(heard);

    for (Ledger ledger : List.of(first, next)) {
      assertThat(ledger.pending()).extracting(Delivery::alertId).containsExactly("a1", "a2");
      assertThat(ledger.isPending(lines.get(0).delivery())).isTrue();
      assertThat(ledger.isPending(lines.get(2).delivery())).isFalse();
      assertThat(ledger.knows(lines.get(0).delivery())).isTrue();
      assertThat(ledger.knows(alert("a0"), "desk")).isTrue();
      assertThat(ledger.knows(alert("a1"), "desk")).isTrue();
      assertThat(ledger.knows(alert("a1"), "mail")).isFalse();
      assertThat(ledger.passedOn(alert("a3"), "desk")).isTrue();
      assertThat(ledger.passedOn(alert("a4"), "desk")).isFalse();
    }
    assertThat(heard).extracting(each -> each.alertId() + " " + each.state())
        .containsExactly("a2 PENDING", "a1 PENDING", "a0 PENDING", "a0 DELIVERED", "a3 FAILED", "a4 FAILED");
  }

  @Test
  void aReceiverIsDeadUntilItsReturnIsTold() {
    Ledger first = open();
    first.record(List.of(
        line("d1", "desk", DeliveryState.SUPPRESSED, "tells-of-its-death: not-found: 404"),
        line("d2", "mail", DeliveryState.SUPPRESSED, "tells-of-its-death: no answer")));
    first.record(List.of(line("b2", "mail", DeliveryState.SUPPRESSED, "tells-of-its-return")));

    Map<String, Death> deaths = open().deaths();

    assertThat(deaths).containsOnlyKeys("desk").isEqualTo(first.deaths());
    assertThat(Objects.requireNonNull(deaths.get("desk")).alertId()).isEqualTo("d1");
    assertThat(Objects.requireNonNull(deaths.get("desk")).problem()).isEqualTo("not-found: 404");
  }

  @Test
  void itSeesThatSomebodyElseHasWrittenAndTakesItsOwnWritingForNothingElse() {
    Ledger ledger = open();
    ledger.record(List.of(line("a1", "desk", DeliveryState.PENDING, null)));
    assertThat(ledger.isBehind(end())).isFalse();
    ledger.record(List.of(line("a1", "desk", DeliveryState.DELIVERED, null)), List.of(alert("told")));
    assertThat(ledger.isBehind(end())).isFalse();

    open().record(List.of(line("a2", "desk", DeliveryState.PENDING, null)));

    assertThat(ledger.isBehind(end())).isTrue();
    assertThat(open().isBehind(end())).isFalse();
  }

  @Test
  void whatItRaisesIsAnAlertLikeAnyOther() {
    open().record(List.of(line("d1", "desk", DeliveryState.SUPPRESSED, "tells-of-its-death: x")), List.of(alert("d1")));

    List<Alert> raised = new ArrayList<>();
    try (var reader = new TopicReader<>(walk.kafka, "test", walk.topics.alerts(), Duration.ofSeconds(20))) {
      reader.readValuesToEnd(raised::add);
    }

    assertThat(raised).extracting(Alert::id).containsExactly("d1");
  }

  @Test
  void aDeadLetterSaysWhereItIsFromAndIsNoLongerThanItMustEvenWhereNobodyDatedTheRecord() {
    var huge = new ConsumerRecord<>(walk.topics.alerts().name(), 0, 7, "key", "x".repeat(100_000).getBytes(UTF_8));
    var empty = new ConsumerRecord<>(walk.topics.alerts().name(), 0, 8, "key", (byte[]) null);

    try (var consumer = new KafkaConsumer<>(
        walk.kafka.groupConsumerSettings("test", "test"), new StringDeserializer(), new ByteArrayDeserializer())) {
      open().record(
          List.of(), List.of(new Ledger.DeadAlert(huge, "is no JSON"), new Ledger.DeadAlert(empty, "a tombstone")),
          Map.of(), consumer.groupMetadata());
    }

    List<ConsumerRecord<String, byte[]>> letters = new ArrayList<>();
    try (var reader = new TopicReader<>(walk.kafka, "test", walk.topics.deadLetters(), Duration.ofSeconds(20))) {
      reader.readToEnd(letters::add);
    }
    assertThat(letters).extracting(letter -> letter.value().length).containsExactlyInAnyOrder(64 * 1024, 0);
    ConsumerRecord<String, byte[]> first =
        letters.stream().filter(letter -> letter.value().length > 0).findFirst().orElseThrow();
    assertThat(first.key()).isEqualTo("key");
    assertThat(List.of("reason", "step", "topic", "partition", "offset"))
        .extracting(name -> new String(first.headers().lastHeader(name).value(), UTF_8))
        .containsExactly("is no JSON", "alerts", walk.topics.alerts().name(), "0", "7");
  }

  private Ledger open() {
    return open(new ArrayList<>());
  }

  private Ledger open(List<Delivery> heard) {
    Ledger ledger = Ledger.open(
        context, "test-" + UUID.randomUUID(), Ledger.transactionalId(walk.topics), Duration.ofSeconds(20),
        new Metrics(context.meters(), context.clock()), heard::add, () -> {});
    opened.add(ledger);
    return ledger;
  }

  private long end() {
    try (var reader = new TopicReader<>(walk.kafka, "test", walk.topics.deliveries(), Duration.ofSeconds(20))) {
      return reader.end();
    }
  }

  private static Alert alert(String id) {
    return alertNow(id).build();
  }

  private static Ledger.Entry line(String id, String receiver, DeliveryState state, @Nullable String reason) {
    return line(id, receiver, state, reason, 0);
  }

  private static Ledger.Entry line(
      String id, String receiver, DeliveryState state, @Nullable String reason, long offset) {
    Alert alert = alert(id);
    return new Ledger.Entry(
        new Delivery(
            id, receiver, alert.storyId(), alert.watchId(), alert.kind(), state, reason, 1, null, null, null, offset,
            alert.raisedAt()),
        null);
  }
}
