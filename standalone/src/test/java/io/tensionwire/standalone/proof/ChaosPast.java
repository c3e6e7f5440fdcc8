package io.tensionwire.standalone.proof;

import io.tensionwire.model.Alert;
import io.tensionwire.model.Delivery;
import io.tensionwire.model.DeliveryState;
import io.tensionwire.service.kafka.KafkaSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.apache.kafka.clients.producer.KafkaProducer;

/** A long past of alerts that were told, each at every receiver, evenly over 30 days. */
final class ChaosPast {

  private static final Duration LENGTH = Duration.ofDays(30);

  private final int deliveries;
  private final List<String> desks;

  ChaosPast(int deliveries, List<String> desks) {
    this.deliveries = deliveries;
    this.desks = desks;
  }

  int alerts() {
    return deliveries / desks.size();
  }

  void write(KafkaSettings kafka) {
    var source = new ChaosAlerts(new Random(1));
    Instant from = Instant.now().minus(LENGTH);
    try (KafkaProducer<String, Alert> alerts = kafka.producer("past-alerts", kafka.topics().alerts());
        KafkaProducer<String, Delivery> ledger = kafka.producer("past-ledger", kafka.topics().deliveries())) {
      for (int i = 0; i < alerts(); i++) {
        Alert alert = source.next();
        Instant at = from.plus(LENGTH.multipliedBy(i).dividedBy(alerts()));
        alerts.send(kafka.topics().alerts().record(alert));
        for (String desk : desks) {
          ledger.send(kafka.topics().deliveries().record(new Delivery(
              alert.id(), desk, alert.storyId(), alert.watchId(), alert.kind(), DeliveryState.DELIVERED, null, 1, null,
              at.getEpochSecond() + ".%06d".formatted(i % 1_000_000), at.getEpochSecond() + ".000001", i, at)));
        }
      }
    }
  }
}
