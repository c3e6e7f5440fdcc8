package io.tensionwire.alerts.digest;

import io.tensionwire.alerts.delivery.Waiting;
import io.tensionwire.alerts.receiver.Reason;
import io.tensionwire.model.Delivery;
import io.tensionwire.model.DeliveryState;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The deliveries that wait for a digest, of all receivers. */
final class Held {

  private final Map<String, Waiting> byKey = new TreeMap<>();

  /** Whether a delivery waits for its receiver's digest. */
  static boolean isHeld(Delivery delivery) {
    String reason = delivery.reason();
    return delivery.state() == DeliveryState.PENDING && delivery.nextAttemptAt() != null
        && (Reason.AWAITS_DIGEST.isIn(reason) || Reason.MUTED.isIn(reason));
  }

  /** Takes in what waits, forgets what does not any more. */
  void note(Waiting waiting) {
    if (isHeld(waiting.delivery())) {
      byKey.put(key(waiting.delivery()), waiting);
    } else {
      byKey.remove(key(waiting.delivery()));
    }
  }

  Collection<Waiting> all() {
    return byKey.values();
  }

  /** What a digest of this receiver tells: all that waits until this moment at most, in the order of the alerts. */
  List<Waiting> until(String receiver, Instant moment, long lastOffset) {
    return byKey.values().stream()
        .filter(waiting -> waiting.delivery().receiver().equals(receiver)
            && !until(waiting).isAfter(moment) && waiting.delivery().alertOffset() <= lastOffset)
        .sorted((a, b) -> Long.compare(a.delivery().alertOffset(), b.delivery().alertOffset()))
        .toList();
  }

  static Instant until(Waiting waiting) {
    @Nullable Instant until = waiting.delivery().nextAttemptAt();
    return until == null ? Instant.MIN : until;
  }

  static String key(Delivery delivery) {
    return delivery.alertId() + "/" + delivery.receiver();
  }
}
