package io.tensionwire.benchmarks.topology;

import io.tensionwire.model.Article;
import io.tensionwire.model.BodySource;
import io.tensionwire.model.Language;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Articles of about 4 KB in three languages, made of words of their own: of a hundred, five name both countries, and one
 * of these says something that opens a story. The same ones for the same number.
 */
final class BenchmarkArticles {

  static final int BYTES = 4 * 1024;
  private static final long SEED = 20261122;
  private static final List<Language> LANGUAGES = List.of(Language.EN, Language.KO, Language.RU);

  private BenchmarkArticles() {}

  static List<Article> of(int count) {
    var random = new Random(SEED);
    // To come, as far as a broker takes it: what is old would wait to be put in order, after the clock has stopped.
    Instant first = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofMinutes(25));
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Language language = LANGUAGES.get(i % LANGUAGES.size());
      Instant at = first.plusMillis(i * 1_800_000L / count);
      articles.add(Article.builder(URI.create("https://gazette.example/" + i))
          .feedId("gazette.example/world")
          .outlet("Gazette " + i % 40)
          .language(language)
          .title("SAMPLE " + i + " " + Soup.of(random, language, 60))
          .body(opening(i % 100, language) + Soup.of(random, language, BYTES), BodySource.PAGE)
          .publishedAt(at)
          .fetchedAt(at.plusSeconds(60))
          .build());
    }
    return articles;
  }

  private static String opening(int ofHundred, Language language) {
    if (ofHundred == 0) {
      return switch (language) {
        case KO -> "외교부는 주한 러시아 대사를 초치해 한국 영공 침범에 강하게 항의했다고 당국자가 밝혔다. ";
        case RU -> "МИД России вызвал посла Южной Кореи и заявил решительный протест, сообщили в министерстве. ";
        default -> "South Korea's foreign ministry summoned the Russian ambassador to protest, an official said. ";
      };
    }
    if (ofHundred < 5) {
      return switch (language) {
        case KO -> "한국과 러시아의 합창단이 부산에서 함께 노래했다. ";
        case RU -> "Хоры из Южной Кореи и России выступили вместе в Пусане. ";
        default -> "Choirs from South Korea and Russia sang together in Busan. ";
      };
    }
    return "";
  }
}
