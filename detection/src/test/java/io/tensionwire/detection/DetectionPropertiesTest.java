package io.tensionwire.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.detection.day.NewsroomDay;
import io.tensionwire.detection.day.Wear;
import io.tensionwire.detection.watch.WatchReader;
import io.tensionwire.detection.watch.WatchRules;
import io.tensionwire.model.Article;
import io.tensionwire.model.Detection;
import io.tensionwire.model.Signal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every article, tried on the examples of all signals with fixed seeds. */
class DetectionPropertiesTest {
  private static final WatchRules RULES = shipped();
  private static final Detector DETECTOR = Detector.of(RULES);
  private static final List<SignalExample> EXAMPLES = SignalExample.all().toList();
  private static final Map<String, List<String>> FILLER = Map.of(
      "en", NewsroomDay.filler("en"), "ko", NewsroomDay.filler("ko"), "ru", NewsroomDay.filler("ru"));

  @ParameterizedTest
  @EnumSource(Wear.class)
  void offsetsGiveThePhraseAndItsSentenceInWornText(Wear wear) {
    var random = new Random(wear.ordinal());

    for (SignalExample example : EXAMPLES) {
      Article article = Articles.article(wear.wear(example.title(), random), wear.wear(body(example), random));
      for (Signal signal : signals(DETECTOR, article)) {
        String field = switch (signal.field()) {
          case TITLE -> article.title();
          case SUMMARY -> article.summary();
          case BODY -> article.body();
        };
        assertThat(field.substring(signal.start(), signal.end())).isEqualTo(signal.phrase()).isNotBlank();
        assertThat(field.substring(signal.sentenceStart())).startsWith(signal.sentence());
        assertThat(signal.sentence()).contains(signal.phrase());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Wear.class)
  void wearThatLeavesTheWordsChangesNothing(Wear wear) {
    var random = new Random(17);

    for (SignalExample example : wear.harmless() ? EXAMPLES : List.<SignalExample>of()) {
      Article worn = Articles.article(wear.wear(example.title(), random), wear.wear(body(example), random));

      assertThat(found(worn)).as("%s, %s", wear, example).isEqualTo(found(article(example)));
    }
  }

  @Test
  void capitalsChangeNothing() {
    for (SignalExample example : EXAMPLES) {
      Article loud = Articles.article(
          example.title().toUpperCase(Locale.ROOT), body(example).toUpperCase(Locale.ROOT));

      assertThat(found(loud)).as("%s", example).isEqualTo(found(article(example)));
    }
  }

  @Test
  void neutralParagraphsBeyondTheLeadChangeNothing() {
    var random = new Random(23);

    for (SignalExample example : EXAMPLES) {
      List<String> filler = filler(example);
      List<String> paragraphs = new ArrayList<>(List.of(body(example).split("\n\n")));
      Article plain = Articles.article(example.title(), String.join("\n\n", paragraphs));
      for (int i = 0; i < 4; i++) {
        paragraphs.add(2 + random.nextInt(paragraphs.size() - 1), filler.get(random.nextInt(filler.size())));
      }
      Article longer = Articles.article(example.title(), String.join("\n\n", paragraphs));

      assertThat(found(longer)).as("%s\n%s", example, longer.body()).isEqualTo(found(plain));
      assertThat(told(longer)).as("%s", example).isEqualTo(told(plain));
    }
  }

  @Test
  void theSameArticleGivesTheSameJudgementOnEveryThreadAndFromEveryDetector() {
    Detector another = Detector.of(shipped());

    List<Judgement> alone = EXAMPLES.stream().map(example -> another.judge(article(example))).toList();
    List<Judgement> together = EXAMPLES.parallelStream().map(example -> DETECTOR.judge(article(example))).toList();

    assertThat(together).isEqualTo(alone);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theOrderOfRulesDoesNotMatter(long seed) {
    Detector shuffled = Detector.of(shuffled(new Random(seed)));

    for (SignalExample example : EXAMPLES) {
      assertThat(shuffled.judge(article(example))).as("%s", example).isEqualTo(DETECTOR.judge(article(example)));
    }
  }

  /** The example, and two paragraphs after it in which nothing happens. */
  private static String body(SignalExample example) {
    List<String> filler = filler(example);
    return example.text() + "\n\n" + filler.get(0) + "\n\n" + filler.get(1);
  }

  private static List<String> filler(SignalExample example) {
    return FILLER.getOrDefault(example.language(), List.of());
  }

  private static Article article(SignalExample example) {
    return Articles.article(example.title(), body(example));
  }

  private static List<Signal> signals(Detector detector, Article article) {
    return detector.judge(article) instanceof Judgement.Named(Detection detection) ? detection.signals() : List.of();
  }

  /** The signals without the text that may have changed around them. */
  private static List<String> found(Article article) {
    return signals(DETECTOR, article).stream()
        .map(signal -> signal.field() + " " + signal.id() + " " + signal.stance() + " " + signal.current()).toList();
  }

  private static String told(Article article) {
    return DETECTOR.judge(article) instanceof Judgement.Named(Detection detection)
        ? detection.severity() + " " + detection.polarity() + " " + detection.passedOver() : "passed over";
  }

  private static WatchRules shuffled(Random random) {
    return new WatchRules(
        RULES.id(), RULES.pair(), shuffle(RULES.parties(), random), shuffle(RULES.joined(), random),
        shuffleEach(RULES.neutral(), random), shuffle(RULES.topics(), random), RULES.classes(),
        shuffle(RULES.signals().stream().map(signal -> shuffledLists(signal, random)).toList(), random));
  }

  /** The record with the lists in its maps in another order. */
  private static <R extends Record> R shuffledLists(R rule, Random random) {
    try {
      RecordComponent[] components = rule.getClass().getRecordComponents();
      Object[] values = new Object[components.length];
      for (int i = 0; i < components.length; i++) {
        Object value = components[i].getAccessor().invoke(rule);
        values[i] = value instanceof Map<?, ?> map ? shuffleEach(map, random) : value;
      }
      Class<?>[] types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      @SuppressWarnings("unchecked") // the constructor of its own class
      R made = (R) rule.getClass().getDeclaredConstructor(types).newInstance(values);
      return made;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @SuppressWarnings("unchecked") // the maps of a watch hold lists
  private static <K, V> Map<K, V> shuffleEach(Map<K, V> map, Random random) {
    Map<K, V> shuffled = new LinkedHashMap<>();
    map.forEach((key, value) -> shuffled.put(key, (V) shuffle((List<Object>) value, random)));
    return shuffled;
  }

  private static <T> List<T> shuffle(List<T> list, Random random) {
    List<T> shuffled = new ArrayList<>(list);
    Collections.shuffle(shuffled, random);
    return List.copyOf(shuffled);
  }

  private static WatchRules shipped() {
    try {
      return WatchReader.read(Files.readString(Articles.WATCH), "korea-russia.yaml");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
