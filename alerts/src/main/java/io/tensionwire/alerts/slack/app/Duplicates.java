package io.tensionwire.alerts.slack.app;

import io.tensionwire.alerts.slack.Mention;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A message whose answer was lost can appear after it was looked for, and posted again: so it is looked for once more a
 * while later, and all but one are deleted. The one that stays has the replies, or was the first. The same is done for what
 * a predecessor left.
 */
final class Duplicates implements AutoCloseable {

  /** How long after a post it is looked again. */
  static final List<Duration> LOOKS = List.of(Duration.ofSeconds(30), Duration.ofMinutes(5));

  /** A predecessor was replaced within seconds; what it sent before that was answered. */
  private static final Duration BEFORE_TAKE_OVER = Duration.ofMinutes(30);
  private static final int MOST_THREADS = 50;

  private final Channel channel;
  private final Shown shown;
  private final Trouble trouble;
  private final ReentrantLock writing;
  private final Clock clock;
  private final List<Duration> looks;
  private @Nullable ScheduledExecutorService later;

  Duplicates(
      Channel channel, Shown shown, Trouble trouble, ReentrantLock writing, Clock clock, List<Duration> looks) {
    this.channel = channel;
    this.shown = shown;
    this.trouble = trouble;
    this.writing = writing;
    this.clock = clock;
    this.looks = List.copyOf(looks);
  }

  /** This instance is the active one from now on. */
  synchronized void open() {
    if (later == null) {
      later = Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("slack-duplicates").factory());
      Instant since = clock.instant().minus(BEFORE_TAKE_OVER);
      lookAgain(() -> look(since, true));
    }
  }

  /** After a message was posted of which another may stand: a root, or a reply below {@code root}. */
  synchronized void lookAgain(Instant since, @Nullable String root) {
    lookAgain(() -> {
      if (root == null) {
        look(since, false);
      } else {
        deleteAllButOne(channel.replies(root));
      }
    });
  }

  void cannotRead(CallFailed problem) {
    trouble.tell(problem);
  }

  private synchronized void lookAgain(Look look) {
    ScheduledExecutorService executor = later;
    if (executor != null) {
      looks.forEach(delay -> executor.schedule(() -> run(look), delay.toMillis(), TimeUnit.MILLISECONDS));
    }
  }

  @FunctionalInterface
  private interface Look {
    void look() throws CallFailed, InterruptedException;
  }

  private void run(Look look) {
    try {
      writing.lockInterruptibly();
      try {
        look.look();
      } finally {
        writing.unlock();
      }
    } catch (CallFailed e) {
      trouble.tell(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look(Instant since, boolean withReplies) throws CallFailed, InterruptedException {
    List<Standing> roots = channel.roots(since);
    deleteAllButOne(roots);
    if (withReplies) {
      List<Standing> threads = roots.stream().filter(root -> root.replies() > 1).toList();
      for (Standing root : threads.subList(Math.max(0, threads.size() - MOST_THREADS), threads.size())) {
        deleteAllButOne(channel.replies(root.ts()));
      }
    }
  }

  private void deleteAllButOne(List<Standing> standing) throws CallFailed, InterruptedException {
    List<Standing> rest = new ArrayList<>(standing);
    while (!rest.isEmpty()) {
      Stamp stamp = rest.getFirst().stamp();
      List<Standing> same = rest.stream().filter(each -> each.stamp().sameAs(stamp)).toList();
      rest.removeAll(same);
      // The sort is stable: of equals the first stays.
      Standing kept = same.stream().sorted(Comparator.comparingInt(Standing::replies).reversed()).findFirst().orElseThrow();
      for (Standing each : same) {
        if (each != kept) {
          delete(each, kept);
        }
      }
    }
  }

  private void delete(Standing duplicate, Standing kept) throws CallFailed, InterruptedException {
    try {
      channel.delete(duplicate.ts());
    } catch (CallFailed e) {
      if (!e.messageIsLost()) {
        throw e;
      }
    }
    trouble.deleted(duplicate.stamp().alertId());
    Shown.Root root = shown.at(duplicate.ts());
    if (duplicate.stamp().part().equals(Stamp.ROOT)) {
      shown.moved(duplicate.ts(), kept.ts());
    }
    if (root != null) {
      // The one that went may have been edited since.
      channel.update(kept.ts(), root.rendered(Mention.NONE), root.stamp());
      shown.put(kept.ts(), root);
    }
  }

  /** Another instance may be the active one. */
  @Override
  public synchronized void close() {
    if (later != null) {
      later.shutdownNow();
      later = null;
    }
  }
}
