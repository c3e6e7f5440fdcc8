package io.tensionwire.detection.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tensionwire.detection.watch.WatchReview.Warning;
import io.tensionwire.model.yaml.YamlException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WatchReviewTest {

  private static final String CLEAN = """
      id: north-south
      pair: [north, south]
      parties:
        - id: north
          en: { names: [northland], weak: [land] }
          holders:
            - { id: A, office: minister, from: 2020-01-01, to: 2022-12-31, names: [ahn] }
            - { id: B, office: minister, from: 2023-01-01, names: [bahn] }
        - id: south
          en: { names: [southland] }
      neutral:
        en: [northland terrier]
      topics:
        - id: sport
          vetoes: [relations-worsening]
          en: [match]
      classes:
        relations:
          en: [relations, ties]
      signals:
        - id: cold
          category: relations-worsening
          en:
            - <relations> cooled
            - red line* & !metro
        - id: warm
          category: dialogue
          en:
            - talks held
            - "u.s* envoy"
      """;

  @Test
  void aCleanWatchHasNoWarnings() {
    assertThat(WatchReview.of(CLEAN, "clean.yaml")).isEmpty();
  }

  @Test
  void aWatchThatIsNotRightIsRefused() {
    assertThatThrownBy(() -> WatchReview.of(CLEAN.replace("talks held", "(talks held"), "broken.yaml"))
        .isInstanceOf(YamlException.class).hasMessageStartingWith("broken.yaml:29: ");
  }

  @Test
  void aWordThatNoTextHasCanNeverMatch() {
    warned("talks held", "minister's talks", 29, "'minister's' can never match: texts have it as 'minister'");
    warned("talks held", "charge d'affaires", 29, "'d'affaires' can never match: texts have it as 'd' and 'affaires'");
    warned("talks held", "two..dots*", 29, "'two..dots*' can never match: texts have it as 'two' and 'dots'");
    warned("talks held", "t".repeat(70), 29, "can never match: texts have it as '" + "t".repeat(64) + "' and 'tttttt'");
  }

  @Test
  void aRowThatIsLongerThanASentenceCanNeverMatch() {
    String row = IntStream.range(0, 40).mapToObj(i -> "w".repeat(60)).collect(Collectors.joining(" "));

    warned("talks held", row, 29, "can never match: no sentence is longer than 2000 characters");
  }

  @Test
  void aClauseThatShutsOutItsOwnAnchorIsTold() {
    String told = "can never match: what comes after '!' stands wherever the rest does";

    warned("red line* & !metro", "\"red lines & !line*\"", 25, told);
    warned("red line* & !metro", "\"ties cooled & !<relations> cool*\"", 25, told);
    warned("red line* & !metro", "\"red line* & !red ..2 line*\"", 25, told);
    warned("red line* & !metro", "\"<relations> ..2 cooled & !<relations|south> ..3 cooled\"", 25, told);
    assertThat(review("red line* & !metro", "\"red line* & !lines\"")).isEmpty();
    assertThat(review("red line* & !metro", "\"red ..3 line* & !red ..2 line*\"")).isEmpty();
  }

  @Test
  void aClassWithoutWordsInTheLanguageOfItsPhraseIsTold() {
    assertThat(WatchReview.of(CLEAN.replace("en: [relations, ties]", "ko: [관계]"), "w.yaml"))
        .contains(new Warning(24, "'<relations> cooled' can never match: relations has no words in en"));
  }

  @Test
  void thePhraseOfAnotherScriptIsTold() {
    warned("talks held", "회담*", 29, "'회담*' can hardly match: it is not in the script of en");
    warned("talks held", "tаlks held", 29, "'tаlks' can hardly match: it mixes letters of two scripts");
    String korean = CLEAN.replace("- \"u.s* envoy\"", "- envoy\n    ko: [red line]")
        .replace("en: { names: [southland] }", "en: { names: [southland] }\n    ko: { names: [남쪽*] }")
        .replace("en: { names: [northland], weak: [land] }", "en: { names: [northland] }\n    ko: { names: [북쪽*] }");
    assertThat(WatchReview.of(korean, "w.yaml")).extracting(Warning::text)
        .containsExactly("'red line' can hardly match: it has no letter of ko");
  }

  @Test
  void aPhraseThatStandsTwiceIsTold() {
    warned("- talks held", "- talks held\n      - TALKS  held", 30, "stands here twice, also in line 29");
    warned("[relations, ties]", "[relations, ties, Relations]", 19, "'Relations' stands here twice");
  }

  @Test
  void aPhraseOfTwoSignalsIsToldAtBoth() {
    assertThat(review("talks held", "<relations> cooled")).containsExactly(
        new Warning(24, "'<relations> cooled' is a phrase of the signal warm too, in line 29"),
        new Warning(29, "'<relations> cooled' is a phrase of the signal cold too, in line 24"));
  }

  @Test
  void aPhraseWithinOneOfTheOtherPolarityIsTold() {
    warned(
        "talks held", "ties cooled fast & <pair>", 29,
        "is always found with '<relations> cooled' of the signal cold in line 24, which is relations-worsening");
    warned("talks held", "\"(ties|relations) cooled\"", 29, "is always found with '<relations> cooled'");
    warned("talks held", "\"red lines & !metro\"", 29, "is always found with 'red line* & !metro'");
    assertThat(review("talks held", "\"red lines\"")).isEmpty();
    assertThat(review("talks held", "\"(ties|talks) cooled\"")).isEmpty();
    assertThat(WatchReview.of(
        CLEAN.replace("talks held", "ties cooled fast").replace("category: dialogue", "category: relations-worsening"),
        "w.yaml")).isEmpty();
  }

  @Test
  void wordsMayBeOfTwoCategoriesThatDoNotContradictEachOther() {
    String within = CLEAN.replace("talks held", "ties cooled fast");

    assertThat(WatchReview.of(within.replace("category: dialogue", "category: hostile-rhetoric"), "w.yaml")).isEmpty();
    assertThat(WatchReview.of(within.replace("category: dialogue", "category: normalisation"), "w.yaml")).hasSize(1);
    assertThat(WatchReview.of(
        within.replace("category: dialogue", "category: normalisation\n    firm: true"), "w.yaml")).isEmpty();
  }

  @Test
  void aNameThatNeverCountsIsTold() {
    warned("[northland terrier]", "[northland*]", 5, "'northland' is always hidden by the neutral 'northland*' in line 12");
    warned("names: [southland]", "names: [southland, northland]", 10,
        "'northland' is always taken for 'northland' of another party in line 5");
    warned("names: [southland]", "names: [southland, land]", 5,
        "'land' is always taken for 'land' of another party in line 10");
  }

  @Test
  void whatNobodyUsesIsTold() {
    warned("<relations> cooled", "relations cooled", 19, "the class relations is used by no phrase and no act");
    warned("signals:\n", "verbs:\n  to-warn:\n    en: [warn*]\nsignals:\n", 22, "the verbs to-warn are used by no act");
    warned("vetoes: [relations-worsening]", "vetoes: [red-line]", 16, "the topic sport vetoes no category");
    warned("vetoes: [relations-worsening]\n    en: [match]", "vetoes: all", 1, "the topic sport has no words");
    assertThat(WatchReview.of(
        CLEAN.replace("<relations> cooled", "relations cooled").replace("id: cold", "id: cold\n    aim: relations"),
        "w.yaml")).isEmpty();
  }

  @Test
  void aLanguageInWhichAPartyHasNoNamesIsTold() {
    warned("- \"u.s* envoy\"", "- \"u.s* envoy\"\n    ru: [переговоры]", 5, "north has no names in ru");
  }

  @Test
  void termsOfOfficeThatCannotBeAreTold() {
    warned("to: 2022-12-31", "to: 2019-12-31", 7, "A is in office from 2020-01-01 to 2019-12-31: never");
    warned("from: 2023-01-01", "from: 2022-12-31", 8, "B and A are both minister on 2022-12-31");
    warned(", to: 2022-12-31", "", 8, "B and A are both minister on 2023-01-01");
    assertThat(review("B, office: minister, from: 2023-01-01", "B, office: envoy")).isEmpty();
  }

  @Test
  void theExampleHasNoMistakesAndNoDeadPhrases() throws IOException {
    String source = Files.readString(Path.of("..", "config", "watches", "examples", "korea-japan.yaml"));

    assertThat(WatchReview.of(source, "korea-japan.yaml")).noneMatch(warning -> warning.text().contains("never"));
  }

  @Test
  void theShippedWatchHasNothingToLookAt() throws IOException {
    String source = Files.readString(Path.of("..", "config", "watches", "korea-russia.yaml"));

    assertThat(WatchReview.of(source, "korea-russia.yaml")).isEmpty();
  }

  @Test
  void tenThousandPhrasesAreLookedOverInSeconds() {
    String many = IntStream.range(0, 10_000).mapToObj(i -> "      - word" + i + " ..3 (noun" + i + "|thing" + i + ")\n")
        .collect(Collectors.joining());
    long start = System.nanoTime();

    assertThat(WatchReview.of(CLEAN.replace("      - talks held\n", many), "many.yaml")).isEmpty();

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
  }

  private static List<Warning> review(String right, String other) {
    assertThat(CLEAN).contains(right);
    return WatchReview.of(CLEAN.replace(right, other), "w.yaml");
  }

  private static void warned(String right, String other, int line, String words) {
    assertThat(review(right, other)).as(right + " -> " + other).anySatisfy(warning -> {
      assertThat(warning.line()).isEqualTo(line);
      assertThat(warning.text()).contains(words);
    });
  }
}
