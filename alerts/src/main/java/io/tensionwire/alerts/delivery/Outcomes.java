package io.tensionwire.alerts.delivery;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of calls and is not in the ledger yet, the latest of each delivery. It outlives a {@link Turn}: what was
 * told while Kafka was away must not be told again when it is back.
 */
public final class Outcomes {

  private final Map<String, Waiting> unrecorded = new LinkedHashMap<>();

  public synchronized void add(Waiting outcome) {
    unrecorded.put(key(outcome), outcome);
  }

  public synchronized List<Waiting> unrecorded() {
    return List.copyOf(unrecorded.values());
  }

  /** Forgets them, but for those that have got a later outcome since. */
  public synchronized void recorded(Collection<Waiting> outcomes) {
    new ArrayList<>(outcomes).forEach(outcome -> unrecorded.remove(key(outcome), outcome));
  }

  private static String key(Waiting outcome) {
    return outcome.delivery().alertId() + "/" + outcome.delivery().receiver();
  }
}
