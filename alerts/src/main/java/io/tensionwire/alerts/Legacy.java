package io.tensionwire.alerts;

import io.tensionwire.alerts.delivery.DeliveryQueue;
import io.tensionwire.alerts.delivery.Ledger;
import io.tensionwire.alerts.delivery.Waiting;
import io.tensionwire.alerts.digest.Schedule;
import io.tensionwire.alerts.receiver.Reason;
import io.tensionwire.model.Alert;
import io.tensionwire.model.Delivery;
import io.tensionwire.model.DeliveryState;
import io.tensionwire.model.Topic;
import io.tensionwire.model.WireName;
import io.tensionwire.service.kafka.KafkaSettings;
import io.tensionwire.service.kafka.TopicReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a predecessor, perhaps this very process, left behind: deliveries that are pending in the ledger, whose alerts
 * are read once more from where the ledger says they lie.
 *
 * @param configured names of all receivers, also of those that are off for now
 * @param timeout for each call to Kafka
 * @param breath is run now and then: what is long must not count as stuck
 */
record Legacy(
    KafkaSettings kafka, Topic<Alert> alerts, Set<String> configured, String clientId, Duration timeout, Runnable breath) {

  private static final Logger log = LoggerFactory.getLogger(Legacy.class);

  /** Puts what can still be told into its queue or back on hold, and ends what cannot. */
  void takeUp(Ledger ledger, Schedule schedule, Map<String, DeliveryQueue> queues, Instant now) {
    List<Delivery> pending = ledger.pending().stream().filter(delivery -> !Schedule.isNotice(delivery)).toList();
    List<Delivery> toldLately = schedule.wanted();
    if (pending.isEmpty() && toldLately.isEmpty()) {
      return;
    }
    List<Ledger.Entry> hopeless = new ArrayList<>();
    try (var reader = new TopicReader<>(kafka, clientId + "-resume", alerts, timeout)) {
      // For those who come next, and for what nobody has acknowledged yet.
      for (Delivery delivery : toldLately) {
        breath.run();
        Waiting told = find(delivery, reader, false);
        if (told != null) {
          schedule.recorded(told);
        }
      }
      for (Delivery delivery : pending) {
        breath.run();
        DeliveryQueue queue = queues.get(delivery.receiver());
        if (queue == null && configured.contains(delivery.receiver())) {
          continue; // Off for now: it stays pending until the receiver is on again.
        }
        Waiting waiting = queue == null ? null : find(delivery, reader, !Schedule.isHeld(delivery));
        if (queue == null) {
          hopeless.add(failed(delivery, Reason.RECEIVER_IS_GONE, now));
        } else if (waiting == null) {
          hopeless.add(failed(delivery, Reason.ALERT_IS_GONE, now));
        } else if (Schedule.isHeld(delivery)) {
          schedule.recorded(waiting);
        } else {
          queue.add(waiting, pause(delivery, now));
        }
      }
    }
    if (!hopeless.isEmpty()) {
      ledger.record(hopeless);
    }
    if (!pending.isEmpty()) {
      log.atInfo().addKeyValue("pending", pending.size() - hopeless.size()).addKeyValue("failed", hopeless.size())
          .log("going on with what was left");
    }
  }

  /** With its alert; {@code null} where that is not on the topic any more. */
  private static @Nullable Waiting find(Delivery delivery, TopicReader<Alert> reader, boolean leftBehind) {
    ConsumerRecord<String, byte[]> record = reader.recordAt(delivery.alertOffset());
    Alert alert = record == null ? null : reader.value(record);
    if (record == null || alert == null || !alert.id().equals(delivery.alertId())) {
      return null;
    }
    Waiting waiting = Waiting.of(alert, delivery, record);
    return leftBehind ? waiting.leftBehindByAnother() : waiting;
  }

  private static Duration pause(Delivery delivery, Instant now) {
    Instant next = delivery.nextAttemptAt();
    return next == null || next.isBefore(now) ? Duration.ZERO : Duration.between(now, next);
  }

  private static Ledger.Entry failed(Delivery delivery, Reason reason, Instant now) {
    var end = new Delivery(
        delivery.alertId(), delivery.receiver(), delivery.storyId(), delivery.watchId(), delivery.kind(),
        DeliveryState.FAILED, WireName.of(reason), delivery.attempts(), null, null, null, delivery.alertOffset(), now);
    return new Ledger.Entry(end, null);
  }
}
