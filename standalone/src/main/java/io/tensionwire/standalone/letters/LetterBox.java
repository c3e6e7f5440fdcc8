package io.tensionwire.standalone.letters;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tensionwire.model.Topic;
import io.tensionwire.service.kafka.KafkaSettings;
import io.tensionwire.service.kafka.TopicProvisioner;
import io.tensionwire.standalone.cli.ClusterOption;
import io.tensionwire.standalone.process.RunFailure;
import io.tensionwire.standalone.topics.TopicsCommand;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** The dead letters of a cluster, and the records that they speak of, byte for byte. */
final class LetterBox implements AutoCloseable {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final Duration POLL = Duration.ofMillis(200);

  private final KafkaSettings kafka;
  private final KafkaConsumer<byte[], byte[]> consumer;

  private LetterBox(KafkaSettings kafka) {
    this.kafka = kafka;
    Map<String, Object> settings = kafka.consumerSettings("dead-letters");
    settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) TIMEOUT.toMillis());
    this.consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /** The topic may not be there yet: then nothing has failed. */
  static LetterBox open(ClusterOption cluster) {
    KafkaSettings kafka = cluster.kafka();
    TopicsCommand.found(kafka, TopicProvisioner::ensure, List.of(kafka.topics().deadLetters()));
    return new LetterBox(kafka);
  }

  /** All of them, the oldest first. */
  List<Letter> letters() {
    List<Letter> letters = new ArrayList<>();
    try {
      var partition = new TopicPartition(kafka.topics().deadLetters().name(), 0);
      consumer.assign(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
      consumer.seekToBeginning(List.of(partition));
      readUntil(partition, end, record -> letters.add(Letter.of(record)));
    } catch (KafkaException e) {
      throw noAnswer(e);
    }
    return letters;
  }

  /**
   * What is to be sent for a letter: the record as it still stands where it failed, else what the letter holds of it.
   *
   * @throws Refused if that is not the record, or would do harm
   */
  ProducerRecord<byte[], byte[]> again(Letter letter) throws Refused {
    if (letter.topic().isEmpty()) {
      throw new Refused("it does not say which topic its record came from");
    }
    for (Topic<?> topic : kafka.topics().all()) {
      if (topic.name().equals(letter.topic()) && topic.cleanup().contains(Topic.COMPACT)) {
        throw new Refused(topic.name() + " holds the last word on each key, which an old record would overrule");
      }
    }
    ConsumerRecord<byte[], byte[]> original = original(letter);
    if (original == null && letter.isCut()) {
      throw new Refused("it was cut to " + letter.record().value().length + " of " + letter.size()
          + " bytes, and the record is no longer at " + letter.place());
    }
    ConsumerRecord<byte[], byte[]> source = original == null ? letter.record() : original;
    Headers headers = new RecordHeaders(original == null ? List.of() : original.headers());
    if (original == null && letter.record().headers().lastHeader("traceparent") != null) {
      headers.add(letter.record().headers().lastHeader("traceparent"));
    }
    headers.remove(Letter.REPLAYED_FROM);
    headers.add(Letter.REPLAYED_FROM, ("dead-letters/" + letter.offset()).getBytes(UTF_8));
    return new ProducerRecord<>(
        letter.topic(), letter.partition() < 0 ? null : letter.partition(), source.timestamp(), source.key(),
        source.value(), headers);
  }

  /** Sends them and waits until they are there. */
  void send(List<ProducerRecord<byte[], byte[]>> records) throws InterruptedException {
    try (var producer = new KafkaProducer<>(
        kafka.producerSettings("dead-letters"), new ByteArraySerializer(), new ByteArraySerializer())) {
      List<Future<?>> sent = new ArrayList<>();
      records.forEach(record -> sent.add(producer.send(record)));
      for (Future<?> each : sent) {
        each.get();
      }
    } catch (ExecutionException e) {
      throw new RunFailure("Kafka at " + kafka.bootstrapServers() + " refuses: " + e.getCause());
    } catch (KafkaException e) {
      throw noAnswer(e);
    }
  }

  private @Nullable ConsumerRecord<byte[], byte[]> original(Letter letter) throws Refused {
    try {
      List<PartitionInfo> partitions = consumer.partitionsFor(letter.topic());
      if (partitions == null || partitions.stream().noneMatch(each -> each.partition() == letter.partition())) {
        throw new Refused("there is no " + letter.topic() + "/" + letter.partition() + " here");
      }
      var partition = new TopicPartition(letter.topic(), letter.partition());
      consumer.assign(List.of(partition));
      long first = consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L);
      long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
      if (letter.recordOffset() < first || letter.recordOffset() >= end) {
        return null;
      }
      consumer.seek(partition, letter.recordOffset());
      List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
      readUntil(partition, letter.recordOffset() + 1, record -> {
        if (record.offset() == letter.recordOffset()) {
          found.add(record);
        }
      });
      return found.isEmpty() ? null : found.getFirst();
    } catch (KafkaException e) {
      throw noAnswer(e);
    }
  }

  private void readUntil(
      TopicPartition partition, long end, Consumer<ConsumerRecord<byte[], byte[]>> each) {
    long progressAt = System.nanoTime();
    for (long at = consumer.position(partition); at < end; ) {
      consumer.poll(POLL).forEach(each);
      long now = consumer.position(partition);
      progressAt = now > at ? System.nanoTime() : progressAt;
      at = now;
      if (System.nanoTime() - progressAt > TIMEOUT.toNanos()) {
        throw new TimeoutException(partition + " cannot be read to its end");
      }
    }
  }

  private RunFailure noAnswer(KafkaException e) {
    return new RunFailure("Kafka at " + kafka.bootstrapServers() + ": " + e.getMessage());
  }

  @Override
  public void close() {
    consumer.close();
  }

  /** Why a letter cannot be replayed. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1;

    Refused(String reason) {
      super(reason);
    }
  }
}
