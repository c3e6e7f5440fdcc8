package io.tensionwire.service.kafka;

import io.tensionwire.model.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a topic without a group: all that stands on it, what comes after, or single records. Only what is committed is
 * seen. For one thread, but for {@link #wakeup}.
 */
public final class TopicReader<V> implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(TopicReader.class);
  private static final Duration POLL = Duration.ofMillis(200);
  /**
   * Nothing is committed and no group is left: all that a close could wait for is the broker's answer to the fetch under
   * way, half a second where nothing comes.
   */
  private static final Duration CLOSE_TIMEOUT = Duration.ZERO;

  private final Topic<V> topic;
  private final Duration timeout;
  private final List<TopicPartition> partitions;
  private final KafkaConsumer<String, byte[]> consumer;
  /** What the last polls for single records brought, so that neighbours are fetched once. */
  private final Map<Long, ConsumerRecord<String, byte[]>> fetched = new HashMap<>();

  /**
   * A reader of all partitions, from the beginning.
   *
   * @param timeout without progress, after which the cluster counts as lost
   */
  public TopicReader(KafkaSettings kafka, String clientId, Topic<V> topic, Duration timeout) {
    this(kafka, clientId, topic, timeout, IntStream.range(0, topic.partitions()).toArray());
  }

  /** The same of some partitions. */
  public TopicReader(KafkaSettings kafka, String clientId, Topic<V> topic, Duration timeout, int... partitions) {
    this.topic = topic;
    this.timeout = timeout;
    this.partitions = IntStream.of(partitions).mapToObj(p -> new TopicPartition(topic.name(), p)).toList();
    Map<String, Object> settings = kafka.consumerSettings(clientId);
    settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) timeout.toMillis());
    this.consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    consumer.assign(this.partitions);
    consumer.seekToBeginning(this.partitions);
  }

  /**
   * Goes to the first records that are not older than a moment; to the end where all are.
   *
   * @throws TimeoutException if the cluster does not answer
   */
  public void seekTo(Instant moment) {
    Map<TopicPartition, Long> times = new HashMap<>();
    partitions.forEach(partition -> times.put(partition, moment.toEpochMilli()));
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, timeout);
    consumer.offsetsForTimes(times, timeout).forEach((partition, found) ->
        consumer.seek(partition, found == null ? ends.getOrDefault(partition, 0L) : found.offset()));
  }

  /**
   * Every record that stands on the topic now and was not read yet, those of a partition in order.
   *
   * @throws TimeoutException if the cluster does not answer
   */
  public void readToEnd(Consumer<ConsumerRecord<String, byte[]>> each) {
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, timeout);
    long progressAt = System.nanoTime();
    while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey(), timeout) < end.getValue())) {
      long before = position();
      consumer.poll(POLL).forEach(each);
      progressAt = progress(before, progressAt);
    }
  }

  /**
   * Every value that stands on the topic now, in order; tombstones and what cannot be read are passed over.
   *
   * @throws TimeoutException if the cluster does not answer
   */
  public void readValuesToEnd(Consumer<V> each) {
    readToEnd(record -> {
      V value = value(record);
      if (value != null) {
        each.accept(value);
      }
    });
  }

  /**
   * The records that {@link #readToEnd} would give, fetched as they are asked for. Its methods throw {@link
   * TimeoutException} if the cluster does not answer.
   */
  public Iterator<ConsumerRecord<String, byte[]>> toEnd() {
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, timeout);
    Deque<ConsumerRecord<String, byte[]>> ahead = new ArrayDeque<>();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        long progressAt = System.nanoTime();
        while (ahead.isEmpty()
            && ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey(), timeout) < end.getValue())) {
          long before = position();
          consumer.poll(POLL).forEach(ahead::add);
          progressAt = progress(before, progressAt);
        }
        return !ahead.isEmpty();
      }

      @Override
      public ConsumerRecord<String, byte[]> next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        return ahead.remove();
      }
    };
  }

  /** Where what is committed ends now; of several partitions, their sum. */
  public long end() {
    return consumer.endOffsets(partitions, timeout).values().stream().mapToLong(Long::longValue).sum();
  }

  /** The records that came since; waits this long for the first of them. */
  public ConsumerRecords<String, byte[]> poll(Duration wait) {
    return consumer.poll(wait);
  }

  /** Ends a {@link #poll} of another thread, this or the next, with a {@code WakeupException}. */
  public void wakeup() {
    consumer.wakeup();
  }

  /**
   * The record at an offset of a topic with one partition; {@code null} where it is no longer there.
   *
   * @throws TimeoutException if the cluster does not answer
   */
  public @Nullable ConsumerRecord<String, byte[]> recordAt(long offset) {
    ConsumerRecord<String, byte[]> known = fetched.get(offset);
    if (known != null) {
      return known;
    }
    TopicPartition partition = partitions.getFirst();
    long first = consumer.beginningOffsets(partitions, timeout).getOrDefault(partition, 0L);
    long end = consumer.endOffsets(partitions, timeout).getOrDefault(partition, 0L);
    if (offset < first || offset >= end) {
      return null;
    }
    fetched.clear();
    consumer.seek(partition, offset);
    long progressAt = System.nanoTime();
    while (position() <= offset) {
      long before = position();
      consumer.poll(POLL).forEach(record -> fetched.put(record.offset(), record));
      progressAt = progress(before, progressAt);
    }
    return fetched.get(offset);
  }

  /** The value of a record; {@code null}, and a warning, where it is not what the topic holds. */
  public @Nullable V value(ConsumerRecord<String, byte[]> record) {
    return switch (Word.of(topic, record)) {
      case Word.Value<V>(V value) -> value;
      case Word.Removed<V>() -> null;
      case Word.Unclear<V>(Unreadable unclear) -> {
        log.atWarn()
            .addKeyValue("topic", topic.name())
            .addKeyValue("offset", record.offset())
            .addKeyValue("reason", unclear.reason())
            .log("record passed over");
        yield null;
      }
    };
  }

  private long position() {
    return partitions.stream().mapToLong(partition -> consumer.position(partition, timeout)).sum();
  }

  private long progress(long before, long progressAt) {
    long now = System.nanoTime();
    if (position() > before) {
      return now;
    }
    if (now - progressAt > timeout.toNanos()) {
      throw new TimeoutException("topic " + topic.name() + " cannot be read to its end");
    }
    return progressAt;
  }

  /** Kafka takes an interrupted close for an error. */
  @Override
  public void close() {
    boolean interrupted = Thread.interrupted();
    consumer.close(CloseOptions.timeout(CLOSE_TIMEOUT));
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
