package io.tensionwire.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.detection.watch.WatchReader;
import io.tensionwire.detection.watch.WatchRules;
import io.tensionwire.model.Category;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whether an editor would want to hear of a document, on a labelled set of our own writing. The rules were written with
 * the {@code tuned} part in sight. The {@code held-out} part was labelled by somebody who did not know the rules; which
 * of its documents are misjudged was read once, after the rules. The {@code unseen} part is the newest: its first half
 * nobody who writes rules has read, of its second half the twelve misses in English and Russian. Keep it so: it is the
 * part that says what the next article will meet, and it wants replacing by fresh documents when it has been read.
 */
class LabelledSetTest {
  private static final WatchRules RULES = shipped();
  private static final Detector DETECTOR = Detector.of(RULES);

  /** What each half reaches at least. Raise a floor when detection gets better; it is there so that it gets no worse. */
  private static Agreement floor(String half) {
    return switch (half) {
      case "tuned-en" -> new Agreement(0.97, 0.97, 0.89, 0.97);
      case "tuned-ko" -> new Agreement(0.97, 0.97, 0.87, 0.97);
      case "tuned-ru" -> new Agreement(0.97, 0.97, 0.88, 0.97);
      case "held-out-en" -> new Agreement(0.94, 0.96, 0.66, 0.84);
      case "held-out-ko" -> new Agreement(0.77, 0.91, 0.82, 0.95);
      case "held-out-ru" -> new Agreement(0.87, 0.88, 0.72, 0.94);
      case "unseen-en" -> new Agreement(0.89, 0.90, 0.70, 0.92);
      case "unseen-ko" -> new Agreement(0.95, 0.89, 0.88, 0.97);
      case "unseen-ru" -> new Agreement(0.88, 0.88, 0.74, 0.98);
      default -> throw new IllegalArgumentException(half);
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"tuned-en", "tuned-ko", "tuned-ru", "held-out-en", "held-out-ko", "held-out-ru", "unseen-en", "unseen-ko", "unseen-ru"})
  void detectionAgreesWithTheLabelsAsFarAsItDid(String half) {
    Agreement agreement = Agreement.of(DETECTOR, LabelledDocument.of(half));

    assertThat(agreement.atLeast(floor(half))).as("%s reaches %s; its floor is %s", half, agreement, floor(half))
        .isTrue();
  }

  /** The floors are worth something only if a watch that lost some of its rules falls below them. */
  @ParameterizedTest
  @ValueSource(strings = {"tuned-en", "tuned-ko", "tuned-ru", "held-out-en", "held-out-ko", "held-out-ru", "unseen-en", "unseen-ko", "unseen-ru"})
  void aWatchWithoutAFifthOfItsCategoriesFallsBelowTheFloor(String half) {
    List<LabelledDocument> documents = LabelledDocument.of(half);

    List<Integer> unnoticed = IntStream.range(0, 5)
        .filter(lost -> Agreement.of(Detector.of(without(lost)), documents).atLeast(floor(half))).boxed().toList();

    assertThat(unnoticed).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"tuned-other", "held-out-other"})
  void documentsInOtherLanguagesArePassedOver(String half) {
    assertThat(LabelledDocument.of(half)).isNotEmpty().allSatisfy(document ->
        assertThat(DETECTOR.judge(document.article())).isInstanceOf(Judgement.PassedOver.class));
  }

  /** The watch without every fifth category, from one on. */
  private static WatchRules without(int lost) {
    Set<Category> kept = EnumSet.allOf(Category.class).stream()
        .filter(category -> category.ordinal() % 5 != lost).collect(Collectors.toSet());
    return new WatchRules(
        RULES.id(), RULES.pair(), RULES.parties(), RULES.joined(), RULES.neutral(), RULES.topics(), RULES.classes(),
        RULES.signals().stream().filter(signal -> kept.contains(signal.category())).toList());
  }

  private static WatchRules shipped() {
    try {
      return WatchReader.read(Files.readString(Articles.WATCH), "korea-russia.yaml");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
