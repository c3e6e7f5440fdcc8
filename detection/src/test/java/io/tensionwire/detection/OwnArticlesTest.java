package io.tensionwire.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.model.Category;
import io.tensionwire.model.Detection;
import io.tensionwire.model.Polarity;
import io.tensionwire.model.Signal;
import io.tensionwire.model.Stance;
import io.tensionwire.model.WireName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every category in every language, and what only looks like one, by articles of our own writing. */
class OwnArticlesTest {
  private static final Detector DETECTOR = Articles.shipped();

  record Own(String language, String polarity, String about, String title, String text) {
    @Override
    public String toString() {
      return language + ", " + about + ": " + title;
    }
  }

  static Stream<Own> news() throws IOException {
    return all().stream().filter(own -> !own.polarity().equals("none"));
  }

  static Stream<Own> traps() throws IOException {
    return all().stream().filter(own -> own.polarity().equals("none"));
  }

  @ParameterizedTest
  @MethodSource("news")
  void newsOfThePairIsFoundWithItsCategoryAndDirection(Own own) {
    Detection detection = Articles.named(DETECTOR, Articles.article(own.title(), own.text()));

    assertThat(detection.passedOver()).isNull();
    assertThat(WireName.of(Objects.requireNonNull(detection.polarity()))).isEqualTo(own.polarity());
    assertThat(detection.signals()).filteredOn(s -> s.current() && s.stance() != Stance.NEGATED)
        .extracting(Signal::category).map(c -> WireName.of(Objects.requireNonNull(c))).contains(own.about());
  }

  @ParameterizedTest
  @MethodSource("traps")
  void whatOnlyLooksLikeASignalTellsNothing(Own own) {
    Judgement judgement = DETECTOR.judge(Articles.article(own.title(), own.text()));

    assertThat(judgement).satisfiesAnyOf(
        j -> assertThat(j).isInstanceOf(Judgement.PassedOver.class),
        j -> assertThat(((Judgement.Named) j).detection().severity()).isNull());
  }

  @Test
  void everyCategoryIsCoveredInEveryLanguage() throws IOException {
    for (String language : List.of("en", "ko", "ru")) {
      Set<String> covered = news().filter(own -> own.language().equals(language)).map(Own::about)
          .collect(Collectors.toSet());

      assertThat(covered).isEqualTo(Arrays.stream(Category.values()).map(WireName::of).collect(Collectors.toSet()));
    }
  }

  @ParameterizedTest
  @MethodSource("news")
  void signalsHaveTheDirectionOfTheirCategory(Own own) {
    Detection detection = Articles.named(DETECTOR, Articles.article(own.title(), own.text()));

    assertThat(detection.signals()).allSatisfy(signal -> {
      assertThat(signal.polarity()).isEqualTo(Objects.requireNonNull(signal.category()).polarity());
      assertThat(signal.polarity()).isNotEqualTo(Polarity.MIXED);
      assertThat(signal.articleId()).isEqualTo(detection.articleId());
    });
  }

  private static List<Own> all() throws IOException {
    try (InputStream stream = OwnArticlesTest.class.getResourceAsStream("/own/articles.txt")) {
      return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8).lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#")).map(line -> line.split(" \\| "))
          .map(part -> new Own(part[0], part[1], part[2], part[3], part[4])).toList();
    }
  }
}
