package io.tensionwire.ingest.poll;

import io.tensionwire.model.Feed;
import io.tensionwire.service.Backoff;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** How long to wait between two polls: as configured, or learnt from whether polls bring something. */
final class PollRhythm {

  static final Duration LEAST = Duration.ofSeconds(60);
  static final Duration MOST = Duration.ofHours(1);

  private PollRhythm() {}

  /** The interval to go on with: shorter after news, longer after none. */
  static Duration learnt(@Nullable Duration before, boolean news) {
    if (before == null) {
      return LEAST;
    }
    Duration next = news ? before.dividedBy(2) : before.multipliedBy(5).dividedBy(4);
    return next.compareTo(LEAST) < 0 ? LEAST : next.compareTo(MOST) > 0 ? MOST : next;
  }

  /** The interval of a feed: never learnt away where it is configured. */
  static Duration interval(Feed feed, @Nullable Duration learnt) {
    Duration configured = feed.interval();
    return configured != null ? configured : learnt != null ? learnt : LEAST;
  }

  /** Up to a tenth longer, so that feeds that started together do not stay together. */
  static Duration jittered(Duration interval, RandomGenerator random) {
    return interval.plusMillis(random.nextLong(interval.toMillis() / 10 + 1));
  }

  /** After polls that brought an error: longer and longer, never for good, never sooner than usual or than asked for. */
  static Duration afterFailure(
      Duration interval, int failures, @Nullable Duration retryAfter, RandomGenerator random) {
    Duration most = interval.compareTo(MOST) > 0 ? interval : MOST;
    Duration pause = new Backoff(interval, most).after(failures + 1, random);
    Duration least = retryAfter != null && retryAfter.compareTo(interval) > 0 ? jittered(retryAfter, random) : interval;
    return pause.compareTo(least) < 0 ? least : pause;
  }
}
