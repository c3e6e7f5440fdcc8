package io.tensionwire.ingest.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.model.Article;
import io.tensionwire.model.Feed;
import io.tensionwire.model.FeedState;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is known of a feed ends with the feed. */
class ForgottenFeedTest {

  private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");

  private final Feed feed = Feed.builder("a.example/f", URI.create("https://a.example/f")).build();
  private final Notes notes = new Notes();
  private final PartitionSession session =
      new PartitionSession(notes, Map.of(feed.id(), FeedState.builder(feed.id()).validators("v1", null).build()));

  @Test
  void aForgottenFeedIsTakenOffTheTopic() {
    session.forget(feed.id());

    assertThat(notes.written).containsExactly("forget a.example/f");
    assertThat(session.known()).isEmpty();
    assertThat(session.lastPoll(feed).etag()).isNull();
  }

  @Test
  void aPollThatStillRanDoesNotBringItBack() {
    session.forget(feed.id());

    CompletableFuture<Void> done = session.polled(feed, FeedState.unknown(feed.id()), Set.of(), NOW);

    assertThat(done).isDone();
    assertThat(notes.written).containsExactly("forget a.example/f");
  }

  @Test
  void aFeedThatIsAddedAgainIsRememberedAgain() {
    session.forget(feed.id());
    session.welcome(feed.id());

    session.polled(feed, FeedState.unknown(feed.id()), Set.of(), NOW);

    assertThat(notes.written).containsExactly("forget a.example/f", "state a.example/f");
  }

  private static final class Notes implements Journal {
    final List<String> written = new ArrayList<>();

    @Override
    public CompletableFuture<Void> write(@Nullable Article article, FeedState state) {
      written.add("state " + state.feedId());
      return new CompletableFuture<>();
    }

    @Override
    public CompletableFuture<Void> forget(String feedId) {
      written.add("forget " + feedId);
      return new CompletableFuture<>();
    }
  }
}
