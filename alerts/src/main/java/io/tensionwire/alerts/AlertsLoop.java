package io.tensionwire.alerts;

import io.tensionwire.alerts.delivery.Attempts;
import io.tensionwire.alerts.delivery.Breaker;
import io.tensionwire.alerts.delivery.DeliveryQueue;
import io.tensionwire.alerts.delivery.Lease;
import io.tensionwire.alerts.delivery.Ledger;
import io.tensionwire.alerts.delivery.Metrics;
import io.tensionwire.alerts.delivery.Outcomes;
import io.tensionwire.alerts.receiver.Receiver;
import io.tensionwire.service.Backoff;
import io.tensionwire.service.Health;
import io.tensionwire.service.RoleContext;
import io.tensionwire.service.TopicGate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stand by, take over, tell, step down. Whoever {@linkplain Membership the group} makes active fences the one before by
 * the ledger's transactional id. Any trouble with Kafka ends the turn and begins anew from what is committed.
 */
final class AlertsLoop implements Runnable {

  private static final Logger log = LoggerFactory.getLogger(AlertsLoop.class);

  private static final Duration POLL = Duration.ofMillis(50);
  private static final Duration PROBE_EVERY = Duration.ofSeconds(5);
  /** For reading, writing and fencing; a fence must outwait a predecessor's open transaction. */
  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(15);
  /** How long an active one tells without having looked whether it still is; another takes over after 10 s at least. */
  private static final Duration LEASE = Duration.ofSeconds(5);
  private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(250), Duration.ofSeconds(4));

  private final RoleContext context;
  private final Map<String, Receiver> receivers;
  private final TakeOver takeOver;
  private final Metrics metrics;
  private final Health.Check health;
  private final Outcomes outcomes = new Outcomes();
  private final Lease lease = new Lease(LEASE);
  private final String group;
  private final String clientId;
  private volatile boolean closing;
  /** Set while it waits for Kafka before anything is begun: there it may be interrupted at once. */
  private volatile @Nullable Thread atTheGate;
  private volatile @Nullable Turn turn;
  private boolean assignedSinceStart;
  private long probedAt;

  AlertsLoop(AlertsConfig config, RoleContext context, Map<String, Receiver> receivers, Attempts attempts) {
    this.context = context;
    this.receivers = receivers;
    this.metrics = new Metrics(context.meters(), context.clock());
    this.health = context.health().check("alerts");
    this.group = Ledger.transactionalId(context.topics());
    this.clientId = "tensionwire-alerts-" + UUID.randomUUID();
    this.takeOver = new TakeOver(
        config, context, receivers, attempts, outcomes, lease, metrics, group, clientId, CALL_TIMEOUT);
    receivers.keySet().forEach(name -> {
      metrics.queue(name, () -> queue(name).map(DeliveryQueue::size).orElse(0));
      metrics.breaker(name, () -> queue(name).map(DeliveryQueue::status).map(AlertsLoop::level).orElse(0));
    });
  }

  private Optional<DeliveryQueue> queue(String receiver) {
    Turn active = turn;
    return active == null ? Optional.empty() : Optional.ofNullable(active.queue(receiver));
  }

  private static int level(Breaker.Status status) {
    return status.dead() ? 3 : status.state().ordinal();
  }

  boolean active() {
    return turn != null;
  }

  void close() {
    closing = true;
    Thread waiting = atTheGate;
    if (waiting != null) {
      waiting.interrupt();
    }
  }

  @Override
  public void run() {
    try {
      atTheGate = Thread.currentThread();
      TopicGate.await(
          context, health,
          List.of(
              context.topics().alerts(), context.topics().deliveries(), context.topics().silences(),
              context.topics().feedback(), context.topics().signalFeedback(), context.topics().feedStates(),
              context.topics().deadLetters()));
      atTheGate = null;
      for (int failures = 0; !closing; ) {
        try {
          serve();
        } catch (ProducerFencedException | InvalidProducerEpochException | CommitFailedException e) {
          log.atInfo().addKeyValue("cause", e.getClass().getSimpleName()).log("another instance took over; standing by");
        } catch (InterruptException e) {
          closing = true;
        } catch (KafkaException e) {
          failures = assignedSinceStart ? 1 : failures + 1;
          pause(e, failures);
        }
      }
    } catch (InterruptedException e) {
      log.atDebug().log("closed while waiting for Kafka");
    } catch (RuntimeException | Error e) {
      if (!closing) {
        health.notReady("ended by an error");
        context.onBug().accept(e);
      }
    }
  }

  private void pause(KafkaException problem, int failures) throws InterruptedException {
    Duration pause = BACKOFF.after(failures, ThreadLocalRandom.current());
    // Of an error that made the producer unusable, the cause is what helps.
    Throwable cause = problem.getCause() == null ? problem : problem.getCause();
    String words = cause instanceof TimeoutException ? context.kafka().noAnswer() : "Kafka: " + cause.getMessage();
    // Once for each problem: a cluster may be away for hours.
    (words.equals(health.problem()) ? log.atDebug() : log.atWarn())
        .addKeyValue("problem", words)
        .addKeyValue("retryInMs", pause.toMillis())
        .log("alerts wait for Kafka; they go on from what is committed");
    health.notReady(words);
    for (long until = System.nanoTime() + pause.toNanos(); !closing && System.nanoTime() < until; ) {
      Thread.sleep(POLL);
    }
  }

  /** One membership of the group, until it is lost. */
  private void serve() {
    probedAt = 0;
    assignedSinceStart = false;
    try (var membership =
        new Membership(context.kafka(), context.topics(), clientId, group, CALL_TIMEOUT)) {
      try {
        while (!closing) {
          serve(membership);
        }
        finish();
      } finally {
        assignedSinceStart = membership.everAssigned();
        // Before the group hands the partition on: nothing may be sent any more then.
        stepDown();
      }
    }
  }

  private void serve(Membership membership) {
    probe(membership); // before records are taken: what it finds may be a reason to read them anew
    ConsumerRecords<String, byte[]> records = membership.poll(POLL);
    Turn active = turn;
    if (active == null && membership.assigned()) {
      takeOver(membership);
    } else if (active != null && !membership.assigned()) {
      finish();
      stepDown();
    } else if (active != null) {
      if (!lease.holds()) {
        membership.prove();
      }
      lease.renew();
      try {
        active.accept(records, membership.metadata());
        active.recordOutcomes();
        active.tend();
        active.tellWhatIsDue(context.clock().instant());
      } catch (ProducerFencedException | InvalidProducerEpochException e) {
        takeBack(membership);
      }
      health.note(trouble());
    }
  }

  /**
   * Somebody used the ledger's transactional id: another instance, or a command that sends a delivery again. If the group
   * still counts this instance as the one, it was a command: the ledger is read anew, with what that wrote.
   */
  private void takeBack(Membership membership) {
    stepDown();
    membership.prove();
    log.atInfo().log("somebody else wrote to the ledger: it is read again");
    takeOver(membership);
  }

  /** What somebody should mend though alerts are told; {@code null} where there is nothing. */
  private @Nullable String trouble() {
    List<String> troubles = new ArrayList<>();
    for (String name : receivers.keySet()) {
      queue(name).map(DeliveryQueue::status).filter(status -> status.state() != Breaker.State.CLOSED).ifPresent(
          status -> troubles.add(
              "receiver " + name + (status.dead() ? " is dead" : " does not answer") + " since " + status.since() + ": "
                  + status.problem()));
    }
    return troubles.isEmpty() ? null : String.join("; ", troubles);
  }

  /** Fences the predecessor, then takes up its work where that was committed. */
  private void takeOver(Membership membership) {
    health.notReady("reading the ledger");
    membership.hold();
    turn = takeOver.begin(membership::breathe);
    long from = membership.readFromCommitted();
    health.ready();
    log.atInfo().addKeyValue("from", from).log("active");
  }

  /** An orderly end: calls under way finish and are recorded. */
  private void finish() {
    Turn active = turn;
    if (active != null) {
      active.stopSending();
      active.recordOutcomes();
    }
  }

  private void stepDown() {
    Turn active = turn;
    turn = null;
    if (active != null) {
      active.close();
    }
  }

  /**
   * Asks the cluster for something now and then: whether somebody else wrote to the ledger, which one that has nothing
   * to write itself would not notice.
   */
  private void probe(Membership membership) {
    long now = System.nanoTime();
    if (probedAt != 0 && now - probedAt < PROBE_EVERY.toNanos()) {
      return;
    }
    long ledgerEnd = membership.ledgerEnd();
    probedAt = System.nanoTime();
    Turn active = turn;
    if (active != null && membership.assigned() && active.isBehind(ledgerEnd)) {
      takeBack(membership);
    }
    if (turn != null || !membership.assigned()) {
      // Standing by is doing one's work.
      health.ready();
    }
  }
}
