package io.tensionwire.detection;

import io.tensionwire.detection.text.Document;
import io.tensionwire.detection.text.LanguageGuess;
import io.tensionwire.detection.watch.WatchRules;
import io.tensionwire.model.Article;
import io.tensionwire.model.Language;
import org.jspecify.annotations.Nullable;

/**
 * An article as every watch needs it: read once, however many judge it.
 *
 * @param document its sentences and words; absent in a language that no watch speaks
 */
public record ReadArticle(Article article, Language language, @Nullable Document document) {

  public static ReadArticle of(Article article) {
    Language language = LanguageGuess.of(article.title(), article.summary(), article.body());
    return new ReadArticle(
        article, language, WatchRules.LANGUAGES.contains(language) ? Document.of(article) : null);
  }
}
