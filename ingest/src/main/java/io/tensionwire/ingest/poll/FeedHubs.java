package io.tensionwire.ingest.poll;

import io.tensionwire.ingest.feed.ParsedFeed;
import io.tensionwire.ingest.state.PartitionSession;
import io.tensionwire.ingest.websub.HubOffer;
import io.tensionwire.ingest.websub.Subscriber;
import io.tensionwire.ingest.websub.Subscriptions;
import io.tensionwire.model.Feed;
import io.tensionwire.model.FeedState;
import org.jspecify.annotations.Nullable;

/** The hubs that wake the polls of feeds, where hubs can reach us and the feed's configuration wants it. */
final class FeedHubs implements AutoCloseable {

  private final @Nullable Subscriptions subscriptions;

  /** @param subscriptions absent where hubs cannot reach us */
  FeedHubs(@Nullable Subscriptions subscriptions) {
    this.subscriptions = subscriptions;
  }

  /** A feed as somebody here polls it. */
  record Polled(Feed feed, PartitionSession session, Runnable waker) implements Subscriber {
    @Override
    public void wake() {
      waker.run();
    }

    @Override
    public void remember(FeedState.Subscription subscription) {
      session.subscribed(feed, subscription);
    }
  }

  /** The feed is polled here from now on, as it is configured now; a hub that it had is asked at once. */
  void begin(Polled polled) {
    Feed feed = polled.feed();
    if (subscriptions == null) {
      return;
    }
    if (feed.paused() || !feed.webSub()) {
      subscriptions.end(feed.id());
      return;
    }
    FeedState.Subscription known = polled.session().lastPoll(feed).subscription();
    if (known != null) {
      subscriptions.offered(feed, new HubOffer(known.hub(), known.topic()), polled);
    }
  }

  /** What the feed itself says about hubs. */
  void read(Polled polled, ParsedFeed parsed) {
    Feed feed = polled.feed();
    if (subscriptions == null || !feed.webSub()) {
      return;
    }
    HubOffer offer = HubOffer.of(parsed.hints().hubs(), parsed.hints().self(), feed.url());
    if (offer != null) {
      subscriptions.offered(feed, offer, polled);
    }
  }

  /** The feed is configured no more. */
  void removed(String feedId) {
    if (subscriptions != null) {
      subscriptions.end(feedId);
    }
  }

  /** Somebody else polls the feed now. */
  void left(String feedId) {
    if (subscriptions != null) {
      subscriptions.leave(feedId);
    }
  }

  @Override
  public void close() {
    if (subscriptions != null) {
      subscriptions.close();
    }
  }
}
