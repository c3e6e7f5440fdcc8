package io.tensionwire.alerts.slack.app;

import io.tensionwire.alerts.receiver.Haste;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stood in the channel when nobody knew, for those who look before they post. A predecessor may leave hundreds of
 * alerts of which one was told, and Slack lets the app read fifty times a minute: so the channel is read once for all of
 * them, and each thread, until there is something new that nobody knows.
 */
final class ReadBack {

  private static final Duration KEPT = Haste.of(Duration.ofMinutes(5));
  private static final int MOST_THREADS = 1000;

  private final Channel channel;
  private final Clock clock;
  private final Map<String, List<Standing>> replies = new LinkedHashMap<>() {
    @Override
    protected boolean removeEldestEntry(Map.Entry<String, List<Standing>> eldest) {
      return size() > MOST_THREADS;
    }
  };
  private @Nullable List<Standing> roots;
  private Instant since = Instant.MAX;
  private Instant forgetAt = Instant.MAX;

  ReadBack(Channel channel, Clock clock) {
    this.channel = channel;
    this.clock = clock;
  }

  /** A call has ended so that nobody knows whether it was carried out, or another instance may have called. */
  synchronized void forget() {
    roots = null;
    replies.clear();
    forgetAt = Instant.MAX;
  }

  /** Roots that were posted after a moment; one that this instance knows of may be missing. */
  synchronized List<Standing> roots(Instant from) throws CallFailed, InterruptedException {
    expire();
    List<Standing> known = roots;
    if (known == null || from.isBefore(since)) {
      // Those who look next may look for what is older.
      Instant dayBefore = clock.instant().minus(Duplicates.APPEARS_WITHIN);
      Instant earliest = from.isBefore(dayBefore) ? from : dayBefore;
      known = channel.roots(earliest);
      roots = known;
      since = earliest;
    }
    return known;
  }

  /** Replies below a root; one that this instance knows of may be missing. */
  synchronized List<Standing> replies(String root) throws CallFailed, InterruptedException {
    expire();
    List<Standing> known = replies.get(root);
    if (known == null) {
      known = channel.replies(root);
      replies.put(root, known);
    }
    return known;
  }

  private void expire() {
    Instant now = clock.instant();
    if (forgetAt.isBefore(now)) {
      forget();
    }
    if (forgetAt.equals(Instant.MAX)) {
      forgetAt = now.plus(KEPT);
    }
  }
}
