package io.tensionwire.ingest.websub;

import io.tensionwire.model.FeedState;

/** Who polls a feed, as its subscription sees it. */
public interface Subscriber {

  /** There may be news: the feed is to be polled soon. */
  void wake();

  /** To be kept in the feed's state. */
  void remember(FeedState.Subscription subscription);
}
