package io.tensionwire.alerts;

import io.tensionwire.alerts.delivery.Attempts;
import io.tensionwire.alerts.delivery.Breaker;
import io.tensionwire.alerts.delivery.Death;
import io.tensionwire.alerts.delivery.DeliveryQueue;
import io.tensionwire.alerts.delivery.Fallbacks;
import io.tensionwire.alerts.delivery.Ledger;
import io.tensionwire.alerts.delivery.Obituary;
import io.tensionwire.alerts.delivery.Waiting;
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
  private final Fallbacks fallbacks;
  private final Map<String, DeliveryQueue> queues;
  private final Attempts attempts;
  private final Map<String, Seen> passedOn = new HashMap<>();

  /** How much a queue had ever got when its alerts were last passed on, and to whom. */
  private record Seen(String deputy, long added) {}

  Deaths(
      AlertPipeline pipeline, Ledger ledger, Fallbacks fallbacks, Map<String, DeliveryQueue> queues,
      Attempts attempts) {
    this.pipeline = pipeline;
    this.ledger = ledger;
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
    List<Waiting> withdrawn = queue.withdraw();
    List<Waiting> kept = new ArrayList<>();
    List<Waiting> told = new ArrayList<>();
    List<Ledger.Entry> entries = new ArrayList<>();
    for (Waiting waiting : withdrawn) {
      if (!ledger.knows(waiting.alert(), deputy)) {
        Delivery there = pipeline.decideAt(waiting.alert(), waiting.delivery().alertOffset(), deputy);
        if (there.state() == DeliveryState.PENDING) {
          told.add(new Waiting(waiting.alert(), there, waiting.traceparent()));
        } else {
          kept.add(waiting); // It would not be told there either.
          continue;
        }
      } else if (ledger.passedOn(waiting.alert(), deputy)) {
        kept.add(waiting); // It came from there: it goes round no circle.
        continue;
      }
      if (waiting == withdrawn.getLast()) {
        kept.add(waiting);
      } else {
        entries.add(waiting.with(attempts.toldThrough(deputy, waiting.delivery())).entry());
      }
    }
    told.forEach(waiting -> entries.add(waiting.entry()));
    if (!entries.isEmpty()) {
      ledger.record(entries);
    }
    told.forEach(other::add);
    kept.forEach(waiting -> queue.putBack(waiting));
  }
}
