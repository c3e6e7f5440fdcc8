package io.tensionwire.service.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tensionwire.broker.EmbeddedBroker;
import io.tensionwire.model.Topic;
import io.tensionwire.model.Watch;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("broker")
@Timeout(60)
class TopicReaderIT {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir Path data;
  private EmbeddedBroker broker;
  private KafkaSettings kafka;
  private Topic<Watch> watches;

  @BeforeEach
  void start() throws Exception {
    broker = EmbeddedBroker.start(data);
    kafka = KafkaSettings.at(broker.bootstrapServers());
    watches = kafka.topics().watches();
    try (Admin admin = kafka.admin()) {
      admin.createTopics(List.of(watches.newTopic((short) 1))).all().get();
    }
  }

  @AfterEach
  void stop() {
    broker.close();
  }

  @Test
  void aTableHoldsTheLastWordOnEachKey() throws Exception {
    put("a", watch("a", "id: a"));
    put("b", watch("b", "id: b"));
    put("a", watch("a", "id: a # newer"));
    put("b", null);
    put("c", "{?".getBytes(UTF_8));

    TopicTable<Watch> table = TopicTable.read(kafka, "test", watches);

    assertThat(table.values()).containsOnlyKeys("a");
    assertThat(table.values().values()).extracting(Watch::source).containsExactly("id: a # newer");
    assertThat(table.removed()).containsExactly("b");
    assertThat(table.unreadable()).extracting(unreadable -> unreadable.record().key()).containsExactly("c");
  }

  @Test
  void whatIsNotCommittedIsNotThere() throws Exception {
    put("a", watch("a", "id: a"));
    try (var producer = new KafkaProducer<>(
        kafka.transactionalProducerSettings("test", "test"), new StringSerializer(), new ByteArraySerializer())) {
      producer.initTransactions();
      producer.beginTransaction();
      producer.send(new ProducerRecord<>(watches.name(), "b", watch("b", "id: b"))).get();

      assertThat(TopicTable.read(kafka, "test", watches).values()).containsOnlyKeys("a");

      producer.abortTransaction();
    }
    assertThat(TopicTable.read(kafka, "test", watches).values()).containsOnlyKeys("a");
  }

  @Test
  void itGoesOnAfterTheEndWithWhatComesLater() throws Exception {
    put("a", watch("a", "id: a"));
    List<String> read = new ArrayList<>();
    try (var reader = new TopicReader<>(kafka, "test", watches, PATIENCE)) {
      reader.readToEnd(record -> read.add(record.key()));
      assertThat(read).containsExactly("a");

      put("b", watch("b", "id: b"));
      put("c", null);
      while (read.size() < 3) {
        reader.poll(Duration.ofSeconds(5)).forEach(record -> read.add(record.key()));
      }

      assertThat(read).containsExactly("a", "b", "c");
    }
  }

  @Test
  void valuesAreReadWithoutTombstonesAndWhatCannotBeRead() throws Exception {
    put("a", watch("a", "id: a"));
    put("b", null);
    put("c", "{?".getBytes(UTF_8));
    List<String> read = new ArrayList<>();

    try (var reader = new TopicReader<>(kafka, "test", watches, PATIENCE)) {
      reader.readValuesToEnd(watch -> read.add(watch.id()));
    }

    assertThat(read).containsExactly("a");
  }

  @Test
  void aSingleRecordIsFoundByItsOffset() throws Exception {
    put("a", watch("a", "id: a"));
    put("b", watch("b", "id: b"));

    try (var reader = new TopicReader<>(kafka, "test", watches, PATIENCE)) {
      assertThat(key(reader.recordAt(1))).isEqualTo("b");
      assertThat(key(reader.recordAt(0))).isEqualTo("a");
      assertThat(reader.recordAt(2)).isNull();
    }
  }

  @Test
  void aPollIsEndedByAnotherThread() {
    try (var reader = new TopicReader<>(kafka, "test", watches, PATIENCE)) {
      reader.readToEnd(record -> {});
      reader.wakeup();

      assertThatThrownBy(() -> reader.poll(Duration.ofSeconds(30))).isInstanceOf(WakeupException.class);
    }
  }

  @Test
  @Timeout(value = 15, unit = TimeUnit.SECONDS)
  void aBrokerThatIsAwayIsNotWaitedForLongerThanTold() {
    try (var reader = new TopicReader<>(kafka, "test", watches, Duration.ofSeconds(2))) {
      broker.close();

      assertThatThrownBy(() -> reader.readToEnd(record -> {})).isInstanceOf(TimeoutException.class);
    }
  }

  private static @Nullable String key(@Nullable ConsumerRecord<String, byte[]> record) {
    return record == null ? null : record.key();
  }

  private byte[] watch(String id, String source) {
    return watches.values().serializer()
        .serialize(watches.name(), new Watch(id, "", source, Instant.EPOCH, "test"));
  }

  private void put(String key, byte @Nullable [] value) throws Exception {
    try (var producer = new KafkaProducer<>(
        kafka.producerSettings("test"), new StringSerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(watches.name(), key, value)).get();
    }
  }
}
