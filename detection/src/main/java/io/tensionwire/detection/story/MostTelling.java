package io.tensionwire.detection.story;

import io.tensionwire.model.Signal;
import io.tensionwire.model.TextField;
import io.tensionwire.model.WireName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Signals by what they tell a reader: what is current before what is history, headlines first, then by weight. */
public final class MostTelling {

  static final Comparator<Signal> FIRST =
      Comparator.comparing((Signal s) -> !s.current())
          .thenComparing(s -> s.field() != TextField.TITLE)
          .thenComparing(Comparator.comparingInt(Signal::weight).reversed());

  private MostTelling() {}

  /** The signals of several texts, most telling first, each once however many copies hold it; the order is stable. */
  static List<Signal> of(List<Signal> signals, int most) {
    Map<String, Signal> distinct = new LinkedHashMap<>();
    signals.stream()
        .sorted(FIRST)
        .forEach(s -> distinct.putIfAbsent(fact(s) + " " + s.phrase().toLowerCase(Locale.ROOT), s));
    List<Signal> told = new ArrayList<>(distinct.values());
    return List.copyOf(told.subList(0, Math.min(most, told.size())));
  }

  /** What a signal says, whatever the words: {@code <category> <rule> <stance> current|history <direction>}. */
  public static String fact(Signal signal) {
    var category = signal.category();
    return String.join(
        " ", category == null ? "other" : WireName.of(category), signal.id(), WireName.of(signal.stance()),
        signal.current() ? "current" : "history", String.valueOf(signal.direction()));
  }
}
