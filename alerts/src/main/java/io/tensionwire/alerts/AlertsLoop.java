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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stand by, take over, tell, step down. {@code news.alerts} has one partition: whoever the group gives it to is active,
 * and fences the one before by the ledger's transactional id. Any trouble with Kafka ends the turn and begins anew from
 * what is committed.
 */
final class AlertsLoop implements Runnable {

  private static final Logger log = LoggerFactory.getLogger(AlertsLoop.class);

  private static final Duration POLL = Duration.ofMillis(50);
  private static final Duration PROBE_EVERY = Duration.ofSeconds(5);
  private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(5);
  /** For reading, writing and fencing; a fence must outwait a predecessor's open transaction. */
  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(15);
  /** A loop that is stuck for longer loses its turn to another instance. */
  private static final Duration STUCK_AFTER = Duration.ofSeconds(20);
  /** How long an active one tells without having looked whether it still is; another takes over after 10 s at least. */
  private static final Duration LEASE = Duration.ofSeconds(5);
  /** Within a take-over, how often the group hears of this instance. */
  private static final Duration BREATH = Duration.ofMillis(500);
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);
  private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(250), Duration.ofSeconds(4));

  private final RoleContext context;
  private final Map<String, Receiver> receivers;
  private final TakeOver takeOver;
  private final Metrics metrics;
  private final Health.Check health;
  private final Outcomes outcomes = new Outcomes();
  private final Lease lease = new Lease(LEASE);
  private final TopicPartition partition;
  private final TopicPartition deliveries;
  private final String group;
  private final String clientId;
  private volatile boolean closing;
  /** Set while it waits for Kafka before anything is begun: there it may be interrupted at once. */
  private volatile @Nullable Thread atTheGate;
  private volatile @Nullable Turn turn;
  private boolean assigned;
  private boolean assignedSinceStart;
  private long probedAt;
  private long breathedAt;

  AlertsLoop(AlertsConfig config, RoleContext context, Map<String, Receiver> receivers, Attempts attempts) {
    this.context = context;
    this.receivers = receivers;
    this.metrics = new Metrics(context.meters(), context.clock());
    this.health = context.health().check("alerts");
    this.partition = new TopicPartition(context.topics().alerts().name(), 0);
    this.deliveries = new TopicPartition(context.topics().deliveries().name(), 0);
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
    assigned = false;
    assignedSinceStart = false;
    probedAt = 0;
    KafkaConsumer<String, byte[]> consumer = consumer();
    try {
      consumer.subscribe(List.of(partition.topic()), new Assignment());
      try {
        while (!closing) {
          serve(consumer);
        }
        finish();
      } finally {
        // Before the group hands the partition on: nothing may be sent any more then.
        stepDown();
      }
    } finally {
      consumer.close(CloseOptions.timeout(CLOSE_TIMEOUT));
    }
  }

  private void serve(KafkaConsumer<String, byte[]> consumer) {
    probe(consumer); // before records are taken: what it finds may be a reason to read them anew
    ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
    Turn active = turn;
    if (active == null && assigned) {
      takeOver(consumer);
    } else if (active != null && !assigned) {
      finish();
      stepDown();
    } else if (active != null) {
      if (!lease.holds()) {
        proveMembership(consumer);
      }
      lease.renew();
      try {
        active.accept(records, context, consumer.groupMetadata());
        active.recordOutcomes();
        active.tend();
        active.tellWhatIsDue(context.clock().instant());
      } catch (ProducerFencedException | InvalidProducerEpochException e) {
        takeBack(consumer);
      }
      health.note(trouble());
    }
  }

  /**
   * Somebody used the ledger's transactional id: another instance, or a command that sends a delivery again. If the group
   * still counts this instance as the one, it was a command: the ledger is read anew, with what that wrote.
   */
  private void takeBack(KafkaConsumer<String, byte[]> consumer) {
    stepDown();
    proveMembership(consumer);
    log.atInfo().log("somebody else wrote to the ledger: it is read again");
    takeOver(consumer);
  }

  /**
   * Makes sure that the group has not given the partition to another: a commit of what is committed anyway is refused to
   * one that is no member any more.
   *
   * @throws CommitFailedException if another is active
   */
  private void proveMembership(KafkaConsumer<String, byte[]> consumer) {
    OffsetAndMetadata committed = consumer.committed(Set.of(partition), CALL_TIMEOUT).get(partition);
    consumer.commitSync(
        Map.of(partition, committed == null ? new OffsetAndMetadata(0) : committed), CALL_TIMEOUT);
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

  /** Now and then during a take-over: with a ledger that is long, the group would take this instance for stuck. */
  private void breathe(KafkaConsumer<String, byte[]> consumer) {
    long now = System.nanoTime();
    if (now - breathedAt < BREATH.toNanos()) {
      return;
    }
    breathedAt = now;
    consumer.poll(Duration.ZERO);
    if (!assigned) {
      throw new CommitFailedException("the partition went to another while the ledger was read");
    }
  }

  /** Fences the predecessor, then takes up its work where that was committed. */
  private void takeOver(KafkaConsumer<String, byte[]> consumer) {
    health.notReady("reading the ledger");
    consumer.pause(Set.of(partition));
    breathedAt = System.nanoTime();
    Turn begun = takeOver.begin(() -> breathe(consumer));
    turn = begun;
    // Read anew: what the predecessor committed after this consumer was assigned would be seen twice.
    OffsetAndMetadata committed = consumer.committed(Set.of(partition), CALL_TIMEOUT).get(partition);
    if (committed == null) {
      consumer.seekToBeginning(List.of(partition));
    } else {
      consumer.seek(partition, committed);
    }
    consumer.resume(Set.of(partition));
    health.ready();
    log.atInfo().addKeyValue("from", committed == null ? 0 : committed.offset()).log("active");
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
   * A consumer says nothing when its cluster is gone, so it is asked for something now and then: whether somebody else
   * wrote to the ledger, which one that has nothing to write itself would not notice.
   */
  private void probe(KafkaConsumer<String, byte[]> consumer) {
    long now = System.nanoTime();
    if (probedAt != 0 && now - probedAt < PROBE_EVERY.toNanos()) {
      return;
    }
    Long ledgerEnd = consumer.endOffsets(List.of(deliveries), PROBE_TIMEOUT).get(deliveries);
    probedAt = System.nanoTime();
    Turn active = turn;
    if (active != null && assigned && ledgerEnd != null && active.isBehind(ledgerEnd)) {
      takeBack(consumer);
    }
    if (turn != null || !assigned) {
      // Standing by is doing one's work.
      health.ready();
    }
  }

  private KafkaConsumer<String, byte[]> consumer() {
    Map<String, Object> settings = context.kafka().groupConsumerSettings(clientId, group);
    // A new instance that only stands by does not disturb the active one.
    settings.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
    settings.putIfAbsent(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, (int) STUCK_AFTER.toMillis());
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 200);
    settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) CALL_TIMEOUT.toMillis());
    return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
  }

  private final class Assignment implements ConsumerRebalanceListener {
    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      if (partitions.contains(partition)) {
        assigned = true;
        assignedSinceStart = true;
      }
    }

    /** Without a word from this instance: it was paused, or cut off, and another may have been active for a while. */
    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
      if (partitions.contains(partition) && turn != null) {
        log.atWarn().log("this instance was out of touch and lost its turn");
      }
      onPartitionsRevoked(partitions);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      if (partitions.contains(partition)) {
        assigned = false;
      }
    }
  }
}
