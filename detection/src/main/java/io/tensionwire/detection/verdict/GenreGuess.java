package io.tensionwire.detection.verdict;

import io.tensionwire.model.Article;
import io.tensionwire.model.Genre;
import java.util.Locale;
import java.util.regex.Pattern;

/** The kind of text: what feed or page say, else what the title, the address and the form of the text give away. */
public final class GenreGuess {

  /** A word in capitals that opens a line or a sentence: the place of an item, a star sign, the name of a country. */
  private static final Pattern HEAD = Pattern.compile("(?:^|\\n|[.!?][\"”]? )[^\\S\\n]*(\\p{Lu}{4,}(?: \\p{Lu}{2,})*)\\b");
  private static final int HEADS = 4;
  private static final int LEAST_CAPITALS = 4;
  private static final int MOST = 2_000;

  private GenreGuess() {}

  public static Genre of(Article article) {
    if (article.genre() != Genre.REPORT && article.genre() != Genre.OTHER) {
      return article.genre();
    }
    Genre genre = GenreSigns.inTitle(article.title().toLowerCase(Locale.ROOT));
    if (genre == null) {
      genre = GenreSigns.inAddress(article.url());
    }
    if (genre == null && headed(article.body())) {
      genre = Genre.ROUNDUP;
    }
    if (genre == null) {
      genre = new TextForm(article).genre();
    }
    return genre == null ? article.genre() : genre;
  }

  private static boolean headed(String body) {
    String beginning = body.substring(0, Math.min(MOST, body.length()));
    return capitals(beginning) >= HEADS && HEAD.matcher(beginning).results().map(head -> head.group(1)).distinct().limit(HEADS).count() == HEADS;
  }

  /** Runs of capitals: without enough of them no regular expression need look. */
  private static int capitals(String text) {
    int runs = 0;
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = Character.isUpperCase(text.charAt(i)) ? run + 1 : 0;
      runs += run == LEAST_CAPITALS ? 1 : 0;
    }
    return runs;
  }
}
