package io.tensionwire.detection.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * The letters of a text by their writing, and its words in an alphabet, in lower case: characters in one row, since
 * every article passes here and most of them go no further.
 */
final class Letters {
  private static final int ALPHABETS = 0x1F00;
  private static final boolean[] ALPHABETIC = new boolean[ALPHABETS];

  static {
    for (char c = 0; c < ALPHABETS; c++) {
      ALPHABETIC[c] = c < 0x80
          ? c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
          : Character.isLetter(c) && c < 0x1100 || c >= 0x1E00 || c >= 0x300 && c < 0x370;
    }
  }

  private int hangul;
  private int kana;
  private int han;
  private int cyrillic;
  private int latin;
  private int accented;
  private int notRussian;
  private int russianOnly;

  private char[] characters;
  private int[] ends = new int[256];
  private int words;

  private Letters(int room) {
    characters = new char[room];
  }

  /** The letters of the first characters, at most so many of each part and in all. */
  static Letters of(String[] parts, int most) {
    char[] sample = new char[most];
    int size = 0;
    for (String part : parts) {
      int length = Math.min(part.length(), most - size);
      part.getChars(0, length, sample, size);
      size += length;
      if (size < most) {
        sample[size++] = '\n';
      }
    }
    var letters = new Letters(most);
    if (composed(sample, size)) {
      letters.read(sample, size);
    } else {
      char[] normal = Normalizer.normalize(new String(sample, 0, size), Normalizer.Form.NFC).toCharArray();
      letters.read(normal, normal.length);
    }
    return letters;
  }

  /** Whether only characters are there that normalisation leaves alone, next to whichever others. */
  private static boolean composed(char[] text, int size) {
    for (int i = 0; i < size; i++) {
      char c = text[i];
      boolean stays = c < 0x300 || c >= 0x400 && c < 0x483 || c >= 0xAC00 && c < 0xD7A4 || c >= 0x2010 && c < 0x2027
          || c >= 0x3001 && c < 0x3020;
      if (!stays) {
        return false;
      }
    }
    return true;
  }

  private void read(char[] text, int size) {
    int from = -1;
    for (int i = 0; i < size; i++) {
      char c = text[i];
      if (c < ALPHABETS && ALPHABETIC[c]) {
        from = from < 0 ? i : from;
      } else {
        sign(c);
        if (from >= 0) {
          word(text, from, i);
        }
        from = -1;
      }
    }
    if (from >= 0) {
      word(text, from, size);
    }
  }

  private void sign(char c) {
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

  private void word(char[] text, int from, int to) {
    int start = characters();
    int end = lowerCase(text, from, to, start);
    if (words == ends.length) {
      ends = Arrays.copyOf(ends, words * 2);
    }
    ends[words++] = end;
    if (characters[start] >= 0x400 && characters[start] < 0x530) {
      cyrillic(start, end);
      return;
    }
    // Of a word that starts with a capital, mostly a name, a third.
    latin += Character.isUpperCase(text[from]) ? (end - start + 2) / 3 : end - start;
    for (int i = start; i < end; i++) {
      accented += characters[i] > 0x7F ? 1 : 0;
    }
  }

  private void cyrillic(int start, int end) {
    cyrillic += end - start;
    for (int i = start; i < end; i++) {
      char c = characters[i];
      char next = i + 1 < end ? characters[i + 1] : ' ';
      boolean vowel = c == 'ъ' && "еёюя".indexOf(next) < 0;
      notRussian += vowel || !(c >= 'а' && c <= 'я' || c == 'ё' || c < 0x400 || c == 0x306 || c == 0x308) ? 1 : 0;
      russianOnly += c == 'ы' || c == 'э' || c == 'ё' ? 1 : 0;
    }
  }

  /** Adds the word in lower case, and says where it ends. */
  private int lowerCase(char[] text, int from, int to, int start) {
    room(start + to - from);
    int at = start;
    for (int i = from; i < to; i++) {
      char c = text[i];
      if (c == 'İ' || c == 'Σ') { // not one character for one, or by its place in the word
        String lower = new String(text, from, to - from).toLowerCase(Locale.ROOT);
        room(start + lower.length());
        lower.getChars(0, lower.length(), characters, start);
        return start + lower.length();
      }
      characters[at++] = c >= 'a' && c <= 'z' || c >= 'а' && c <= 'я' ? c : Character.toLowerCase(c);
    }
    return at;
  }

  private void room(int least) {
    if (least > characters.length) {
      characters = Arrays.copyOf(characters, Math.max(least, characters.length * 2));
    }
  }

  private int characters() {
    return words == 0 ? 0 : ends[words - 1];
  }

  int hangul() {
    return hangul;
  }

  int kana() {
    return kana;
  }

  int han() {
    return han;
  }

  int cyrillic() {
    return cyrillic;
  }

  /** Latin letters; of a word that starts with a capital a third. */
  int latin() {
    return latin;
  }

  /** Latin letters that English lacks. */
  int accented() {
    return accented;
  }

  /** Cyrillic letters that Russian lacks, and ъ where it is a vowel. */
  int notRussian() {
    return notRussian;
  }

  /** Letters that of the larger Cyrillic languages hardly another has. */
  int russianOnly() {
    return russianOnly;
  }

  /** How many words there are. */
  int words() {
    return words;
  }

  /** Shows each word in its order. */
  void eachWord(Document.WordReader reader) {
    int from = 0;
    for (int word = 0; word < words; word++) {
      reader.read(characters, from, ends[word]);
      from = ends[word];
    }
  }
}
