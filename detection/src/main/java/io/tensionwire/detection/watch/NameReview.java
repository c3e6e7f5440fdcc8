package io.tensionwire.detection.watch;

import io.tensionwire.detection.match.Phrase.Clause;
import io.tensionwire.detection.watch.WatchReview.Placed;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Names that never count, because the same words are always taken for something else. */
final class NameReview {
  private static final Cover ROWS = new Cover(Map.of());
  /** Of the same words the surer one counts; of two that are as sure, the first. */
  private static final List<String> SUREST_FIRST = List.of("names", "own", "weak");

  private NameReview() {}

  /** @param names of parties in one language, in the order of the file */
  static void of(List<Placed> names, List<Placed> neutral, BiConsumer<Integer, String> warn) {
    for (Placed name : names) {
      Clause row = row(name);
      neutral.stream().filter(other -> ROWS.whole(row(other), row)).findFirst().ifPresent(other -> warn.accept(
          name.line(), name.text() + " is always hidden by the neutral " + other.text() + " in line " + other.line()));
      names.stream()
          .filter(other -> !party(other).equals(party(name)) && before(other, name) && ROWS.whole(row(other), row))
          .findFirst()
          .ifPresent(other -> warn.accept(
              name.line(),
              name.text() + " is always taken for " + other.text() + " of another party in line " + other.line()));
    }
  }

  private static boolean before(Placed one, Placed other) {
    int difference = SUREST_FIRST.indexOf(one.key()) - SUREST_FIRST.indexOf(other.key());
    return difference < 0 || difference == 0 && one.line() < other.line();
  }

  private static String party(Placed name) {
    return name.path().substring(0, name.path().indexOf(']'));
  }

  private static Clause row(Placed placed) {
    return placed.phrase().clauses().getFirst();
  }
}
