package io.tensionwire.ingest.page;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The words of a line, for telling how much two lines are the same. */
record Words(Set<String> words) {

  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

  static Words of(String line) {
    Set<String> words = new LinkedHashSet<>();
    for (String word : BETWEEN.split(line.toLowerCase(Locale.ROOT), -1)) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return new Words(words);
  }

  int size() {
    return words.size();
  }

  int sharedWith(Words others) {
    int shared = 0;
    for (String word : words) {
      shared += others.words.contains(word) ? 1 : 0;
    }
    return shared;
  }

  /** @return 0 to 1: how much of these words the others have */
  double shareIn(Words others) {
    return words.isEmpty() ? 0 : (double) sharedWith(others) / words.size();
  }
}
