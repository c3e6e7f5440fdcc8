package io.tensionwire.detection.stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.tensionwire.model.Article;
import io.tensionwire.model.BodySource;
import io.tensionwire.model.Json;
import io.tensionwire.model.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An article of a labelled stream.
 *
 * @param stream which it is from
 * @param story the event that it reports; absent where it reports none
 * @param role {@code report}, {@code copy}, {@code rewrite}, {@code citation}, {@code update}, {@code analysis}, {@code
 *     followup}, {@code recap} or {@code noise}
 */
record StreamArticle(String stream, String id, @Nullable String story, String role, Article article) {

  static StreamArticle of(String stream, String line) {
    try {
      JsonNode node = Json.mapper().readTree(line);
      Instant published = Instant.parse(node.get("publishedAt").asText());
      Article article = Article.builder(URI.create(node.get("url").asText()))
          .title(node.get("title").asText())
          .body(node.get("text").asText(), BodySource.PAGE)
          .language(Language.valueOf(node.get("language").asText().toUpperCase(Locale.ROOT)))
          .outlet(node.get("outlet").asText())
          .publishedAt(published)
          .fetchedAt(published)
          .build();
      String story = node.path("story").isTextual() ? stream + "/" + node.get("story").asText() : null;
      return new StreamArticle(stream, node.get("id").asText(), story, node.get("role").asText(), article);
    } catch (IOException e) {
      throw new UncheckedIOException(line, e);
    }
  }

  StreamArticle revision(int revision) {
    return revision == 1 ? this
        : new StreamArticle(stream, id, story, role, article.toBuilder().revision(revision).build());
  }
}
