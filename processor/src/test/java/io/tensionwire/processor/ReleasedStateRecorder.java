package io.tensionwire.processor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tensionwire.broker.EmbeddedBroker;
import io.tensionwire.service.Health;
import io.tensionwire.service.RoleContext;
import io.tensionwire.service.kafka.KafkaSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Writes down what a release leaves on its topics. It is to be run in the sources of that release, so it uses nothing
 * but what every release has; see the README beside the articles.
 */
@EnabledIfSystemProperty(named = "record.released.state", matches = "true")
@Timeout(300)
class ReleasedStateRecorder {

  private static final Path FOLDER = Path.of("src/test/resources/io/tensionwire/processor/released");
  private static final Duration QUIET = Duration.ofSeconds(3);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> TOPICS = List.of(
      "news.articles", "news.watches", "news.detections", "news.stories", "news.tension", "news.positions",
      "news.alerts");

  @TempDir Path data;

  @Test
  void writeDownWhatIsOnTheTopics() throws Exception {
    try (var broker = EmbeddedBroker.start(data.resolve("broker"))) {
      KafkaSettings kafka = KafkaSettings.at(broker.bootstrapServers());
      var health = new Health();
      var context = new RoleContext(kafka, Clock.systemUTC(), new SimpleMeterRegistry(), health, bug -> {
        throw new IllegalStateException(bug);
      });
      try (var app = new ProcessorApp(ProcessorConfig.of(FOLDER.resolve("watches"), data.resolve("state")), context)) {
        app.start();
        await().atMost(Duration.ofMinutes(1)).until(health::ready);
        publish(kafka);
        awaitQuiet(kafka);
      }
      List<ConsumerRecord<String, byte[]>> records = records(kafka);
      Files.write(FOLDER.resolve("records.jsonl"), records.stream().map(ReleasedStateRecorder::line).toList());
    }
  }

  /** One after the other, each when nothing moves any more: the order across partitions is then always the same. */
  private static void publish(KafkaSettings kafka) throws Exception {
    try (var producer = new KafkaProducer<>(
        kafka.producerSettings("recorder"), new StringSerializer(), new ByteArraySerializer())) {
      for (String line : Files.readAllLines(FOLDER.resolve("articles.jsonl"))) {
        JsonNode article = JSON.readTree(line);
        long time = Instant.parse(article.get("fetchedAt").asText()).toEpochMilli();
        producer.send(new ProducerRecord<>(
            "news.articles", null, time, article.get("id").asText(), line.getBytes(UTF_8))).get();
        awaitQuiet(kafka);
      }
    }
  }

  private static void awaitQuiet(KafkaSettings kafka) {
    try (var consumer = consumer(kafka)) {
      List<TopicPartition> partitions = partitions(consumer);
      var last = new AtomicLong(-1);
      await().during(QUIET).atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(200)).until(() -> {
        long now = consumer.endOffsets(partitions).values().stream().mapToLong(end -> end).sum();
        return last.getAndSet(now) == now;
      });
    }
  }

  private static List<ConsumerRecord<String, byte[]>> records(KafkaSettings kafka) {
    try (var consumer = consumer(kafka)) {
      List<TopicPartition> partitions = partitions(consumer);
      consumer.assign(partitions);
      List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
      for (TopicPartition partition : partitions) {
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
        while (consumer.position(partition) < end) {
          consumer.poll(Duration.ofMillis(200)).forEach(records::add);
        }
      }
      return records;
    }
  }

  private static KafkaConsumer<String, byte[]> consumer(KafkaSettings kafka) {
    return new KafkaConsumer<>(
        kafka.consumerSettings("recorder"), new StringDeserializer(), new ByteArrayDeserializer());
  }

  private static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer) {
    Stream<String> changelogs =
        consumer.listTopics().keySet().stream().filter(name -> name.startsWith("news.processor-")).sorted();
    return Stream.concat(TOPICS.stream(), changelogs)
        .flatMap(topic -> consumer.partitionsFor(topic).stream()
            .map(each -> each.partition()).sorted().map(number -> new TopicPartition(topic, number)))
        .toList();
  }

  private static String line(ConsumerRecord<String, byte[]> record) {
    ObjectNode line = JSON.createObjectNode();
    line.put("topic", record.topic()).put("partition", record.partition()).put("time", record.timestamp())
        .put("key", record.key());
    byte[] value = record.value();
    if (value == null) {
      line.putNull("value");
    } else if (value.length > 0 && value[0] == '{') {
      line.put("value", new String(value, UTF_8));
    } else {
      line.put("base64", Base64.getEncoder().encodeToString(value));
    }
    return write(line);
  }

  private static String write(ObjectNode line) {
    try {
      return JSON.writeValueAsString(line);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
