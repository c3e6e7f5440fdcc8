package io.tensionwire.detection.tension;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Where the escalation of a window stands among those of the days before. */
final class Percentile {

  private Percentile() {}

  /**
   * The mid-rank percentile: the share of windows with less, and half of those with as much, itself among them.
   *
   * @param history days that can be looked back on; only windows that lie wholly within them are ranked among
   * @return 0 to 100, to one decimal; absent without enough history
   */
  static @Nullable Double of(WatchDays watch, String direction, Span span, LocalDate lastDay, int history) {
    if (history < Tension.LEAST_HISTORY) {
      return null;
    }
    long value = watch.sum(direction, span, lastDay).escalation();
    int windows = history - span.days() + 1;
    int less = 0;
    int equal = 0;
    for (int back = 0; back < windows; back++) {
      long other = watch.sum(direction, span, lastDay.minusDays(back)).escalation();
      if (other < value) {
        less++;
      } else if (other == value) {
        equal++;
      }
    }
    return Math.round(1000.0 * (less + equal / 2.0) / windows) / 10.0;
  }
}
