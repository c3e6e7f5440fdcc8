package io.tensionwire.alerts.delivery;

import io.tensionwire.alerts.receiver.Lane;
import io.tensionwire.alerts.receiver.Receiver;
import io.tensionwire.model.Alert;
import java.util.HashMap;
import java.util.Map;

/** The limits of one receiver, each with what is left of it. */
final class Lanes {

  private final Receiver receiver;
  private final Map<String, TokenBucket> buckets = new HashMap<>();

  Lanes(Receiver receiver) {
    this.receiver = receiver;
  }

  /** Of the lane that an alert takes. */
  TokenBucket of(Alert alert, long now) {
    Lane lane = receiver.lane(alert);
    return buckets.computeIfAbsent(lane.name(), name -> new TokenBucket(lane.rate(), now));
  }
}
