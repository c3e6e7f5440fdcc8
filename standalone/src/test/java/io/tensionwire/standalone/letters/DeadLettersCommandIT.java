package io.tensionwire.standalone.letters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tensionwire.broker.EmbeddedBroker;
import io.tensionwire.processor.ProcessorApp;
import io.tensionwire.processor.ProcessorConfig;
import io.tensionwire.service.Health;
import io.tensionwire.service.RoleContext;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Dead letters on a broker: what a processor put there, and what an operator makes of it. */
@Timeout(120)
class DeadLettersCommandIT {

  private static final Duration SOON = Duration.ofSeconds(40);
  private static final byte[] BROKEN = "{not json".getBytes(UTF_8);
  private static final byte[] LONG = "x".repeat(100_000).getBytes(UTF_8);
  private static final long TIME = 1_795_000_000_000L;

  @TempDir Path folder;
  private EmbeddedBroker broker;
  private KafkaSettings kafka;
  private Path config;

  private record Said(int exitCode, String out, String err) {}

  @BeforeEach
  void start() throws Exception {
    broker = EmbeddedBroker.start(folder.resolve("broker"));
    config = Files.writeString(folder.resolve("tensionwire.yaml"), """
        kafka: { bootstrap.servers: "%s" }
        """.formatted(broker.bootstrapServers()));
    kafka = ConfigOption.kafka(Configuration.load(config, Map.of()));
    try (Admin admin = kafka.admin()) {
      new TopicProvisioner(admin, kafka.replicationFactor(), SOON).ensure(kafka.topics().all());
    }
  }

  @AfterEach
  void stop() {
    broker.close();
  }

  @Test
  void whatAProcessorCouldNotReadIsListedSentAgainAndFailsAsANewLetter() throws Exception {
    Files.createDirectories(folder.resolve("watches"));
    Files.copy(Path.of("../config/watches/examples/korea-japan.yaml"), folder.resolve("watches/korea-japan.yaml"));
    var context = new RoleContext(kafka, Clock.systemUTC(), new SimpleMeterRegistry(), new Health(), bug -> {});
    try (var app = new ProcessorApp(
        ProcessorConfig.of(folder.resolve("watches"), folder.resolve("state")), context)) {
      app.start();
      send(new ProducerRecord<>("news.articles", 3, TIME, "bad".getBytes(UTF_8), BROKEN));
      await().atMost(SOON).until(() -> say("list").out().contains("1 dead letter\n"));

      Said list = say("list");
      Said dry = say("replay", "0", "--dry-run");
      Said replay = say("replay", "--all");
      await().atMost(SOON).until(() -> say("list").out().contains("2 dead letters\n"));

      assertThat(list.out()).contains("read-articles", "news.articles/3/0", "bad", "not Article in JSON");
      assertThat(dry.out()).contains("letter 0 (read-articles) would be sent to news.articles, 9 bytes");
      assertThat(replay.out()).contains("letter 0 (read-articles) is sent to news.articles, 9 bytes");
      assertThat(say("list").out()).contains("news.articles/3/1").contains("(again: dead-letters/0)");
    }
    List<ConsumerRecord<byte[], byte[]>> records = read("news.articles", 3);
    assertThat(records).hasSize(2).allSatisfy(record -> {
      assertThat(record.key()).isEqualTo("bad".getBytes(UTF_8));
      assertThat(record.value()).isEqualTo(BROKEN);
      assertThat(record.timestamp()).isEqualTo(TIME);
    });
  }

  @Test
  void aLetterThatWasCutIsSentAsLongAsTheRecordIsThere() throws Exception {
    send(new ProducerRecord<>("news.articles", 1, TIME, "long".getBytes(UTF_8), LONG));
    letter("news.articles", 1, 0, "long", Arrays.copyOf(LONG, 65536), LONG.length);

    Said whole = say("replay", "0");
    delete("news.articles", 1, 2);
    Said gone = say("replay", "0");

    assertThat(whole.out()).contains("is sent to news.articles, 100000 bytes");
    assertThat(gone.exitCode()).isEqualTo(1);
    assertThat(gone.err()).isEqualTo("tensionwire: letter 0 is not sent: it was cut to 65536 of 100000 bytes, and the "
        + "record is no longer at news.articles/1/0\n");
    assertThat(say("list").out()).contains("100000, cut");
  }

  @Test
  void aLetterWithoutItsRecordIsSentFromItsOwnBytes() throws Exception {
    send(new ProducerRecord<>("news.articles", 1, TIME, "a".getBytes(UTF_8), BROKEN));
    letter("news.articles", 1, 0, "a", BROKEN, BROKEN.length);
    delete("news.articles", 1, 1);

    assertThat(say("replay", "--step", "read-articles").out()).contains("sent: 1, not sent: 0");

    assertThat(read("news.articles", 1)).singleElement().satisfies(record -> {
      assertThat(record.value()).isEqualTo(BROKEN);
      assertThat(new String(record.headers().lastHeader("replayed-from").value(), UTF_8)).isEqualTo("dead-letters/0");
    });
  }

  @Test
  void anOldStateIsNotPutOverANewerOne() throws Exception {
    letter("news.feed-states", 2, 0, "a.example/world", BROKEN, BROKEN.length);

    Said replay = say("replay", "--all");

    assertThat(replay.exitCode()).isEqualTo(1);
    assertThat(replay.err()).contains("holds the last word on each key");
    assertThat(read("news.feed-states", 2)).isEmpty();
  }

  @Test
  void aNumberThatIsNoLettersSendsNothing() throws Exception {
    letter("news.articles", 1, 0, "a", BROKEN, BROKEN.length);

    Said replay = say("replay", "0", "7");

    assertThat(replay.exitCode()).isEqualTo(2);
    assertThat(replay.err()).contains("there is no dead letter 7");
    assertThat(read("news.articles", 1)).isEmpty();
    assertThat(say("list", "--step", "write-stories").out()).isEqualTo("no dead letters\n");
    assertThat(say("list", "--jsonl").out()).contains("\"topic\":\"news.articles\"").contains("\"size\":9");
  }

  private void letter(String topic, int partition, long offset, String key, byte[] value, int size) throws Exception {
    var record = new ProducerRecord<>("news.dead-letters", null, TIME, key.getBytes(UTF_8), value);
    Map.of("step", "read-articles", "reason", "not Article in JSON", "topic", topic, "partition", "" + partition,
            "offset", "" + offset, "time", "2026-11-21T12:00:00Z", "size", "" + size)
        .forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
    send(record);
  }

  private void send(ProducerRecord<byte[], byte[]> record) throws Exception {
    try (var producer = new KafkaProducer<>(
        kafka.producerSettings("test"), new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(record).get();
    }
  }

  private void delete(String topic, int partition, long before) throws Exception {
    try (Admin admin = kafka.admin()) {
      admin.deleteRecords(Map.of(new TopicPartition(topic, partition), RecordsToDelete.beforeOffset(before))).all()
          .get();
    }
  }

  private List<ConsumerRecord<byte[], byte[]>> read(String topic, int partition) {
    try (var consumer = new KafkaConsumer<>(
        kafka.consumerSettings("test"), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      var from = new TopicPartition(topic, partition);
      consumer.assign(List.of(from));
      consumer.seekToBeginning(List.of(from));
      long end = consumer.endOffsets(List.of(from)).getOrDefault(from, 0L);
      List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
      while (consumer.position(from) < end) {
        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
      }
      return records;
    }
  }

  private Said say(String... arguments) {
    List<String> all = new ArrayList<>(List.of("dead-letters"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--config", config.toString()));
    var out = new StringWriter();
    var err = new StringWriter();
    int exitCode = Main.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
        .execute(all.toArray(new String[0]));
    return new Said(exitCode, out.toString(), err.toString());
  }
}
