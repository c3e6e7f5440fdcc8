package io.tensionwire.model;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How often a feed publishes, as far as it was watched: counts of entries in which each counts the less the older it
 * is, so that a few numbers say what days of entries said. Part of its {@link FeedState}.
 *
 * @param since from when on its entries are known
 * @param upTo until when they are counted: the counts are as of this moment
 * @param recent entries of the last hours
 * @param hours entries of the last days, by the hour of UTC in which they were published: 24 counts
 * @param longestGap the longest silence between two entries that is usual, absent until there were two
 */
public record FeedRhythm(
    Instant since, Instant upTo, double recent, List<Double> hours, @Nullable Duration longestGap) {

  public FeedRhythm {
    requireNonNull(since, "since of a feed's rhythm is missing");
    requireNonNull(upTo, "upTo of a feed's rhythm is missing");
    hours = List.copyOf(hours);
    if (hours.size() != 24) {
      throw new IllegalArgumentException("a day of " + hours.size() + " hours");
    }
  }
}
