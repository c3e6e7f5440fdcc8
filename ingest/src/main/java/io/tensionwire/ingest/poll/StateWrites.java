package io.tensionwire.ingest.poll;

import io.tensionwire.model.FeedState;
import java.time.Duration;

/**
 * When a poll that brought nothing is worth a record. The record of a feed holds up to two thousand entries: written
 * each minute for a new time of polling it would be a gigabyte a day. What a next owner has to know is written at once,
 * and that is all but the times: without them it asks a feed a few minutes early, once, and never a host that asked to
 * be left alone.
 */
final class StateWrites {

  static final Duration TIMES = Duration.ofMinutes(15);

  private StateWrites() {}

  static boolean isDue(FeedState written, FeedState now) {
    if (written.polledAt() == null || now.polledAt() == null || !withoutTimes(written).equals(withoutTimes(now))) {
      return true;
    }
    return Duration.between(written.polledAt(), now.polledAt()).compareTo(TIMES) >= 0;
  }

  private static FeedState withoutTimes(FeedState state) {
    return state.toBuilder().polledAt(null).nextPollAt(null).learntInterval(null).build();
  }
}
