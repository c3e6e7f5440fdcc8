package io.tensionwire.alerts.slack.app;

import io.tensionwire.alerts.receiver.Outcome;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What stands in roots that were told. An edit of which nobody knows how it ended, this instance's own or that of a
 * predecessor, can be carried out after a later one, and would put back what is no longer so: what a root should show is
 * sent once more a while later.
 */
final class Edits {

  /** A predecessor has but one call under way; many more would cost what Slack allows for edits. */
  private static final int MOST = 20;

  private final Channel channel;
  private final Shown shown;
  private final ReentrantLock writing;
  private final Looks looks;
  /** Roots that will be sent once more. */
  private final Set<String> doubtful = new LinkedHashSet<>();

  Edits(Channel channel, Shown shown, ReentrantLock writing, Looks looks) {
    this.channel = channel;
    this.shown = shown;
    this.writing = writing;
    this.looks = looks;
  }

  /** @return whether it could be: a message may have been deleted, or be too old to be edited */
  boolean show(String ts, Shown.Root root) throws CallFailed, InterruptedException {
    shown.put(ts, root);
    try {
      channel.update(ts, root.rendered());
      return true;
    } catch (CallFailed e) {
      if (e.messageIsLost()) {
        return false;
      }
      if (e.outcome() instanceof Outcome.Retryable later && later.reason().leavesOpen()) {
        lookAfter(ts);
      }
      throw e;
    }
  }

  /** An edit of it may be under way. */
  void lookAfter(String ts) {
    synchronized (doubtful) {
      if (doubtful.size() >= MOST || !doubtful.add(ts)) {
        return;
      }
    }
    looks.again(() -> again(ts));
  }

  private void again(String ts) throws CallFailed, InterruptedException {
    synchronized (doubtful) {
      doubtful.remove(ts);
    }
    writing.lockInterruptibly();
    try {
      String current = shown.current(ts);
      Shown.Root root = shown.at(current);
      if (root != null && looks.active()) {
        channel.update(current, root.rendered());
      }
    } catch (CallFailed e) {
      if (!e.messageIsLost()) {
        throw e;
      }
    } finally {
      writing.unlock();
    }
  }
}
