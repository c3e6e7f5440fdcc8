package io.tensionwire.alerts.message;

import static java.util.Comparator.comparing;

import io.tensionwire.model.Alert;
import io.tensionwire.model.Polarity;
import io.tensionwire.model.Signal;
import io.tensionwire.model.TextField;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which evidence a reader wants first. Three sentences that say the same thing tell less than three that say different
 * things, and the headline is on the screen already.
 *
 * @param shown the most telling signals
 * @param more how many other sentences hold signals, too
 */
record Telling(List<Signal> shown, int more) {

  static Telling of(Alert alert, int most) {
    List<Signal> strongest = alert.signals().stream().sorted(strongestFirst(alert.polarity())).toList();
    List<Signal> moving = strongest.stream().filter(signal -> Trend.of(signal) != Trend.NEITHER).toList();
    List<Signal> order = order(moving.isEmpty() ? strongest : moving);
    if (alert.polarity() == Polarity.MIXED) {
      showBothWays(order);
    }
    List<Signal> shown = List.copyOf(order.subList(0, Math.min(most, order.size())));
    long sentences = strongest.stream().map(Signal::sentence).distinct().count();
    return new Telling(shown, (int) sentences - shown.size());
  }

  /** What leans as the article does comes first; of two equals, the one that is not in the headline. */
  private static Comparator<Signal> strongestFirst(@Nullable Polarity polarity) {
    return comparing(Signal::current).reversed()
        .thenComparing(signal -> Trend.of(signal) == Trend.NEITHER)
        .thenComparing(signal -> polarity != null && polarity != Polarity.MIXED && signal.polarity() != polarity)
        .thenComparing(Signal::weight, Comparator.reverseOrder())
        .thenComparing(signal -> signal.field() == TextField.TITLE);
  }

  /** Each sentence once: the strongest of each category, then where the other party does the same in other words. */
  private static List<Signal> order(List<Signal> strongest) {
    List<Signal> order = new ArrayList<>();
    for (Signal signal : strongest) {
      if (order.stream().noneMatch(said -> said.category() == signal.category()
          || said.sentence().equals(signal.sentence()))) {
        order.add(signal);
      }
    }
    for (Signal signal : strongest) {
      boolean answers = signal.direction() != null && signal.field() != TextField.TITLE;
      if (answers && order.stream().noneMatch(said -> said.sentence().equals(signal.sentence())
          || said.category() == signal.category() && (sameDirection(said, signal) || sameWords(said, signal)))) {
        order.add(signal);
      }
    }
    return order;
  }

  private static boolean sameDirection(Signal one, Signal other) {
    return Objects.equals(one.direction(), other.direction());
  }

  private static boolean sameWords(Signal one, Signal other) {
    String words = one.phrase().toLowerCase(Locale.ROOT);
    String others = other.phrase().toLowerCase(Locale.ROOT);
    return words.contains(others) || others.contains(words);
  }

  /** The strongest of the other direction moves up to the second place. */
  private static void showBothWays(List<Signal> order) {
    for (int i = 2; i < order.size() && order.get(0).polarity() == order.get(1).polarity(); i++) {
      if (order.get(i).polarity() != order.get(0).polarity()) {
        order.add(1, order.remove(i));
      }
    }
  }
}
