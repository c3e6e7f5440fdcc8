package io.tensionwire.ingest.article;

import io.tensionwire.model.Article;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where the last revision of an article is read back, for what its next one cannot say anew. */
public interface FormerArticles {

  /** Nothing is kept. */
  FormerArticles NONE = (articleId, toldAt) -> null;

  /**
   * The last revision.
   *
   * @param toldAt its {@code fetchedAt}
   * @return {@code null} where it is no longer there, or cannot be read now
   */
  @Nullable Article read(String articleId, Instant toldAt) throws InterruptedException;
}
