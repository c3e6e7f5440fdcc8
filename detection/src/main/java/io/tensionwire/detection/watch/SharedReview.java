package io.tensionwire.detection.watch;

import io.tensionwire.detection.match.Phrase;
import io.tensionwire.detection.match.Phrase.Element;
import io.tensionwire.detection.watch.WatchReview.Placed;
import io.tensionwire.model.Category;
import io.tensionwire.model.WireName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Signals that say the same, or of which one is found wherever the other is though it means the contrary. */
final class SharedReview {
  private final List<Placed> phrases;
  private final Cover cover;
  private final Function<Placed, SignalRule> signals;
  /** Phrases by all beginnings of one of the words at each of their places. */
  private final Map<String, List<Placed>> byBeginning = new HashMap<>();

  /** @param phrases of signals in one language */
  SharedReview(List<Placed> phrases, Cover cover, Function<Placed, SignalRule> signals) {
    this.phrases = phrases;
    this.cover = cover;
    this.signals = signals;
    for (Placed placed : phrases) {
      for (List<String> words : words(placed.phrase())) {
        String letters = words.getFirst().replace("*", "");
        for (int length = 1; length <= letters.length(); length++) {
          byBeginning.computeIfAbsent(letters.substring(0, length), beginning -> new ArrayList<>()).add(placed);
        }
      }
    }
  }

  void find(BiConsumer<Integer, String> warn) {
    for (Placed wide : phrases) {
      SignalRule signal = signals.apply(wide);
      for (Placed narrow : candidates(wide)) {
        if (narrow.path().equals(wide.path())) {
          continue;
        }
        if (wide.phrase().clauses().equals(narrow.phrase().clauses())) {
          warn.accept(
              narrow.line(),
              narrow.text() + " is a phrase of the signal " + signal.id() + " too, in line " + wide.line());
        } else if (contrary(signal, signals.apply(narrow)) && cover.finds(wide.phrase(), narrow.phrase())) {
          warn.accept(
              narrow.line(),
              narrow.text() + " is always found with " + wide.text() + " of the signal " + signal.id() + " in line "
                  + wide.line() + ", which is " + WireName.of(signal.category()));
        }
      }
    }
  }

  /** One text may well report a threat and harsh words, but not the same words as a threat and as friendly. */
  private static boolean contrary(SignalRule wide, SignalRule narrow) {
    // What holds its own "not" and eases is told instead of what it denies.
    boolean denies = narrow.firm() && narrow.category() == Category.NORMALISATION;
    return wide.category().polarity() != narrow.category().polarity() && !denies;
  }

  /** Those that may have, at one of their places, only words that the wide one finds. */
  private Collection<Placed> candidates(Placed wide) {
    List<List<String>> places = words(wide.phrase());
    if (places.isEmpty() || places.getFirst().stream().anyMatch(word -> word.startsWith("*"))) {
      return phrases;
    }
    Set<Placed> candidates = new LinkedHashSet<>();
    for (String word : places.getFirst()) {
      candidates.addAll(byBeginning.getOrDefault(word.replace("*", ""), List.of()));
    }
    return candidates;
  }

  /** The places of a phrase that are words, those that must not be there left out. */
  private static List<List<String>> words(Phrase phrase) {
    return phrase.clauses().stream().filter(clause -> !clause.absent())
        .flatMap(clause -> clause.elements().stream())
        .filter(Element.Words.class::isInstance).map(element -> ((Element.Words) element).words())
        .toList();
  }
}
