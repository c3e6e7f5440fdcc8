package io.tensionwire.processor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tensionwire.broker.EmbeddedBroker;
import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.Article;
import io.tensionwire.model.BodySource;
import io.tensionwire.model.Language;
import io.tensionwire.model.Topic;
import io.tensionwire.service.Health;
import io.tensionwire.service.RoleContext;
import io.tensionwire.service.kafka.KafkaSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The walk from {@code news.articles} to {@code news.alerts} through a real broker. */
@Tag("broker")
@Timeout(180)
class ProcessorAppIT {

  private static final Path WATCHES = Path.of("../config/watches");
  private static final Duration SOON = Duration.ofSeconds(30);

  @TempDir Path data;
  private final Queue<Throwable> bugs = new ConcurrentLinkedQueue<>();
  private final Health health = new Health();
  private EmbeddedBroker broker;
  private KafkaSettings kafka;
  private ProcessorApp app;

  @BeforeEach
  void start() {
    broker = EmbeddedBroker.start(data.resolve("broker"));
    kafka = KafkaSettings.at(broker.bootstrapServers());
    app = app("state");
    app.start();
    await().atMost(SOON).until(health::ready);
  }

  @AfterEach
  void stop() {
    app.close();
    broker.close();
    assertThat(bugs).isEmpty();
  }

  @Test
  void articlesBecomeAlertsAndABrokenOneADeadLetter() throws Exception {
    try (var producer = producer(); var alerts = kafka.reader("alerts", kafka.topics().alerts());
        var letters = kafka.reader("letters", kafka.topics().deadLetters())) {
      producer.send(record(1)).get();
      producer.send(new ProducerRecord<>(kafka.topics().articles().name(), "bad", "{not json".getBytes(UTF_8))).get();
      producer.send(record(2)).get();

      List<ConsumerRecord<String, Alert>> raised = read(alerts, kafka.topics().alerts(), 2);
      assertThat(raised).extracting(r -> r.value().kind()).containsOnly(AlertKind.OPENED);
      assertThat(raised).extracting(r -> r.value().headline()).containsExactlyInAnyOrder(title(1), title(2));
      assertThat(raised).allSatisfy(r -> assertThat(r.headers().lastHeader("traceparent")).isNotNull());
      ConsumerRecord<String, byte[]> letter = read(letters, kafka.topics().deadLetters(), 1).getFirst();
      assertThat(letter.key()).isEqualTo("bad");
      assertThat(letter.value()).isEqualTo("{not json".getBytes(UTF_8));
    }
  }

  @Test
  void aBrokerThatGoesAwayAndComesBackIsWaitedFor() throws Exception {
    try (var producer = producer(); var alerts = kafka.reader("alerts", kafka.topics().alerts())) {
      producer.send(record(1)).get();
      read(alerts, kafka.topics().alerts(), 1);

      int port = broker.port();
      broker.close();
      await().atMost(Duration.ofSeconds(15)).until(() -> !health.ready());
      assertThat(health.problems().get("processor")).isEqualTo("no answer from Kafka at 127.0.0.1:" + port);
      broker = EmbeddedBroker.start(data.resolve("broker"), port);

      await().atMost(Duration.ofSeconds(60)).until(health::ready);
      producer.send(record(2)).get();
      List<ConsumerRecord<String, Alert>> all = read(alerts, kafka.topics().alerts(), 1);
      assertThat(all).extracting(r -> r.value().headline()).containsExactly(title(2));
    }
  }

  @Test
  void aSuccessorGoesOnWhereItsPredecessorStopped() throws Exception {
    try (var producer = producer(); var alerts = kafka.reader("alerts", kafka.topics().alerts())) {
      producer.send(record(1)).get();
      Alert opened = read(alerts, kafka.topics().alerts(), 1).getFirst().value();
      app.close();
      app = app("another-state");
      app.start();
      await().atMost(SOON).until(health::ready);

      Article first = article(1);
      producer.send(bytes(first.toBuilder().revision(2).title("SAMPLE: the headline is new")
          .fetchedAt(first.fetchedAt().plusSeconds(120)).build())).get();

      Alert updated = read(alerts, kafka.topics().alerts(), 1).getFirst().value();
      assertThat(updated.kind()).isEqualTo(AlertKind.UPDATED);
      assertThat(updated.storyId()).isEqualTo(opened.storyId());
    }
  }

  private ProcessorApp app(String state) {
    var context = new RoleContext(kafka, Clock.systemUTC(), new SimpleMeterRegistry(), health, bugs::add);
    return new ProcessorApp(ProcessorConfig.of(WATCHES, data.resolve(state)), context);
  }

  private KafkaProducer<String, byte[]> producer() {
    return new KafkaProducer<>(kafka.producerSettings("feeder"), new StringSerializer(), new ByteArraySerializer());
  }

  private ProducerRecord<String, byte[]> record(int number) {
    return bytes(article(number));
  }

  private ProducerRecord<String, byte[]> bytes(Article article) {
    Topic<Article> topic = kafka.topics().articles();
    ProducerRecord<String, Article> record = topic.record(article);
    byte[] value = topic.values().serializer().serialize(topic.name(), record.headers(), article);
    return new ProducerRecord<>(
        record.topic(), null, record.timestamp(), record.key(), value, record.headers());
  }

  private static Article article(int number) {
    List<String> bodies = List.of(
        "Russia's foreign ministry summoned the South Korean ambassador to Moscow on Friday and lodged a strong protest"
            + " over the delivery of mine-clearing vehicles to Ukraine, its spokesperson said. Moscow warned that it"
            + " would retaliate against South Korea.",
        "South Korea's foreign ministry called in the Russian ambassador in Seoul to protest the entry of two Russian"
            + " bombers into the air defence identification zone east of the peninsula, and urged Moscow to keep"
            + " such flights from happening again, an official of the ministry said.");
    return Article.builder(URI.create("https://gazette.example/" + number))
        .feedId("gazette.example/world")
        .outlet("Gazette")
        .language(Language.EN)
        .title(title(number))
        .body(bodies.get(number - 1), BodySource.PAGE)
        .publishedAt(Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.SECONDS))
        .fetchedAt(Instant.now().truncatedTo(ChronoUnit.MILLIS))
        .build();
  }

  private static String title(int number) {
    return number == 1 ? "SAMPLE: Russia summons South Korean ambassador over vehicles sent to Ukraine"
        : "SAMPLE: South Korea protests to Russian ambassador over bombers in its air defence zone";
  }

  /** The next records of a topic with one partition. */
  private static <V> List<ConsumerRecord<String, V>> read(KafkaConsumer<String, V> reader, Topic<V> topic, int count) {
    if (reader.assignment().isEmpty()) {
      var partition = new TopicPartition(topic.name(), 0);
      reader.assign(List.of(partition));
      reader.seekToBeginning(List.of(partition));
    }
    List<ConsumerRecord<String, V>> records = new ArrayList<>();
    await().atMost(SOON).until(() -> {
      reader.poll(Duration.ofMillis(100)).forEach(records::add);
      return records.size() >= count;
    });
    return records;
  }
}
