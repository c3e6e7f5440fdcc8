package io.tensionwire.standalone.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tensionwire.broker.EmbeddedBroker;
import io.tensionwire.fixtures.slack.Answer;
import io.tensionwire.fixtures.slack.FakeSlack;
import io.tensionwire.model.Alert;
import io.tensionwire.model.Delivery;
import io.tensionwire.model.DeliveryState;
import io.tensionwire.service.config.Configuration;
import io.tensionwire.service.kafka.KafkaSettings;
import io.tensionwire.service.kafka.TopicProvisioner;
import io.tensionwire.service.kafka.TopicReader;
import io.tensionwire.standalone.cli.ConfigOption;
import io.tensionwire.standalone.proof.ChaosReport.Accepted;
import io.tensionwire.standalone.proof.ChaosReport.Blow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two {@code tensionwire alert} processes, of which again and again one is killed with SIGKILL or stands still for a
 * while, tell 2,000 alerts to a Slack that refuses, fails, breaks connections and keeps its answers to itself, and is away
 * for ten minutes. Pauses after failures are sixty times shorter, so that those ten minutes take ten seconds.
 */
@Timeout(value = 25, unit = TimeUnit.MINUTES)
class AlertsChaosProof {

  private static final int ALERTS = Integer.getInteger("proof.alerts", 2000);
  private static final int BLOWS = Integer.getInteger("proof.blows", 56);
  private static final long SEED = Long.getLong("proof.seed", 20261122);
  private static final int HURRY = 60;
  /** Each holds its channel up for the 15 s of a call's time-out. */
  private static final int MOST_LATE = 8;
  private static final Duration OUTAGE = Duration.ofMinutes(10).dividedBy(HURRY);
  private static final List<String> CHANNELS = List.of("desk", "wire");
  private static final Pattern MARK = Pattern.compile("SAMPLE (c\\d+) of the chaos run");

  @TempDir(cleanup = org.junit.jupiter.api.io.CleanupMode.ON_SUCCESS) Path folder;

  private final Random random = new Random(SEED);
  private final List<Blow> blows = new ArrayList<>();
  private int late;
  private final Process[] running = new Process[2];

  @Test
  void nothingIsLostAndNothingIsToldTwiceButWhereNobodyCouldKnow() throws Exception {
    try (var broker = EmbeddedBroker.start(folder.resolve("broker")); var slack = FakeSlack.start();
        var processes = new Processes(folder)) {
      long epoch = System.nanoTime();
      Instant began = Instant.now();
      Path config = configuration(broker, slack);
      KafkaSettings kafka = ConfigOption.kafka(Configuration.load(config, Map.of()));
      try (Admin admin = kafka.admin()) {
        new TopicProvisioner(admin, kafka.replicationFactor(), Duration.ofSeconds(30)).ensure(kafka.topics().all());
      }
      start(processes, config, 0);
      start(processes, config, 1);
      List<Alert> alerts = rage(kafka, slack, processes, config);
      CHANNELS.forEach(slack::recovers);
      await().atMost(Duration.ofMinutes(5)).pollInterval(Duration.ofSeconds(2)).until(() -> settled(kafka, alerts));
      Duration took = Duration.between(began, Instant.now());

      Map<String, List<Accepted>> accepted = accepted(slack, began, epoch);
      var report = new ChaosReport(ledger(kafka), accepted, blows);
      report.judge(alerts, CHANNELS);
      report.print(conditions(slack, alerts, accepted, took));
      report.unexplained().forEach(System.out::println);
      assertThat(report.lost()).isEmpty();
      assertThat(report.notTerminal()).isEmpty();
      assertThat(report.unexplained()).isEmpty();
      assertThat(blows).hasSizeGreaterThanOrEqualTo(BLOWS);
    }
  }

  /** Alerts come, storms come, processes die: all of it from one seed. */
  private List<Alert> rage(KafkaSettings kafka, FakeSlack slack, Processes processes, Path config) throws Exception {
    var source = new ChaosAlerts(random);
    List<Alert> alerts = new ArrayList<>();
    try (KafkaProducer<String, Alert> producer = kafka.producer("chaos", kafka.topics().alerts())) {
      for (int blow = 0; blow < BLOWS; blow++) {
        if (blow == BLOWS / 2) {
          outage(slack);
        }
        int share = (ALERTS - alerts.size()) / (BLOWS - blow);
        long pause = 2000 + random.nextLong(6000);
        for (int i = 0; i < share; i++) {
          Alert alert = source.next();
          alerts.add(alert);
          producer.send(kafka.topics().alerts().record(alert));
          TimeUnit.MILLISECONDS.sleep(pause / share);
          if (random.nextInt(12) == 0) {
            storm(slack, CHANNELS.get(random.nextInt(CHANNELS.size())));
          }
        }
        producer.flush();
        strike(processes, config);
      }
    }
    return alerts;
  }

  private void storm(FakeSlack slack, String channel) {
    switch (random.nextInt(8)) {
      case 0, 1 -> storm(slack, channel, Answer.rateLimited(Duration.ofSeconds(1)), 1 + random.nextInt(3));
      case 2, 3 -> storm(slack, channel, Answer.refused(500, "rollup_error"), 1 + random.nextInt(8));
      case 4, 5 -> storm(slack, channel, Answer.lostAfterAcceptance(), 1 + random.nextInt(3));
      case 6 -> storm(slack, channel, Answer.connectionBroken(), 1 + random.nextInt(4));
      default -> {
        if (late < MOST_LATE) {
          late++;
          slack.answers(channel, Answer.slow(Duration.ofSeconds(16)));
        }
      }
    }
  }

  private static void storm(FakeSlack slack, String channel, Answer answer, int times) {
    for (int i = 0; i < times; i++) {
      slack.answers(channel, answer);
    }
  }

  /** Nobody answers for ten minutes, of which each takes a second. */
  private void outage(FakeSlack slack) throws InterruptedException {
    CHANNELS.forEach(channel -> slack.always(channel, Answer.connectionBroken()));
    TimeUnit.MILLISECONDS.sleep(OUTAGE.toMillis());
    CHANNELS.forEach(slack::recovers);
  }

  private void strike(Processes processes, Path config) throws Exception {
    int which = random.nextInt(running.length);
    Process process = running[which];
    Instant from = Instant.now();
    if (random.nextInt(3) > 0) {
      process.destroyForcibly().waitFor();
      blows.add(new Blow(from, Instant.now(), true));
      start(processes, config, which);
    } else {
      signal(process, "STOP");
      TimeUnit.MILLISECONDS.sleep(500 + random.nextLong(13_000));
      signal(process, "CONT");
      blows.add(new Blow(from, Instant.now(), false));
    }
  }

  private static void signal(Process process, String signal) throws Exception {
    new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).inheritIO().start().waitFor();
  }

  private void start(Processes processes, Path config, int which) throws IOException {
    running[which] = processes.start(
        "alert-" + which, "256m", List.of("-Dtensionwire.alerts.hurry=" + HURRY, "-XX:TieredStopAtLevel=1"),
        "io.tensionwire.standalone.Main", "alert", "--config", config.toString());
  }

  private boolean settled(KafkaSettings kafka, List<Alert> alerts) {
    Map<String, DeliveryState> states = new TreeMap<>();
    ledger(kafka).forEach(line -> states.put(line.alertId() + "/" + line.receiver(), line.state()));
    return alerts.stream().allMatch(alert -> CHANNELS.stream().map(channel -> states.get(alert.id() + "/" + channel))
        .allMatch(state -> state != null && state != DeliveryState.PENDING));
  }

  private static List<Delivery> ledger(KafkaSettings kafka) {
    List<Delivery> lines = new ArrayList<>();
    try (var reader = new TopicReader<>(kafka, "chaos-ledger", kafka.topics().deliveries(), Duration.ofSeconds(30))) {
      reader.readValuesToEnd(lines::add);
    }
    return lines;
  }

  /** What stands in the channels, by alert and channel. */
  private static Map<String, List<Accepted>> accepted(FakeSlack slack, Instant began, long epoch) {
    Map<String, List<Accepted>> accepted = new TreeMap<>();
    for (String channel : CHANNELS) {
      for (FakeSlack.Call call : slack.calls(channel)) {
        Matcher mark = MARK.matcher(String.valueOf(call.payload()));
        if (call.accepted() && mark.find()) {
          accepted.computeIfAbsent(mark.group(1) + "/" + channel, key -> new ArrayList<>())
              .add(new Accepted(began.plusNanos(call.nanoTime() - epoch), call.status() == 0));
        }
      }
    }
    return accepted;
  }

  private Map<String, Object> conditions(
      FakeSlack slack, List<Alert> alerts, Map<String, List<Accepted>> accepted, Duration took) {
    List<FakeSlack.Call> calls = CHANNELS.stream().flatMap(channel -> slack.calls(channel).stream()).toList();
    Map<String, Object> conditions = new LinkedHashMap<>();
    conditions.put("alerts, at " + CHANNELS.size() + " receivers each", alerts.size());
    conditions.put("stories", alerts.stream().map(Alert::subject).distinct().count());
    conditions.put("processes killed with SIGKILL", blows.stream().filter(Blow::kill).count());
    conditions.put("processes paused with SIGSTOP, up to 13 s", blows.stream().filter(blow -> !blow.kill()).count());
    conditions.put("calls", calls.size());
    conditions.put("… refused with 429", calls.stream().filter(call -> call.status() == 429).count());
    conditions.put("… failed with 500", calls.stream().filter(call -> call.status() == 500).count());
    conditions.put(
        "… whose connection broke before", calls.stream().filter(call -> call.status() == 0 && !call.accepted()).count());
    conditions.put(
        "… whose connection broke after the message was accepted",
        calls.stream().filter(call -> call.status() == 0 && call.accepted()).count());
    conditions.put("… meant to be answered after 16 s, which nobody waits for", late);
    conditions.put("minutes without any answer, a second each", OUTAGE.multipliedBy(HURRY).toMinutes());
    CHANNELS.forEach(channel -> conditions.put(
        "told of a story at " + channel + " before its opening", ChaosReport.overtaken(alerts, accepted, channel)));
    conditions.put("seconds that it took", took.toSeconds());
    return conditions;
  }

  private Path configuration(EmbeddedBroker broker, FakeSlack slack) throws IOException {
    return Files.writeString(folder.resolve("alerts.yaml"), """
        kafka: { bootstrap.servers: "%s" }
        alerts:
          receivers:
            - { name: desk, slack-webhook: { url: "%s", messages-per-second: 1000 } }
            - { name: wire, slack-webhook: { url: "%s", messages-per-second: 1000 } }
          route:
            receiver: desk
            routes:
              - { receiver: wire, continue: true }
        http: { listen: "127.0.0.1:0" }
        """.formatted(broker.bootstrapServers(), slack.webhook("desk"), slack.webhook("wire")));
  }
}
