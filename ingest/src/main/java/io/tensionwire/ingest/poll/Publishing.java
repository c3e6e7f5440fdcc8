package io.tensionwire.ingest.poll;

import io.tensionwire.model.FeedRhythm;
import io.tensionwire.model.FeedState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a feed's publishing after a poll.
 *
 * @param newestAt the latest moment at which it published
 * @param norm the usual time between two entries, absent until there were some
 */
record Publishing(@Nullable FeedRhythm rhythm, @Nullable Instant newestAt, @Nullable Duration norm) {

  /** The part that a new gap has in the norm. */
  private static final double LEARNT_AT_ONCE = 0.05;
  private static final int ENOUGH = 3;
  /** In so many days half of a long gap is forgotten. */
  private static final double GAP_HALF_LIFE = Duration.ofDays(14).toMillis();

  private static final int NORMS = 3;
  private static final Duration FIRST_WEEK = Duration.ofDays(8);
  private static final Duration WEEKEND = Duration.ofDays(3);

  static Publishing of(FeedState state) {
    return new Publishing(state.rhythm(), state.newestAt(), state.norm());
  }

  /** @param news the dates of entries that were not known; those without a date are of now */
  Publishing after(List<Instant> news, Instant now) {
    return rhythm == null ? first(news, now) : later(rhythm, news, now);
  }

  private static Publishing first(List<Instant> news, Instant now) {
    // Undated entries that were all there already say nothing about when they came.
    List<Instant> dates = Rhythm.telling(news.stream().filter(date -> date.isBefore(now)).toList());
    Duration norm = dates.size() < ENOUGH
        ? null : Duration.between(dates.getFirst(), dates.getLast()).dividedBy(dates.size() - 1);
    return new Publishing(Rhythm.first(dates, now), dates.isEmpty() ? null : dates.getLast(), norm);
  }

  private Publishing later(FeedRhythm known, List<Instant> news, Instant now) {
    if (news.isEmpty()) {
      return this;
    }
    Instant newest = newestAt;
    Duration usual = norm;
    Duration longest = known.longestGap();
    List<Instant> sorted = new ArrayList<>(news);
    sorted.sort(null);
    for (Instant date : sorted) {
      if (newest != null && date.isAfter(newest)) {
        Duration silence = Duration.between(newest, date);
        Duration gap = believed(silence, usual, longest, Duration.between(known.since(), date));
        usual = usual == null ? gap : usual.plusMillis((long) (LEARNT_AT_ONCE * gap.minus(usual).toMillis()));
        longest = longest == null ? gap : longer(forgotten(longest, silence), gap);
      }
      newest = newest == null || date.isAfter(newest) ? date : newest;
    }
    return new Publishing(Rhythm.counted(known, sorted, now, Optional.ofNullable(longest)), newest, usual);
  }

  /**
   * A silence after which a feed came back is no habit yet: that much of it is. In the first week nights and a weekend
   * are to be learnt.
   */
  private static Duration believed(
      Duration gap, @Nullable Duration usual, @Nullable Duration longest, Duration watched) {
    if (usual == null || longest == null) {
      return gap;
    }
    Duration most = longer(usual.multipliedBy(NORMS), longest.multipliedBy(2));
    most = watched.compareTo(FIRST_WEEK) < 0 ? longer(most, WEEKEND) : most;
    return gap.compareTo(most) > 0 ? most : gap;
  }

  private static Duration forgotten(Duration longest, Duration after) {
    return Duration.ofMillis((long) (longest.toMillis() * Math.pow(0.5, after.toMillis() / GAP_HALF_LIFE)));
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) > 0 ? a : b;
  }

  /**
   * Whether the feed is silent for three times its norm: by hours in which it publishes, longer than it is silent on
   * nights and weekends, and not before a whole day of it was seen.
   */
  boolean isSilent(Instant now) {
    if (rhythm == null || newestAt == null || norm == null || Duration.between(rhythm.since(), now).toHours() < 24) {
      return false;
    }
    Duration silence = Duration.between(newestAt, now);
    Duration habit = rhythm.longestGap() == null ? Duration.ZERO : rhythm.longestGap().multipliedBy(5).dividedBy(4);
    return silence.toHours() >= 1
        && silence.compareTo(habit) > 0
        && silence.compareTo(norm.multipliedBy(NORMS)) > 0
        && Rhythm.weighed(rhythm, newestAt, now).compareTo(norm.multipliedBy(NORMS)) > 0;
  }
}
