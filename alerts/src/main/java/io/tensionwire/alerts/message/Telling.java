package io.tensionwire.alerts.message;

import io.tensionwire.model.Alert;
import io.tensionwire.model.Category;
import io.tensionwire.model.Signal;
import io.tensionwire.model.TextField;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which evidence a reader wants first. Three sentences that say the same thing tell less than three that say different
 * things, and the headline is on the screen already.
 */
final class Telling {

  private static final Comparator<Signal> STRONGEST_FIRST =
      Comparator.comparing(Signal::current).reversed()
          .thenComparing(Signal::weight, Comparator.reverseOrder())
          .thenComparing(signal -> signal.field() == TextField.TITLE);

  private Telling() {}

  /** Each sentence once: the strongest of each category first, then what is left of them. */
  static List<Signal> order(Alert alert) {
    List<Signal> strongest = alert.signals().stream().sorted(STRONGEST_FIRST).toList();
    List<Signal> order = new ArrayList<>();
    Set<String> sentences = new HashSet<>();
    Set<Category> categories = new HashSet<>();
    for (Signal signal : strongest) {
      Category category = signal.category();
      if (category != null && !categories.contains(category) && sentences.add(signal.sentence())) {
        categories.add(category);
        order.add(signal);
      }
    }
    for (Signal signal : strongest) {
      if (sentences.add(signal.sentence())) {
        order.add(signal);
      }
    }
    return order;
  }
}
