package io.tensionwire.alerts;

import io.tensionwire.alerts.delivery.Attempts;
import io.tensionwire.alerts.delivery.Breaker;
import io.tensionwire.alerts.delivery.Death;
import io.tensionwire.alerts.delivery.DeliveryQueue;
import io.tensionwire.alerts.delivery.Fallbacks;
import io.tensionwire.alerts.delivery.Ledger;
import io.tensionwire.alerts.delivery.Obituary;
import io.tensionwire.alerts.delivery.Waiting;
import io.tensionwire.alerts.digest.Detour;
import io.tensionwire.alerts.digest.Schedule;
import io.tensionwire.alerts.receiver.Reason;
import io.tensionwire.model.Alert;
import io.tensionwire.model.Delivery;
import io.tensionwire.model.DeliveryState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after receivers that die: tells so, once, and lets their fallbacks tell what they should have told. One alert
 * stays with a dead receiver, the newest, to try it by; it is told in both places when that succeeds. Used by one
 * thread.
 */
final class Deaths {

  private static final Logger log = LoggerFactory.getLogger(Deaths.class);

  private final AlertPipeline pipeline;
  private final Ledger ledger;
  private final Schedule schedule;
  private final Fallbacks fallbacks;
  private final Map<String, DeliveryQueue> queues;
  private final Attempts attempts;
  private final Map<String, Seen> passedOn = new HashMap<>();

  /** How much a queue had ever got when its alerts were last passed on, and to whom. */
  private record Seen(String deputy, long added) {}

  Deaths(
      AlertPipeline pipeline, Ledger ledger, Schedule schedule, Fallbacks fallbacks,
      Map<String, DeliveryQueue> queues, Attempts attempts) {
    this.pipeline = pipeline;
    this.ledger = ledger;
    this.schedule = schedule;
    this.fallbacks = fallbacks;
    this.queues = queues;
    this.attempts = attempts;
  }

  /** Does what is due. */
  void tend() {
    queues.forEach((receiver, queue) -> {
      queue.giveUp();
      Breaker.Status status = queue.status();
      Death death = ledger.deaths().get(receiver);
      if (status.dead() && death == null) {
        tellDeath(receiver, status);
      } else if (!status.dead() && status.state() == Breaker.State.CLOSED && death != null) {
        tellReturn(receiver, death);
      }
      if (status.dead()) {
        passOn(receiver, queue);
      }
    });
  }

  /** The fallback of the receiver that an alert is about: it should know in whose place it tells. */
  @Nullable String deputyOfSubject(Alert alert) {
    String receiver = Obituary.receiverOf(alert);
    return receiver == null ? null : fallbacks.of(receiver, this::isDead);
  }

  private boolean isDead(String receiver) {
    DeliveryQueue queue = queues.get(receiver);
    return queue == null || queue.status().dead();
  }

  private void tellDeath(String receiver, Breaker.Status status) {
    Instant now = attempts.clock().instant();
    String problem = Objects.requireNonNullElse(status.problem(), "no answer");
    String deputy = fallbacks.of(receiver, this::isDead);
    Alert alert = Obituary.died(receiver, Objects.requireNonNullElse(status.since(), now), problem, deputy, now);
    ledger.record(List.of(ownLine(alert, receiver, Reason.TELLS_OF_ITS_DEATH.with(problem))), List.of(alert));
    log.atWarn().addKeyValue("receiver", receiver).addKeyValue("problem", problem)
        .addKeyValue("toldThrough", deputy == null ? "nobody" : deputy).log("a receiver is dead");
  }

  private void tellReturn(String receiver, Death death) {
    Alert alert = Obituary.returned(receiver, death, attempts.clock().instant());
    ledger.record(List.of(ownLine(alert, receiver, Reason.TELLS_OF_ITS_RETURN.with(null))), List.of(alert));
  }

  /** It stands in the ledger as what its own receiver is not told: so it is known, and so a successor knows. */
  private Ledger.Entry ownLine(Alert alert, String receiver, String reason) {
    return new Ledger.Entry(
        new Delivery(
            alert.id(), receiver, null, alert.watchId(), alert.kind(), DeliveryState.SUPPRESSED, reason, 0, null, null,
            null, -1, alert.raisedAt()),
        null);
  }

  private void passOn(String receiver, DeliveryQueue queue) {
    String deputy = fallbacks.of(receiver, this::isDead);
    DeliveryQueue other = deputy == null ? null : queues.get(deputy);
    long added = queue.added();
    if (deputy == null || other == null) {
      return;
    }
    var seen = new Seen(deputy, added);
    if (seen.equals(passedOn.put(receiver, seen))) {
      return;
    }
    var transfer = new Transfer(queue.withdraw(), deputy);
    transfer.written.addAll(0, transfer.ended);
    if (!transfer.written.isEmpty()) {
      ledger.record(transfer.written.stream().map(Waiting::entry).toList());
    }
    for (Waiting waiting : transfer.written) {
      schedule.recorded(waiting);
      boolean told = waiting.delivery().state() == DeliveryState.PENDING && !Schedule.isHeld(waiting.delivery());
      if (told) {
        other.add(waiting);
      }
    }
    transfer.kept.forEach(queue::putBack);
  }

  /** What waited for a dead receiver, on its way to its deputy. */
  private final class Transfer {

    /** What is to be written down: what the deputy tells, and what ends at the dead one. */
    private final List<Waiting> written = new ArrayList<>();
    private final List<Waiting> ended = new ArrayList<>();
    private final List<Waiting> kept = new ArrayList<>();

    Transfer(List<Waiting> withdrawn, String deputy) {
      for (Waiting waiting : withdrawn) {
        boolean passed = Schedule.isNotice(waiting.delivery()) ? notice(waiting, deputy) : alert(waiting, deputy);
        if (passed && waiting != withdrawn.getLast()) {
          ended.add(waiting.with(attempts.toldThrough(deputy, waiting.delivery())));
        } else {
          kept.add(waiting);
        }
      }
    }

    /** @return whether its own receiver need not tell it any more */
    private boolean notice(Waiting waiting, String deputy) {
      Detour detour = schedule.detour(waiting, deputy, ledger::knows, ledger::passedOn, attempts.clock().instant());
      written.addAll(detour.written());
      return detour.whole();
    }

    private boolean alert(Waiting waiting, String deputy) {
      if (ledger.knows(waiting.alert(), deputy)) {
        return !ledger.passedOn(waiting.alert(), deputy); // Where it came from there: it goes round no circle.
      }
      Delivery there = pipeline.decideAt(waiting.alert(), waiting.delivery().alertOffset(), deputy);
      if (there.state() != DeliveryState.PENDING) {
        return false; // It would not be told there either.
      }
      written.add(new Waiting(waiting.alert(), there, waiting.traceparent()));
      return true;
    }
  }
}
