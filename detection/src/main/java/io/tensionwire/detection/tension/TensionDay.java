package io.tensionwire.detection.tension;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * A day of a watch.
 *
 * @param coverage articles that name the pair and whose event is on this day
 * @param historyDays days since the watch was first heard of, this one among them; 0 for a day before, at most {@link
 *     Tension#HISTORY}
 */
public record TensionDay(String watchId, LocalDate day, int coverage, int historyDays) {

  public TensionDay {
    requireNonNull(watchId, "watchId of a day is missing");
    requireNonNull(day, () -> "day is missing: " + watchId);
  }

  String key() {
    return watchId + "/" + day;
  }

  TensionDay covered() {
    return new TensionDay(watchId, day, coverage + 1, historyDays);
  }
}
