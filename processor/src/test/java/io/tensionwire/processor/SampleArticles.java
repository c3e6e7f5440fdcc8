package io.tensionwire.processor;

import io.tensionwire.model.Article;
import io.tensionwire.model.BodySource;
import io.tensionwire.model.Language;
import java.net.URI;
import java.time.Instant;

/** Articles about two made-up islands. */
final class SampleArticles {

  static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  static final String PROTEST =
      """
      The foreign ministry of Aland lodged a protest with the ambassador of Beland on Saturday over the fishing nets
      that were cut near the northern reef last week, a ministry spokesperson told reporters. The ministry said four
      crews had lost their gear and asked that the owners be paid before the season ends. The embassy had no comment.
      """;

  static final String THREAT = PROTEST + "The spokesperson said that another such cut will not go unanswered.\n";

  static final String CONCERT =
      """
      The chamber orchestra of Beland opened its winter season with a suite of sea songs. The hall was sold out, and the
      audience asked for two encores; the conductor, who trained as a ship's carpenter, thanked them with a third one.
      """;

  private SampleArticles() {}

  static Article article(String path, String body) {
    return Article.builder(URI.create("https://gazette.example/" + path))
        .feedId("gazette.example/world")
        .outlet("Gazette")
        .language(Language.EN)
        .title("SAMPLE: " + path)
        .body(body, BodySource.PAGE)
        .publishedAt(NOON.minusSeconds(60))
        .fetchedAt(NOON)
        .build();
  }

  static Article revision(Article article, int revision, String body) {
    return article.toBuilder()
        .revision(revision)
        .body(body, BodySource.PAGE)
        .fetchedAt(article.fetchedAt().plusSeconds(60L * (revision - 1)))
        .build();
  }

  static Article copy(Article article, String outlet) {
    URI url = URI.create("https://" + outlet.toLowerCase(java.util.Locale.ROOT) + ".example/copy");
    return Article.builder(url)
        .feedId(outlet.toLowerCase(java.util.Locale.ROOT) + ".example/world")
        .outlet(outlet)
        .language(Language.EN)
        .title(article.title())
        .body(article.body(), BodySource.PAGE)
        .publishedAt(article.publishedAt())
        .fetchedAt(article.fetchedAt().plusSeconds(90))
        .build();
  }
}
