package io.tensionwire.detection.text;

import java.util.Arrays;

/**
 * The words of a text, one after the other, as columns: millions of words must not be millions of objects. "Korea's" is
 * "korea", "U.S." is "u.s", a hyphen divides.
 */
final class Words {
  private static final int LONGEST = 64;
  private static final boolean[] BREAKS = new boolean[0x80];

  static {
    BREAKS[','] = true;
    BREAKS[';'] = true;
    BREAKS[':'] = true;
  }

  private int size;
  private int[] from = new int[256];
  private int[] to = new int[256];
  private int[] sentence = new int[256];
  private boolean[] afterBreak = new boolean[256];

  int size() {
    return size;
  }

  /** The word's first character in the folded text. */
  int from(int word) {
    return from[word];
  }

  /** The character after its last. */
  int to(int word) {
    return to[word];
  }

  int sentence(int word) {
    return sentence[word];
  }

  boolean afterBreak(int word) {
    return afterBreak[word];
  }

  /** Cuts a sentence into words. */
  void read(FoldedText text, int start, int limit, int number) {
    char[] characters = text.characters();
    boolean broken = true;
    int i = start;
    while (i < limit) {
      char c = characters[i];
      if (!letter(c)) {
        broken |= c < 0x80 && BREAKS[c] || c == '-' && spaced(characters, i, limit);
        i++;
        continue;
      }
      int end = i + 1;
      int longest = Math.min(limit, i + LONGEST);
      while (end < longest && (letter(characters[end]) || dotted(characters, i, end, limit))) {
        end++;
      }
      add(i, end, number, broken);
      broken = false;
      i = possessive(characters, end, limit) ? end + 2 : end;
    }
  }

  private void add(int start, int end, int number, boolean broken) {
    if (size == from.length) {
      from = Arrays.copyOf(from, size * 2);
      to = Arrays.copyOf(to, size * 2);
      sentence = Arrays.copyOf(sentence, size * 2);
      afterBreak = Arrays.copyOf(afterBreak, size * 2);
    }
    from[size] = start;
    to[size] = end;
    sentence[size] = number;
    afterBreak[size++] = broken;
  }

  /** The full stop or comma inside "u.s" and "1,000", the apostrophe in "don't". */
  private static boolean dotted(char[] text, int start, int i, int limit) {
    char c = text[i];
    if (c != '.' && c != ',' && c != '\'' || i + 1 >= limit || !letter(text[i + 1])) {
      return false;
    }
    if (c != '\'' && Character.isDigit(text[i - 1]) && Character.isDigit(text[i + 1])) {
      return true;
    }
    if (c != '.' || !latin(text[i - 1]) || !latin(text[i + 1])) {
      return c == '\'' && latin(text[i - 1]) && text[i + 1] == 't';
    }
    boolean initials = (i - start) % 2 == 1;
    for (int k = start + 1; k < i; k += 2) {
      initials &= text[k] == '.';
    }
    return initials && (i + 2 >= limit || !letter(text[i + 2]));
  }

  private static boolean possessive(char[] text, int end, int limit) {
    return end + 1 < limit && text[end] == '\'' && text[end + 1] == 's' && (end + 2 >= limit || !letter(text[end + 2]));
  }

  /** A dash between words, not a hyphen within one. */
  private static boolean spaced(char[] text, int i, int limit) {
    return i + 1 < limit && text[i + 1] == ' ';
  }

  private static boolean latin(char c) {
    return c >= 'a' && c <= 'z';
  }

  /** The ranges that nearly all text is in come first: asking Unicode's tables costs more. */
  private static boolean letter(char c) {
    if (c < 0x80) {
      return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
    }
    return c >= 0x430 && c < 0x450 || c >= 0xAC00 && c < 0xD7A4 || Character.isLetterOrDigit(c);
  }
}
