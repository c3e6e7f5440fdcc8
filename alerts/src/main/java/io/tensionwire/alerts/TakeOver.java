package io.tensionwire.alerts;

import static java.util.Objects.requireNonNull;

import io.tensionwire.alerts.delivery.Attempts;
import io.tensionwire.alerts.delivery.Breaker;
import io.tensionwire.alerts.delivery.Briefing;
import io.tensionwire.alerts.delivery.Death;
import io.tensionwire.alerts.delivery.DeliveryQueue;
import io.tensionwire.alerts.delivery.Lease;
import io.tensionwire.alerts.delivery.Ledger;
import io.tensionwire.alerts.delivery.Limits;
import io.tensionwire.alerts.delivery.Metrics;
import io.tensionwire.alerts.delivery.Outcomes;
import io.tensionwire.alerts.delivery.Waiting;
import io.tensionwire.alerts.digest.Schedule;
import io.tensionwire.alerts.digest.Watchfulness;
import io.tensionwire.alerts.feedback.Feedbacks;
import io.tensionwire.alerts.message.Precedents;
import io.tensionwire.alerts.message.Surroundings;
import io.tensionwire.alerts.receiver.Receiver;
import io.tensionwire.alerts.receiver.ReceiverConfig;
import io.tensionwire.alerts.silence.Silences;
import io.tensionwire.service.RoleContext;
import io.tensionwire.service.kafka.TopicReader;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Puts together what a turn needs, in the order in which it can be: what readers said and how the feeds are, then the
 * ledger, which fences the predecessor, then the queues that tell.
 */
final class TakeOver {

  private final AlertsConfig config;
  private final RoleContext context;
  private final Map<String, Receiver> receivers;
  private final Attempts attempts;
  private final Outcomes outcomes;
  private final Lease lease;
  private final Metrics metrics;
  private final String group;
  private final String clientId;
  private final Duration timeout;

  private final Limits limits = new Limits();
  private final Silences silences = new Silences();
  private final Feedbacks feedbacks;
  private final Watchfulness watchfulness = new Watchfulness();
  private final AlertPipeline pipeline;

  /**
   * @param group names the ledger, too: whoever opens it fences the one before
   * @param timeout for each call to Kafka
   */
  TakeOver(
      AlertsConfig config, RoleContext context, Map<String, Receiver> receivers, Attempts attempts, Outcomes outcomes,
      Lease lease, Metrics metrics, String group, String clientId, Duration timeout) {
    this.config = config;
    this.context = context;
    this.receivers = receivers;
    this.attempts = attempts;
    this.outcomes = outcomes;
    this.lease = lease;
    this.metrics = metrics;
    this.group = group;
    this.clientId = clientId;
    this.timeout = timeout;
    this.feedbacks = new Feedbacks(context.clock());
    this.pipeline = new AlertPipeline(config, receivers, silences, context.clock());
  }

  /**
   * Fences the predecessor, then takes up its work where that was committed.
   *
   * @param breath is run now and then: what is long must not count as stuck
   * @throws org.apache.kafka.common.KafkaException if the cluster does not answer; nothing stays open then
   */
  Turn begin(Runnable breath) {
    var told = new Recollection(context, clientId);
    var open = new OpenParts().with(told);
    try {
      open.with(Hearing.begin(context, clientId, timeout, silences, feedbacks, watchfulness, told.threads()));
      var precedents = new Precedents(config.templates());
      read(precedents, breath);
      var schedule = new Schedule(
          config.routing(), config.zone(), config.templates(), config.shifts(), receivers.keySet(), silences, feedbacks,
          watchfulness, context.clock().instant());
      Ledger ledger = Ledger.open(
          context, clientId, group, timeout, metrics,
          delivery -> {
            schedule.read(delivery);
            told.threads().note(delivery);
          },
          breath);
      told.note(outcomes);
      lease.renew();
      var briefing = new NewsroomBriefing(
          config.routing(), config.zone(), config.templates(),
          alert -> new Surroundings(precedents.before(alert), watchfulness.blind(), watchfulness.feeds()),
          schedule, silences, told.threads(), receivers, context.clock());
      Map<String, DeliveryQueue> queues = queues(breakers(ledger.deaths()), briefing, told.noting(outcomes));
      var deaths = new Deaths(pipeline, ledger, schedule, config.fallbacks(), queues, attempts);
      var intake = new Intake(context.topics().alerts(), pipeline, ledger, deaths, precedents, metrics);
      var turn = new Turn(intake, ledger, schedule, outcomes, queues, deaths, receivers.values(), open);
      open = new OpenParts(); // the turn's own from here on
      resume(turn, told, breath);
      return turn;
    } finally {
      open.close();
    }
  }

  private void resume(Turn turn, Recollection told, Runnable breath) {
    Set<String> configured = config.receivers().stream().map(ReceiverConfig::name).collect(Collectors.toSet());
    var legacy = new Legacy(context.kafka(), context.topics().alerts(), configured, clientId, timeout, breath);
    try {
      turn.resume(legacy, context.clock().instant());
      turn.listen(told.readers(lease));
    } catch (RuntimeException e) {
      turn.close();
      throw e;
    }
  }

  private void read(Precedents precedents, Runnable breath) {
    try (var alerts = new TopicReader<>(context.kafka(), clientId + "-precedents", context.topics().alerts(), timeout)) {
      alerts.readValuesToEnd(alert -> {
        breath.run();
        precedents.note(alert);
      });
    }
  }

  /** Closed, but for those whose death stands in the ledger: they are tried before they are believed. */
  private Map<String, Breaker> breakers(Map<String, Death> deaths) {
    Map<String, Breaker> breakers = new HashMap<>();
    for (String name : receivers.keySet()) {
      var breaker = new Breaker(
          attempts.receiver(), attempts.probes(), config.fallbacks().deadAfter(), attempts.random());
      Death death = deaths.get(name);
      breakers.put(name, death == null ? breaker : breaker.dead(death.foundAt(), death.problem()));
    }
    return breakers;
  }

  private Map<String, DeliveryQueue> queues(
      Map<String, Breaker> breakers, Briefing briefing, Consumer<Waiting> told) {
    Map<String, DeliveryQueue> queues = new TreeMap<>();
    receivers.forEach((name, receiver) -> {
      Breaker breaker = requireNonNull(breakers.get(name));
      var queue =
          new DeliveryQueue(
              receiver, attempts.at(receiver), breaker, limits, lease, briefing, told, metrics, context.onBug());
      queues.put(name, queue.start());
    });
    return queues;
  }
}
