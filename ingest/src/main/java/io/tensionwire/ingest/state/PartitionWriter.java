package io.tensionwire.ingest.state;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tensionwire.model.Article;
import io.tensionwire.model.FeedState;
import io.tensionwire.model.Topic;
import io.tensionwire.model.Topics;
import io.tensionwire.service.kafka.KafkaSettings;
import io.tensionwire.service.kafka.Unreadable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes articles and feed states of one partition of feeds, together in transactions. What is given while one
 * transaction commits goes into the next: nothing waits for a timer. After an error the writer is of no more use: its
 * owner opens another, and reads again what was really committed.
 */
public final class PartitionWriter implements Journal, AutoCloseable {

  private static final int MOST_IN_A_TRANSACTION = 200;
  /** Far below {@code max.request.size} each, but a transaction has to end in time. */
  private static final Duration SEND_TIMEOUT = Duration.ofSeconds(8);

  private final Topics topics;
  private final int partition;
  private final KafkaProducer<byte[], byte[]> producer;
  private final LinkedBlockingQueue<Write> queue = new LinkedBlockingQueue<>();

  /** Without a state the feed is forgotten; without a feed either it is the last one. */
  private record Write(
      @Nullable String feedId, @Nullable Article article, @Nullable FeedState state,
      CompletableFuture<Void> committed) {}

  private PartitionWriter(Topics topics, int partition, KafkaProducer<byte[], byte[]> producer) {
    this.topics = topics;
    this.partition = partition;
    this.producer = producer;
  }

  /**
   * Opens the writer of a partition and fences the one before it: what that one did not commit never will be.
   *
   * @throws KafkaException if the cluster does not answer
   */
  public static PartitionWriter open(KafkaSettings kafka, int partition) {
    String prefix = kafka.topics().articles().name().replaceFirst("articles$", "");
    Map<String, Object> settings =
        kafka.transactionalProducerSettings("ingest-" + partition, "ingest-" + prefix + "-" + partition);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, (int) SEND_TIMEOUT.toMillis() * 2);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) SEND_TIMEOUT.toMillis() / 2);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) SEND_TIMEOUT.toMillis());
    var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    try {
      producer.initTransactions();
      return new PartitionWriter(kafka.topics(), partition, producer);
    } catch (RuntimeException e) {
      producer.close(Duration.ZERO);
      throw e;
    }
  }

  @Override
  public CompletableFuture<Void> write(@Nullable Article article, FeedState state) {
    return add(state.feedId(), article, state);
  }

  @Override
  public CompletableFuture<Void> forget(String feedId) {
    return add(feedId, null, null);
  }

  private CompletableFuture<Void> add(@Nullable String feedId, @Nullable Article article, @Nullable FeedState state) {
    var committed = new CompletableFuture<Void>();
    queue.add(new Write(feedId, article, state, committed));
    return committed;
  }

  /**
   * Commits what is handed over, until told to {@link #finish}.
   *
   * @throws InterruptedException when the owner is to stop at once
   * @throws KafkaException if a transaction could not be committed, or its fate is not known
   */
  public void run() throws InterruptedException {
    boolean finished = false;
    while (!finished) {
      List<Write> batch = withWaiting(queue.take());
      finished = batch.removeIf(write -> write.feedId() == null);
      if (!batch.isEmpty()) {
        commit(batch);
      }
    }
  }

  /**
   * Puts states that cannot be read with the dead letters, and takes them off their topic in the same transaction, so
   * that the next owner does not find them again. Their feeds are known no more, and begin anew.
   *
   * @throws KafkaException if the cluster does not answer
   */
  public void bury(List<Unreadable> states, Instant now) {
    if (states.isEmpty()) {
      return;
    }
    producer.beginTransaction();
    for (Unreadable each : states) {
      producer.send(each.letter(topics.deadLetters(), "ingest", now));
      takeOff(each.record().key());
    }
    producer.commitTransaction();
    states.forEach(Unreadable::say);
  }

  /** Lets {@link #run} end when what was handed over so far is committed. */
  public void finish() {
    add(null, null, null);
  }

  private List<Write> withWaiting(Write first) {
    List<Write> batch = new ArrayList<>();
    batch.add(first);
    queue.drainTo(batch, MOST_IN_A_TRANSACTION - 1);
    return batch;
  }

  private void commit(List<Write> batch) {
    producer.beginTransaction();
    Map<String, @Nullable FeedState> lastStates = new LinkedHashMap<>();
    for (Write write : batch) {
      if (write.article() != null) {
        send(topics.articles(), write.article(), null);
      }
      if (write.feedId() != null) {
        lastStates.put(write.feedId(), write.state());
      }
    }
    lastStates.forEach((feedId, state) -> {
      if (state == null) {
        takeOff(feedId);
      } else {
        send(topics.feedStates(), state, partition);
      }
    });
    producer.commitTransaction();
    batch.forEach(write -> write.committed().complete(null));
  }

  private void takeOff(String feedId) {
    producer.send(new ProducerRecord<>(topics.feedStates().name(), partition, feedId.getBytes(UTF_8), null));
  }

  private <V> void send(Topic<V> topic, V value, @Nullable Integer toPartition) {
    ProducerRecord<String, V> record = topic.record(value);
    var headers = new RecordHeaders();
    byte[] bytes = topic.values().serializer().serialize(topic.name(), headers, value);
    byte[] key = topic.keys().serializer().serialize(topic.name(), record.key());
    producer.send(new ProducerRecord<>(topic.name(), toPartition, record.timestamp(), key, bytes, headers));
  }

  @Override
  public void close() {
    // An open transaction is not waited for: the next owner ends it. Kafka takes an interrupted close for an error.
    boolean interrupted = Thread.interrupted();
    producer.close(Duration.ofSeconds(1));
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    var closed = new KafkaException("the partition was given up");
    for (Write write = poll(); write != null; write = poll()) {
      write.committed().completeExceptionally(closed);
    }
  }

  private @Nullable Write poll() {
    try {
      return queue.poll(0, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }
}
