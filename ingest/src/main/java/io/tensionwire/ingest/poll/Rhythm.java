package io.tensionwire.ingest.poll;

import io.tensionwire.model.FeedRhythm;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * How often a feed publishes, and so when its next entry is to be expected. The rate is an exponentially weighted mean
 * over days, spread over the hours of the day as the entries were; a short one beside it notices bursts.
 */
final class Rhythm {

  /** Time constants of the two means: what is older than that counts for less than a third. */
  private static final double DAYS = 5 * 24;
  private static final double HOURS = 2;

  /** What is believed of a feed that nothing is known of: half an entry, as of one that brings three in an hour. */
  private static final double PRIOR_COUNT = 0.5;
  private static final double PRIOR_RATE = 3;

  /** Entries that each hour of the day is believed to have had, so that two entries make no profile. */
  private static final double PRIOR_OF_AN_HOUR = 2;
  /** News may break at night: no hour is believed to have less than this part of the mean. */
  private static final double LEAST_OF_AN_HOUR = 0.25;
  /** Entries that were left behind at the end of a feed, pinned ones for instance, say nothing about its rhythm. */
  private static final double NEWEST = 0.75;
  private static final int FEW = 8;

  private Rhythm() {}

  /** The entries of a first poll that tell a rhythm, oldest first. */
  static List<Instant> telling(List<Instant> dates) {
    List<Instant> sorted = dates.stream().sorted().toList();
    int kept = sorted.size() < FEW ? sorted.size() : (int) Math.ceil(sorted.size() * NEWEST);
    return sorted.subList(sorted.size() - kept, sorted.size());
  }

  /** @param dates of {@link #telling} entries */
  static FeedRhythm first(List<Instant> dates, Instant now) {
    // Watched from its oldest entry on, which is therefore no count of what came since.
    Instant since = dates.isEmpty() ? now : dates.getFirst();
    FeedRhythm none = new FeedRhythm(since, now, 0, DoubleStream.generate(() -> 0).limit(24).boxed().toList(), null);
    return dates.size() < 2 ? none : counted(none, dates.subList(1, dates.size()), now, longest(dates));
  }

  /** The rhythm after these entries. */
  static FeedRhythm counted(FeedRhythm before, List<Instant> dates, Instant now, Optional<Duration> longestGap) {
    double kept = decay(before.upTo(), now, DAYS);
    List<Double> hours = new ArrayList<>();
    before.hours().forEach(count -> hours.add(count * kept));
    double recent = before.recent() * decay(before.upTo(), now, HOURS);
    for (Instant date : dates) {
      int hour = hour(date);
      hours.set(hour, hours.get(hour) + decay(date, now, DAYS));
      recent += decay(date, now, HOURS);
    }
    return new FeedRhythm(
        before.since(), now, rounded(recent), hours.stream().map(Rhythm::rounded).toList(), longestGap.orElse(null));
  }

  /** Entries in an hour, over days. */
  static double mean(FeedRhythm rhythm, Instant now) {
    double count = total(rhythm) * decay(rhythm.upTo(), now, DAYS);
    double watched = DAYS * (1 - Math.exp(-hours(rhythm.since(), now) / DAYS));
    return (count + PRIOR_COUNT) / (watched + PRIOR_COUNT / PRIOR_RATE);
  }

  /** Entries in an hour, of late. */
  static double recent(FeedRhythm rhythm, Instant now) {
    return rhythm.recent() * decay(rhythm.upTo(), now, HOURS) / HOURS;
  }

  /** When, from then on, so much of an entry is to be expected; at most that much later. */
  static Duration until(FeedRhythm rhythm, Instant from, double part, Duration most) {
    double mean = mean(rhythm, from);
    double left = part;
    Instant at = from;
    Instant end = from.plus(most);
    while (at.isBefore(end)) {
      Instant next = nextHour(at);
      double rate = mean * weight(rhythm, at);
      double brings = rate * hours(at, next);
      if (brings >= left) {
        Duration pause = Duration.between(from, at.plusMillis((long) (left / rate * 3_600_000)));
        return pause.compareTo(most) > 0 ? most : pause;
      }
      left -= brings;
      at = next;
    }
    return most;
  }

  /** How long that silence is, hours in which little is published counting for little. */
  static Duration weighed(FeedRhythm rhythm, Instant from, Instant to) {
    // Beyond a month the hours of the day make no difference any more.
    Instant start = from.isBefore(to.minus(Duration.ofDays(30))) ? to.minus(Duration.ofDays(30)) : from;
    double sum = hours(from, start);
    for (Instant at = start; at.isBefore(to); ) {
      Instant next = nextHour(at).isAfter(to) ? to : nextHour(at);
      sum += hours(at, next) * weight(rhythm, at);
      at = next;
    }
    return Duration.ofMillis((long) (sum * 3_600_000));
  }

  /** What an hour of the day has of the mean; 1 on average. */
  private static double weight(FeedRhythm rhythm, Instant at) {
    int hour = hour(at);
    List<Double> counts = rhythm.hours();
    double smooth = (counts.get((hour + 23) % 24) + 2 * counts.get(hour) + counts.get((hour + 1) % 24)) / 4;
    double part = (smooth + PRIOR_OF_AN_HOUR) / (total(rhythm) / 24 + PRIOR_OF_AN_HOUR);
    return LEAST_OF_AN_HOUR + (1 - LEAST_OF_AN_HOUR) * part;
  }

  private static double total(FeedRhythm rhythm) {
    return rhythm.hours().stream().mapToDouble(Double::doubleValue).sum();
  }

  private static Optional<Duration> longest(List<Instant> sorted) {
    Duration longest = Duration.ZERO;
    for (int i = 1; i < sorted.size(); i++) {
      Duration gap = Duration.between(sorted.get(i - 1), sorted.get(i));
      longest = gap.compareTo(longest) > 0 ? gap : longest;
    }
    return Optional.of(longest);
  }

  private static double decay(Instant from, Instant to, double timeConstant) {
    return Math.exp(-Math.max(0, hours(from, to)) / timeConstant);
  }

  private static double hours(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / 3_600_000.0;
  }

  private static int hour(Instant at) {
    return at.atOffset(ZoneOffset.UTC).getHour();
  }

  private static Instant nextHour(Instant at) {
    return Instant.ofEpochSecond((at.getEpochSecond() / 3600 + 1) * 3600);
  }

  /** Four places are enough, and few bytes. */
  private static double rounded(double value) {
    return Math.round(value * 10_000) / 10_000.0;
  }
}
