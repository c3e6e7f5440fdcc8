package io.tensionwire.ingest.simulation;

import io.tensionwire.fixtures.world.Ledger;
import io.tensionwire.fixtures.world.Told;
import io.tensionwire.ingest.state.Journal;
import io.tensionwire.model.Article;
import io.tensionwire.model.FeedState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Commits at once, to memory; holds the poller to the time that it says it will come again. */
final class MemoryJournal implements Journal {

  private final Ledger ledger;
  private final List<Told> told = new ArrayList<>();
  private final Map<String, FeedState> states = new HashMap<>();

  MemoryJournal(Ledger ledger) {
    this.ledger = ledger;
  }

  @Override
  public synchronized CompletableFuture<Void> write(@Nullable Article article, FeedState state) {
    if (article != null) {
      told.add(new Told(article, state.learntInterval()));
    }
    states.put(state.feedId(), state);
    ledger.plan(state.feedId(), state.nextPollAt());
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public synchronized CompletableFuture<Void> forget(String feedId) {
    states.remove(feedId);
    return CompletableFuture.completedFuture(null);
  }

  synchronized List<Told> told() {
    return List.copyOf(told);
  }

  synchronized Map<String, FeedState> states() {
    return Map.copyOf(states);
  }
}
