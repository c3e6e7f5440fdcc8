package io.tensionwire.ingest.poll;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.tensionwire.model.Feed;
import io.tensionwire.model.FeedState;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells an outage of ours from one of theirs: when most of the hosts that were asked of late cannot be reached, in ways
 * of which a host may know nothing, it is our line, name service or proxy. Then no feed is blamed. For all feeds of a
 * process.
 */
public final class Outage {

  private static final Logger log = LoggerFactory.getLogger(Outage.class);

  private static final int FEWEST_HOSTS = 5;
  /** Hosts asked within the last minute count, and older ones up to so many: small sets of feeds ask seldom. */
  private static final int ENOUGH_HOSTS = 20;
  private static final int MOST_HOSTS = 200;
  private static final Duration LAST = Duration.ofMinutes(1);
  private static final Duration OF_LATE = Duration.ofMinutes(5);
  private static final double BEGINS = 0.6;
  private static final double ENDS = 0.4;

  /** The last answer of each host, the latest last. */
  private final LinkedHashMap<String, Answer> hosts = new LinkedHashMap<>();
  private @Nullable Instant since;
  private @Nullable String problem;
  private Runnable onChange = () -> {};

  private record Answer(Instant at, boolean lost) {}

  private record Count(int hosts, int lost) {
    boolean isAtLeast(double part) {
      return lost >= part * hosts;
    }
  }

  public Outage(MeterRegistry meters) {
    Gauge.builder("tensionwire.ingest.outage", this, outage -> outage.isOn() ? 1 : 0).register(meters);
  }

  /** @param changed is called when {@link #problem} has changed */
  public synchronized void onChange(Runnable changed) {
    onChange = changed;
  }

  /** Why no feed can be read at all, in words for {@code /readyz}; {@code null} where some can. */
  public synchronized @Nullable String problem() {
    return problem;
  }

  synchronized boolean isOn() {
    return since != null;
  }

  /** Takes note of an answer; one that was lost through no fault of the host's comes back as our own. */
  PollAnswer judged(Feed feed, FeedState before, PollAnswer answer, Instant now) {
    var failed = answer instanceof PollAnswer.Failed failure ? failure : null;
    if (failed != null && failed.held()) {
      return answer; // Nobody was asked, perhaps.
    }
    String host = String.valueOf(FeedMoves.place(feed, before.move()).getHost());
    boolean ours = note(host, failed != null && failed.mayBeOurs(), now);
    return ours && failed != null ? failed.asOffline() : answer;
  }

  /**
   * Takes note of how asking a host ended.
   *
   * @param lost whether it was not reached, and may know nothing of that
   * @return whether that is a matter of ours
   */
  boolean note(String host, boolean lost, Instant now) {
    boolean changed;
    boolean ours;
    Runnable listener;
    synchronized (this) {
      hosts.remove(host);
      hosts.putLast(host, new Answer(now, lost));
      Count count = count(now);
      judge(count, now);
      String before = problem;
      // As long as one host answers, the work can be done in part, and is.
      problem = since != null && count.lost() == count.hosts()
          ? "none of " + count.hosts() + " hosts can be reached: look at the line, the name service or the proxy" : null;
      changed = (before == null) != (problem == null);
      ours = lost && since != null;
      listener = onChange;
    }
    if (changed) {
      listener.run();
    }
    return ours;
  }

  private Count count(Instant now) {
    while (!hosts.isEmpty() && hosts.firstEntry().getValue().at().isBefore(now.minus(OF_LATE))) {
      hosts.pollFirstEntry();
    }
    int seen = 0;
    int lost = 0;
    for (Map.Entry<String, Answer> host : hosts.reversed().entrySet()) {
      boolean old = host.getValue().at().isBefore(now.minus(LAST));
      if (seen >= MOST_HOSTS || (old && seen >= ENOUGH_HOSTS)) {
        break;
      }
      seen++;
      lost += host.getValue().lost() ? 1 : 0;
    }
    return new Count(seen, lost);
  }

  private void judge(Count count, Instant now) {
    if (since == null && count.hosts() >= FEWEST_HOSTS && count.isAtLeast(BEGINS)) {
      since = now;
      log.atWarn().addKeyValue("lost", count.lost()).addKeyValue("asked", count.hosts())
          .log("most hosts cannot be reached: an outage of ours, no feed is blamed for it");
    } else if (since != null && !count.isAtLeast(ENDS)) {
      log.atInfo().addKeyValue("lastedSeconds", Duration.between(since, now).toSeconds())
          .log("hosts can be reached again");
      since = null;
    }
  }
}
