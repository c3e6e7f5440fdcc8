package io.tensionwire.standalone.backtest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When articles arrived of which only the order and the dates they bear are known: not before the one before, and not
 * before they were published. A date that lies days after those of the articles that followed is not believed: one
 * article that is dated next year must not make all others late.
 */
final class ArrivalTimes {

  /** How many of the articles that followed are asked. */
  static final int AHEAD = 7;

  private static final Duration TOO_FAR = Duration.ofDays(2);

  private Instant last;

  /** @param first for articles without a date before the first that has one */
  ArrivalTimes(Instant first) {
    this.last = first;
  }

  /**
   * The next arrival.
   *
   * @param published its date
   * @param following the dates of the next articles, at most {@link #AHEAD}
   */
  Instant next(@Nullable Instant published, List<@Nullable Instant> following) {
    if (published != null && published.isAfter(last) && isBelieved(published, following)) {
      last = published;
    }
    return last;
  }

  private static boolean isBelieved(Instant published, List<@Nullable Instant> following) {
    List<Instant> dated = new ArrayList<>();
    for (Instant each : following) {
      if (each != null) {
        dated.add(each);
      }
    }
    if (dated.isEmpty()) {
      return true;
    }
    Instant median = dated.stream().sorted().toList().get(dated.size() / 2);
    return !published.isAfter(median.plus(TOO_FAR));
  }
}
