package io.tensionwire.standalone.demo;

import io.tensionwire.model.Topic;
import io.tensionwire.service.kafka.KafkaSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads what is committed on some topics, from their beginning on, in one thread. */
final class TopicFollower implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(100);

  private record Reading(Topic<?> topic, Consumer<ConsumerRecord<String, byte[]>> reader) {}

  private final KafkaSettings kafka;
  private final Consumer<Throwable> onBug;
  private final Map<String, Reading> readings = new LinkedHashMap<>();
  private @Nullable Runnable eachRound;
  private @Nullable KafkaConsumer<String, byte[]> consumer;
  private @Nullable Thread thread;

  TopicFollower(KafkaSettings kafka, Consumer<Throwable> onBug) {
    this.kafka = kafka;
    this.onBug = onBug;
  }

  /** Gives each value of a topic to the reader. Call it before {@link #start}. */
  <V> TopicFollower on(Topic<V> topic, Consumer<V> reader) {
    readings.put(topic.name(), new Reading(topic, record -> {
      if (record.value() != null) {
        reader.accept(topic.values().deserializer().deserialize(record.topic(), record.value()));
      }
    }));
    return this;
  }

  /** Calls this after each look at the topics, whether they had something or not. */
  TopicFollower eachRound(Runnable action) {
    this.eachRound = action;
    return this;
  }

  /** Starts; the topics must be there. */
  void start() {
    Map<String, Object> settings = kafka.consumerSettings("tensionwire-demo");
    var reading = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    List<TopicPartition> partitions = new ArrayList<>();
    readings.forEach((name, each) ->
        IntStream.range(0, each.topic().partitions()).forEach(p -> partitions.add(new TopicPartition(name, p))));
    reading.assign(partitions);
    reading.seekToBeginning(partitions);
    consumer = reading;
    thread = Thread.ofPlatform().name("demo-follower").start(() -> follow(reading));
  }

  @Override
  public void close() throws InterruptedException {
    if (consumer != null && thread != null) {
      consumer.wakeup();
      thread.join(Duration.ofSeconds(2));
    }
  }

  private void follow(KafkaConsumer<String, byte[]> reading) {
    try (reading) {
      while (true) {
        for (ConsumerRecord<String, byte[]> record : reading.poll(POLL)) {
          Reading each = readings.get(record.topic());
          if (each != null) {
            each.reader().accept(record);
          }
        }
        if (eachRound != null) {
          eachRound.run();
        }
      }
    } catch (WakeupException closing) {
      // That is how it is told to end.
    } catch (RuntimeException | Error e) {
      onBug.accept(e);
    }
  }
}
