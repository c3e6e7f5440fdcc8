package io.tensionwire.detection.story;

import static java.util.Objects.requireNonNullElse;

import io.tensionwire.model.Category;
import io.tensionwire.model.Detection;
import io.tensionwire.model.Genre;
import io.tensionwire.model.Gist;
import io.tensionwire.model.Language;
import io.tensionwire.model.Polarity;
import io.tensionwire.model.Signal;
import io.tensionwire.model.TextField;
import io.tensionwire.model.WireName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What of an article tells the event that it reports from others.
 *
 * @param acts what it reports as news, {@code <category> <from>><to>} with how prominent it is, 1 to 9
 * @param passedOver why it is not worth telling by itself, such as {@code only-recap}; absent where it is
 */
public record Portrait(
    Language language,
    Genre genre,
    Map<String, Integer> acts,
    List<String> places,
    @Nullable String passedOver,
    Gist gist) {

  private static final int HEADLINE = 3;
  private static final int MOST = 9;

  public Portrait {
    language = requireNonNullElse(language, Language.OTHER);
    genre = requireNonNullElse(genre, Genre.OTHER);
    // In the order of the keys, so that a replay writes the same bytes.
    acts = acts == null ? Map.of() : Collections.unmodifiableSortedMap(new TreeMap<>(acts));
    places = places == null ? List.of() : List.copyOf(places);
    gist = requireNonNullElse(gist, Gist.NONE);
  }

  static Portrait of(Detection detection) {
    return new Portrait(
        detection.language(), detection.genre(), acts(detection.signals()), detection.mentions().places(), detection.passedOver(), detection.gist());
  }

  private static Map<String, Integer> acts(List<Signal> signals) {
    Map<String, Integer> acts = new LinkedHashMap<>();
    for (Signal signal : signals) {
      var category = signal.category();
      if (signal.current() && category != null) {
        for (String direction : directions(signal, category, signals)) {
          acts.merge(
              WireName.of(category) + " " + direction, signal.field() == TextField.TITLE ? HEADLINE : 1,
              (a, b) -> Math.min(MOST, a + b));
        }
      }
    }
    return acts;
  }

  /** A deed of which a text does not say whose it is may be either's: it is like both. */
  private static List<String> directions(Signal signal, Category category, List<Signal> all) {
    String direction = signal.direction();
    if (direction != null || signal.from() != null || category.polarity() == Polarity.DEESCALATION
        || category == Category.RELATIONS_WORSENING) {
      return List.of(String.valueOf(direction));
    }
    return all.stream().filter(other -> other.category() == category && other.direction() != null).findFirst()
        .map(other -> List.of(String.valueOf(other.direction())))
        .orElseGet(() -> all.stream().filter(other -> other.category() != Category.NK_RUSSIA_MILITARY
                && other.category() != Category.ARMS_TO_UKRAINE && other.direction() != null)
            .findFirst().map(other -> List.of(other.from() + ">" + other.to(), other.to() + ">" + other.from()))
            .orElse(List.of("null")));
  }
}
