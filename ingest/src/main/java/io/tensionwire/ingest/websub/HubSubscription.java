package io.tensionwire.ingest.websub;

import io.tensionwire.ingest.time.Timekeeper;
import io.tensionwire.ingest.websub.Hub.Mode;
import io.tensionwire.model.FeedState;
import io.tensionwire.service.Backoff;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The subscription of one feed: asks the hub, answers when the hub asks back, asks again before the lease ends. One
 * thread runs it; the hub's words come on others.
 */
final class HubSubscription {

  private static final Logger log = LoggerFactory.getLogger(HubSubscription.class);
  /** Between two requests that the hub did not confirm. */
  private static final Backoff AGAIN = new Backoff(Duration.ofMinutes(10), Duration.ofHours(12));
  /** A hub that said no may think otherwise some day. */
  private static final Duration AFTER_DENIAL = Duration.ofDays(1);
  private static final Duration USUAL_LEASE = Duration.ofDays(1);
  private static final Duration LEAST_LEASE = Duration.ofMinutes(1);
  private static final Duration LONGEST_LEASE = Duration.ofDays(30);

  private final String feedId;
  private final HubOffer offer;
  private final Hub hub;
  private final CallbackKeys keys;
  private final Timekeeper time;
  private final RandomGenerator random;
  private Subscriber subscriber;
  private Mode wish = Mode.SUBSCRIBE;
  /** Whether the hub has not answered what it was asked last. */
  private boolean pending;
  private Instant due;
  private Instant askedAt;
  private @Nullable Instant leaseUntil;
  private int failures;

  HubSubscription(
      String feedId, HubOffer offer, Subscriber subscriber, Hub hub, CallbackKeys keys, Timekeeper time,
      RandomGenerator random) {
    this.feedId = feedId;
    this.offer = offer;
    this.subscriber = subscriber;
    this.hub = hub;
    this.keys = keys;
    this.time = time;
    this.random = random;
    this.due = time.now();
    this.askedAt = time.now();
  }

  String feedId() {
    return feedId;
  }

  HubOffer offer() {
    return offer;
  }

  /** The feed is polled by another session now. */
  synchronized void passTo(Subscriber next) {
    subscriber = next;
  }

  /** Until when the hub promised to push; {@code null} where it has not, or the promise has run out. */
  synchronized @Nullable Instant leaseUntil() {
    return leaseUntil != null && leaseUntil.isAfter(time.now()) ? leaseUntil : null;
  }

  /** @throws InterruptedException when the feed is polled here no more */
  void run() throws InterruptedException {
    while (true) {
      Instant next = due();
      if (next.isAfter(time.now())) {
        time.sleepUntil(next);
      } else {
        subscribe();
      }
    }
  }

  private synchronized Instant due() {
    return due;
  }

  private void subscribe() throws InterruptedException {
    synchronized (this) {
      askedAt = time.now();
      pending = true;
      failures++;
      due = askedAt.plus(AGAIN.after(failures, random));
      remember();
    }
    // Not locked: a hub may ask back before it answers.
    String problem = hub.ask(Mode.SUBSCRIBE, offer, keys.callback(feedId), keys.hubSecret(feedId));
    if (problem != null) {
      synchronized (this) {
        pending = false;
      }
      log.atWarn().addKeyValue("feed", feedId).addKeyValue("hub", offer.hub()).addKeyValue("problem", problem)
          .log("hub not subscribed to; the feed is polled as usual");
    }
  }

  /** Asks the hub to push no more. */
  void unsubscribe() throws InterruptedException {
    synchronized (this) {
      wish = Mode.UNSUBSCRIBE;
      pending = true;
    }
    hub.ask(Mode.UNSUBSCRIBE, offer, keys.callback(feedId), keys.hubSecret(feedId));
  }

  /**
   * The hub asks whether we want this (WebSub, 5.3).
   *
   * @param lease as the hub grants it; absent where it does not say
   * @return whether we do
   */
  synchronized boolean confirms(Mode mode, String topic, @Nullable Duration lease) {
    if (mode != wish || !topic.equals(offer.topic().toString())) {
      return false;
    }
    if (mode == Mode.UNSUBSCRIBE || !pending) {
      return pending || leaseUntil() != null;
    }
    pending = false;
    failures = 0;
    Duration granted = clamped(lease == null ? USUAL_LEASE : lease);
    Instant now = time.now();
    boolean isNew = leaseUntil() == null;
    leaseUntil = now.plus(granted);
    // Before the last tenth, and not all feeds of a hub at once.
    due = now.plusMillis((long) (granted.toMillis() * (0.8 + 0.1 * random.nextDouble())));
    remember();
    if (isNew) {
      log.atInfo().addKeyValue("feed", feedId).addKeyValue("hub", offer.hub()).addKeyValue("leaseUntil", leaseUntil)
          .log("hub wakes the feed's poll");
    }
    return true;
  }

  /** The hub does not want to (WebSub, 5.2). */
  synchronized void denied(String topic, String reason) {
    if (!topic.equals(offer.topic().toString()) || wish != Mode.SUBSCRIBE) {
      return;
    }
    pending = false;
    leaseUntil = null;
    due = time.now().plus(AFTER_DENIAL);
    remember();
    log.atWarn().addKeyValue("feed", feedId).addKeyValue("hub", offer.hub()).addKeyValue("reason", reason)
        .log("hub denies the subscription; the feed is polled as usual");
  }

  /** Somebody who knows the secret says that there is news. */
  void pushed() {
    Subscriber now;
    synchronized (this) {
      if (wish != Mode.SUBSCRIBE) {
        return;
      }
      now = subscriber;
    }
    now.wake();
  }

  synchronized boolean isWanted() {
    return wish == Mode.SUBSCRIBE;
  }

  private void remember() {
    subscriber.remember(new FeedState.Subscription(offer.hub(), offer.topic(), askedAt, leaseUntil));
  }

  private static Duration clamped(Duration lease) {
    return lease.compareTo(LEAST_LEASE) < 0 ? LEAST_LEASE : lease.compareTo(LONGEST_LEASE) > 0 ? LONGEST_LEASE : lease;
  }
}
