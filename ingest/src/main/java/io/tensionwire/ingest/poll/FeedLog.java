package io.tensionwire.ingest.poll;

import io.tensionwire.model.FeedHealth;
import io.tensionwire.model.FeedState;
import io.tensionwire.model.FeedState.Move;
import io.tensionwire.model.WireName;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says what changed about a feed, once. */
final class FeedLog {

  private static final Logger log = LoggerFactory.getLogger(FeedLog.class);
  private static final Set<FeedHealth> WORTH_A_LOOK =
      Set.of(FeedHealth.EMPTY, FeedHealth.STALE, FeedHealth.UNDATED, FeedHealth.ENCODING_CHANGED);

  private FeedLog() {}

  static void say(FeedState before, FeedState after) {
    sayHealth(before, after);
    sayMove(after.feedId(), before.move(), after.move());
  }

  private static void sayHealth(FeedState before, FeedState after) {
    boolean changed = before.health() != after.health();
    if (after.health() == FeedHealth.OFFLINE) {
      return; // Said once, for all feeds.
    }
    if (after.failures() > 0) {
      if (before.failures() == 0 || (changed && before.health() != FeedHealth.OFFLINE)) {
        log.atWarn().addKeyValue("feed", after.feedId()).addKeyValue("health", WireName.of(after.health()))
            .addKeyValue("problem", after.error()).addKeyValue("retryInMs", untilNext(after)).log("feed not read");
      }
      return;
    }
    if (before.failures() > 0) {
      log.atInfo().addKeyValue("feed", after.feedId()).addKeyValue("health", WireName.of(after.health()))
          .log("feed is back");
    }
    if (changed && before.polledAt() != null && WORTH_A_LOOK.contains(after.health())) {
      log.atWarn().addKeyValue("feed", after.feedId()).addKeyValue("health", WireName.of(after.health()))
          .addKeyValue("newestAt", after.newestAt()).log("feed wants a look");
    }
  }

  private static void sayMove(String feedId, @Nullable Move before, @Nullable Move after) {
    if (after != null && (before == null || !before.to().equals(after.to()))) {
      log.atInfo().addKeyValue("feed", feedId).addKeyValue("to", after.to())
          .log("the host says that the feed has moved for good; believed when it says so for days");
    } else if (after != null && before != null && after.taken() != before.taken()) {
      var event = after.taken() ? log.atInfo() : log.atWarn();
      event.addKeyValue("feed", feedId).addKeyValue("to", after.to())
          .log(after.taken() ? "feed is read at its new place; change its address" : "feed is asked at its configured address again");
    }
  }

  private static long untilNext(FeedState state) {
    return state.polledAt() == null || state.nextPollAt() == null
        ? 0 : Duration.between(state.polledAt(), state.nextPollAt()).toMillis();
  }
}
