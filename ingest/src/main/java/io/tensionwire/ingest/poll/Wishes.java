package io.tensionwire.ingest.poll;

import io.tensionwire.ingest.feed.FeedHints;
import io.tensionwire.ingest.fetch.AnswerHead;
import io.tensionwire.model.FeedWishes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What feeds and hosts say about how often to ask. Most of it is what their software says by default: a wire's feed that
 * bears {@code ttl 60} and publishes every two minutes must not cost a newsroom an hour. So a wish is believed as far
 * as the feed lives by it.
 */
final class Wishes {

  /** A feed that publishes more often than it says, or is not known yet: all that its wish may cost. */
  static final Duration AGAINST_ITS_HABIT = Duration.ofMinutes(3);
  /** A feed that publishes as seldom as it says. */
  static final Duration WITH_ITS_HABIT = Duration.ofMinutes(30);

  private Wishes() {}

  /** What was said by a feed that was read. */
  static FeedWishes of(FeedHints hints, AnswerHead head) {
    Duration longest = Stream.of(hints.ttl(), hints.updateInterval(), head.freshFor())
        .filter(Objects::nonNull).filter(Duration::isPositive).max(Duration::compareTo).orElse(null);
    return new FeedWishes(longest, List.copyOf(hints.skipHours()), List.copyOf(hints.skipDays()));
  }

  /** How long not to ask, from now on. */
  static Duration floor(@Nullable FeedWishes wishes, @Nullable Duration norm, Instant now) {
    if (wishes == null) {
      return Duration.ZERO;
    }
    Duration interval = wishes.interval() == null ? Duration.ZERO : believed(wishes.interval(), norm);
    Duration skip = believed(skip(wishes, now), norm);
    return interval.compareTo(skip) > 0 ? interval : skip;
  }

  private static Duration believed(Duration wish, @Nullable Duration norm) {
    Duration most = norm == null || norm.compareTo(wish) < 0 ? AGAINST_ITS_HABIT : WITH_ITS_HABIT;
    return wish.compareTo(most) > 0 ? most : wish;
  }

  /** How long the feed says that it will be silent from now on. */
  private static Duration skip(FeedWishes wishes, Instant now) {
    if (wishes.skipHours().isEmpty() && wishes.skipDays().isEmpty()) {
      return Duration.ZERO;
    }
    LocalDateTime start = LocalDateTime.ofInstant(now, ZoneOffset.UTC);
    LocalDateTime at = start;
    while (skipped(wishes, at) && at.isBefore(start.plusDays(7))) {
      at = at.plusHours(1).withMinute(0).withSecond(0).withNano(0);
    }
    return Duration.between(start, at);
  }

  private static boolean skipped(FeedWishes wishes, LocalDateTime at) {
    return wishes.skipHours().contains(at.getHour()) || wishes.skipDays().contains(at.getDayOfWeek());
  }
}
