package io.tensionwire.alerts.delivery;

import io.tensionwire.alerts.receiver.Lane;
import io.tensionwire.alerts.receiver.Receiver;
import io.tensionwire.model.Alert;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The limits of one receiver, each with what is left of it. Times are of {@link System#nanoTime}. */
final class Lanes {

  private final Receiver receiver;
  private final Limits shared;
  private final Map<String, TokenBucket> buckets = new HashMap<>();

  Lanes(Receiver receiver, Limits shared) {
    this.receiver = receiver;
    this.shared = shared;
  }

  /** When each lane that an alert takes has room. */
  long freeAt(Alert alert, long now) {
    long free = now;
    for (Lane lane : receiver.lanes(alert)) {
      long at = bucket(lane, now).freeAt();
      free = at - free > 0 ? at : free;
    }
    return free;
  }

  void take(Alert alert, long now) {
    receiver.lanes(alert).forEach(lane -> bucket(lane, now).take(now));
  }

  /** @param full the lane whose limit was met; {@code null}, or one that the alert does not take: it may be any */
  void restUntil(long moment, Alert alert, @Nullable String full, long now) {
    List<Lane> lanes = receiver.lanes(alert);
    List<Lane> met = lanes.stream().filter(lane -> lane.name().equals(full)).toList();
    (met.isEmpty() ? lanes : met).forEach(lane -> bucket(lane, now).restUntil(moment));
  }

  private TokenBucket bucket(Lane lane, long now) {
    return lane.account() != null
        ? shared.of(lane, now) : buckets.computeIfAbsent(lane.name(), name -> new TokenBucket(lane.rate(), now));
  }
}
