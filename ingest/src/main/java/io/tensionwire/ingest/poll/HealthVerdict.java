package io.tensionwire.ingest.poll;

import io.tensionwire.ingest.feed.ParsedFeed;
import io.tensionwire.model.FeedHealth;
import io.tensionwire.model.FeedState;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a poll's answer, and what was known before, say about a feed's health. */
final class HealthVerdict {

  /** Another charset is news for a day, or nobody would ever see it. */
  private static final Duration ENCODING_IS_NEWS = Duration.ofDays(1);
  private static final Set<FeedHealth> OF_THE_TEXT =
      Set.of(FeedHealth.EMPTY, FeedHealth.UNDATED, FeedHealth.ENCODING_CHANGED);

  private HealthVerdict() {}

  static FeedHealth of(FeedState before, PollAnswer answer, Publishing publishing, Instant now) {
    return switch (answer) {
      case PollAnswer.Failed failed -> failed.health();
      case PollAnswer.Read(var feed, var head, var hash, var moved, var whole) -> read(before, feed, publishing, now);
      case PollAnswer.Unchanged ignored -> unchanged(before, publishing, now);
    };
  }

  private static FeedHealth read(FeedState before, ParsedFeed feed, Publishing publishing, Instant now) {
    if (feed.entries().isEmpty()) {
      return FeedHealth.EMPTY;
    }
    if (isOther(before.encoding(), feed.encoding()) || encodingIsNews(before, now)) {
      return FeedHealth.ENCODING_CHANGED;
    }
    if (feed.entries().stream().allMatch(entry -> entry.publishedAt() == null && entry.updatedAt() == null)) {
      return FeedHealth.UNDATED;
    }
    return publishing.isSilent(now) ? FeedHealth.STALE : FeedHealth.OK;
  }

  private static FeedHealth unchanged(FeedState before, Publishing publishing, Instant now) {
    if (before.health() == FeedHealth.ENCODING_CHANGED ? encodingIsNews(before, now) : OF_THE_TEXT.contains(before.health())) {
      return before.health();
    }
    return publishing.isSilent(now) ? FeedHealth.STALE : FeedHealth.NOT_MODIFIED;
  }

  /** ASCII is what every charset of feeds looks like where no letter needs it. */
  private static boolean isOther(@Nullable String before, String now) {
    return before != null && !isAscii(before) && !isAscii(now) && !now.isEmpty() && !before.equalsIgnoreCase(now);
  }

  static boolean isAscii(String encoding) {
    return encoding.equalsIgnoreCase("US-ASCII");
  }

  private static boolean encodingIsNews(FeedState before, Instant now) {
    return before.health() == FeedHealth.ENCODING_CHANGED
        && before.healthSince() != null && now.isBefore(before.healthSince().plus(ENCODING_IS_NEWS));
  }

  /** Since when the feed is in that state; read and not modified are one. */
  static Instant since(FeedState before, FeedHealth health, Instant now) {
    boolean same = before.health() == health || (isWell(before.health()) && isWell(health));
    return same && before.healthSince() != null ? before.healthSince() : now;
  }

  private static boolean isWell(FeedHealth health) {
    return health == FeedHealth.OK || health == FeedHealth.NOT_MODIFIED;
  }
}
