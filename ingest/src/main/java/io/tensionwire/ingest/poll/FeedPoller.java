package io.tensionwire.ingest.poll;

import io.tensionwire.ingest.article.EntryTeller;
import io.tensionwire.ingest.state.PartitionSession;
import io.tensionwire.ingest.time.Timekeeper;
import io.tensionwire.model.Feed;
import io.tensionwire.model.FeedState;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;

/**
 * Polls one feed, again and again: ask, have told what is new, learn, remember, sleep.
 *
 * <p>Each step is a file of its own: {@link FeedAsker}, {@link EntryRound}, {@link NextState}.
 */
final class FeedPoller {

  /** However often somebody wakes us. */
  private static final Duration BETWEEN_WAKES = Duration.ofSeconds(10);
  /** A host's longest wish. */
  private static final Duration LONGEST_HOLD = Duration.ofDays(1);

  private final FeedHubs.Polled polled;
  private final Feed feed;
  private final PartitionSession session;
  private final EntryTeller entries;
  private final Polling polling;
  private final FeedHubs hubs;
  private final Timekeeper time;
  private final Alarm alarm;
  private FeedState written;

  FeedPoller(
      FeedHubs.Polled polled, EntryTeller entries, Polling polling, FeedHubs hubs, Timekeeper time) {
    this.polled = polled;
    this.feed = polled.feed();
    this.session = polled.session();
    this.hubs = hubs;
    this.entries = entries;
    this.polling = polling;
    this.time = time;
    this.alarm = new Alarm(time);
    this.written = session.lastPoll(feed);
  }

  /** Somebody says that there is news: polls now, unless the host wants to be left alone. */
  void wake() {
    alarm.ring();
  }

  /** To be called before the thread is interrupted. */
  void stop() {
    alarm.stop();
  }

  /**
   * @param spread feeds that are due at the start are asked within this time, not all in the same moment
   * @throws InterruptedException when the feed is to be left alone
   */
  void run(Duration spread) throws InterruptedException {
    Instant next = first(spread);
    while (true) {
      boolean woken = alarm.sleepUntil(next);
      if (woken) {
        next = afterWake(next);
      }
      if (!time.now().isBefore(next)) {
        next = poll();
      }
    }
  }

  private Instant afterWake(Instant planned) {
    FeedState last = session.lastPoll(feed);
    Instant now = time.now();
    if (last.heldUntil() != null && last.heldUntil().isAfter(now)) {
      return planned;
    }
    Instant earliest = last.polledAt() == null ? now : last.polledAt().plus(BETWEEN_WAKES);
    Instant soon = earliest.isAfter(now) ? earliest : now;
    return soon.isBefore(planned) ? soon : planned;
  }

  /** What the last owner meant to wait, as far as clocks can be believed and its reasons still hold. */
  private Instant first(Duration spread) {
    FeedState last = session.lastPoll(feed);
    Instant now = time.now();
    Duration interval = polling.rhythm().interval(feed, last, now);
    Duration left = last.nextPollAt() == null ? Duration.ZERO : Duration.between(now, last.nextPollAt());
    Duration most = interval;
    if (last.heldUntil() != null) {
      most = LONGEST_HOLD;
    } else if (last.failures() > 0) {
      most = polling.rhythm().bounds().most();
    }
    if (left.compareTo(most) > 0) {
      left = most;
    }
    if (left.isPositive()) {
      return now.plus(left);
    }
    long millis = Math.min(spread.toMillis(), interval.toMillis());
    return now.plusMillis(polling.random().nextLong(millis + 1));
  }

  /** @return when to poll again */
  private Instant poll() throws InterruptedException {
    FeedState before = session.lastPoll(feed);
    PollAnswer answer = polling.outage().judged(feed, before, polling.asker().ask(feed, before), time.now());
    EntryRound round = answer instanceof PollAnswer.Read read
        ? EntryRound.tell(feed, read.feed(), session, entries, time.now()) : EntryRound.NONE;
    Instant now = time.now();
    FeedState after = polling.signed(
        feed, new NextState(feed, polling.rhythm(), polling.random()).after(before, answer, round, now));
    polling.polled(feed, before, answer, round, after);
    remember(after, round, now);
    if (answer instanceof PollAnswer.Read read) {
      hubs.read(polled, read.feed());
    }
    return after.nextPollAt() == null ? now : after.nextPollAt();
  }

  private void remember(FeedState after, EntryRound round, Instant now) throws InterruptedException {
    if (round.shown().isEmpty() && !StateWrites.isDue(written, after)) {
      session.noted(feed, after, now);
      return;
    }
    try {
      session.polled(feed, after, round.shown(), now).get();
      written = after;
    } catch (ExecutionException e) {
      // The writer's owner knows: this partition's work starts again from what was committed.
      throw new InterruptedException("the partition was given up");
    }
  }
}
