package io.tensionwire.processor;

import io.tensionwire.model.Topic;
import io.tensionwire.model.Watch;
import io.tensionwire.service.kafka.KafkaSettings;
import io.tensionwire.service.kafka.TopicTable;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * {@code news.watches}, for those who write it. Every processor follows the topic: what is written here is in force
 * there as soon as it is read.
 */
public final class WatchTopic {

  private final KafkaSettings kafka;
  private final Topic<Watch> topic;
  private final Duration timeout;

  /** @param timeout after which the cluster counts as lost */
  public WatchTopic(KafkaSettings kafka, Duration timeout) {
    this.kafka = kafka;
    this.topic = kafka.topics().watches();
    this.timeout = timeout;
  }

  /** What became of a watch that was pushed. */
  public sealed interface Pushed {

    /** It is on the topic, in the place of the one before, if there was one. */
    record Live(@Nullable Watch before, Watch now) implements Pushed {}

    /** The topic has this very version already. */
    record Same(Watch live) implements Pushed {}

    /** Nothing was written: this version was in force before, and another one took its place. */
    record Outdated(Watch live) implements Pushed {}
  }

  /**
   * The last word on each watch.
   *
   * @throws KafkaException if the cluster does not answer
   */
  public TopicTable<Watch> read() {
    return TopicTable.read(kafka, "tensionwire-watches", topic, timeout);
  }

  /**
   * Puts a version on the topic that was not there before.
   *
   * @throws KafkaException if the cluster does not answer, or refuses the record
   */
  public Pushed push(Watch watch) throws InterruptedException {
    Watch live = read().values().get(watch.id());
    if (live != null && live.replaced().contains(watch.version())) {
      return new Pushed.Outdated(live);
    }
    return put(live, watch);
  }

  /** The same, also for a version that another one took the place of. */
  public Pushed restore(Watch watch) throws InterruptedException {
    return put(read().values().get(watch.id()), watch);
  }

  private Pushed put(@Nullable Watch live, Watch watch) throws InterruptedException {
    if (live != null && live.version().equals(watch.version())) {
      return new Pushed.Same(live);
    }
    Watch next = live == null ? watch : watch.inPlaceOf(live);
    write(List.of(topic.record(next)));
    return new Pushed.Live(live, next);
  }

  /**
   * Takes a watch off the topic.
   *
   * @return what was there; {@code null}: nothing
   */
  public @Nullable Watch remove(String id) throws InterruptedException {
    TopicTable<Watch> table = read();
    Watch live = table.values().get(id);
    if (live != null || table.unreadable().stream().anyMatch(each -> id.equals(each.record().key()))) {
      write(List.of(new ProducerRecord<>(topic.name(), id, null)));
    }
    return live;
  }

  /**
   * Puts those on the topic whose ids it says nothing about, not even that they are removed.
   *
   * @return the last word on each id before
   */
  TopicTable<Watch> seed(Collection<Watch> watches) throws InterruptedException {
    TopicTable<Watch> table = read();
    List<ProducerRecord<String, @Nullable Watch>> missing = watches.stream()
        .filter(watch -> !table.values().containsKey(watch.id()) && !table.removed().contains(watch.id()))
        .filter(watch -> table.unreadable().stream().noneMatch(each -> watch.id().equals(each.record().key())))
        .<ProducerRecord<String, @Nullable Watch>>map(topic::record)
        .toList();
    if (!missing.isEmpty()) {
      write(missing);
    }
    return table;
  }

  private void write(List<? extends ProducerRecord<String, ? extends @Nullable Watch>> records)
      throws InterruptedException {
    Map<String, Object> settings = kafka.producerSettings("tensionwire-watches");
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, timeout.toMillis());
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) timeout.toMillis() / 2);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) timeout.toMillis());
    try (var producer = new KafkaProducer<String, Watch>(
        settings, new StringSerializer(), topic.values().serializer())) {
      for (var record : records) {
        producer.send(new ProducerRecord<>(record.topic(), null, record.timestamp(), record.key(), record.value()))
            .get();
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException problem ? problem : new KafkaException(e.getCause());
    }
  }
}
