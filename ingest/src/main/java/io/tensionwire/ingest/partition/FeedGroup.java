package io.tensionwire.ingest.partition;

import io.tensionwire.ingest.poll.Workplace;
import io.tensionwire.model.Feed;
import io.tensionwire.model.Topic;
import io.tensionwire.service.Health;
import io.tensionwire.service.kafka.Unreadable;
import io.tensionwire.service.kafka.Word;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Our membership in the group that shares the feeds: takes over the partitions that it is given, hands on what is
 * configured, lets go what is taken. One thread runs it.
 */
public final class FeedGroup {

  private static final Logger log = LoggerFactory.getLogger(FeedGroup.class);
  private static final Duration ASK_EVERY = Duration.ofSeconds(2);
  private static final Duration ANSWER = Duration.ofSeconds(5);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration LEAVE = Duration.ofSeconds(3);
  private static final Duration CLOSE = Duration.ofSeconds(1);

  private final Workplace workplace;
  private final Health.Check check;
  private final Topic<Feed> feeds;
  private final KafkaConsumer<String, byte[]> consumer;
  private final Map<Integer, OwnedPartition> partitions = new HashMap<>();
  /** Ends of partitions whose configuration is not all heard yet. */
  private final Map<TopicPartition, Long> ends = new HashMap<>();
  private volatile boolean joined;
  /** Whether the last question got no answer. */
  private volatile boolean silent;
  private long askedAt;
  private volatile boolean closed;

  public FeedGroup(Workplace workplace, Health.Check check) {
    this.workplace = workplace;
    this.check = check;
    this.feeds = workplace.context().topics().feeds();
    String group = feeds.name().replaceFirst("feeds$", "ingest");
    Map<String, Object> settings = workplace.context().kafka().groupConsumerSettings("ingest-feeds", group);
    settings.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
    consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    workplace.outage().onChange(this::judge);
  }

  /** Returns after {@link #leave}. */
  public void run() {
    try {
      consumer.subscribe(List.of(feeds.name()), new Rebalance());
      while (!closed) {
        consumer.poll(POLL).forEach(this::configure);
        tellConfigured();
        ask();
      }
    } catch (WakeupException e) {
      if (!closed) {
        throw e;
      }
    } finally {
      release(partitions.keySet().stream().map(p -> new TopicPartition(feeds.name(), p)).toList());
      consumer.close(CloseOptions.timeout(CLOSE));
    }
  }

  private void configure(ConsumerRecord<String, byte[]> record) {
    OwnedPartition partition = partitions.get(record.partition());
    if (partition == null) {
      return;
    }
    switch (Word.of(feeds, record)) {
      case Word.Value<Feed>(Feed feed) -> partition.configure(record.key(), feed);
      case Word.Removed<Feed>() -> partition.configure(record.key(), null);
      // The feed stays as it was.
      case Word.Unclear<Feed>(Unreadable unclear) -> {
        partition.unclear(record.key());
        bury(unclear);
      }
    }
  }

  /**
   * Once, though every owner reads the topic from its beginning: what the group commits is how far it was looked at for
   * such records.
   */
  private void bury(Unreadable feed) {
    var partition = new TopicPartition(feed.record().topic(), feed.record().partition());
    OffsetAndMetadata looked = consumer.committed(Set.of(partition), LEAVE).get(partition);
    if (looked != null && feed.record().offset() < looked.offset()) {
      return;
    }
    var context = workplace.context();
    Map<String, Object> settings = context.kafka().producerSettings("ingest-dead-letters");
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, (int) LEAVE.toMillis());
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) LEAVE.toMillis());
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) LEAVE.toMillis());
    try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(feed.letter(context.topics().deadLetters(), "ingest", context.clock().instant())).get();
    } catch (ExecutionException e) {
      throw new KafkaException("a dead letter could not be written", e.getCause());
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
    consumer.commitSync(Map.of(partition, new OffsetAndMetadata(feed.record().offset() + 1)), LEAVE);
    feed.say();
    workplace.deadLetters(1);
  }

  /** From any thread. */
  public void leave() {
    closed = true;
    consumer.wakeup();
  }

  /**
   * Polls a feed at once, as somebody says that there is news: unless its host wants to be left alone. From any thread.
   *
   * @return whether the feed is polled here
   */
  public boolean wake(String feedId) {
    List<OwnedPartition> owned;
    synchronized (partitions) {
      owned = List.copyOf(partitions.values());
    }
    return owned.stream().anyMatch(partition -> partition.wake(feedId));
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
      askedAt = 0; // Slow, or gone: that is asked next, with more patience.
    }
  }

  /** A consumer says nothing when its cluster is gone, so it is asked for something now and then. */
  private void ask() {
    long now = System.nanoTime();
    if (!silent && askedAt != 0 && now - askedAt < ASK_EVERY.toNanos()) {
      return;
    }
    askedAt = now;
    try {
      consumer.endOffsets(List.of(new TopicPartition(feeds.name(), 0)), ANSWER);
      hear(true);
    } catch (TimeoutException e) {
      hear(false);
    }
  }

  private void hear(boolean answered) {
    if (silent == answered) {
      silent = !answered;
      if (answered) {
        log.atInfo().addKeyValue("servers", workplace.context().kafka().bootstrapServers()).log("Kafka answers again");
      } else {
        log.atWarn().addKeyValue("problem", workplace.context().kafka().noAnswer())
            .log("ingest waits for Kafka; what is not committed is read from the feeds again");
      }
    }
    judge();
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
        thread.join(LEAVE);
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
      } else if (silent) {
        check.notReady(workplace.context().kafka().noAnswer());
      } else if (problem != null) {
        check.notReady(problem);
      } else if (workplace.outage().problem() != null) {
        check.notReady(String.valueOf(workplace.outage().problem()));
      } else {
        check.ready();
      }
    }
  }
}
