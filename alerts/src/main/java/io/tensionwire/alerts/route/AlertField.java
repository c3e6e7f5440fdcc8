package io.tensionwire.alerts.route;

import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.Category;
import io.tensionwire.model.Confidence;
import io.tensionwire.model.Genre;
import io.tensionwire.model.Language;
import io.tensionwire.model.Polarity;
import io.tensionwire.model.Severity;
import io.tensionwire.model.Signal;
import io.tensionwire.model.WireName;
import io.tensionwire.model.yaml.Nearest;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a matcher can ask of an alert. */
public enum AlertField {
  SEVERITY(names(Severity.class), true, alert -> one(alert.severity())),
  CONFIDENCE(names(Confidence.class), true, alert -> one(alert.confidence())),
  KIND(names(AlertKind.class), false, alert -> one(alert.kind())),
  CATEGORY(names(Category.class), false, alert -> alert.signals().stream().flatMap(s -> one(s.category()).stream()).toList()),
  POLARITY(names(Polarity.class), false, alert -> one(alert.polarity())),
  /** {@code russia>south-korea} */
  DIRECTION(List.of(), false, Alert::directions),
  /** The two-letter tag. */
  LANGUAGE(Arrays.stream(Language.values()).map(Language::tag).toList(), false, alert -> List.of(alert.language().tag())),
  GENRE(names(Genre.class), false, alert -> one(alert.genre())),
  OUTLET(List.of(), false, alert -> List.of(alert.outlet())),
  WATCH(List.of(), false, alert -> List.of(alert.watchId())),
  /** The story's id: what a button mutes. */
  STORY(List.of(), false, alert -> alert.storyId() == null ? List.of() : List.of(alert.storyId())),
  /** The id of a rule of the watch. */
  SIGNAL(List.of(), false, alert -> alert.signals().stream().map(Signal::id).toList());

  /** In rising order where there is one; empty: any text. */
  private final List<String> values;

  private final boolean ordered;
  private final Function<Alert, List<String>> read;

  AlertField(List<String> values, boolean ordered, Function<Alert, List<String>> read) {
    this.values = values;
    this.ordered = ordered;
    this.read = read;
  }

  static AlertField of(String name) {
    for (AlertField field : AlertField.values()) {
      if (field.wireName().equals(name)) {
        return field;
      }
    }
    List<String> names = Stream.of(AlertField.values()).map(AlertField::wireName).toList();
    throw new IllegalArgumentException("asks for " + name + ", which alerts do not have" + hint(name, names));
  }

  public String wireName() {
    return WireName.of(this);
  }

  /** As they are written, in rising order where there is one; empty: any text. */
  public List<String> choices() {
    return values;
  }

  /** Whether an alert has one of a few values. */
  boolean isEnumerated() {
    return isSingle() && !values.isEmpty();
  }

  /** Whether an alert has at most one value. */
  boolean isSingle() {
    return this != CATEGORY && this != DIRECTION && this != SIGNAL;
  }

  boolean mayBeAbsent() {
    return this == KIND || this == POLARITY;
  }

  boolean ordered() {
    return ordered;
  }

  void check(String value) {
    if (!values.isEmpty() && !values.contains(value)) {
      throw new IllegalArgumentException(value + " is not a " + wireName() + hint(value, values));
    }
    if (this == DIRECTION && !value.matches("[^>\\s]+>[^>\\s]+")) {
      throw new IllegalArgumentException(value + " is not a direction; write it like russia>south-korea");
    }
  }

  /** What an alert has. */
  public List<String> of(Alert alert) {
    return read.apply(alert);
  }

  int compare(String a, String b) {
    return ordered ? values.indexOf(a) - values.indexOf(b) : a.compareToIgnoreCase(b);
  }

  private static String hint(String word, List<String> candidates) {
    String nearest = Nearest.to(word, candidates);
    return nearest == null ? "; it is one of " + String.join(", ", candidates) : "; did you mean " + nearest + "?";
  }

  private static <E extends Enum<E>> List<String> names(Class<E> type) {
    return Arrays.stream(type.getEnumConstants()).map(WireName::of).toList();
  }

  private static List<String> one(@Nullable Enum<?> value) {
    return value == null ? List.of() : List.of(WireName.of(value));
  }
}
