package io.tensionwire.standalone.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tensionwire.model.Topic;
import io.tensionwire.service.kafka.KafkaSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** How far a processor is behind: what it has not read of either hop, and what it holds back. */
final class Behind implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(100);

  private final Admin admin;
  private final KafkaConsumer<byte[], byte[]> reader;
  private final String group;
  private final List<Topic<?>> hops;
  private final Topic<?> detections;

  Behind(KafkaSettings kafka) {
    admin = kafka.admin();
    reader = new KafkaConsumer<>(
        kafka.consumerSettings("proof-behind"), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    hops = List.of(kafka.topics().articles(), kafka.topics().detections());
    detections = kafka.topics().detections();
    String articles = kafka.topics().articles().name();
    group = articles.substring(0, articles.lastIndexOf('.') + 1) + "processor";
  }

  /** How many articles are done: read, judged and committed. */
  long articlesDone() throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetAndMetadata> committed = committed();
    return partitions(hops.getFirst()).stream().mapToLong(each -> offset(committed, each)).sum();
  }

  /** Records that are committed on the topics of either hop and that the processor has not read. */
  int unread() throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetAndMetadata> committed = committed();
    List<ConsumerRecord<byte[], byte[]>> unread = new ArrayList<>();
    for (Topic<?> hop : hops) {
      for (TopicPartition each : partitions(hop)) {
        // Offsets alone do not tell: the marks of transactions have some, too.
        unread.addAll(read(each, offset(committed, each)));
      }
    }
    return unread.size();
  }

  /** Detections that were read and wait for their turn, as their changelog has them. */
  int held() {
    Set<String> held = new HashSet<>();
    for (int partition = 0; partition < detections.partitions(); partition++) {
      for (var record : read(new TopicPartition(group + "-held-detections-changelog", partition), 0)) {
        String key = new String(record.key(), UTF_8);
        if (record.value() == null) {
          held.remove(key);
        } else {
          held.add(key);
        }
      }
    }
    return held.size();
  }

  private Map<TopicPartition, OffsetAndMetadata> committed() throws ExecutionException, InterruptedException {
    return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
  }

  private static long offset(Map<TopicPartition, OffsetAndMetadata> committed, TopicPartition partition) {
    OffsetAndMetadata offset = committed.get(partition);
    return offset == null ? 0 : offset.offset();
  }

  private static List<TopicPartition> partitions(Topic<?> topic) {
    return IntStream.range(0, topic.partitions()).mapToObj(each -> new TopicPartition(topic.name(), each)).toList();
  }

  private List<ConsumerRecord<byte[], byte[]>> read(TopicPartition partition, long from) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    reader.assign(List.of(partition));
    reader.seek(partition, from);
    long end = reader.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
    while (reader.position(partition) < end) {
      reader.poll(POLL).forEach(records::add);
    }
    return records;
  }

  @Override
  public void close() {
    reader.close();
    admin.close();
  }
}
