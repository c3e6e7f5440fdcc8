package io.tensionwire.detection.watch;

import io.tensionwire.detection.match.Phrase;
import io.tensionwire.detection.match.Phrase.Clause;
import io.tensionwire.detection.match.Phrase.Element;
import java.util.List;
import java.util.Map;

/**
 * Which rows of words find all that others find. A {@code true} is certain; a {@code false} may only mean that it
 * cannot be told from the rows alone.
 *
 * @param members the words of each class that are rows of one word
 */
record Cover(Map<String, List<String>> members) {

  /** Whether every text in which {@code narrow} is found has {@code wide} too. */
  boolean finds(Phrase wide, Phrase narrow) {
    return wide.clauses().stream().allMatch(clause -> clause.absent()
        // What is missing wherever the narrow one is found: it says so itself.
        ? narrow.clauses().stream().anyMatch(other -> other.absent() && inside(other, clause))
        : narrow.clauses().stream().anyMatch(other -> !other.absent() && inside(clause, other)));
  }

  /** Whether the words that {@code narrow} finds always hold a row that {@code wide} finds. */
  boolean inside(Clause wide, Clause narrow) {
    for (int start = 0; start < narrow.elements().size(); start++) {
      if (end(wide.elements(), 0, narrow.elements(), start) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether {@code wide} finds just the words that {@code narrow} finds. */
  boolean whole(Clause wide, Clause narrow) {
    return end(wide.elements(), 0, narrow.elements(), 0) == narrow.elements().size();
  }

  /** Where in the narrow row the wide one ends; -1 where it does not stand there. */
  private int end(List<Element> wide, int w, List<Element> narrow, int n) {
    if (w == wide.size()) {
      return n;
    }
    if (n == narrow.size()) {
      return -1;
    }
    if (wide.get(w) instanceof Element.Gap(int most)) {
      int between = 0;
      for (int next = n; next < narrow.size() && between <= most; next++) {
        int end = end(wide, w + 1, narrow, next);
        if (end >= 0) {
          return end;
        }
        between += switch (narrow.get(next)) {
          case Element.Words ignored -> 1;
          case Element.Gap(int words) -> words;
          case Element.Named ignored -> most + 1; // of unknown length
        };
      }
      return -1;
    }
    return implies(narrow.get(n), wide.get(w)) ? end(wide, w + 1, narrow, n + 1) : -1;
  }

  private boolean implies(Element narrow, Element wide) {
    return switch (wide) {
      case Element.Gap ignored -> false;
      case Element.Words(List<String> words) -> narrow instanceof Element.Words(List<String> these)
          && these.stream().allMatch(word -> words.stream().anyMatch(other -> finds(other, word)));
      case Element.Named(List<String> names) -> switch (narrow) {
        case Element.Named(List<String> these) -> names.containsAll(these);
        case Element.Words(List<String> these) -> these.stream().allMatch(word -> names.stream()
            .flatMap(name -> members.getOrDefault(name, List.of()).stream()).anyMatch(other -> finds(other, word)));
        case Element.Gap ignored -> false;
      };
    };
  }

  /** The same of single words: {@code word}, {@code stem*}, {@code *part*}. */
  static boolean finds(String wide, String narrow) {
    String wideLetters = wide.replace("*", "");
    String narrowLetters = narrow.replace("*", "");
    if (wide.startsWith("*")) {
      return narrowLetters.contains(wideLetters);
    }
    if (wide.endsWith("*")) {
      return !narrow.startsWith("*") && narrowLetters.startsWith(wideLetters);
    }
    return narrow.equals(wide);
  }
}
