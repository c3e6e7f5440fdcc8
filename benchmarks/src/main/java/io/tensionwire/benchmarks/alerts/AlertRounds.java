package io.tensionwire.benchmarks.alerts;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tensionwire.alerts.AlertsApp;
import io.tensionwire.alerts.AlertsConfig;
import io.tensionwire.broker.EmbeddedBroker;
import io.tensionwire.fixtures.slack.FakeSlack;
import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.Confidence;
import io.tensionwire.model.Genre;
import io.tensionwire.model.Language;
import io.tensionwire.model.Severity;
import io.tensionwire.model.yaml.Section;
import io.tensionwire.service.Health;
import io.tensionwire.service.RoleContext;
import io.tensionwire.service.config.Environment;
import io.tensionwire.service.kafka.KafkaSettings;
import io.tensionwire.service.kafka.TopicProvisioner;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;

/**
 * Alerts at an even pace, each timed from its being sent to {@code news.alerts} to the moment in which the fake Slack
 * answers 200. The first tenth warms up and is left out.
 *
 * <p>Options: {@code <alerts> <a second>}.
 */
public final class AlertRounds {

  private static final Duration CALL = Duration.ofSeconds(30);

  private AlertRounds() {}

  public static void main(String[] options) throws Exception {
    int count = options.length > 0 ? Integer.parseInt(options[0]) : 300;
    int perSecond = options.length > 1 ? Integer.parseInt(options[1]) : 5;
    Path folder = Files.createTempDirectory("alerts");
    try (var broker = EmbeddedBroker.start(folder.resolve("broker")); var slack = FakeSlack.start()) {
      run(broker, slack, count, perSecond);
    } finally {
      delete(folder);
    }
  }

  private static void run(EmbeddedBroker broker, FakeSlack slack, int count, int perSecond) throws Exception {
    KafkaSettings kafka = KafkaSettings.at(broker.bootstrapServers());
    try (Admin admin = kafka.admin()) {
      new TopicProvisioner(admin, kafka.replicationFactor(), CALL).ensure(kafka.topics().all());
    }
    AlertsConfig config = AlertsConfig.from(Section.parse(
        "receivers: [ { name: desk, slack-webhook: { url: '%s', messages-per-second: 1000 } } ]"
            .formatted(slack.webhook("desk")),
        "benchmark", new Environment(Map.of())));
    var context = new RoleContext(kafka, Clock.systemUTC(), new SimpleMeterRegistry(), new Health(), bug -> {
      throw new IllegalStateException(bug);
    });
    Map<String, Long> sentAt = new HashMap<>();
    try (var app = new AlertsApp(config, context);
        KafkaProducer<String, Alert> producer = kafka.producer("benchmark", kafka.topics().alerts())) {
      app.start();
      await(() -> context.health().ready());
      long began = System.nanoTime();
      for (int i = 0; i < count; i++) {
        Alert alert = alert("b%05d".formatted(i));
        sentAt.put(alert.id(), System.nanoTime());
        producer.send(kafka.topics().alerts().record(alert));
        long next = began + (i + 1) * TimeUnit.SECONDS.toNanos(1) / perSecond;
        TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
      }
      await(() -> slack.calls("desk").size() >= count);
    }
    List<Double> millis = new ArrayList<>();
    for (FakeSlack.Call call : slack.calls("desk")) {
      String text = String.valueOf(call.payload());
      int at = text.indexOf("SAMPLE b");
      String id = text.substring(at + "SAMPLE ".length(), at + "SAMPLE b00000".length());
      if (Integer.parseInt(id.substring(1)) >= count / 10) {
        millis.add((call.nanoTime() - sentAt.getOrDefault(id, 0L)) / 1e6);
      }
    }
    millis.sort(Comparator.naturalOrder());
    System.out.printf("| %d alerts, %d a second | p50 | p90 | p99 | most |%n|---|---|---|---|---|%n", millis.size(),
        perSecond);
    System.out.printf(Locale.ROOT, "| ms from record to 200 | %.0f | %.0f | %.0f | %.0f |%n", at(millis, 0.5), at(millis, 0.9),
        at(millis, 0.99), millis.getLast());
  }

  private static double at(List<Double> sorted, double share) {
    return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
  }

  private static void await(java.util.function.BooleanSupplier condition) throws InterruptedException {
    while (!condition.getAsBoolean()) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  private static Alert alert(String id) {
    Instant now = Instant.now();
    return new Alert(
        id, AlertKind.OPENED, "story/" + id, id, "korea-russia", "v1", Severity.HIGH, Confidence.SINGLE, null, "SAMPLE " + id,
        URI.create("https://daily.example/" + id), "Daily Example", Language.EN, Genre.REPORT, List.of(), List.of(), 1, 1,
        List.of(), null, null, null, now, now);
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
