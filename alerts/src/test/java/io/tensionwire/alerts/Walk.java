package io.tensionwire.alerts;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.config.TopicConfig;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/**
 * One test's walk from an alert to its message: topics of its own on a broker, a Slack, the role between them, and what
 * stands in the ledger.
 *
 * <p>The role tells first and records after that, on another thread, and what it does next, such as telling of a dead
 * receiver, comes later still. So a test that has seen one of these waits for the others, too; only what it waited for
 * it may take as given.
 */
final class Walk implements AutoCloseable {

  /** Far longer than anything here takes: a machine that is busy makes a test slow, not red. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(20);

  final KafkaSettings kafka;
  final Topics topics;
  final FakeSlack slack;
  final ConcurrentLinkedQueue<Throwable> bugs = new ConcurrentLinkedQueue<>();
  private final KafkaProducer<String, Alert> producer;
  private final TopicReader<Delivery> deliveries;
  private final Map<String, Delivery> ledger = new LinkedHashMap<>();
  private final List<AlertsApp> apps = new ArrayList<>();

  Walk(String bootstrapServers, FakeSlack slack) {
    this.topics = Topics.withPrefix("t" + UUID.randomUUID().toString().substring(0, 8) + ".");
    this.kafka = new KafkaSettings(Map.of("bootstrap.servers", bootstrapServers), topics, (short) 1);
    this.slack = slack;
    List<Topic<?>> needed = List.of(
        topics.alerts(), topics.deliveries(), topics.silences(), topics.feedback(), topics.signalFeedback(),
        topics.feedStates(), topics.deadLetters());
    try (var admin = kafka.admin()) {
      admin.createTopics(needed.stream().map(Walk::timeless).toList()).all().get();
      new TopicProvisioner(admin, (short) 1, CALL_TIMEOUT).ensure(needed);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    this.producer = kafka.producer("test", topics.alerts());
    this.deliveries = new TopicReader<>(kafka, "test-ledger", topics.deliveries(), CALL_TIMEOUT);
  }

  /** Tests have dates of their own: a broker neither lets go what is old by them nor refuses what is ahead of its clock. */
  private static NewTopic timeless(Topic<?> topic) {
    Map<String, String> settings = new TreeMap<>(topic.settings());
    settings.put(TopicConfig.RETENTION_MS_CONFIG, "-1");
    settings.put(TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG, Long.toString(Long.MAX_VALUE));
    return topic.newTopic((short) 1).configs(settings);
  }

  /** Waits for what comes later. */
  static ConditionFactory await() {
    return Awaitility.await().dontCatchUncaughtExceptions().atMost(PATIENCE).pollInterval(Duration.ofMillis(50));
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
    return start(config, Clock.systemUTC());
  }

  AlertsApp start(AlertsConfig config, Clock clock) {
    AlertsApp app = app(config, context(clock));
    app.start();
    return app;
  }

  /** Waits until so many alerts wait for a receiver, beside the one that it may be called with. */
  static void awaitQueue(RoleContext context, String receiver, int size) {
    await().ignoreExceptions().until(
        () -> context.meters().get("tensionwire.alerts.queue").tag("receiver", receiver).gauge().value() == size);
  }

  /** The newest state of every delivery, in the order of their first record, as {@code alert/receiver}. */
  synchronized Map<String, Delivery> ledger() {
    deliveries.readValuesToEnd(each -> ledger.put(each.alertId() + "/" + each.receiver(), each));
    return new LinkedHashMap<>(ledger);
  }

  /** The delivery of an alert at a receiver, {@code alert/receiver}, which must stand in the ledger. */
  Delivery delivery(String key) {
    Map<String, Delivery> now = ledger();
    assertThat(now).containsKey(key);
    return Objects.requireNonNull(now.get(key));
  }

  /** What became of an alert at a receiver, with the reason where there is one: {@code SUPPRESSED silenced: quiet}. */
  String fate(String key) {
    Delivery delivery = ledger().get(key);
    return delivery == null ? "none" : (delivery.state() + " " + Objects.toString(delivery.reason(), "")).strip();
  }

  void awaitState(String key, DeliveryState state) {
    await().untilAsserted(() -> assertThat(fate(key)).as(key).startsWith(state.name()));
  }

  void awaitFate(String key, String fate) {
    await().untilAsserted(() -> assertThat(fate(key)).as(key).isEqualTo(fate));
  }

  /** Waits until a channel has a message with each of these words. */
  void awaitTold(String channel, String... words) {
    await().untilAsserted(() -> {
      for (String word : words) {
        assertThat(slack.messages(channel)).as("messages in %s with %s", channel, word)
            .anyMatch(message -> message.toString().contains(word));
      }
    });
  }

  /** Every value that stands on a topic now, in order. */
  <V> List<V> values(Topic<V> topic) {
    List<V> values = new ArrayList<>();
    try (var reader = new TopicReader<>(kafka, "test-" + UUID.randomUUID(), topic, CALL_TIMEOUT)) {
      reader.readValuesToEnd(values::add);
    }
    return values;
  }

  static AlertsConfig config(String yaml, Map<String, String> environment) {
    Section section = Section.parse(yaml, "test.yaml", new Environment(environment));
    AlertsConfig config = AlertsConfig.from(section);
    section.rejectUnknownKeys();
    return config;
  }

  /**
   * A webhook in the channel of its name, as an item of {@code receivers}.
   *
   * @param more keys of the receiver: {@code "fallback: mail"}
   */
  String webhook(String name, String... more) {
    String keys = String.join("", List.of(more).stream().map(key -> ", " + key).toList());
    return "{ name: %s%s, slack-webhook: { messages-per-second: 1000, url: '%s' } }"
        .formatted(name, keys, slack.webhook(name));
  }

  /** One webhook for each name, each in the channel of its name, and every alert goes to all of them. */
  AlertsConfig webhooks(String... names) {
    var yaml = new StringBuilder("zone: UTC\nreceivers:\n");
    for (String name : names) {
      yaml.append("  - ").append(webhook(name)).append('\n');
    }
    yaml.append("route:\n  receiver: ").append(names[0]).append("\n  routes:\n");
    for (int i = 1; i < names.length; i++) {
      yaml.append("    - { receiver: ").append(names[i]).append(", continue: true }\n");
    }
    return config(yaml.toString(), Map.of());
  }

  /** Ends what was started; a bug that one of them told of fails the test. */
  @Override
  public void close() {
    apps.forEach(AlertsApp::close);
    deliveries.close();
    producer.close();
    slack.close();
    assertThat(bugs).isEmpty();
  }
}
