package io.tensionwire.detection.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much a text's words speak for each language of a writing: one pass for all of them, in which a word is looked up
 * once and compared with the few endings that share its last letter.
 */
final class LanguageScores {
  private static final int LEAST_WITH_ENDING = 5;
  private static final int POINTS_FOR_SMALL = 2;
  private static final int LAST_LETTERS = 0x600;

  private final int languages;

  /** The languages, a bit each, in which a word is a small one. */
  private final Map<String, Integer> small = new HashMap<>();

  private final List<List<Ending>> byLastLetter = new ArrayList<>();

  private record Ending(String letters, int languages) {}

  /**
   * What the words say.
   *
   * @param points two for a small word, one for an ending; by language, in the order in which they were given
   * @param small how many of the words are small ones of the first language
   */
  record Scores(int[] points, int small) {
    int first() {
      return points[0];
    }

    /** The points of the best of the other languages. */
    int bestOther() {
      int best = 0;
      for (int i = 1; i < points.length; i++) {
        best = Math.max(best, points[i]);
      }
      return best;
    }
  }

  LanguageScores(List<LanguageWords> languages) {
    this.languages = languages.size();
    for (int i = 0; i < LAST_LETTERS; i++) {
      byLastLetter.add(List.of());
    }
    Map<String, Integer> endings = new HashMap<>();
    for (int i = 0; i < languages.size(); i++) {
      int bit = 1 << i;
      languages.get(i).words().forEach(word -> small.merge(word, bit, (a, b) -> a | b));
      languages.get(i).endings().forEach(ending -> endings.merge(ending, bit, (a, b) -> a | b));
    }
    endings.forEach((letters, bits) -> {
      char last = letters.charAt(letters.length() - 1);
      List<Ending> longer = new ArrayList<>(byLastLetter.get(last));
      longer.add(new Ending(letters, bits));
      byLastLetter.set(last, longer);
    });
  }

  Scores of(List<String> words) {
    int[] points = new int[languages];
    int smallOfFirst = 0;
    for (String word : words) {
      int asSmall = small.getOrDefault(word, 0);
      smallOfFirst += asSmall & 1;
      add(points, asSmall, POINTS_FOR_SMALL);
      if (word.length() >= LEAST_WITH_ENDING) {
        add(points, ending(word) & ~asSmall, 1);
      }
    }
    return new Scores(points, smallOfFirst);
  }

  private int ending(String word) {
    char last = word.charAt(word.length() - 1);
    int bits = 0;
    if (last < LAST_LETTERS) {
      List<Ending> endings = byLastLetter.get(last);
      for (int i = 0; i < endings.size(); i++) {
        if (word.endsWith(endings.get(i).letters())) {
          bits |= endings.get(i).languages();
        }
      }
    }
    return bits;
  }

  private static void add(int[] points, int bits, int more) {
    for (int left = bits; left != 0; left &= left - 1) {
      points[Integer.numberOfTrailingZeros(left)] += more;
    }
  }
}
