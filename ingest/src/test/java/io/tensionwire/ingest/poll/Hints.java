package io.tensionwire.ingest.poll;

import io.tensionwire.ingest.feed.FeedHints;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Hints of feeds, for tests. */
final class Hints {

  private Hints() {}

  static FeedHints ttl(Duration ttl) {
    return new FeedHints(ttl, Set.of(), Set.of(), null, null, List.of(), null, null, false, false, false, "");
  }

  static FeedHints skip(Set<Integer> hours, Set<DayOfWeek> days) {
    return new FeedHints(null, hours, days, null, null, List.of(), null, null, false, false, false, "");
  }
}
