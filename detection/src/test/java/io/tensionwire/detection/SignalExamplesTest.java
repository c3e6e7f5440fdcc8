package io.tensionwire.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.detection.watch.SignalRule;
import io.tensionwire.detection.watch.WatchReader;
import io.tensionwire.detection.watch.WatchRules;
import io.tensionwire.model.Category;
import io.tensionwire.model.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A mutation test of the shipped watch: each signal has examples in each of its languages, and without the signal one of
 * them fails. Whoever adds a signal adds examples to {@code examples/en.txt}, {@code ko.txt} and {@code ru.txt}.
 */
class SignalExamplesTest {
  private static final WatchRules RULES = shipped();
  private static final Detector DETECTOR = Detector.of(RULES);
  private static final List<Judged> EXAMPLES = SignalExample.all().map(Judged::of).toList();

  /** An example and what the whole watch makes of it. */
  private record Judged(SignalExample example, Judgement judgement) {
    static Judged of(SignalExample example) {
      return new Judged(example, example.judge(DETECTOR));
    }

    /** Whether it is told by the whole watch and not by one without the signal. */
    boolean needs(SignalRule signal) {
      return example.category() == signal.category() && !example.absent() && example.tells(judgement)
          && ((Judgement.Named) judgement).detection().signals().stream().anyMatch(s -> s.id().equals(signal.id()))
          && !example.tells(example.judge(DETECTOR.without(signal.id())));
    }

    @Override
    public String toString() {
      return example.toString();
    }
  }

  static Stream<Judged> examples() {
    return EXAMPLES.stream();
  }

  static Stream<String> signals() {
    return RULES.signals().stream().map(SignalRule::id);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void eachExampleIsJudgedAsItsLineSays(Judged judged) {
    assertThat(judged.example().holds(judged.judgement())).as(() -> judged + "\nbut: " + judged.judgement()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("signals")
  void withoutASignalAnExampleOfEachOfItsLanguagesFails(String id) {
    SignalRule signal = RULES.signals().stream().filter(rule -> rule.id().equals(id)).findFirst().orElseThrow();

    Set<Language> missed = EXAMPLES.stream().filter(judged -> judged.needs(signal))
        .map(judged -> Language.ofTag(judged.example().language())).collect(Collectors.toSet());

    assertThat(missed).as("languages in which an example needs the signal '%s': add a line for its category to"
        + " examples/<language>.txt that no other signal finds", id).containsAll(languages(signal));
  }

  @ParameterizedTest
  @EnumSource(Category.class)
  void eachCategoryHasANearMissInEachLanguage(Category category) {
    assertThat(EXAMPLES).extracting(Judged::example)
        .filteredOn(example -> example.absent() && example.category() == category)
        .extracting(SignalExample::language).contains("en", "ko", "ru");
  }

  @Test
  void aDetectorWithoutASignalJudgesLikeAWatchThatNeverHadIt() {
    Detector rewritten = Detector.of(new WatchRules(
        RULES.id(), RULES.pair(), RULES.parties(), RULES.joined(), RULES.neutral(), RULES.topics(), RULES.classes(),
        RULES.signals().stream().filter(rule -> !rule.id().equals("talks")).toList()));

    assertThat(EXAMPLES).extracting(Judged::example).allSatisfy(example ->
        assertThat(example.judge(DETECTOR.without("talks"))).isEqualTo(example.judge(rewritten)));
  }

  /** The languages in which the signal has phrases, or verbs and objects of an act. */
  private static Set<Language> languages(SignalRule signal) {
    return WatchRules.LANGUAGES.stream()
        .filter(language -> !signal.phrases().getOrDefault(language, List.of()).isEmpty()
            || signal.acts().stream().anyMatch(act -> words(act.does(), language)
                && (act.what().isEmpty() || words(act.what(), language))))
        .collect(Collectors.toSet());
  }

  private static boolean words(List<String> classes, Language language) {
    return classes.stream()
        .anyMatch(name -> !RULES.classes().getOrDefault(name, Map.of()).getOrDefault(language, List.of()).isEmpty());
  }

  private static WatchRules shipped() {
    try {
      return WatchReader.read(Files.readString(Articles.WATCH), "korea-russia.yaml");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
