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
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two {@code tensionwire alert} processes, of which again and again one is killed with SIGKILL or stands still for a
 * while, tell 2,000 alerts to a Slack that refuses, fails, breaks connections and keeps its answers to itself, and is away
 * for ten minutes. All pauses are sixty times shorter, so that those ten minutes take ten seconds.
 */
@Timeout(value = 40, unit = TimeUnit.MINUTES)
class AlertsChaosProof {

  private static final String RECEIVERS = System.getProperty("proof.receiver", "webhook");
  private static final int ALERTS = Integer.getInteger("proof.alerts", 2000);
  private static final int BLOWS = Integer.getInteger("proof.blows", 56);
  private static final long SEED = Long.getLong("proof.seed", 20261122);
  private static final int HURRY = 60;
  private static final Duration OUTAGE = Duration.ofMinutes(10).dividedBy(HURRY);
  /** A bot looks for what stands twice until five minutes after it was posted, and after a take-over. */
  private static final Duration LAST_LOOK = Duration.ofMinutes(5).dividedBy(HURRY);

  private static final Duration BUSY_WITHIN = Duration.ofSeconds(20);

  @TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder;

  private final Random random = new Random(SEED);
  private final ChaosNewsroom newsroom = new ChaosNewsroom(RECEIVERS);

  @Test
  void nothingIsLostAndNothingIsToldTwiceButWhereNobodyCouldKnow() throws Exception {
    try (var broker = EmbeddedBroker.start(folder.resolve("broker")); var slack = FakeSlack.start();
        var processes = new Processes(folder)) {
      Instant began = Instant.now();
      newsroom.open(slack);
      Path config = newsroom.configuration(folder, broker, slack);
      KafkaSettings kafka = ConfigOption.kafka(Configuration.load(config, Map.of()));
      try (Admin admin = kafka.admin()) {
        new TopicProvisioner(admin, kafka.replicationFactor(), Duration.ofSeconds(30)).ensure(kafka.topics().all());
      }
      var storms = new ChaosStorms(slack, newsroom.desks(), random);
      var blows = new ChaosBlows(processes, config, HURRY, random);
      storms.begin();
      blows.begin();
      List<Alert> alerts = rage(kafka, slack, storms, blows);
      storms.end();
      await().atMost(Duration.ofMinutes(10)).pollInterval(Duration.ofSeconds(2))
          .until(() -> ChaosLedger.read(kafka).settled(alerts, newsroom.desks()));
      Duration took = Duration.between(began, Instant.now());
      Duration cleaned = awaitCleaned(slack, alerts);

      var report = new ChaosReport(newsroom, alerts, ChaosLedger.read(kafka), slack, blows.blows());
      report.print(conditions(alerts, storms, blows, slack, took, cleaned));
      report.faults().forEach(System.out::println);
      assertThat(report.faults()).isEmpty();
      assertThat(blows.blows()).hasSizeGreaterThanOrEqualTo(BLOWS);
    }
  }

  /** Alerts come, storms come, processes die: all of it from one seed. */
  private List<Alert> rage(KafkaSettings kafka, FakeSlack slack, ChaosStorms storms, ChaosBlows blows)
      throws Exception {
    var source = new ChaosAlerts(random);
    List<Alert> alerts = new ArrayList<>();
    try (KafkaProducer<String, Alert> producer = kafka.producer("chaos", kafka.topics().alerts())) {
      for (int blow = 0; blow < BLOWS; blow++) {
        if (blow == BLOWS / 2) {
          awaitWork(slack);
          storms.outage(OUTAGE);
        }
        int share = (ALERTS - alerts.size()) / (BLOWS - blow);
        long pause = 2000 + random.nextLong(6000);
        for (int i = 0; i < share; i++) {
          Alert alert = source.next();
          alerts.add(alert);
          producer.send(kafka.topics().alerts().record(alert));
          TimeUnit.MILLISECONDS.sleep(pause / share);
          storms.perhaps();
        }
        producer.flush();
        awaitWork(slack);
        blows.strike();
      }
    }
    return alerts;
  }

  /** A process is struck at work: on a machine that is busy another has hardly taken over by then. */
  private void awaitWork(FakeSlack slack) {
    long enough = slack.calls().size() + 1L + random.nextInt(20);
    try {
      await().atMost(BUSY_WITHIN).until(() -> slack.calls().size() >= enough);
    } catch (ConditionTimeoutException e) {
      System.out.println("nothing was told for " + BUSY_WITHIN);
    }
  }

  /** What stands twice may stand until the last look; whatever stands then is judged. */
  private Duration awaitCleaned(FakeSlack slack, List<Alert> alerts) {
    long start = System.nanoTime();
    try {
      await().atMost(LAST_LOOK.plusSeconds(20)).pollInterval(Duration.ofMillis(500))
          .until(() -> ChaosThreads.of(slack, newsroom.bots(), alerts).faults().isEmpty());
    } catch (ConditionTimeoutException e) {
      System.out.println("the bot's channels are not as they should be " + LAST_LOOK.plusSeconds(20) + " after the last call");
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private Map<String, Object> conditions(
      List<Alert> alerts, ChaosStorms storms, ChaosBlows blows, FakeSlack slack, Duration took, Duration cleaned) {
    Map<String, Object> conditions = new LinkedHashMap<>();
    conditions.put("alerts, at " + newsroom.desks().size() + " receivers each", alerts.size());
    conditions.put("stories", alerts.stream().map(Alert::subject).distinct().count());
    conditions.put("processes killed with SIGKILL", blows.kills());
    conditions.put("processes paused with SIGSTOP, up to 13 s", blows.blows().size() - blows.kills());
    var calls = new ChaosCalls(slack, newsroom.desks());
    calls.tell(conditions);
    conditions.put("… meant to be answered after 16 s, which nobody waits for", storms.late());
    conditions.put("minutes without any answer, a second each", OUTAGE.multipliedBy(HURRY).toMinutes());
    conditions.put("seconds until all was told", took.toSeconds());
    if (!newsroom.bots().isEmpty()) {
      conditions.put("bot: messages meant to be seen only seconds after a lost answer", storms.hidden());
      calls.tellOfBots(conditions);
      conditions.put("bot: seconds from then until nothing stood twice", cleaned.toSeconds());
    }
    return conditions;
  }
}
