package io.tensionwire.benchmarks.pages;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** How far two texts are made of the same words, as often, in whatever order: the F1 of their bags of words. */
final class WordAgreement {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");

  private WordAgreement() {}

  static double f1(String found, String wanted) {
    Map<String, Integer> had = bag(found);
    Map<String, Integer> want = bag(wanted);
    int hits = want.entrySet().stream()
        .mapToInt(word -> Math.min(word.getValue(), had.getOrDefault(word.getKey(), 0))).sum();
    int all = size(had) + size(want);
    return all == 0 ? 1 : 2.0 * hits / all;
  }

  private static int size(Map<String, Integer> bag) {
    return bag.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static Map<String, Integer> bag(String text) {
    Map<String, Integer> bag = new HashMap<>();
    WORD.matcher(text.toLowerCase(Locale.ROOT)).results().forEach(word -> bag.merge(word.group(), 1, Integer::sum));
    return bag;
  }
}
