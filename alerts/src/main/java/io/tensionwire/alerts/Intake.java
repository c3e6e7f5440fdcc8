package io.tensionwire.alerts;

import io.tensionwire.alerts.delivery.Ledger;
import io.tensionwire.alerts.delivery.Metrics;
import io.tensionwire.alerts.delivery.Waiting;
import io.tensionwire.alerts.message.Precedents;
import io.tensionwire.alerts.receiver.Reason;
import io.tensionwire.model.Alert;
import io.tensionwire.model.Delivery;
import io.tensionwire.model.Topic;
import io.tensionwire.model.WireName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records of {@code news.alerts} to deliveries: what can be read, who hears of it, and what is known already. */
final class Intake {

  private static final Logger log = LoggerFactory.getLogger(Intake.class);

  private final Topic<Alert> alerts;
  private final AlertPipeline pipeline;
  private final Ledger ledger;
  private final Deaths deaths;
  private final Precedents precedents;
  private final Metrics metrics;
  private int olderThanMaxAge;

  Intake(
      Topic<Alert> alerts, AlertPipeline pipeline, Ledger ledger, Deaths deaths, Precedents precedents,
      Metrics metrics) {
    this.alerts = alerts;
    this.pipeline = pipeline;
    this.ledger = ledger;
    this.deaths = deaths;
    this.precedents = precedents;
    this.metrics = metrics;
  }

  /**
   * What was decided about some records.
   *
   * @param deliveries new ones, in the order of their alerts
   * @param dead records that are no alerts
   */
  record Decided(List<Waiting> deliveries, List<Ledger.DeadAlert> dead) {

    List<Ledger.Entry> entries() {
      return deliveries.stream().map(Waiting::entry).toList();
    }
  }

  Decided decide(Iterable<ConsumerRecord<String, byte[]>> records) {
    List<Waiting> decided = new ArrayList<>();
    List<Ledger.DeadAlert> dead = new ArrayList<>();
    Set<String> inThisBatch = new HashSet<>();
    BiPredicate<Alert, String> known =
        (alert, receiver) -> ledger.knows(alert, receiver) || !inThisBatch.add(alert.id() + "/" + receiver);
    int before = olderThanMaxAge;
    for (ConsumerRecord<String, byte[]> record : records) {
      Alert alert = read(record, dead);
      if (alert != null) {
        precedents.note(alert);
        decide(alert, record, known).forEach(delivery -> decided.add(Waiting.of(alert, delivery, record)));
      }
    }
    if (olderThanMaxAge == before) {
      tellHowManyWereTooOld();
    }
    return new Decided(decided, dead);
  }

  private List<Delivery> decide(Alert alert, ConsumerRecord<String, byte[]> record, BiPredicate<Alert, String> known) {
    List<Delivery> deliveries = pipeline.decide(alert, record.offset(), known);
    String deputy = deaths.deputyOfSubject(alert);
    if (deputy != null && !known.test(alert, deputy)) {
      deliveries.add(pipeline.decideAt(alert, record.offset(), deputy));
    }
    if (deliveries.isEmpty() && !pipeline.routes(alert)) {
      metrics.unrouted();
    }
    if (deliveries.stream().anyMatch(each -> WireName.of(Reason.OLDER_THAN_MAX_AGE).equals(each.reason()))) {
      olderThanMaxAge++;
    }
    return deliveries;
  }

  private @Nullable Alert read(ConsumerRecord<String, byte[]> record, List<Ledger.DeadAlert> dead) {
    String reason;
    try {
      Alert alert = alerts.values().deserializer().deserialize(record.topic(), record.value());
      if (alert != null) {
        return alert;
      }
      reason = "a tombstone is no alert";
    } catch (SerializationException e) {
      reason = String.valueOf(e.getMessage());
    }
    log.atWarn().addKeyValue("offset", record.offset()).addKeyValue("reason", reason).log("not an alert: dead letter");
    dead.add(new Ledger.DeadAlert(record, reason));
    return null;
  }

  /** Once, after the last of them: there may be thousands after a long absence. */
  private void tellHowManyWereTooOld() {
    if (olderThanMaxAge > 0) {
      log.atInfo().addKeyValue("alerts", olderThanMaxAge)
          .log("alerts recorded but not told: older than alerts.max-age");
      olderThanMaxAge = 0;
    }
  }
}
