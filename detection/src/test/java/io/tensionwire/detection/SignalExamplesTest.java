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
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
  private static final List<SignalExample> EXAMPLES = SignalExample.all().toList();

  static Stream<SignalExample> examples() {
    return EXAMPLES.stream();
  }

  static Stream<String> signals() {
    return RULES.signals().stream().map(SignalRule::id);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void eachExampleIsJudgedAsItsLineSays(SignalExample example) {
    assertThat(example.holds(DETECTOR)).as(() ->
        example + "\nbut: " + DETECTOR.judge(Articles.article(example.title(), example.text()))).isTrue();
  }

  @ParameterizedTest
  @MethodSource("signals")
  void withoutASignalAnExampleOfEachOfItsLanguagesFails(String id) {
    SignalRule signal = RULES.signals().stream().filter(rule -> rule.id().equals(id)).findFirst().orElseThrow();
    Detector without = Detector.of(without(id));

    Set<Language> missed = EXAMPLES.stream()
        .filter(example -> example.category() == signal.category() && example.holds(DETECTOR) && !example.holds(without))
        .map(example -> Language.ofTag(example.language())).collect(Collectors.toSet());

    assertThat(missed).as("languages in which an example needs the signal '%s': add a line for its category to"
        + " examples/<language>.txt that no other signal finds", id).containsAll(languages(signal));
  }

  @ParameterizedTest
  @EnumSource(Category.class)
  void eachCategoryHasANearMissInEachLanguage(Category category) {
    assertThat(EXAMPLES).filteredOn(example -> example.absent() && example.category() == category)
        .extracting(SignalExample::language).contains("en", "ko", "ru");
  }

  private static Set<Language> languages(SignalRule signal) {
    Set<Language> languages = EnumSet.noneOf(Language.class);
    signal.phrases().forEach((language, phrases) -> {
      if (!phrases.isEmpty()) {
        languages.add(language);
      }
    });
    return languages;
  }

  private static WatchRules without(String id) {
    return new WatchRules(
        RULES.id(), RULES.pair(), RULES.parties(), RULES.joined(), RULES.neutral(), RULES.topics(), RULES.classes(),
        RULES.signals().stream().filter(rule -> !rule.id().equals(id)).toList());
  }

  private static WatchRules shipped() {
    try {
      return WatchReader.read(Files.readString(Articles.WATCH), "korea-russia.yaml");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
