package io.tensionwire.detection.signal;

import java.util.Set;

/** Words by which somebody has to do something: their subject is not who demands it. */
final class Obligation {
  private static final Set<String> WORDS = Set.of(
      "must", "should", "to", "needs", "has", "have", "first", "condition", "пусть", "сначала", "сперва", "должен", "должна", "должны", "должно",
      "먼저", "우선");

  private Obligation() {}

  static boolean is(String word) {
    return WORDS.contains(word) || word.startsWith("обязан") || word.startsWith("услови") || word.endsWith("해야")
        || word.endsWith("해야만") || word.endsWith("해야지") || word.startsWith("조건") || word.startsWith("전제");
  }
}
