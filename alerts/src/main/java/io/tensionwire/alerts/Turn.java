package io.tensionwire.alerts;

import static java.util.Objects.requireNonNull;

import io.tensionwire.alerts.delivery.Attempts;
import io.tensionwire.alerts.delivery.Breaker;
import io.tensionwire.alerts.delivery.Briefing;
import io.tensionwire.alerts.delivery.DeliveryQueue;
import io.tensionwire.alerts.delivery.Lease;
import io.tensionwire.alerts.delivery.Ledger;
import io.tensionwire.alerts.delivery.Metrics;
import io.tensionwire.alerts.delivery.Outcomes;
import io.tensionwire.alerts.delivery.Waiting;
import io.tensionwire.alerts.digest.Schedule;
import io.tensionwire.alerts.receiver.Readers;
import io.tensionwire.alerts.receiver.Reason;
import io.tensionwire.alerts.receiver.Receiver;
import io.tensionwire.model.Alert;
import io.tensionwire.model.Delivery;
import io.tensionwire.model.DeliveryState;
import io.tensionwire.model.WireName;
import io.tensionwire.service.RoleContext;
import io.tensionwire.service.kafka.TopicReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This instance's turn at being the active one: from taking the ledger over until another takes it, or Kafka is lost.
 * Used by one thread; only the queues have theirs.
 */
final class Turn implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Turn.class);

  private final AlertPipeline pipeline;
  private final Ledger ledger;
  private final Schedule schedule;
  private final Outcomes outcomes;
  private final Map<String, DeliveryQueue> queues;
  private final Deaths deaths;
  private final Collection<Receiver> receivers;
  private final Metrics metrics;
  private int olderThanMaxAge;

  Turn(
      AlertPipeline pipeline, Ledger ledger, Schedule schedule, Outcomes outcomes, Map<String, DeliveryQueue> queues,
      Deaths deaths, Collection<Receiver> receivers, Metrics metrics) {
    this.pipeline = pipeline;
    this.ledger = ledger;
    this.schedule = schedule;
    this.outcomes = outcomes;
    this.queues = queues;
    this.deaths = deaths;
    this.receivers = List.copyOf(receivers);
    this.metrics = metrics;
  }

  /** Goes on with what a predecessor, perhaps this very process, left pending. */
  void resume(
      RoleContext context, Set<String> configured, String clientId, Duration timeout, Runnable breath) {
    // What this process told while Kafka was away is told: it is recorded, not repeated.
    recordOutcomes();
    List<Delivery> pending = ledger.pending().stream().filter(delivery -> !schedule.isNotice(delivery)).toList();
    Instant now = context.clock().instant();
    List<Ledger.Entry> hopeless = new ArrayList<>();
    if (!pending.isEmpty() || !schedule.wanted().isEmpty()) {
      try (var reader = new TopicReader<>(context.kafka(), clientId + "-resume", context.topics().alerts(), timeout)) {
        remember(reader);
        for (Delivery delivery : pending) {
          breath.run();
          resume(delivery, configured.contains(delivery.receiver()), reader, now, hopeless);
        }
      }
    }
    if (!hopeless.isEmpty()) {
      ledger.record(hopeless);
    }
    write(schedule.resume(now));
    if (!pending.isEmpty()) {
      log.atInfo().addKeyValue("pending", pending.size() - hopeless.size()).addKeyValue("failed", hopeless.size())
          .log("going on with what was left");
    }
  }

  private void resume(
      Delivery delivery, boolean configured, TopicReader<Alert> reader, Instant now, List<Ledger.Entry> hopeless) {
    DeliveryQueue queue = queues.get(delivery.receiver());
    if (queue == null && configured) {
      return; // Off for now: it stays pending until the receiver is on again.
    }
    ConsumerRecord<String, byte[]> record = queue == null ? null : reader.recordAt(delivery.alertOffset());
    Alert alert = record == null ? null : reader.value(record);
    if (queue == null) {
      hopeless.add(new Ledger.Entry(failed(delivery, Reason.RECEIVER_IS_GONE, now), null));
    } else if (record == null || alert == null || !alert.id().equals(delivery.alertId())) {
      hopeless.add(new Ledger.Entry(failed(delivery, Reason.ALERT_IS_GONE, now), null));
    } else if (Schedule.isHeld(delivery)) {
      schedule.recorded(new Waiting(alert, delivery, traceparent(record)));
    } else {
      queue.add(new Waiting(alert, delivery, traceparent(record), true), pause(delivery, now));
    }
  }

  /** What was told lately, for those who come next and for what nobody has acknowledged yet. */
  private void remember(TopicReader<Alert> reader) {
    for (Delivery delivery : schedule.wanted()) {
      ConsumerRecord<String, byte[]> record = reader.recordAt(delivery.alertOffset());
      Alert alert = record == null ? null : reader.value(record);
      if (record != null && alert != null && alert.id().equals(delivery.alertId())) {
        schedule.recorded(new Waiting(alert, delivery, traceparent(record)));
      }
    }
  }

  /** Decides about alerts, writes it down together with how far they were read, and only then lets them be told. */
  void accept(ConsumerRecords<String, byte[]> records, RoleContext context, ConsumerGroupMetadata group) {
    if (records.isEmpty()) {
      tellHowManyWereTooOld();
      return;
    }
    List<Waiting> decided = new ArrayList<>();
    List<Ledger.DeadAlert> dead = new ArrayList<>();
    Set<String> inThisBatch = new HashSet<>();
    for (ConsumerRecord<String, byte[]> record : records) {
      Alert alert = read(record, context, dead);
      if (alert == null) {
        continue;
      }
      BiPredicate<Alert, String> known =
          (a, receiver) -> ledger.knows(a, receiver) || !inThisBatch.add(a.id() + "/" + receiver);
      List<Delivery> deliveries = pipeline.decide(alert, record.offset(), known);
      String deputy = deaths.deputyOfSubject(alert);
      if (deputy != null && !known.test(alert, deputy)) {
        deliveries.add(pipeline.decideAt(alert, record.offset(), deputy));
      }
      if (deliveries.isEmpty() && !pipeline.routes(alert)) {
        metrics.unrouted();
      }
      deliveries.forEach(delivery -> decided.add(new Waiting(alert, delivery, traceparent(record))));
      if (deliveries.stream().anyMatch(d -> WireName.of(Reason.OLDER_THAN_MAX_AGE).equals(d.reason()))) {
        olderThanMaxAge++;
      }
    }
    ledger.record(decided.stream().map(Waiting::entry).toList(), dead, records.nextOffsets(), group);
    decided.forEach(this::begin);
  }

  /** A delivery that stands in the ledger: it is told now, or when its time has come. */
  private void begin(Waiting waiting) {
    schedule.recorded(waiting);
    DeliveryQueue queue = queues.get(waiting.delivery().receiver());
    boolean now = waiting.delivery().state() == DeliveryState.PENDING && !Schedule.isHeld(waiting.delivery());
    if (queue != null && now) {
      queue.add(waiting);
    }
  }

  /** What is told by the clock: digests, hand-overs, reminders. */
  void tellWhatIsDue(Instant now) {
    write(schedule.due(now, ledger::knows, ledger::pending));
  }

  private void write(List<Waiting> notices) {
    if (!notices.isEmpty()) {
      ledger.record(notices.stream().map(Waiting::entry).toList());
      notices.forEach(this::begin);
    }
  }

  /** Writes down what became of calls since the last time. */
  void recordOutcomes() {
    List<Waiting> made = outcomes.unrecorded();
    if (made.isEmpty()) {
      return;
    }
    // Another instance may have settled some of them in the meantime: its word stands.
    List<Waiting> settled =
        new ArrayList<>(made.stream().filter(waiting -> ledger.isPending(waiting.delivery())).toList());
    List<Waiting> told = settled.stream().flatMap(waiting -> schedule.consequences(waiting).stream()).toList();
    settled.addAll(told);
    ledger.record(settled.stream().map(Waiting::entry).toList());
    outcomes.recorded(made);
    settled.forEach(schedule::recorded);
    made.forEach(Turn::tell);
  }

  /** Looks after receivers that die. */
  void tend() {
    deaths.tend();
  }

  private static void tell(Waiting waiting) {
    Delivery delivery = waiting.delivery();
    if (delivery.state() == DeliveryState.FAILED) {
      log.atWarn()
          .addKeyValue("receiver", delivery.receiver())
          .addKeyValue("alert", delivery.alertId())
          .addKeyValue("reason", delivery.reason())
          .addKeyValue("attempts", delivery.attempts())
          .log("alert not told");
    }
  }

  private void tellHowManyWereTooOld() {
    if (olderThanMaxAge > 0) {
      log.atInfo().addKeyValue("alerts", olderThanMaxAge)
          .log("alerts recorded but not told: older than alerts.max-age");
      olderThanMaxAge = 0;
    }
  }

  private static @Nullable Alert read(
      ConsumerRecord<String, byte[]> record, RoleContext context, List<Ledger.DeadAlert> dead) {
    String reason;
    try {
      Alert alert = context.topics().alerts().values().deserializer().deserialize(record.topic(), record.value());
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

  private static Duration pause(Delivery delivery, Instant now) {
    Instant next = delivery.nextAttemptAt();
    return next == null || next.isBefore(now) ? Duration.ZERO : Duration.between(now, next);
  }

  private static Delivery failed(Delivery delivery, Reason reason, Instant now) {
    return new Delivery(
        delivery.alertId(), delivery.receiver(), delivery.storyId(), delivery.watchId(), delivery.kind(),
        DeliveryState.FAILED, WireName.of(reason), delivery.attempts(), null, null, null, delivery.alertOffset(), now);
  }

  private static byte @Nullable [] traceparent(ConsumerRecord<String, byte[]> record) {
    Header header = record.headers().lastHeader(Ledger.TRACEPARENT);
    return header == null ? null : header.value();
  }

  @Nullable DeliveryQueue queue(String receiver) {
    return queues.get(receiver);
  }

  /** From now on those who are told may answer. */
  void listen(Readers readers) {
    receivers.forEach(receiver -> receiver.listen(readers));
  }

  /** Hears nobody any more, and lets calls under way finish; what they bring stays with {@link Outcomes} until it can be recorded. */
  void stopSending() {
    receivers.forEach(Receiver::hush);
    var closing = new ArrayList<Thread>();
    queues.values().forEach(queue -> closing.add(Thread.ofVirtual().start(queue::close)));
    for (Thread thread : closing) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void close() {
    stopSending();
    ledger.close();
  }

  static Map<String, DeliveryQueue> queues(
      Map<String, Receiver> receivers, Map<String, Breaker> breakers, Lease lease, Briefing briefing, Attempts attempts,
      Consumer<Waiting> outcomes, Metrics metrics, Consumer<Throwable> onBug) {
    Map<String, DeliveryQueue> queues = new TreeMap<>();
    receivers.forEach(
        (name, receiver) -> queues.put(
            name,
            new DeliveryQueue(
                receiver, attempts, requireNonNull(breakers.get(name)), lease, briefing, outcomes, metrics, onBug)
                .start()));
    return queues;
  }
}
