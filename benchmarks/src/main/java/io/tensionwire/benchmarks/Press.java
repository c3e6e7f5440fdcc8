package io.tensionwire.benchmarks;

import io.tensionwire.model.Article;
import io.tensionwire.model.BodySource;
import io.tensionwire.model.Language;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Writes articles of 1 to 6 KB. One in four names both parties, one in four one of them. Phrases of rules are strewn in
 * wherever: an article that names only one party must be told from one that names both.
 */
final class Press {
  private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
  private static final int LEAST_BYTES = 1_000;
  private static final int MORE_BYTES = 5_000;

  private final Parts parts;
  private final Language language;
  private final List<Rule> rules;
  private final Random random;

  /** How many of a hundred content words nobody has seen before. */
  private final int unseen;

  Press(Language language, List<Rule> rules, long seed, int unseen) {
    this.language = language;
    this.parts = Parts.of(language);
    this.rules = rules;
    this.random = new Random(seed);
    this.unseen = unseen;
  }

  List<Text> write(int articles) {
    List<Text> texts = new ArrayList<>();
    for (int i = 0; i < articles; i++) {
      texts.add(article(i));
    }
    return texts;
  }

  private Text article(int number) {
    List<String> names = new ArrayList<>(parts.others());
    if (number % 4 < 2) {
      names.addAll(number % 8 < 4 ? parts.one() : parts.other());
    }
    if (number % 4 == 0) {
      names.addAll(number % 8 < 4 ? parts.other() : parts.one());
    }
    String title = sentence(names).replaceAll("[.]$", "");
    List<String> sentences = new ArrayList<>(List.of(title));
    var body = new StringBuilder();
    int wanted = LEAST_BYTES + random.nextInt(MORE_BYTES);
    int bytes = 0;
    while (bytes < wanted) {
      String sentence = sentence(names);
      sentences.add(sentence);
      body.append(body.isEmpty() ? "" : random.nextInt(3) == 0 ? "\n\n" : " ").append(sentence);
      bytes += sentence.getBytes(StandardCharsets.UTF_8).length + 1;
    }
    Article article = Article.builder(URI.create("https://courier.example/" + language.tag() + "/" + number))
        .title(title).body(body.toString(), BodySource.FEED).publishedAt(NOW).fetchedAt(NOW).build();
    return new Text(language, article, List.copyOf(sentences), bytes);
  }

  private String sentence(List<String> names) {
    var sentence = new StringBuilder();
    int length = 8 + random.nextInt(16);
    for (int i = 0; i < length; i++) {
      int dice = random.nextInt(100);
      String word = dice < 38 ? any(parts.small()) : dice < 44 ? any(names) : dice < 46 ? "" + (10 + random.nextInt(90))
          : dice < 47 ? phrase() : content();
      word = dice == 99 ? '"' + word + '"' : word;
      sentence.append(i == 0 ? "" : dice % 12 == 0 ? ", " : " ").append(word);
    }
    sentence.append(' ').append(content()).append('.');
    sentence.replace(0, 1, sentence.substring(0, 1).toUpperCase(Locale.ROOT));
    return sentence.toString();
  }

  /** The words of some rule, with others between them where the rule allows it. */
  private String phrase() {
    Rule.Variant variant = any(any(rules).variants());
    var words = new StringBuilder();
    for (String word : variant.words()) {
      for (int i = random.nextInt(variant.gap() + 1); i > 0 && !words.isEmpty(); i--) {
        words.append(any(parts.small())).append(' ');
      }
      words.append(word).append(' ');
    }
    return words.toString().strip();
  }

  private String content() {
    if (random.nextInt(100) >= unseen) {
      return Rule.frequent(parts.vocabulary(), random);
    }
    var word = new StringBuilder();
    for (int i = 3 + random.nextInt(2); i > 0; i--) {
      word.append(any(parts.syllables()));
    }
    return word.toString();
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
