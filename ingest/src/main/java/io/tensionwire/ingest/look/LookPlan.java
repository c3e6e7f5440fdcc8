package io.tensionwire.ingest.look;

import io.tensionwire.model.Seen;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** When an article is looked at again. */
final class LookPlan {

  private static final List<Duration> AFTER = List.of(Duration.ofMinutes(15), Duration.ofHours(2), Duration.ofDays(1));

  /** For so long after its last detection an article may be due: a day, and the time in which nobody could look. */
  static final Duration KEPT = Duration.ofHours(26);

  /** A page may be gone for a moment. */
  static final Duration CONFIRM = Duration.ofMinutes(5);

  private LookPlan() {}

  /** How many looks at it are done when it is looked at now: those that were missed are not made up for one by one. */
  static int done(Seen seen, Instant now) {
    int done = seen.looks();
    while (done < AFTER.size() && !seen.firstSeenAt().plus(AFTER.get(done)).isAfter(now)) {
      done++;
    }
    return done;
  }

  /** Whether it is time to look at an article. */
  static boolean isDue(Seen seen, boolean detected, Instant now) {
    Instant page = seen.pageDueAt();
    boolean asked = page != null && !page.isAfter(now);
    return !seen.address().isEmpty() && (asked || detected && done(seen, now) > seen.looks());
  }
}
