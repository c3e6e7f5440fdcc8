package io.tensionwire.ingest.poll;

import io.tensionwire.model.Feed;
import io.tensionwire.model.FeedState.Move;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Permanent redirects. They are followed from the first, as any other, but the new place is asked at once only when the
 * host has insisted for days and the same entries were there each time: captive portals and broken hosts move
 * everything "for good" too. What is configured is never changed.
 */
final class FeedMoves {

  private static final Duration DAYS = Duration.ofDays(3);
  private static final int POLLS = 5;

  private FeedMoves() {}

  /** Where the feed is asked now. */
  static URI place(Feed feed, @Nullable Move move) {
    return move != null && move.taken() && move.from().equals(feed.url()) ? move.to() : feed.url();
  }

  /**
   * After an answer.
   *
   * @param movedTo where the host says that the feed is
   * @param known whether entries were there that were known before
   */
  static @Nullable Move after(Feed feed, @Nullable Move before, @Nullable URI movedTo, boolean known, Instant now) {
    Move move = before != null && before.from().equals(feed.url()) ? before : null;
    if (move != null && move.taken()) {
      return move; // It was asked there, and it answered.
    }
    if (movedTo == null || movedTo.equals(feed.url())) {
      return null;
    }
    if (move == null || !move.to().equals(movedTo) || !known) {
      return new Move(feed.url(), movedTo, now, 1, false);
    }
    int polls = move.polls() + 1;
    boolean proved = polls >= POLLS && !now.isBefore(move.since().plus(DAYS));
    return new Move(feed.url(), movedTo, move.since(), polls, proved);
  }

  /** After a failure: a place that was taken has to be proved by the configured address again. */
  static @Nullable Move afterFailure(@Nullable Move before) {
    return before != null && before.taken()
        ? new Move(before.from(), before.to(), before.since(), before.polls(), false) : before;
  }
}
