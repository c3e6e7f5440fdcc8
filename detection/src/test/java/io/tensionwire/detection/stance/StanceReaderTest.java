package io.tensionwire.detection.stance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.detection.Detector;
import io.tensionwire.detection.Judgement;
import io.tensionwire.model.Article;
import io.tensionwire.model.BodySource;
import io.tensionwire.model.Signal;
import io.tensionwire.model.WireName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a signal stands in a sentence, by sentences of our own with the stance that a reader would give them. */
class StanceReaderTest {
  private static final Detector DETECTOR = Detector.parse(text("watch.yaml"), "watch.yaml");

  /** A line of gold.txt. */
  record Gold(String language, String category, String stance, String sentence) {}

  static List<Gold> gold() {
    return text("gold.txt").lines().filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split(" \\| ", 4)).map(part -> new Gold(part[0], part[1], part[2], part[3])).toList();
  }

  @ParameterizedTest
  @MethodSource("gold")
  void aSignalStandsAsAReaderWouldSay(Gold gold) {
    List<String> stances = signals(gold.sentence())
        .filter(signal -> WireName.of(Objects.requireNonNull(signal.category())).equals(gold.category()))
        .map(signal -> WireName.of(signal.stance())).toList();

    assertThat(stances).as(gold.sentence()).containsExactly(gold.stance());
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ko", "ru"})
  void everyStanceIsCoveredInEveryLanguage(String language) {
    List<Gold> ofLanguage = gold().stream().filter(gold -> gold.language().equals(language)).toList();

    assertThat(ofLanguage).hasSizeGreaterThanOrEqualTo(25);
    assertThat(ofLanguage).extracting(Gold::stance)
        .contains("asserted", "alleged", "negated", "proposed", "demanded", "conditional");
  }

  private static Stream<Signal> signals(String sentence) {
    Instant now = Instant.parse("2026-11-21T09:00:00Z");
    Article article = Article.builder(URI.create("https://courier.example/1")).title(sentence)
        .body("", BodySource.PAGE).publishedAt(now).fetchedAt(now).build();
    return ((Judgement.Named) DETECTOR.judge(article)).detection().signals().stream();
  }

  private static String text(String name) {
    try (InputStream stream = StanceReaderTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
