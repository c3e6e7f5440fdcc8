package io.tensionwire.alerts.delivery;

import io.tensionwire.alerts.receiver.Reason;
import io.tensionwire.model.Alert;
import io.tensionwire.model.Delivery;
import io.tensionwire.model.DeliveryState;
import io.tensionwire.model.Topic;
import io.tensionwire.service.kafka.KafkaSettings;
import io.tensionwire.service.kafka.TopicReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Makes deliveries that ended pending again. Whoever writes the ledger owns its transactional id: so does this, for one
 * transaction. The active instance finds itself fenced, sees that the group still counts it as the one, and reads the
 * ledger again; where none is active, the next one finds it so.
 *
 * @param timeout of each word from Kafka
 */
public record Replay(KafkaSettings kafka, Duration timeout) {

  private static final int MOST_ATTEMPTS = 5;

  /**
   * What became of the deliveries that were asked for.
   *
   * @param again those that are pending again
   * @param gone those whose alert has left its topic
   */
  public record Result(List<Delivery> again, List<Delivery> gone) {}

  /** Every delivery as it stands, in the order in which they were last written. */
  public List<Delivery> deliveries() {
    LinkedHashMap<String, Delivery> newest = new LinkedHashMap<>();
    try (var reader = new TopicReader<>(kafka, clientId(), kafka.topics().deliveries(), timeout)) {
      read(reader, newest);
    }
    return List.copyOf(newest.values());
  }

  private void read(TopicReader<Delivery> reader, LinkedHashMap<String, Delivery> newest) {
    reader.readValuesToEnd(delivery -> newest.putLast(kafka.topics().deliveries().key().apply(delivery), delivery));
  }

  /** Whether it ended without having been told, and there is an alert behind it. */
  public static boolean isFor(Delivery delivery) {
    boolean untold = delivery.state() == DeliveryState.FAILED || delivery.state() == DeliveryState.SUPPRESSED;
    return untold && delivery.alertOffset() >= 0;
  }

  /**
   * Of those that {@linkplain #isFor can be}, the ones that are asked for are pending when this returns.
   *
   * @throws ProducerFencedException if the active instance was quicker again and again
   */
  public Result replay(Predicate<Delivery> which, Instant now) {
    LinkedHashMap<String, Delivery> newest = new LinkedHashMap<>();
    try (var ledger = new TopicReader<>(kafka, clientId(), kafka.topics().deliveries(), timeout);
        var alerts = new TopicReader<>(kafka, clientId(), kafka.topics().alerts(), timeout)) {
      read(ledger, newest); // the bulk of it before anybody is disturbed
      for (int attempt = 1; ; attempt++) {
        try {
          return replayOnce(ledger, newest, alerts, which, now);
        } catch (ProducerFencedException | InvalidProducerEpochException e) {
          // The active instance had something to write in between, and has taken its ledger back.
          if (attempt == MOST_ATTEMPTS) {
            throw new ProducerFencedException("the active instance of the alerts role was quicker; try again");
          }
        }
      }
    }
  }

  private Result replayOnce(
      TopicReader<Delivery> ledger, LinkedHashMap<String, Delivery> newest, TopicReader<Alert> alerts,
      Predicate<Delivery> which, Instant now) {
    Topic<Delivery> topic = kafka.topics().deliveries();
    Map<String, Object> settings =
        kafka.transactionalProducerSettings(clientId(), Ledger.transactionalId(kafka.topics()));
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, timeout.toMillis());
    List<Delivery> again = new ArrayList<>();
    List<Delivery> gone = new ArrayList<>();
    try (var producer = new KafkaProducer<>(settings, new StringSerializer(), topic.values().serializer())) {
      producer.initTransactions();
      read(ledger, newest); // from here on nobody else writes
      for (Delivery delivery : newest.values()) {
        if (isFor(delivery) && which.test(delivery)) {
          (isThere(delivery, alerts) ? again : gone).add(delivery);
        }
      }
      producer.beginTransaction();
      again.forEach(delivery -> producer.send(topic.record(pending(delivery, now))));
      producer.commitTransaction();
    }
    return new Result(again, gone);
  }

  private static boolean isThere(Delivery delivery, TopicReader<Alert> alerts) {
    var record = alerts.recordAt(delivery.alertOffset());
    Alert alert = record == null ? null : alerts.value(record);
    return alert != null && alert.id().equals(delivery.alertId());
  }

  private static Delivery pending(Delivery from, Instant now) {
    return new Delivery(
        from.alertId(), from.receiver(), from.storyId(), from.watchId(), from.kind(), DeliveryState.PENDING,
        Reason.REPLAYED.with(now.toString()), from.attempts(), null, null, null, from.alertOffset(), now);
  }

  private static String clientId() {
    return "tensionwire-replay-" + UUID.randomUUID();
  }
}
