package io.tensionwire.detection.text;

import java.util.Arrays;
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

  /** The small words, each where its hash says or at the next free place; a power of two, most of it empty. */
  private final char[][] small;

  /** The languages, a bit each, in which the word of that place is a small one. */
  private final int[] smallIn;

  /** By the last letter. */
  private final Ending[][] endings = new Ending[LAST_LETTERS][];

  private record Ending(char[] letters, int languages) {}

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
    Map<String, Integer> words = new HashMap<>();
    Map<String, Integer> endings = new HashMap<>();
    for (int i = 0; i < languages.size(); i++) {
      int bit = 1 << i;
      languages.get(i).words().forEach(word -> words.merge(word, bit, (a, b) -> a | b));
      languages.get(i).endings().forEach(ending -> endings.merge(ending, bit, (a, b) -> a | b));
    }
    small = new char[Integer.highestOneBit(words.size()) * 8][];
    Arrays.fill(small, new char[0]);
    smallIn = new int[small.length];
    words.forEach((word, bits) -> {
      char[] letters = word.toCharArray();
      int place = place(letters, 0, letters.length);
      small[place] = letters;
      smallIn[place] = bits;
    });
    Arrays.fill(this.endings, new Ending[0]);
    endings.forEach((letters, bits) -> {
      char last = letters.charAt(letters.length() - 1);
      Ending[] longer = Arrays.copyOf(this.endings[last], this.endings[last].length + 1);
      longer[longer.length - 1] = new Ending(letters.toCharArray(), bits);
      this.endings[last] = longer;
    });
  }

  Scores of(Letters letters) {
    int[] points = new int[languages];
    int[] smallOfFirst = {0};
    letters.eachWord((characters, from, to) -> {
      int asSmall = smallIn[place(characters, from, to)];
      smallOfFirst[0] += asSmall & 1;
      add(points, asSmall, POINTS_FOR_SMALL);
      if (to - from >= LEAST_WITH_ENDING) {
        add(points, ending(characters, from, to) & ~asSmall, 1);
      }
    });
    return new Scores(points, smallOfFirst[0]);
  }

  /** Where the word is, or an empty place where it is none of the small ones. */
  private int place(char[] characters, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = hash * 31 + characters[i];
    }
    int place = (hash ^ hash >>> 15) & small.length - 1;
    while (small[place].length > 0 && !Arrays.equals(small[place], 0, small[place].length, characters, from, to)) {
      place = place + 1 & small.length - 1;
    }
    return place;
  }

  private int ending(char[] characters, int from, int to) {
    char last = characters[to - 1];
    int bits = 0;
    if (last < LAST_LETTERS) {
      for (Ending ending : endings[last]) {
        int start = to - ending.letters().length;
        if (start >= from && Arrays.equals(ending.letters(), 0, ending.letters().length, characters, start, to)) {
          bits |= ending.languages();
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
