package io.tensionwire.ingest.poll;

import io.tensionwire.ingest.feed.ParsedFeed;
import io.tensionwire.ingest.fetch.AnswerHead;
import io.tensionwire.model.FeedHealth;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of asking a feed's address once. */
sealed interface PollAnswer {

  /**
   * A feed with something in it that was not there before.
   *
   * @param movedTo where it is for good, as the host says now
   * @param whole whether all of it came, so that its validators may be sent back
   */
  record Read(ParsedFeed feed, AnswerHead head, String bodyHash, @Nullable URI movedTo, boolean whole)
      implements PollAnswer {}

  /** The same as the last time, by the host's word or by the bytes. */
  record Unchanged(AnswerHead head, @Nullable URI movedTo) implements PollAnswer {}

  /**
   * No feed.
   *
   * @param outcome the metric's label
   * @param error one line for people
   * @param retryAfter how long to wait at least
   * @param held whether the host asked for that, for all that is on it
   * @param mayBeOurs whether the host may know nothing of it
   */
  record Failed(
      FeedHealth health, String outcome, String error, @Nullable Duration retryAfter, boolean held, boolean mayBeOurs)
      implements PollAnswer {

    Failed asOffline() {
      return new Failed(FeedHealth.OFFLINE, "offline", error, null, false, true);
    }
  }
}
