package io.tensionwire.ingest;

import io.tensionwire.ingest.state.TopicTable;
import io.tensionwire.model.Feed;
import io.tensionwire.model.Topic;
import io.tensionwire.service.Health;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Our membership in the group that shares the feeds: takes over the partitions that it is given, hands on what is
 * configured, lets go what is taken. One thread runs it.
 */
final class FeedGroup {

  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration LEAVE = Duration.ofSeconds(3);

  private final Workplace workplace;
  private final Health.Check check;
  private final Topic<Feed> feeds;
  private final KafkaConsumer<String, byte[]> consumer;
  private final Map<Integer, OwnedPartition> partitions = new HashMap<>();
  /** Ends of partitions whose configuration is not all heard yet. */
  private final Map<TopicPartition, Long> ends = new HashMap<>();
  private boolean joined;
  private volatile boolean closed;

  FeedGroup(Workplace workplace, Health.Check check) {
    this.workplace = workplace;
    this.check = check;
    this.feeds = workplace.context().topics().feeds();
    String group = feeds.name().replaceFirst("feeds$", "ingest");
    Map<String, Object> settings = workplace.context().kafka().groupConsumerSettings("ingest-feeds", group);
    settings.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
    consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
  }

  /** Returns after {@link #leave}. */
  void run() {
    try {
      consumer.subscribe(List.of(feeds.name()), new Rebalance());
      while (!closed) {
        consumer.poll(POLL).forEach(
            record -> {
              OwnedPartition partition = partitions.get(record.partition());
              if (partition != null) {
                partition.configure(record.key(), TopicTable.value(feeds, record));
              }
            });
        tellConfigured();
      }
    } catch (WakeupException e) {
      if (!closed) {
        throw e;
      }
    } finally {
      release(partitions.keySet().stream().map(p -> new TopicPartition(feeds.name(), p)).toList());
      consumer.close(CloseOptions.timeout(LEAVE));
    }
  }

  /** From any thread. */
  void leave() {
    closed = true;
    consumer.wakeup();
  }

  private void tellConfigured() {
    List<TopicPartition> unknown = new ArrayList<>();
    for (TopicPartition partition : consumer.assignment()) {
      if (partitions.containsKey(partition.partition()) && !ends.containsKey(partition)) {
        unknown.add(partition);
      }
    }
    try {
      if (!unknown.isEmpty()) {
        ends.putAll(consumer.endOffsets(unknown, POLL));
      }
      for (TopicPartition partition : consumer.assignment()) {
        Long end = ends.get(partition);
        if (end != null && end >= 0 && consumer.position(partition, POLL) >= end) {
          Objects.requireNonNull(partitions.get(partition.partition())).configured();
          ends.put(partition, -1L);
        }
      }
    } catch (TimeoutException e) {
      check.notReady("Kafka does not answer"); // Asked again after the next poll.
    }
  }

  private final class Rebalance implements ConsumerRebalanceListener {
    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
      consumer.seekToBeginning(assigned);
      joined = true;
      for (TopicPartition partition : assigned) {
        var owned = new OwnedPartition(partition.partition(), workplace, FeedGroup.this::judge);
        synchronized (partitions) {
          partitions.put(partition.partition(), owned);
        }
        owned.start();
      }
      judge();
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
      release(revoked);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> lost) {
      take(lost).forEach(OwnedPartition::abandon);
      judge();
    }
  }

  private void release(Collection<TopicPartition> revoked) {
    List<Thread> leaving = new ArrayList<>();
    for (OwnedPartition partition : take(revoked)) {
      leaving.add(Thread.ofVirtual().start(
          () -> {
            try {
              partition.release();
            } catch (InterruptedException e) {
              partition.abandon();
            }
          }));
    }
    try {
      for (Thread thread : leaving) {
        thread.join(LEAVE.multipliedBy(3));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    judge();
  }

  private List<OwnedPartition> take(Collection<TopicPartition> gone) {
    List<OwnedPartition> taken = new ArrayList<>();
    synchronized (partitions) {
      for (TopicPartition partition : gone) {
        OwnedPartition owned = partitions.remove(partition.partition());
        ends.remove(partition);
        if (owned != null) {
          taken.add(owned);
        }
      }
    }
    return taken;
  }

  private void judge() {
    synchronized (partitions) {
      String problem = partitions.values().stream().map(OwnedPartition::problem).filter(Objects::nonNull)
          .findFirst().orElse(null);
      if (closed) {
        check.notReady("closed");
      } else if (!joined) {
        check.notReady("joining the group");
      } else if (problem != null) {
        check.notReady(problem);
      } else {
        check.ready();
      }
    }
  }
}
