package io.tensionwire.ingest.poll;

import io.tensionwire.ingest.fetch.AnswerHead;
import io.tensionwire.model.FeedHealth;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Answers of hosts, for tests. */
final class Answers {

  private Answers() {}

  static PollAnswer.Failed failed(FeedHealth health) {
    return new PollAnswer.Failed(health, "test", "it failed", null, false, false);
  }

  static PollAnswer.Failed lost() {
    return new PollAnswer.Failed(FeedHealth.UNREACHABLE, "no-connection", "no way there", null, false, true);
  }

  static PollAnswer.Failed throttled(@Nullable Duration retryAfter) {
    return new PollAnswer.Failed(
        FeedHealth.THROTTLED, "throttled", "HTTP status 429", retryAfter, retryAfter != null, false);
  }

  static PollAnswer.Unchanged unchanged(@Nullable URI movedTo) {
    return new PollAnswer.Unchanged(AnswerHead.NONE, movedTo);
  }
}
