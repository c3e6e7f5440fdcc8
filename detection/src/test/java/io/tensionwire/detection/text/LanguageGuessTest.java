package io.tensionwire.detection.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.model.Language;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LanguageGuessTest {

  /** A line of languages.txt: what we are to make of it, what it is, the text. */
  record Line(Language expected, String written, String text) {}

  static Stream<Line> lines() throws IOException {
    try (InputStream stream = LanguageGuessTest.class.getResourceAsStream("languages.txt")) {
      return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8).lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#")).map(line -> line.split(" \\| ", 3))
          .map(part -> new Line(Objects.requireNonNull(Language.ofTag(part[0])), part[1], part[2])).toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("lines")
  void aShortTextIsToldByItsContent(Line line) {
    assertThat(LanguageGuess.of(line.text(), "")).isEqualTo(line.expected());
  }

  @Test
  void thereAreAtLeastTwelveLanguagesAndSixtyTexts() throws IOException {
    List<Line> lines = lines().toList();

    assertThat(lines).hasSizeGreaterThanOrEqualTo(60);
    assertThat(lines.stream().map(Line::written).collect(Collectors.toSet())).hasSizeGreaterThanOrEqualTo(12);
  }

  @Test
  void aKoreanHeadlineOverAnEnglishBodyIsAnEnglishArticle() {
    String body = "The foreign ministry in Seoul summoned the Russian ambassador on Tuesday and lodged a protest over the"
        + " remarks, an official said. It was the second such summons this year.";

    assertThat(LanguageGuess.of("외교부, 주한 러시아 대사 초치", body)).isEqualTo(Language.EN);
  }

  @Test
  void anEnglishHeadlineOverAKoreanBodyIsAKoreanArticle() {
    String body = "외교부는 16일 주한 러시아 대사를 불러 항의했다고 밝혔다. 이번 초치는 올해 들어 두 번째다. 러시아 대사관은 논평하지 않았다.";

    assertThat(LanguageGuess.of("Seoul summons Russian ambassador", body)).isEqualTo(Language.KO);
  }

  @Test
  void aKoreanTextFullOfLatinNamesIsKorean() {
    assertThat(LanguageGuess.of("LG·SK·KT, AI 반도체 MOU", "NVIDIA GPU와 HBM4, OpenAI의 ChatGPT, AWS 서버를 쓰는 SK hynix는 CEO"
        + " 간담회에서 IPO 계획을 밝혔다.")).isEqualTo(Language.KO);
  }

  @Test
  void anEnglishArticleThatQuotesRussianIsEnglish() {
    assertThat(LanguageGuess.of("Moscow drops the word \"недружественный\"", "The ministry's statement no longer uses the term"
        + " \"недружественные государства\" for South Korea, a reader of its site would notice.")).isEqualTo(Language.EN);
  }

  @Test
  void hangulInJamoIsKorean() {
    assertThat(LanguageGuess.of(Normalizer.normalize("외교부, 러시아 대사 초치", Normalizer.Form.NFD), "")).isEqualTo(Language.KO);
  }

  @Test
  void decomposedRussianIsRussian() {
    String text = Normalizer.normalize("Сеул ещё не ответил на российский протест", Normalizer.Form.NFD);

    assertThat(LanguageGuess.of(text, "")).isEqualTo(Language.RU);
  }

  @Test
  void figuresAndSignsAloneAreNoLanguage() {
    assertThat(Arrays.asList(LanguageGuess.of("1:0", ""), LanguageGuess.of("—", "2026"))).containsOnly(Language.OTHER);
  }
}
