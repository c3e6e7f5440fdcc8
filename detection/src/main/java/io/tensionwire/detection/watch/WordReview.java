package io.tensionwire.detection.watch;

import io.tensionwire.detection.match.Phrase.Clause;
import io.tensionwire.detection.match.Phrase.Element;
import io.tensionwire.detection.text.Document;
import io.tensionwire.detection.watch.WatchReview.Placed;
import io.tensionwire.model.Language;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why a phrase can never match, or hardly: words that no text has, clauses that shut each other out. */
final class WordReview {

  private WordReview() {}

  /** What is wrong with a phrase, in words. */
  static List<String> of(Placed placed, Cover cover) {
    List<String> found = new ArrayList<>();
    for (Clause clause : placed.phrase().clauses()) {
      words(clause).forEach(word -> {
        if (!possible(word)) {
          found.add("'" + word + "' can never match: texts have it as "
              + quoted(Document.words(word.replace("*", ""))));
        } else if (mixed(word)) {
          found.add("'" + word + "' can hardly match: it mixes letters of two scripts that look alike");
        } else if (!ofParties(placed) && strange(word, placed.language())) {
          found.add("'" + word + "' can hardly match: it is not in the script of " + placed.language().tag());
        }
      });
      if (length(clause) > Document.LONGEST_SENTENCE) {
        found.add(placed.text() + " can never match: no sentence is longer than " + Document.LONGEST_SENTENCE
            + " characters");
      }
    }
    for (Clause absent : placed.phrase().clauses()) {
      for (Clause wanted : placed.phrase().clauses()) {
        if (absent.absent() && !wanted.absent() && cover.inside(absent, wanted)) {
          found.add(placed.text() + " can never match: what comes after '!' stands wherever the rest does");
        }
      }
    }
    if (placed.path().startsWith("signals") && allLatin(placed)) {
      found.add(placed.text() + " can hardly match: it has no letter of " + placed.language().tag());
    }
    return found;
  }

  private static Stream<String> words(Clause clause) {
    return clause.elements().stream()
        .flatMap(element -> element instanceof Element.Words(List<String> words) ? words.stream() : Stream.empty());
  }

  private static String quoted(List<String> words) {
    return words.isEmpty() ? "nothing" : words.stream().map(w -> "'" + w + "'").collect(Collectors.joining(" and "));
  }

  /** Whether some text has a word that this pattern finds: a stem may need the letters that come after it. */
  private static boolean possible(String word) {
    String letters = word.replace("*", "");
    if (!word.endsWith("*")) {
      return Document.words(letters).equals(List.of(letters));
    }
    String before = word.startsWith("*") ? "a" : "";
    return Stream.of(letters, before + letters + "a", before + letters + "0", letters + "가", letters + "а")
        .anyMatch(text -> Document.words(text).equals(List.of(text)));
  }

  private static boolean ofParties(Placed placed) {
    return placed.path().startsWith("parties");
  }

  /** A Cyrillic letter that looks like a Latin one makes another word. */
  private static boolean mixed(String word) {
    return has(word, UnicodeScript.CYRILLIC) && (has(word, UnicodeScript.LATIN) || has(word, UnicodeScript.HANGUL));
  }

  private static boolean strange(String word, Language language) {
    return switch (language) {
      case EN -> has(word, UnicodeScript.HANGUL) || has(word, UnicodeScript.CYRILLIC);
      case KO -> has(word, UnicodeScript.CYRILLIC);
      case RU -> has(word, UnicodeScript.HANGUL);
      case OTHER -> false;
    };
  }

  /** A Korean or Russian text has a foreign name here and there, but no sentence. */
  private static boolean allLatin(Placed placed) {
    List<String> words = placed.phrase().clauses().getFirst().elements().stream()
        .flatMap(e -> e instanceof Element.Words(List<String> these) ? these.stream().limit(1) : Stream.empty())
        .toList();
    return (placed.language() == Language.KO || placed.language() == Language.RU) && words.size() > 1
        && words.stream().allMatch(word -> has(word, UnicodeScript.LATIN));
  }

  private static boolean has(String word, UnicodeScript script) {
    return word.codePoints().anyMatch(letter -> UnicodeScript.of(letter) == script);
  }

  private static int length(Clause clause) {
    return clause.elements().stream()
        .mapToInt(e -> e instanceof Element.Words(List<String> words)
            ? words.stream().mapToInt(word -> word.replace("*", "").length()).min().orElse(0) + 1 : 0)
        .sum();
  }
}
