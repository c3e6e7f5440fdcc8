package io.tensionwire.ingest.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.model.FeedState;
import java.net.URI;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SubscribedFeedTest {

  private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");

  @Test
  void aPollThatBeganBeforeTheSubscriptionDoesNotUndoIt() {
    var memory = new FeedMemory(FeedState.unknown("a.example/f"));
    FeedState atTheStartOfThePoll = memory.poll();
    var subscription = new FeedState.Subscription(URI.create("https://hub.example/"), URI.create("https://a.example/f"), NOW, null);
    memory.subscribed(subscription);

    memory.polled(atTheStartOfThePoll.toBuilder().polledAt(NOW).build(), Set.of(), NOW);

    assertThat(memory.state().subscription()).isEqualTo(subscription);
    assertThat(memory.state().polledAt()).isEqualTo(NOW);
  }
}
