package io.tensionwire.alerts.delivery;

import io.tensionwire.model.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;

/**
 * Keys that were seen, for as long as they can come again: 16 bytes of each, in sets by the days in which they were
 * settled, so that what is too old goes in one piece. 128 bits of SHA-256: two keys that look the same are not to be
 * expected in the age of the universe.
 */
final class Settled {

  private static final Duration DRAWER = Duration.ofDays(10);

  private final Duration kept;
  private final TreeMap<Long, Fingerprints> drawers = new TreeMap<>();
  private Instant newest = Instant.EPOCH;

  /** @param kept at least this long */
  Settled(Duration kept) {
    this.kept = kept;
  }

  void add(String key, Instant at) {
    newest = at.isAfter(newest) ? at : newest;
    if (at.isBefore(newest.minus(kept))) {
      return;
    }
    long[] fingerprint = fingerprint(key);
    if (!contains(fingerprint)) {
      drawers.computeIfAbsent(drawer(at), day -> new Fingerprints()).add(fingerprint[0], fingerprint[1]);
    }
    long oldest = drawer(newest.minus(kept));
    for (Iterator<Map.Entry<Long, Fingerprints>> all = drawers.entrySet().iterator(); all.hasNext(); ) {
      if (all.next().getKey() >= oldest) {
        break;
      }
      all.remove();
    }
  }

  boolean contains(String key) {
    return contains(fingerprint(key));
  }

  int size() {
    return drawers.values().stream().mapToInt(Fingerprints::size).sum();
  }

  private boolean contains(long[] fingerprint) {
    for (Fingerprints drawer : drawers.values()) {
      if (drawer.contains(fingerprint[0], fingerprint[1])) {
        return true;
      }
    }
    return false;
  }

  private static long drawer(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), DRAWER.toSeconds());
  }

  private static long[] fingerprint(String key) {
    return Id.bits(key);
  }
}
