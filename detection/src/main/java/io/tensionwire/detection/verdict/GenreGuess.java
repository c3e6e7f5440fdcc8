package io.tensionwire.detection.verdict;

import io.tensionwire.model.Article;
import io.tensionwire.model.Genre;
import java.util.Locale;

/** The kind of text: what feed or page say, else what the title, the address and the form of the text give away. */
public final class GenreGuess {

  private GenreGuess() {}

  public static Genre of(Article article) {
    if (article.genre() != Genre.REPORT && article.genre() != Genre.OTHER) {
      return article.genre();
    }
    Genre genre = GenreSigns.inTitle(article.title().toLowerCase(Locale.ROOT));
    if (genre == null) {
      genre = GenreSigns.inAddress(article.url());
    }
    if (genre == null) {
      genre = new TextForm(article).genre();
    }
    return genre == null ? article.genre() : genre;
  }
}
