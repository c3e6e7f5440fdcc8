package io.tensionwire.alerts.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tensionwire.alerts.receiver.Reason;
import io.tensionwire.model.Alert;
import io.tensionwire.model.Delivery;
import io.tensionwire.model.DeliveryState;
import io.tensionwire.model.Topic;
import io.tensionwire.model.Topics;
import io.tensionwire.service.RoleContext;
import io.tensionwire.service.kafka.TopicReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * What became of every alert at every receiver: {@code news.deliveries}, read to its end by the active instance and
 * from then on written by it alone. Opening it fences whoever wrote before. Used by one thread.
 */
public final class Ledger implements AutoCloseable {

  public static final String TRACEPARENT = "traceparent";

  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);
  /** Of the start of a dead letter. */
  private static final int MOST_DEAD_LETTER_BYTES = 64 * 1024;

  private final Topic<Alert> alerts;
  private final Topic<Delivery> deliveries;
  private final Topic<byte[]> deadLetters;
  private final Producer<String, byte[]> producer;
  private final Metrics metrics;
  /** Keys of all deliveries in a final state, for as long as their alert may come again. */
  private final Settled settled;
  /** Those of them that another receiver was to tell. */
  private final Settled passedOn;
  private final Map<String, Death> deaths = new TreeMap<>();
  private final Map<String, Delivery> pending = new HashMap<>();
  /** Where the topic ends, as far as this one knows. */
  private long end;

  private Ledger(RoleContext context, Producer<String, byte[]> producer, Metrics metrics) {
    this.alerts = context.topics().alerts();
    this.deliveries = context.topics().deliveries();
    this.deadLetters = context.topics().deadLetters();
    this.producer = producer;
    this.metrics = metrics;
    Duration retention = Objects.requireNonNull(context.topics().alerts().retention());
    this.settled = new Settled(retention);
    this.passedOn = new Settled(retention);
  }

  /** The id by which the ledger is owned, and the name of the group of those who may own it. */
  public static String transactionalId(Topics topics) {
    return "tensionwire-" + topics.alerts().name();
  }

  /**
   * Fences the predecessor and reads what it left.
   *
   * @param transactionalId names the ledger, not the instance
   * @param reader hears every state that stands in the ledger, in the order in which they were written; not those that
   *     are written later
   * @param breath asked for now and then, so that a long ledger costs nobody his place in the group
   */
  public static Ledger open(
      RoleContext context, String clientId, String transactionalId, Duration timeout, Metrics metrics,
      Consumer<Delivery> reader, Runnable breath) {
    Map<String, Object> settings = context.kafka().transactionalProducerSettings(clientId, transactionalId);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, timeout.toMillis());
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) timeout.toMillis() / 2);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) timeout.toMillis());
    var ledger = new Ledger(
        context, new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer()), metrics);
    try {
      ledger.producer.initTransactions();
      ledger.read(context, clientId, timeout, reader, breath);
      return ledger;
    } catch (RuntimeException e) {
      ledger.close();
      throw e;
    }
  }

  private void read(RoleContext context, String clientId, Duration timeout, Consumer<Delivery> each, Runnable breath) {
    try (var reader = new TopicReader<>(context.kafka(), clientId + "-ledger", deliveries, timeout)) {
      end = reader.end();
      for (var records = reader.toEnd(); records.hasNext(); breath.run()) {
        Delivery delivery = reader.value(records.next());
        if (delivery != null) {
          note(delivery);
          each.accept(delivery);
        }
      }
    }
  }

  /** Whether the alert's fate at this receiver is on record, final or not. */
  public boolean knows(Alert alert, String receiver) {
    String key = alert.id() + "/" + receiver;
    return settled.contains(key) || pending.containsKey(key);
  }

  /** The same of a delivery that may be of no alert. */
  public boolean knows(Delivery delivery) {
    String key = deliveries.key().apply(delivery);
    return settled.contains(key) || pending.containsKey(key);
  }

  /** Whether somebody else was to tell an alert in this receiver's place. */
  public boolean passedOn(Alert alert, String receiver) {
    return passedOn.contains(alert.id() + "/" + receiver);
  }

  /** The receivers that are dead, each with how that was told. */
  public Map<String, Death> deaths() {
    return Map.copyOf(deaths);
  }

  /** Whether somebody else has written since, seen from where the topic ends. */
  public boolean isBehind(long topicEnd) {
    return topicEnd > end;
  }

  public boolean isPending(Delivery delivery) {
    return pending.containsKey(deliveries.key().apply(delivery));
  }

  /** In the order of their alerts. */
  public List<Delivery> pending() {
    return pending.values().stream()
        .sorted((a, b) -> Long.compare(a.alertOffset(), b.alertOffset()))
        .toList();
  }

  /** Writes down what became of calls, in one transaction. */
  public void record(Collection<Entry> outcomes) {
    record(outcomes, List.of(), List.of(), null, null);
  }

  /** Writes deliveries and the alerts that this is worth, all or nothing. */
  public void record(Collection<Entry> changed, List<Alert> raised) {
    record(changed, List.of(), raised, null, null);
  }

  /** Writes deliveries, dead letters and how far the alerts were read, all or nothing. */
  public void record(
      Collection<Entry> changed, List<DeadAlert> dead, Map<TopicPartition, OffsetAndMetadata> readTo,
      ConsumerGroupMetadata group) {
    record(changed, dead, List.of(), readTo, group);
  }

  /** @param group of the consumer, so that one that was replaced is refused */
  private void record(
      Collection<Entry> changed, List<DeadAlert> dead, List<Alert> raised,
      @Nullable Map<TopicPartition, OffsetAndMetadata> readTo, @Nullable ConsumerGroupMetadata group) {
    // A send that fails makes the commit fail: its own result is not needed.
    producer.beginTransaction();
    Future<RecordMetadata> last = null;
    for (Entry entry : changed) {
      last = producer.send(record(entry));
    }
    for (DeadAlert alert : dead) {
      producer.send(deadLetter(alert));
    }
    for (Alert alert : raised) {
      producer.send(record(alerts, alerts.record(alert)));
    }
    if (readTo != null && group != null) {
      producer.sendOffsetsToTransaction(readTo, group);
    }
    producer.commitTransaction();
    if (last != null) {
      end = last.resultNow().offset() + 2; // behind it there is the mark of the commit
    }
    for (Entry entry : changed) {
      note(entry.delivery());
      metrics.recorded(entry.delivery());
    }
    dead.forEach(alert -> metrics.deadLetter());
  }

  private void note(Delivery delivery) {
    String key = deliveries.key().apply(delivery);
    if (delivery.state() == DeliveryState.PENDING) {
      pending.put(key, delivery);
    } else {
      pending.remove(key);
      settled.add(key, delivery.updatedAt());
      String reason = delivery.reason();
      if (reason != null) {
        noteReceiver(key, delivery, reason);
      }
    }
  }

  private void noteReceiver(String key, Delivery delivery, String reason) {
    if (Reason.RECEIVER_DEAD.isIn(reason)) {
      passedOn.add(key, delivery.updatedAt());
    } else if (Reason.TELLS_OF_ITS_DEATH.isIn(reason)) {
      String problem = reason.substring(Reason.TELLS_OF_ITS_DEATH.with("").length());
      deaths.put(delivery.receiver(), new Death(delivery.alertId(), delivery.updatedAt(), problem));
    } else if (Reason.TELLS_OF_ITS_RETURN.isIn(reason)) {
      deaths.remove(delivery.receiver());
    }
  }

  private ProducerRecord<String, byte[]> record(Entry entry) {
    ProducerRecord<String, Delivery> typed = deliveries.record(entry.delivery());
    byte[] traceparent = entry.traceparent();
    if (traceparent != null) {
      typed.headers().add(TRACEPARENT, traceparent);
    }
    return record(deliveries, typed);
  }

  private static <V> ProducerRecord<String, byte[]> record(Topic<V> topic, ProducerRecord<String, V> typed) {
    byte[] value = topic.values().serializer().serialize(typed.topic(), typed.headers(), typed.value());
    return new ProducerRecord<>(typed.topic(), null, typed.timestamp(), typed.key(), value, typed.headers());
  }

  /**
   * A line of the ledger.
   *
   * @param traceparent of the alert's record: the delivery belongs to the same trace
   */
  public record Entry(Delivery delivery, byte @Nullable [] traceparent) {}

  /** A record on the topic of alerts that is none. */
  public record DeadAlert(ConsumerRecord<String, byte[]> record, String reason) {}

  private ProducerRecord<String, byte[]> deadLetter(DeadAlert dead) {
    ConsumerRecord<String, byte[]> from = dead.record();
    byte[] bytes = from.value() == null ? new byte[0] : from.value();
    byte[] value = bytes.length > MOST_DEAD_LETTER_BYTES ? Arrays.copyOf(bytes, MOST_DEAD_LETTER_BYTES) : bytes;
    List<Header> headers = new ArrayList<>(List.of(from.headers().toArray()));
    // Not every client dates its records, and an undated one could not be sent.
    Long timestamp = from.timestamp() < 0 ? null : Long.valueOf(from.timestamp());
    var letter = new ProducerRecord<>(deadLetters.name(), null, timestamp, from.key(), value, headers);
    Map.of(
            "reason", dead.reason(),
            "step", "alerts",
            "topic", from.topic(),
            "partition", Integer.toString(from.partition()),
            "offset", Long.toString(from.offset()))
        .forEach((name, text) -> letter.headers().remove(name).add(name, text.getBytes(UTF_8)));
    return letter;
  }

  @Override
  public void close() {
    producer.close(CLOSE_TIMEOUT);
  }
}
