package io.tensionwire.detection.gist;

import io.tensionwire.detection.text.Document;
import io.tensionwire.model.Language;
import java.util.BitSet;
import java.util.Map;
import java.util.Set;

/** The content words of an article by their stems. The names of parties are in every article and tell nothing. */
final class Terms {
  private static final int MOST = 60;

  private Terms() {}

  /** @param named the tokens that name parties */
  static Map<String, Integer> of(Document document, Language language, Emphasis emphasis, BitSet named) {
    Set<String> stopWords = StopWords.of(language);
    var tally = new Tally();
    for (int i = 0; i < document.size(); i++) {
      int sentence = document.sentenceNumber(i);
      int points = emphasis.of(sentence);
      if (points == 0 || named.get(i)) {
        continue;
      }
      String word = document.token(i).word();
      if (word.length() < 2 || Character.isDigit(word.charAt(0)) || stopWords.contains(word)) {
        continue;
      }
      String stem = Stems.of(word, language);
      if (stem != null && !stopWords.contains(stem)) {
        tally.add(stem, Tally.FULL, sentence, points);
      }
    }
    return tally.most(MOST);
  }
}
