package io.tensionwire.ingest.state;

import io.tensionwire.model.Article;
import io.tensionwire.model.FeedState;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Where articles and what is known of their feeds are written, together and in order. */
public interface Journal {

  /**
   * Hands over what is to be written next; done when it is committed.
   *
   * @param article absent where only the state changed
   * @param state which knows the article, and nothing that was not handed over before
   */
  CompletableFuture<Void> write(@Nullable Article article, FeedState state);

  /** Takes what is known of a feed off its topic; done when that is committed. */
  CompletableFuture<Void> forget(String feedId);
}
