package io.tensionwire.alerts.slack.app;

import io.tensionwire.alerts.receiver.Haste;
import io.tensionwire.alerts.receiver.Outcome;
import io.tensionwire.alerts.receiver.Reason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * A message whose answer was lost can appear after it was looked for, and posted again: so it is looked for once more a
 * while later, and all but one are deleted. The one that stays has the replies, or was the first. In rounds the same is
 * done for what a predecessor left, and for what appears later than anybody would think.
 */
final class Duplicates implements AutoCloseable {

  /** No alert is tried for longer than a day unless somebody wants it so. */
  static final Duration APPEARS_WITHIN = Duration.ofHours(24);
  /** What a predecessor sent before that, it had time to look for itself. Instances die no faster in a hurry. */
  private static final Duration BEFORE_TAKE_OVER = longer(Haste.of(Duration.ofMinutes(30)), Duration.ofMinutes(2));
  private static final int MOST_THREADS = 1000;

  private final Channel channel;
  private final Shown shown;
  private final Trouble trouble;
  private final ReentrantLock writing;
  private final Clock clock;
  private final Looks looks;
  /** How many replies stood below a root when it was looked at. */
  private final Map<String, Integer> replies = bounded();
  /** Threads in which something was posted that may stand there already, until nothing can appear any more. */
  private final Map<String, Instant> doubtful = bounded();

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) > 0 ? a : b;
  }

  private static <V> Map<String, V> bounded() {
    return new LinkedHashMap<>() {
      @Override
      protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
        return size() > MOST_THREADS;
      }
    };
  }

  Duplicates(Channel channel, Shown shown, Trouble trouble, ReentrantLock writing, Clock clock, Looks looks) {
    this.channel = channel;
    this.shown = shown;
    this.trouble = trouble;
    this.writing = writing;
    this.clock = clock;
    this.looks = looks;
  }

  /**
   * This instance is the active one from now on.
   *
   * @param active whether it may still take itself for that
   */
  void open(BooleanSupplier active) {
    Instant since = clock.instant().minus(BEFORE_TAKE_OVER);
    looks.open(active, () -> round(since));
  }

  /** After a root was posted of which another may stand. */
  void lookForRoots(Instant since) {
    looks.again(() -> oneRoot(since));
  }

  /** After a reply was posted of which another may stand. */
  void lookBelow(String root) {
    synchronized (doubtful) {
      doubtful.put(root, clock.instant().plus(APPEARS_WITHIN));
    }
    looks.again(() -> oneReply(shown.current(root)));
  }

  void cannotRead(CallFailed problem) {
    trouble.tell(problem);
  }

  /** @param takeOver threads that nobody answered in since then have been looked at by the one before */
  private void round(Instant takeOver) throws CallFailed, InterruptedException {
    Instant now = clock.instant();
    for (Standing root : oneRoot(now.minus(APPEARS_WITHIN))) {
      Integer known = replies.get(root.ts());
      boolean grown = known == null ? root.answeredSince(takeOver) : root.replies() != known;
      if (root.replies() > 1 && grown) {
        looks.pause();
        oneReply(root.ts());
      }
      replies.put(root.ts(), root.replies());
    }
    List<String> threads;
    synchronized (doubtful) {
      doubtful.values().removeIf(until -> until.isBefore(now));
      threads = List.copyOf(doubtful.keySet());
    }
    for (String root : threads) {
      looks.pause();
      oneReply(shown.current(root));
    }
  }

  /** @return what stands then */
  private List<Standing> oneRoot(Instant since) throws CallFailed, InterruptedException {
    List<Standing> standing = channel.roots(since);
    if (twice(standing).isEmpty()) {
      return standing;
    }
    writing.lockInterruptibly();
    try {
      // Read again: while it was looked the thread may have gone on.
      for (List<Standing> same : twice(channel.roots(since))) {
        Standing kept = kept(same);
        for (Standing each : same) {
          if (each != kept) {
            deleteRoot(each, kept);
          }
        }
      }
    } finally {
      writing.unlock();
    }
    return channel.roots(since);
  }

  private void oneReply(String root) throws CallFailed, InterruptedException {
    if (twice(channel.replies(root)).isEmpty()) {
      return;
    }
    writing.lockInterruptibly();
    try {
      for (List<Standing> same : twice(channel.replies(root))) {
        for (Standing each : same.subList(1, same.size())) {
          delete(each);
        }
      }
    } finally {
      writing.unlock();
    }
  }

  private static List<List<Standing>> twice(List<Standing> standing) {
    List<List<Standing>> twice = new ArrayList<>();
    List<Standing> rest = new ArrayList<>(standing);
    while (!rest.isEmpty()) {
      Stamp stamp = rest.getFirst().stamp();
      List<Standing> same = rest.stream().filter(each -> each.stamp().sameAs(stamp)).toList();
      rest.removeAll(same);
      if (same.size() > 1) {
        twice.add(same);
      }
    }
    return twice;
  }

  /** The one with the replies; the sort is stable: of equals the first stays. */
  private static Standing kept(List<Standing> same) {
    return same.stream().sorted(Comparator.comparingInt(Standing::replies).reversed()).findFirst().orElseThrow();
  }

  private void deleteRoot(Standing duplicate, Standing kept) throws CallFailed, InterruptedException {
    List<Standing> there = channel.replies(kept.ts());
    if (duplicate.replies() > 0) {
      moveReplies(duplicate.ts(), kept.ts(), there);
    }
    Stamp asReply = duplicate.stamp().asReply();
    boolean saysMore = !duplicate.stamp().alertId().equals(kept.stamp().alertId());
    if (saysMore && there.stream().noneMatch(each -> each.stamp().sameAs(asReply))) {
      // Another alert of the story: nothing else tells it.
      channel.post(channel.root(duplicate.ts()), asReply, kept.ts(), false);
    }
    delete(duplicate);
    Shown.Root root = shown.at(duplicate.ts());
    shown.moved(duplicate.ts(), kept.ts());
    if (root != null) {
      // The one that went may have been edited since.
      channel.update(kept.ts(), root.rendered());
      shown.put(kept.ts(), root);
    }
  }

  /** Below a root that goes nothing may be left: what stands below the other, too, goes with it, what does not goes there. */
  private void moveReplies(String from, String to, List<Standing> there) throws CallFailed, InterruptedException {
    for (Standing reply : channel.replies(from)) {
      if (there.stream().noneMatch(each -> each.stamp().sameAs(reply.stamp()))) {
        channel.post(channel.reply(from, reply.ts()), reply.stamp(), to, false);
      }
      delete(reply);
    }
  }

  private void delete(Standing duplicate) throws CallFailed, InterruptedException {
    if (!looks.active()) {
      throw new CallFailed("", new Outcome.Retryable(Reason.UNAVAILABLE, "another instance may be the active one", null));
    }
    try {
      channel.delete(duplicate.ts());
      trouble.deleted(duplicate.stamp().alertId());
    } catch (CallFailed e) {
      if (!e.messageIsLost()) {
        throw e;
      }
    }
  }

  /** Another instance may be the active one. */
  @Override
  public void close() {
    looks.close();
  }
}
