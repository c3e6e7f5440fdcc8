package io.tensionwire.detection.role;

import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.detection.match.Hit;
import io.tensionwire.detection.match.Marks;
import io.tensionwire.detection.match.Reading;
import io.tensionwire.detection.party.Mention;
import io.tensionwire.detection.party.Mentions;
import io.tensionwire.detection.party.Scene;
import io.tensionwire.detection.text.Document;
import io.tensionwire.detection.watch.Vocabulary;
import io.tensionwire.detection.watch.WatchReader;
import io.tensionwire.detection.watch.WatchRules;
import io.tensionwire.model.Article;
import io.tensionwire.model.Language;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who does what to whom, on sentences of our own: {@code sentence with its [act] | agent | recipient}. */
class RolesTest {
  @SuppressWarnings("NullAway.Init") // set before all
  private static WatchRules rules;

  @BeforeAll
  static void readTheShippedWatch() throws IOException {
    Path watch = Path.of("..", "config", "watches", "korea-russia.yaml");
    rules = WatchReader.read(Files.readString(watch), watch.toString());
  }

  @ParameterizedTest(name = "{0}: at least {1} of the roles")
  @CsvSource({"en, 0.95", "ko, 0.95", "ru, 0.95"})
  void agentAndRecipientAreTold(String tag, double least) throws IOException {
    Language language = Objects.requireNonNull(Language.ofTag(tag));
    Vocabulary vocabulary = Vocabulary.of(language, rules);
    List<String> wrong = new ArrayList<>();
    int roles = 0;
    for (String line : lines(tag)) {
      String[] parts = line.split("\\|");
      Roles read = read(parts[0].strip(), language, vocabulary);
      roles += 2;
      compare(line, "agent", parts[1], read.from(), wrong);
      compare(line, "recipient", parts[2], read.to(), wrong);
    }

    assertThat((double) (roles - wrong.size()) / roles).as(String.join("\n", wrong)).isGreaterThanOrEqualTo(least);
  }

  private static void compare(String line, String role, String expected, List<String> read, List<String> wrong) {
    Set<String> wanted = expected.strip().equals("-") ? Set.of() : new TreeSet<>(Arrays.asList(expected.strip().split(",")));
    if (!wanted.equals(new TreeSet<>(read))) {
      wrong.add(role + " " + read + ": " + line);
    }
  }

  private static Roles read(String marked, Language language, Vocabulary vocabulary) {
    String text = marked.replace("[", "").replace("]", "");
    int start = marked.indexOf('[');
    int end = marked.indexOf(']') - 1;
    Article article = Article.builder(URI.create("https://courier.example/1")).title(text)
        .fetchedAt(Instant.parse("2026-11-21T09:00:00Z")).build();
    Document document = Document.of(article);
    Reading reading = vocabulary.matcher().read(document);
    List<Hit> hits = vocabulary.matcher().parties(reading);
    hits.addAll(vocabulary.matcher().words(reading));
    List<Mention> mentions = Mentions.find(document, language, rules, vocabulary, hits);
    Marks marks = vocabulary.matcher().marks(document);
    Scene scene = Scene.of(document, rules, vocabulary, mentions, marks);
    int from = 0;
    while (document.token(from).end() <= start) {
      from++;
    }
    int to = from + 1;
    while (to < document.tokens().size() && document.token(to).start() < end) {
      to++;
    }
    return new RoleReader(document, language, scene).of(from, to);
  }

  private static List<String> lines(String tag) throws IOException {
    try (var in = Objects.requireNonNull(RolesTest.class.getResourceAsStream(tag + ".txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank()).toList();
    }
  }
}
