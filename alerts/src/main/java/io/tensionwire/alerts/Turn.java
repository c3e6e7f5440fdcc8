package io.tensionwire.alerts;

import io.tensionwire.alerts.delivery.DeliveryQueue;
import io.tensionwire.alerts.delivery.Ledger;
import io.tensionwire.alerts.delivery.Outcomes;
import io.tensionwire.alerts.delivery.Waiting;
import io.tensionwire.alerts.digest.Schedule;
import io.tensionwire.alerts.receiver.Readers;
import io.tensionwire.alerts.receiver.Receiver;
import io.tensionwire.model.Delivery;
import io.tensionwire.model.DeliveryState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This instance's turn at being the active one: from taking the ledger over until another takes it, or Kafka is lost.
 * Used by one thread; only the queues have theirs.
 */
final class Turn implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Turn.class);

  private final Intake intake;
  private final Ledger ledger;
  private final Schedule schedule;
  private final Outcomes outcomes;
  private final Map<String, DeliveryQueue> queues;
  private final Deaths deaths;
  private final Collection<Receiver> receivers;
  private final OpenParts open;

  /** @param open is closed with the turn, as are ledger and queues */
  Turn(
      Intake intake, Ledger ledger, Schedule schedule, Outcomes outcomes, Map<String, DeliveryQueue> queues,
      Deaths deaths, Collection<Receiver> receivers, OpenParts open) {
    this.intake = intake;
    this.ledger = ledger;
    this.schedule = schedule;
    this.outcomes = outcomes;
    this.queues = queues;
    this.deaths = deaths;
    this.receivers = List.copyOf(receivers);
    this.open = open;
  }

  /** Goes on with what a predecessor, perhaps this very process, left pending. */
  void resume(Legacy legacy, Instant now) {
    // What this process told while Kafka was away is told: it is recorded, not repeated.
    recordOutcomes();
    legacy.takeUp(ledger, schedule, queues, now);
    write(schedule.resume(now));
  }

  /** Decides about alerts, writes it down together with how far they were read, and only then lets them be told. */
  void accept(ConsumerRecords<String, byte[]> records, ConsumerGroupMetadata group) {
    Intake.Decided decided = intake.decide(records);
    if (!records.isEmpty()) {
      ledger.record(decided.entries(), decided.dead(), records.nextOffsets(), group);
      decided.deliveries().forEach(this::begin);
    }
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

  /** Whether somebody else has written to the ledger meanwhile. */
  boolean isBehind(long ledgerEnd) {
    return ledger.isBehind(ledgerEnd);
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
    open.close();
    ledger.close();
  }
}
