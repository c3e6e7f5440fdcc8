package io.tensionwire.detection.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The letters of a text by their writing, and its words in an alphabet, in lower case.
 *
 * @param latin Latin letters; of a word that starts with a capital, mostly a name, a third
 * @param accented Latin letters that English lacks
 * @param notRussian Cyrillic letters that Russian lacks, and ъ where it is a vowel
 * @param russianOnly letters that of the larger Cyrillic languages hardly another has
 */
record Letters(
    int hangul, int kana, int han, int cyrillic, int latin, int accented, int notRussian, int russianOnly,
    List<String> words) {

  static Letters of(String text) {
    var count = new Count();
    int from = -1;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      if (alphabetic(c)) {
        from = from < 0 ? i : from;
      } else {
        count.sign(c);
        if (from >= 0) {
          count.word(text.substring(from, i));
        }
        from = -1;
      }
    }
    return new Letters(
        count.hangul, count.kana, count.han, count.cyrillic, count.latin, count.accented, count.notRussian,
        count.russianOnly, count.words);
  }

  private static boolean alphabetic(char c) {
    if (c < 0x80) {
      return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
    return Character.isLetter(c) && c < 0x1100 || c >= 0x1E00 && c < 0x1F00 || c >= 0x300 && c < 0x370;
  }

  private static boolean cyrillic(char c) {
    return c >= 0x400 && c < 0x530;
  }

  private static final class Count {
    private int hangul;
    private int kana;
    private int han;
    private int cyrillic;
    private int latin;
    private int accented;
    private int notRussian;
    private int russianOnly;
    private final List<String> words = new ArrayList<>();

    void sign(char c) {
      if (c >= 0xAC00 && c < 0xD7A4) {
        hangul++;
      } else if (c >= 0x1100 && c < 0x1113) { // the first jamo of a decomposed syllable
        hangul++;
      } else if (c >= 0x3040 && c < 0x3100) {
        kana++;
      } else if (c >= 0x4E00 && c < 0xA000) {
        han++;
      }
    }

    void word(String written) {
      String word = written.toLowerCase(Locale.ROOT);
      words.add(word);
      if (!cyrillic(word.charAt(0))) {
        boolean name = Character.isUpperCase(written.charAt(0));
        latin += name ? (word.length() + 2) / 3 : word.length();
        for (int i = 0; i < word.length(); i++) {
          accented += word.charAt(i) > 0x7F ? 1 : 0;
        }
        return;
      }
      cyrillic += word.length();
      for (int i = 0; i < word.length(); i++) {
        char c = word.charAt(i);
        char next = i + 1 < word.length() ? word.charAt(i + 1) : ' ';
        boolean vowel = c == 'ъ' && "еёюя".indexOf(next) < 0;
        notRussian += vowel || !(c >= 'а' && c <= 'я' || c == 'ё' || c < 0x400 || c == 0x306 || c == 0x308) ? 1 : 0;
        russianOnly += "ыэё".indexOf(c) >= 0 ? 1 : 0;
      }
    }
  }
}
