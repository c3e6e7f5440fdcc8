package io.tensionwire.alerts.delivery;

import io.tensionwire.alerts.receiver.Lane;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** What is left of the limits that several receivers share: an app's edits count together, whatever channel they are in. */
public final class Limits {

  private final ConcurrentMap<String, TokenBucket> buckets = new ConcurrentHashMap<>();

  TokenBucket of(Lane lane, long now) {
    return buckets.computeIfAbsent(lane.account() + "/" + lane.name(), key -> new TokenBucket(lane.rate(), now));
  }
}
