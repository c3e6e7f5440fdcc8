package io.tensionwire.standalone.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tensionwire.broker.EmbeddedBroker;
import io.tensionwire.fixtures.slack.FakeSlack;
import io.tensionwire.model.Alert;
import io.tensionwire.service.config.Configuration;
import io.tensionwire.service.kafka.KafkaSettings;
import io.tensionwire.service.kafka.TopicProvisioner;
import io.tensionwire.standalone.cli.ConfigOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three {@code tensionwire alert} processes on a ledger of 200,000 deliveries. Again and again the active one is killed
 * with SIGKILL, and then its successor in the middle of taking over: after each kill an alert that was raised at that
 * moment must be told within 30 s.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class AlertsTakeoverProof {

  private static final int DELIVERIES = Integer.getInteger("proof.deliveries", 200_000);
  private static final int ROUNDS = Integer.getInteger("proof.rounds", 4);
  private static final long SEED = Long.getLong("proof.seed", 20261122);
  private static final Duration WITHIN = Duration.ofSeconds(30);
  private static final Pattern ACTIVE = Pattern.compile("AlertsLoop +active");
  private static final List<String> DESKS = List.of("desk", "wire");

  @TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder;

  private final HttpClient http = HttpClient.newHttpClient();
  private final Random random = new Random(SEED);
  private final List<Instance> instances = new ArrayList<>();

  /** A process, and where it says how it is. */
  private record Instance(Process process, String log, int port) {}

  @Test
  void whoeverIsKilledInTheMiddleOfTakingOverAnotherIsActiveWithinThirtySeconds() throws Exception {
    try (var broker = EmbeddedBroker.start(folder.resolve("broker")); var slack = FakeSlack.start();
        var processes = new Processes(folder)) {
      KafkaSettings kafka = ConfigOption.kafka(Configuration.load(configuration(0, broker, slack), Map.of()));
      try (Admin admin = kafka.admin()) {
        new TopicProvisioner(admin, kafka.replicationFactor(), Duration.ofSeconds(30)).ensure(kafka.topics().all());
      }
      var past = new ChaosPast(DELIVERIES, DESKS);
      past.write(kafka);
      List<Duration> afterTheActiveOne = new ArrayList<>();
      List<Duration> afterItsSuccessor = new ArrayList<>();
      try (KafkaProducer<String, Alert> producer = kafka.producer("takeover", kafka.topics().alerts())) {
        for (int i = 0; i < 3; i++) {
          start(processes, broker, slack);
        }
        told(raise(producer, kafka, "first"), slack, Duration.ofMinutes(5));
        for (int round = 0; round < ROUNDS; round++) {
          // It is killed alone, and its successor tells.
          kill(active(), processes, broker, slack);
          afterTheActiveOne.add(told(raise(producer, kafka, "a" + round), slack, WITHIN.multipliedBy(2)));
          // It is killed, and so is its successor while that reads the ledger.
          kill(active(), processes, broker, slack);
          Instance successor = takingOver();
          TimeUnit.MILLISECONDS.sleep(random.nextInt(500));
          kill(successor, processes, broker, slack);
          afterItsSuccessor.add(told(raise(producer, kafka, "b" + round), slack, WITHIN.multipliedBy(2)));
        }
      }
      System.out.println("| what | measured |\n|---|---|");
      System.out.println("| deliveries in the ledger | " + DELIVERIES + " |\n| alerts on their topic | " + past.alerts() + " |");
      print("active one killed, until an alert raised then was told", afterTheActiveOne);
      print("its successor killed while it took over, until an alert raised then was told", afterItsSuccessor);
      assertThat(afterTheActiveOne).allMatch(pause -> pause.compareTo(WITHIN) < 0);
      assertThat(afterItsSuccessor).allMatch(pause -> pause.compareTo(WITHIN) < 0);
    }
  }

  private static void print(String what, List<Duration> pauses) {
    System.out.printf(
        Locale.ROOT, "| %s: seconds, %d times | %s; longest %.1f |%n", what, pauses.size(),
        String.join(" ", pauses.stream().map(pause -> String.format(Locale.ROOT, "%.1f", seconds(pause))).toList()),
        pauses.stream().mapToDouble(AlertsTakeoverProof::seconds).max().orElse(0));
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }

  private Alert raise(KafkaProducer<String, Alert> producer, KafkaSettings kafka, String name) {
    Alert alert = ChaosAlerts.opening(name, random);
    producer.send(kafka.topics().alerts().record(alert));
    producer.flush();
    return alert;
  }

  /** @return how long that took, from now on */
  private static Duration told(Alert alert, FakeSlack slack, Duration atMost) {
    Instant raised = Instant.now();
    await().atMost(atMost).pollInterval(Duration.ofMillis(50)).until(
        () -> DESKS.stream().allMatch(desk -> slack.messages(desk).toString().contains(alert.headline())));
    return Duration.between(raised, Instant.now());
  }

  private void kill(Instance victim, Processes processes, EmbeddedBroker broker, FakeSlack slack) throws Exception {
    victim.process().destroyForcibly().waitFor();
    instances.remove(victim);
    start(processes, broker, slack);
  }

  private Instance active() {
    await().atMost(Duration.ofSeconds(20)).until(() -> instances.stream().anyMatch(this::isActive));
    return instances.stream().filter(this::isActive).findFirst().orElseThrow();
  }

  private boolean isActive(Instance instance) {
    try {
      return ACTIVE.matcher(Files.readString(folder.resolve(instance.log() + ".log"))).find();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Instance takingOver() {
    List<Instance> found = new ArrayList<>();
    await().atMost(WITHIN).pollInterval(Duration.ofMillis(20)).until(() -> {
      instances.stream().filter(instance -> readiness(instance).contains("reading the ledger")).findFirst()
          .ifPresent(found::add);
      return !found.isEmpty();
    });
    return found.getFirst();
  }

  /** What it says of itself; nothing where it does not answer yet. */
  private String readiness(Instance instance) {
    var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + instance.port() + "/readyz"))
        .timeout(Duration.ofSeconds(1)).build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void start(Processes processes, EmbeddedBroker broker, FakeSlack slack) throws IOException {
    int port = Processes.freePort();
    String log = "alert-" + port;
    Process process = processes.start(
        log, "384m", List.of("-XX:TieredStopAtLevel=1"), "io.tensionwire.standalone.Main", "alert", "--config",
        configuration(port, broker, slack).toString());
    instances.add(new Instance(process, log, port));
  }

  private Path configuration(int port, EmbeddedBroker broker, FakeSlack slack) throws IOException {
    return Files.writeString(folder.resolve("alerts-" + port + ".yaml"), """
        kafka: { bootstrap.servers: "%s" }
        alerts:
          receivers:
            - { name: desk, slack-webhook: { url: "%s" } }
            - { name: wire, slack-webhook: { url: "%s" } }
          route:
            receiver: desk
            routes:
              - { receiver: wire, continue: true }
        http: { listen: "127.0.0.1:%d" }
        """.formatted(broker.bootstrapServers(), slack.webhook("desk"), slack.webhook("wire"), port));
  }
}
