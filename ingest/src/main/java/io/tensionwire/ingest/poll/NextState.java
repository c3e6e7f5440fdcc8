package io.tensionwire.ingest.poll;

import io.tensionwire.ingest.fetch.AnswerHead;
import io.tensionwire.model.Feed;
import io.tensionwire.model.FeedHealth;
import io.tensionwire.model.FeedState;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;

/** What is known of a feed after a poll: its state before, the answer, what came, and the time make it. */
final class NextState {

  private final Feed feed;
  private final PollRhythm rhythm;
  private final RandomGenerator random;

  NextState(Feed feed, PollRhythm rhythm, RandomGenerator random) {
    this.feed = feed;
    this.rhythm = rhythm;
    this.random = random;
  }

  FeedState after(FeedState before, PollAnswer answer, EntryRound round, Instant now) {
    Publishing publishing = answer instanceof PollAnswer.Read
        ? Publishing.of(before).after(round.news(), now) : Publishing.of(before);
    FeedHealth health = HealthVerdict.of(before, answer, publishing, now);
    var next = before.toBuilder().health(health).healthSince(HealthVerdict.since(before, health, now)).polledAt(now)
        .seen(List.of());
    return switch (answer) {
      case PollAnswer.Read read -> answered(before, read(before, next, read, publishing, round, now), round, now);
      case PollAnswer.Unchanged same -> answered(before, unchanged(before, next, same, now), round, now);
      case PollAnswer.Failed failed -> failed(before, next, failed, now);
    };
  }

  private FeedState.Builder read(
      FeedState before, FeedState.Builder next, PollAnswer.Read read, Publishing publishing, EntryRound round,
      Instant now) {
    AnswerHead head = read.head();
    String encoding = read.feed().encoding();
    return next
        .place(FeedMoves.place(feed, before.move()))
        .validators(read.whole() ? head.etag() : null, read.whole() ? head.lastModified() : null)
        .bodyHash(read.bodyHash())
        .encoding(HealthVerdict.isAscii(encoding) && before.encoding() != null ? before.encoding() : encoding)
        .changedAt(round.news().isEmpty() ? before.changedAt() : now)
        .rhythm(publishing.rhythm()).newestAt(publishing.newestAt()).norm(publishing.norm())
        .wishes(Wishes.of(read.feed().hints(), head))
        .move(FeedMoves.after(feed, before.move(), read.movedTo(), round.known(), now));
  }

  private FeedState.Builder unchanged(
      FeedState before, FeedState.Builder next, PollAnswer.Unchanged same, Instant now) {
    AnswerHead head = same.head();
    return next
        .place(FeedMoves.place(feed, before.move()))
        .validators(
            head.etag() == null ? before.etag() : head.etag(),
            head.lastModified() == null ? before.lastModified() : head.lastModified())
        .move(FeedMoves.after(feed, before.move(), same.movedTo(), true, now));
  }

  /** The moment of the next poll is counted from the answer. */
  private FeedState answered(FeedState before, FeedState.Builder next, EntryRound round, Instant now) {
    FeedState known = next.failures(0, null).heldUntil(null).build();
    boolean news = before.rhythm() != null && !round.news().isEmpty();
    return known.toBuilder()
        .learntInterval(rhythm.interval(feed, known, now))
        .nextPollAt(now.plus(rhythm.pause(feed, known, news, now, random)))
        .build();
  }

  private FeedState failed(FeedState before, FeedState.Builder next, PollAnswer.Failed failed, Instant now) {
    // Our own outage is no failure of the feed's.
    int failures = failed.health() == FeedHealth.OFFLINE ? before.failures() : before.failures() + 1;
    var pause = rhythm.afterFailure(feed, before, failed.health(), failures, failed.retryAfter(), now, random);
    boolean proves = failed.health() != FeedHealth.OFFLINE && failed.health() != FeedHealth.THROTTLED;
    return next
        .failures(failures, failed.error())
        .heldUntil(failed.held() && failed.retryAfter() != null ? now.plus(failed.retryAfter()) : null)
        .move(proves ? FeedMoves.afterFailure(before.move()) : before.move())
        .nextPollAt(now.plus(pause))
        .build();
  }
}
