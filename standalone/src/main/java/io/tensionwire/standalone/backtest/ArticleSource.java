package io.tensionwire.standalone.backtest;

import io.tensionwire.model.Article;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Articles of before, in the order of their arrival; read once. */
interface ArticleSource extends Iterator<ArticleSource.Item>, AutoCloseable {

  /**
   * One of them, or a line that holds none.
   *
   * @param id as the source calls it; absent where it does not say
   * @param article its {@code fetchedAt} is never before that of the item before; absent where there is an error
   */
  record Item(@Nullable String id, @Nullable Article article, @Nullable String error) {

    static Item of(String id, Article article) {
      return new Item(id, article, null);
    }

    static Item unreadable(@Nullable String id, String error) {
      return new Item(id, null, error);
    }
  }

  /** How much of it was read, 0 to 1; negative where that cannot be told. */
  double progress();

  @Override
  void close();
}
