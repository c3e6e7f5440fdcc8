package io.tensionwire.detection.day;

import io.tensionwire.detection.day.Template.Choices;
import io.tensionwire.model.Article;
import io.tensionwire.model.BodySource;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes the articles of a day. The same seed gives the same day. */
public final class NewsroomDay {
  private static final Instant MORNING = Instant.parse("2026-11-20T15:00:00Z");
  private static final List<String> LANGUAGES = List.of("en", "ko", "ru");

  /** Of a hundred articles so many are written near the pair: both named, or the words of a signal. */
  private static final int NEAR = 20;
  private static final int WORN = 4;

  private final Random random;
  private final List<Parts> parts = LANGUAGES.stream().map(Parts::of).toList();

  NewsroomDay(long seed) {
    this.random = new Random(seed);
  }

  /**
   * An article and where its words come from.
   *
   * @param template the file and the line
   */
  record Made(String template, Article article) {
    @Override
    public String toString() {
      return template + " " + article.title();
    }
  }

  /** So many articles, none of them news of the pair. */
  List<Made> articles(int count) {
    List<Made> articles = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      Parts language = parts.get(random.nextInt(parts.size()));
      List<Template> from = random.nextInt(100) < NEAR ? language.near() : language.general();
      articles.add(make(i, language, from.get(random.nextInt(from.size())), random.nextInt(100) < WORN));
    }
    return articles;
  }

  /** True news of the pair, each printed {@code copies} times with other things around it. */
  List<Made> news(int copies) {
    List<Made> articles = new ArrayList<>();
    for (Parts language : parts) {
      for (Template template : language.news()) {
        for (int i = 0; i < copies; i++) {
          articles.add(make(articles.size(), language, template, false));
        }
      }
    }
    return articles;
  }

  /** Paragraphs that fit any article of a language. */
  public static List<String> filler(String language) {
    Parts parts = Parts.of(language);
    var choices = new Choices(parts.lists(), new Random(7));
    return parts.filler().stream().map(choices::fill).toList();
  }

  private Made make(int number, Parts language, Template template, boolean worn) {
    var choices = new Choices(language.lists(), random);
    List<String> paragraphs = new ArrayList<>();
    for (String paragraph : template.paragraphs()) {
      if (!paragraph.startsWith("?")) {
        paragraphs.add(choices.fill(paragraph));
      } else if (random.nextBoolean()) {
        paragraphs.add(choices.fill(paragraph.substring(1).strip()));
      }
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      paragraphs.add(
          1 + random.nextInt(paragraphs.size()),
          choices.fill(language.filler().get(random.nextInt(language.filler().size()))));
    }
    for (int i = random.nextInt(3) - random.nextInt(2); i > 0; i--) {
      paragraphs.add(choices.fill(language.furniture().get(random.nextInt(language.furniture().size()))));
    }
    if (random.nextInt(12) == 0) {
      related(language, paragraphs);
    }
    String title = choices.fill(template.title());
    String body = String.join("\n\n", paragraphs);
    if (worn) {
      Wear wear = Wear.values()[random.nextInt(Wear.values().length)];
      body = wear.wear(body, random);
      title = wear == Wear.CUT || wear == Wear.HARD_BREAKS ? title : wear.wear(title, random);
    }
    Instant published = MORNING.plus(Duration.ofSeconds(random.nextInt(86_400)));
    return new Made(template.name(), Article.builder(URI.create("https://desk.example/" + number))
        .title(title.strip()).body(body, BodySource.PAGE).publishedAt(published).fetchedAt(published.plusSeconds(40))
        .build());
  }

  /** The titles of other articles, as pages list them below. */
  private void related(Parts language, List<String> paragraphs) {
    var list = new StringBuilder(language.related());
    for (int i = 2 + random.nextInt(4); i > 0; i--) {
      List<Template> from = random.nextInt(3) == 0 ? language.near() : language.general();
      list.append('\n').append(random.nextInt(6) == 0
          ? title(language, language.news()) : title(language, from));
    }
    paragraphs.add(list.toString());
  }

  private String title(Parts language, List<Template> from) {
    return new Choices(language.lists(), random).fill(from.get(random.nextInt(from.size())).title());
  }
}
