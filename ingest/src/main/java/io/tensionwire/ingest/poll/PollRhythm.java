package io.tensionwire.ingest.poll;

import io.tensionwire.ingest.config.PollBounds;
import io.tensionwire.model.Feed;
import io.tensionwire.model.FeedHealth;
import io.tensionwire.model.FeedState;
import io.tensionwire.service.Backoff;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** How long to wait between two polls: as configured, or learnt from how often the feed publishes. */
record PollRhythm(PollBounds bounds) {

  /** Polls for each entry: so that it is found in an eighth of the time that passes between two of them. */
  private static final double PART_OF_AN_ENTRY = 0.25;
  /** Entries come in clusters by chance: the pace of the last hours counts from twice the usual one on. */
  private static final double BURST = 0.5;
  /** Of a feed that nothing is known of. */
  private static final Duration UNKNOWN = Duration.ofMinutes(5);

  /** Jitter only ever shortens: the interval is a promise. What it takes away was put in before, above the floor. */
  private static final double SHORTEST = 0.8;
  private static final double SHORTEST_CONFIGURED = 0.9;

  private static final Duration FIRST_RETRY = Duration.ofMinutes(2);
  private static final Duration LONGEST_RETRY = Duration.ofHours(1);
  /** A 429 without a word about when: not in the next minutes. */
  private static final Duration THROTTLED = Duration.ofMinutes(5);
  private static final Duration GONE = Duration.ofHours(6);
  private static final Duration OFFLINE = Duration.ofMinutes(1);
  private static final Duration LONGEST_EXTRA = Duration.ofMinutes(1);

  /** At most so long between two polls that bring an answer, seen from now. */
  Duration interval(Feed feed, FeedState state, Instant now) {
    if (feed.interval() != null) {
      return feed.interval();
    }
    Duration learnt = state.rhythm() == null
        ? UNKNOWN : Rhythm.until(state.rhythm(), now, PART_OF_AN_ENTRY, bounds.most());
    return shorter(longer(learnt, times(1 / SHORTEST, floor(state, now))), bounds.most());
  }

  private Duration floor(FeedState state, Instant now) {
    return longer(bounds.least(), Wishes.floor(state.wishes(), state.norm(), now));
  }

  /**
   * The pause after a poll that was answered.
   *
   * @param state with the learnt interval
   * @param news whether something came since the poll before: more may follow soon
   */
  Duration pause(Feed feed, FeedState state, boolean news, Instant now, RandomGenerator random) {
    Duration interval = interval(feed, state, now);
    if (feed.interval() != null) {
      return jittered(interval, SHORTEST_CONFIGURED, random);
    }
    Duration wanted = news ? interval.dividedBy(2) : interval;
    double recent = state.rhythm() == null ? 0 : Rhythm.recent(state.rhythm(), now) * BURST;
    if (recent > 0) {
      double millis = Math.min(PART_OF_AN_ENTRY / recent * 3_600_000, bounds.most().toMillis());
      wanted = shorter(wanted, Duration.ofMillis((long) millis));
    }
    return shorter(interval, longer(floor(state, now), jittered(wanted, SHORTEST, random)));
  }

  /** The pause after polls that brought an error: longer and longer, never for good, never sooner than asked for. */
  Duration afterFailure(
      Feed feed, FeedState state, FeedHealth health, int failures, @Nullable Duration retryAfter, Instant now,
      RandomGenerator random) {
    Duration interval = interval(feed, state, now);
    if (health == FeedHealth.OFFLINE) {
      return jittered(shorter(interval, OFFLINE), 0.5, random);
    }
    Duration first = shorter(interval, FIRST_RETRY);
    Duration most = longer(interval, health == FeedHealth.GONE ? GONE : LONGEST_RETRY);
    Duration pause = longer(first, new Backoff(first, most).after(failures + 1, random));
    if (retryAfter != null) {
      Duration extra = shorter(retryAfter.dividedBy(10), LONGEST_EXTRA);
      return longer(pause, retryAfter.plus(Duration.ofMillis(random.nextLong(extra.toMillis() + 1))));
    }
    return health == FeedHealth.THROTTLED && feed.interval() == null ? longer(pause, jittered(THROTTLED.multipliedBy(2), 0.5, random)) : pause;
  }

  private static Duration jittered(Duration longest, double shortest, RandomGenerator random) {
    return times(shortest + (1 - shortest) * random.nextDouble(), longest);
  }

  private static Duration times(double factor, Duration duration) {
    return Duration.ofMillis((long) (factor * duration.toMillis()));
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) > 0 ? a : b;
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }
}
