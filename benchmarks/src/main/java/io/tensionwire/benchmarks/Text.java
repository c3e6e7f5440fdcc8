package io.tensionwire.benchmarks;

import io.tensionwire.model.Article;
import io.tensionwire.model.Language;
import java.util.List;

/**
 * A generated article.
 *
 * @param sentences title and body, cut: an engine that does not know sentences gets them for nothing
 * @param bytes its length in UTF-8
 */
record Text(Language language, Article article, List<String> sentences, int bytes) {}
