package io.tensionwire.alerts;

import io.tensionwire.model.Topics;
import io.tensionwire.service.kafka.KafkaSettings;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A place in the group of those who may tell. {@code news.alerts} has one partition, and whoever the group gives it to
 * is active. All calls may throw what a Kafka consumer throws; used by one thread.
 */
final class Membership implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Membership.class);

  /** A loop that is stuck for longer loses its turn to another instance. */
  private static final Duration STUCK_AFTER = Duration.ofSeconds(20);
  /** Within a take-over, how often the group hears of this instance. */
  private static final Duration BREATH = Duration.ofMillis(500);
  private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);

  private final KafkaConsumer<String, byte[]> consumer;
  private final TopicPartition partition;
  private final TopicPartition deliveries;
  private final Duration timeout;
  private boolean assigned;
  private boolean everAssigned;
  private boolean reading;
  private long breathedAt;

  /**
   * Joins the group.
   *
   * @param timeout for each call to Kafka
   */
  Membership(KafkaSettings kafka, Topics topics, String clientId, String group, Duration timeout) {
    this.partition = new TopicPartition(topics.alerts().name(), 0);
    this.deliveries = new TopicPartition(topics.deliveries().name(), 0);
    this.timeout = timeout;
    Map<String, Object> settings = kafka.groupConsumerSettings(clientId, group);
    // A new instance that only stands by does not disturb the active one.
    settings.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
    settings.putIfAbsent(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, (int) STUCK_AFTER.toMillis());
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 200);
    settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) timeout.toMillis());
    this.consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    consumer.subscribe(List.of(partition.topic()), new Assignment());
  }

  /** Whether the partition is this instance's, as far as it has heard. */
  boolean assigned() {
    return assigned;
  }

  /** Whether it was, at any time. */
  boolean everAssigned() {
    return everAssigned;
  }

  ConsumerRecords<String, byte[]> poll(Duration atMost) {
    return consumer.poll(atMost);
  }

  /** For a transaction, which is refused to one that is no member any more. */
  ConsumerGroupMetadata metadata() {
    return consumer.groupMetadata();
  }

  /** No records until {@link #readFromCommitted}. */
  void hold() {
    reading = false;
    consumer.pause(Set.of(partition));
    breathedAt = System.nanoTime();
  }

  /**
   * Now and then while records are held: without it the group would take this instance for stuck.
   *
   * @throws CommitFailedException if the partition went to another meanwhile
   */
  void breathe() {
    long now = System.nanoTime();
    if (now - breathedAt < BREATH.toNanos()) {
      return;
    }
    breathedAt = now;
    consumer.poll(Duration.ZERO);
    if (!assigned) {
      throw new CommitFailedException("the partition went to another while the ledger was read");
    }
  }

  /**
   * Goes on where the predecessor committed; what it committed after this consumer was assigned would be seen twice.
   *
   * @return that offset
   */
  long readFromCommitted() {
    OffsetAndMetadata committed = committed();
    consumer.seek(partition, committed);
    consumer.resume(Set.of(partition));
    reading = true;
    return committed.offset();
  }

  /**
   * Makes sure that the group has not given the partition to another: a commit of what is committed anyway is refused to
   * one that is no member any more.
   *
   * @throws CommitFailedException if another is active
   */
  void prove() {
    consumer.commitSync(Map.of(partition, committed()), timeout);
  }

  /** Where the ledger ends. A consumer says nothing when its cluster is gone: this does. */
  long ledgerEnd() {
    return Objects.requireNonNull(consumer.endOffsets(List.of(deliveries), PROBE_TIMEOUT).get(deliveries));
  }

  private OffsetAndMetadata committed() {
    OffsetAndMetadata committed = consumer.committed(Set.of(partition), timeout).get(partition);
    return committed == null ? new OffsetAndMetadata(0) : committed;
  }

  @Override
  public void close() {
    consumer.close(CloseOptions.timeout(CLOSE_TIMEOUT));
  }

  private final class Assignment implements ConsumerRebalanceListener {
    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      if (partitions.contains(partition)) {
        assigned = true;
        everAssigned = true;
      }
    }

    /** Without a word from this instance: it was paused, or cut off, and another may have been active for a while. */
    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
      if (partitions.contains(partition) && reading) {
        log.atWarn().log("this instance was out of touch and lost its turn");
      }
      onPartitionsRevoked(partitions);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      if (partitions.contains(partition)) {
        assigned = false;
        reading = false;
      }
    }
  }
}
