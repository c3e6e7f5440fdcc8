package io.tensionwire.standalone.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.broker.EmbeddedBroker;
import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.Confidence;
import io.tensionwire.model.Delivery;
import io.tensionwire.model.DeliveryState;
import io.tensionwire.model.Genre;
import io.tensionwire.model.Language;
import io.tensionwire.model.Severity;
import io.tensionwire.service.config.Configuration;
import io.tensionwire.service.kafka.KafkaSettings;
import io.tensionwire.service.kafka.TopicProvisioner;
import io.tensionwire.standalone.Main;
import io.tensionwire.standalone.cli.ConfigOption;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A ledger as an alerts role leaves it, and what an operator sees and makes of it. */
@Timeout(120)
class DeliveriesCommandIT {

  private static final Instant NOW = Instant.now();

  @TempDir Path folder;
  private EmbeddedBroker broker;
  private Path config;

  private record Said(int exitCode, String out, String err) {}

  @BeforeEach
  void start() throws Exception {
    broker = EmbeddedBroker.start(folder.resolve("broker"));
    config = Files.writeString(folder.resolve("tensionwire.yaml"), """
        kafka: { bootstrap.servers: "%s" }
        """.formatted(broker.bootstrapServers()));
    KafkaSettings kafka = ConfigOption.kafka(Configuration.load(config, Map.of()));
    try (Admin admin = kafka.admin()) {
      new TopicProvisioner(admin, kafka.replicationFactor(), Duration.ofSeconds(40)).ensure(kafka.topics().all());
    }
    try (var alerts = kafka.producer("test", kafka.topics().alerts());
        var deliveries = kafka.producer("test", kafka.topics().deliveries())) {
      alerts.send(kafka.topics().alerts().record(alert("a0"))).get();
      alerts.send(kafka.topics().alerts().record(alert("a1"))).get();
      for (Delivery each : List.of(
          delivery("a0", "desk", DeliveryState.PENDING, null, 0, Duration.ofHours(3)),
          delivery("a0", "desk", DeliveryState.FAILED, "invalid-message: 400 invalid_blocks", 0, Duration.ofHours(2)),
          delivery("a1", "desk", DeliveryState.DELIVERED, null, 1, Duration.ofMinutes(5)),
          delivery("a1", "wire", DeliveryState.FAILED, "gave-up", 1, Duration.ofMinutes(4)),
          delivery("gone", "desk", DeliveryState.FAILED, "gave-up", 99, Duration.ofMinutes(3)))) {
        deliveries.send(kafka.topics().deliveries().record(each)).get();
      }
    }
  }

  @AfterEach
  void stop() {
    broker.close();
  }

  @Test
  void theNewestStateOfEachIsListedInTheReadersZone() {
    Said all = say("list");

    assertThat(all.exitCode()).isZero();
    assertThat(all.out()).contains("4 deliveries\n").contains("invalid-message: 400 invalid_blocks").doesNotContain("\u001b");
    assertThat(all.out().lines().skip(1).limit(4).map(line -> line.indexOf("opened")).distinct()).hasSize(1);
    assertThat(say("list", "--state", "failed", "--receiver", "desk", "--since", "1h").out())
        .contains("gone").contains("1 delivery\n");
    assertThat(say("list", "--alert", "a1").out()).contains("2 deliveries\n");
    assertThat(say("list", "--state", "pending").out()).isEqualTo("no deliveries\n");
    assertThat(say("list", "--json", "--alert", "a0").out())
        .startsWith("{").contains("\"alertId\":\"a0\"").contains("\"state\":\"failed\"").hasLineCount(1);
  }

  @Test
  void whatFailedIsPendingAgainAndWhatHasNoAlertAnyMoreStaysAsItIs() {
    Said dry = say("replay", "--failed", "--receiver", "desk", "--dry-run");
    assertThat(dry.out()).contains("a0 at desk (failed, invalid-message: 400 invalid_blocks) would be pending again");
    assertThat(say("list", "--state", "pending").out()).isEqualTo("no deliveries\n");

    Said replay = say("replay", "--failed", "--receiver", "desk");

    assertThat(replay.exitCode()).isEqualTo(1);
    assertThat(replay.out()).endsWith("pending again: 1\n");
    assertThat(replay.err()).contains("gone at desk stays as it is: its alert has left its topic");
    assertThat(say("list", "--state", "pending").out()).contains("a0").contains("replayed").contains("1 delivery\n");
    assertThat(say("list", "--receiver", "wire").out()).as("not asked for").contains("gave-up");
  }

  @Test
  void oneAlertIsReplayedWhereItWasNotTold() {
    Said replay = say("replay", "--alert", "a1");

    assertThat(replay.exitCode()).isZero();
    assertThat(replay.out()).isEqualTo("a1 at wire (failed, gave-up) is pending again\npending again: 1\n");
    assertThat(say("list", "--alert", "a1", "--state", "delivered").out()).contains("1 delivery\n");
  }

  @Test
  void aSlipIsAnsweredInOneLine() {
    assertThat(say("replay", "--failed").err()).contains("--failed needs --receiver NAME");
    Said unknown = say("replay", "--alert", "nobody");
    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.err()).contains("nothing like that failed").hasLineCount(1);
  }

  @Test
  void coloursAreForTerminals() {
    var out = new StringWriter();
    new DeliveriesListCommand(Clock.fixed(NOW, ZoneOffset.UTC), ZoneId.of("Asia/Seoul"), true)
        .show(List.of(delivery("a0", "desk", DeliveryState.FAILED, "gave-up", 0, Duration.ZERO)), new PrintWriter(out, true));

    assertThat(out.toString()).contains("\u001b[31mfailed").contains("TIME (KST)");
  }

  private Said say(String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    int exitCode = Main.commandLine(new PrintWriter(out, true), new PrintWriter(err, true)).execute(
        Stream.of(Stream.of("deliveries"), Stream.of(arguments), Stream.of("--config", config.toString()))
            .flatMap(each -> each).toArray(String[]::new));
    return new Said(exitCode, out.toString(), err.toString());
  }

  private static Delivery delivery(
      String alert, String receiver, DeliveryState state, @Nullable String reason, long offset, Duration ago) {
    return new Delivery(
        alert, receiver, "s1", "korea-russia", AlertKind.OPENED, state, reason, 1, null, null, null, offset,
        NOW.minus(ago));
  }

  private static Alert alert(String id) {
    return new Alert(
        id, AlertKind.OPENED, "story/s1", "s1", "korea-russia", "v1", Severity.HIGH, Confidence.SINGLE, null,
        "SAMPLE: a headline", null, "Daily Example", Language.EN, Genre.REPORT, List.of(), List.of(), 1, 1, List.of(), null,
        null, null, NOW, NOW);
  }
}
