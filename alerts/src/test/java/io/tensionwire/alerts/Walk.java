package io.tensionwire.alerts;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tensionwire.alerts.delivery.Attempts;
import io.tensionwire.fixtures.slack.FakeSlack;
import io.tensionwire.model.Alert;
import io.tensionwire.model.Delivery;
import io.tensionwire.model.DeliveryState;
import io.tensionwire.model.Topic;
import io.tensionwire.model.Topics;
import io.tensionwire.model.yaml.Section;
import io.tensionwire.service.Backoff;
import io.tensionwire.service.Health;
import io.tensionwire.service.RoleContext;
import io.tensionwire.service.config.Environment;
import io.tensionwire.service.kafka.KafkaSettings;
import io.tensionwire.service.kafka.TopicProvisioner;
import io.tensionwire.service.kafka.TopicReader;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.jspecify.annotations.Nullable;

/** Topics of one's own on a broker, alerts put on them, and what stands in the ledger. */
final class Walk implements AutoCloseable {

  final KafkaSettings kafka;
  final Topics topics;
  final FakeSlack slack;
  final ConcurrentLinkedQueue<Throwable> bugs = new ConcurrentLinkedQueue<>();
  private final KafkaProducer<String, Alert> producer;
  private final List<AlertsApp> apps = new ArrayList<>();

  Walk(String bootstrapServers, FakeSlack slack) {
    this.topics = Topics.withPrefix("t" + UUID.randomUUID().toString().substring(0, 8) + ".");
    this.kafka = new KafkaSettings(Map.of("bootstrap.servers", bootstrapServers), topics, (short) 1);
    this.slack = slack;
    try (var admin = kafka.admin()) {
      new TopicProvisioner(admin, (short) 1, Duration.ofSeconds(20))
          .ensure(List.of(
              topics.alerts(), topics.deliveries(), topics.silences(), topics.feedback(), topics.signalFeedback(),
              topics.feedStates(), topics.deadLetters()));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    this.producer = kafka.producer("test", topics.alerts());
  }

  void raise(Alert... alerts) {
    for (Alert alert : alerts) {
      producer.send(topics.alerts().record(alert));
    }
    producer.flush();
  }

  /** Puts a value on a topic, such as a silence. */
  <V> void put(Topic<V> topic, V value) {
    try (KafkaProducer<String, V> other = kafka.producer("test-" + UUID.randomUUID(), topic)) {
      other.send(topic.record(value));
    }
  }

  RoleContext context(Clock clock) {
    return context(clock, kafka);
  }

  RoleContext context(Clock clock, KafkaSettings kafka) {
    return new RoleContext(kafka, clock, new SimpleMeterRegistry(), new Health(), bugs::add);
  }

  /** An app whose retries come quickly. */
  AlertsApp app(AlertsConfig config, RoleContext context) {
    var quick = new Backoff(Duration.ofMillis(20), Duration.ofMillis(200));
    var attempts =
        new Attempts(quick, quick, quick, config.giveUpAfter(), context.clock(), RandomGenerator.getDefault());
    var app = new AlertsApp(config, context, AlertsApp.receivers(config), attempts);
    apps.add(app);
    return app;
  }

  AlertsApp start(AlertsConfig config) {
    AlertsApp app = app(config, context(Clock.systemUTC()));
    app.start();
    return app;
  }

  /** The newest state of every delivery, in the order of their first record, as {@code alert/receiver}. */
  Map<String, Delivery> ledger() {
    Map<String, Delivery> ledger = new LinkedHashMap<>();
    try (var reader =
        new TopicReader<>(kafka, "test-" + UUID.randomUUID(), topics.deliveries(), Duration.ofSeconds(20))) {
      reader.readValuesToEnd(delivery -> ledger.put(delivery.alertId() + "/" + delivery.receiver(), delivery));
    }
    return ledger;
  }

  @Nullable DeliveryState state(String key) {
    Delivery delivery = ledger().get(key);
    return delivery == null ? null : delivery.state();
  }

  static AlertsConfig config(String yaml, Map<String, String> environment) {
    Section section = Section.parse(yaml, "test.yaml", new Environment(environment));
    AlertsConfig config = AlertsConfig.from(section);
    section.rejectUnknownKeys();
    return config;
  }

  /** One webhook for each name, each in the channel of its name, and every alert goes to all of them. */
  AlertsConfig webhooks(String... names) {
    var yaml = new StringBuilder("zone: UTC\nreceivers:\n");
    for (String name : names) {
      yaml.append("  - name: ").append(name).append("\n    slack-webhook: { messages-per-second: 1000, url: '")
          .append(slack.webhook(name)).append("' }\n");
    }
    yaml.append("route:\n  receiver: ").append(names[0]).append("\n  routes:\n");
    for (int i = 1; i < names.length; i++) {
      yaml.append("    - { receiver: ").append(names[i]).append(", continue: true }\n");
    }
    return config(yaml.toString(), Map.of());
  }

  @Override
  public void close() {
    apps.forEach(AlertsApp::close);
    producer.close();
  }
}
