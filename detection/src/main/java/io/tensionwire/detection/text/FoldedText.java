package io.tensionwire.detection.text;

import java.text.Normalizer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A text in lower case and one form for each character, with the way back to the original.
 *
 * <p>Full-width and half-width forms become ordinary ones, jamo become syllables, ё becomes е, every quotation mark
 * becomes {@code "}, every dash {@code -}, and invisible characters vanish. Nothing else moves.
 *
 * <p>Nearly all characters are looked up in a table and stay where they are; the rest, with what combines with them, go
 * through Unicode's normalisation.
 */
final class FoldedText {
  private static final String SINGLE_QUOTES = "'‘’‚‛`´ʼ＇";
  private static final String DOUBLE_QUOTES = "\"“”„‟«»「」『』《》〈〉＂";
  private static final String DASHES = "-‐‑‒–—―−－";

  /** An old Korean vowel that newspapers write as the dot between two names: 한ㆍ러. */
  private static final char ARAEA = 'ㆍ';

  /** More marks on one letter are no writing, and sorting them takes the square of their number (Unicode, UAX 15). */
  private static final int MOST_COMBINING = 30;

  /** In the table: not to be had from the table. */
  private static final char UNUSUAL = '\uFFFF';
  private static final char[] USUAL = new char[0x3020];

  static {
    for (char c = 0; c < USUAL.length; c++) {
      USUAL[c] = plain(c) && !vanishes(c) && !combines(c) ? simple(c) : UNUSUAL;
    }
  }

  private final String original;
  private char[] folded;
  private int length;

  /** Where each character stands in the original; absent while all stand where they stood. */
  private int @Nullable [] starts;

  private FoldedText(String original) {
    this.original = original;
    this.folded = original.toCharArray();
  }

  static FoldedText of(String original) {
    var text = new FoldedText(original);
    text.fold();
    return text;
  }

  int length() {
    return length;
  }

  char at(int i) {
    return folded[i];
  }

  /** The characters themselves, for those who look at every one; valid up to {@link #length}. */
  char[] characters() {
    return folded;
  }

  /** Where the character stands in the original. */
  int start(int i) {
    return starts == null ? i : starts[i];
  }

  /** Where the original goes on after the character. */
  int end(int i) {
    if (starts == null) {
      return i + 1;
    }
    int next = i + 1;
    while (next < length && starts[next] == starts[i]) {
      next++;
    }
    int end = next < length ? starts[next] : original.length();
    while (end > starts[i] + 1 && vanishes(original.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  String word(int from, int to) {
    return new String(folded, from, to - from);
  }

  /** The character as it was written: folding hides what case tells about the end of a sentence. */
  char originalAt(int i) {
    return original.charAt(start(i));
  }

  private void fold() {
    int i = 0;
    char usual;
    while (i < folded.length && (usual = usual(folded[i])) != UNUSUAL) {
      folded[i++] = usual;
    }
    length = i;
    while (i < original.length()) {
      char c = original.charAt(i);
      usual = usual(c);
      if (usual != UNUSUAL) {
        append(usual, i++);
      } else if (combines(c) && length > 0 && start(length - 1) == i - 1) {
        length--;
        i = normalise(i - 1);
      } else if (vanishes(c)) {
        displace();
        i++;
      } else {
        i = normalise(i);
      }
    }
  }

  /** The folded character, or {@link #UNUSUAL}. */
  private static char usual(char c) {
    if (c < USUAL.length) {
      return USUAL[c];
    }
    return c >= 0xAC00 && c < 0xD7A4 || c >= 0x4E00 && c < 0xA000 ? c : UNUSUAL;
  }

  /** A character with all that combines with it, and where the original goes on. */
  private int normalise(int i) {
    char c = original.charAt(i);
    int next = i + 1;
    if (Character.isHighSurrogate(c) && next < original.length()) {
      next++;
    }
    int limit = Math.min(original.length(), next + MOST_COMBINING);
    boolean alone = next == limit || !combines(original.charAt(next));
    if (alone && plain(c)) {
      append(simple(c), i);
      return next;
    }
    while (next < limit && combines(original.charAt(next))) {
      next++;
    }
    String composed = Normalizer.normalize(original.substring(i, next), Normalizer.Form.NFKC);
    if (composed.length() != 1 || next != i + 1) {
      displace();
    }
    for (int k = 0; k < composed.length(); k++) {
      append(simple(composed.charAt(k)), i);
    }
    return next;
  }

  private void append(char c, int start) {
    if (length == folded.length) {
      folded = Arrays.copyOf(folded, length + length / 2 + 16);
    }
    folded[length] = c;
    if (starts != null) {
      if (length == starts.length) {
        starts = Arrays.copyOf(starts, length + length / 2 + 16);
      }
      starts[length] = start;
    }
    length++;
  }

  /** From here on characters no longer stand where they stood. */
  private void displace() {
    if (starts == null) {
      starts = new int[folded.length];
      Arrays.setAll(starts, k -> k);
    }
  }

  private static boolean plain(char c) {
    return c == ARAEA || c < 0x250 || c >= 0x400 && c < 0x500 || c >= 0xAC00 && c < 0xD7A4 || c >= 0x4E00 && c < 0xA000
        || c >= 0x2010 && c < 0x2070 || c >= 0x3000 && c < 0x3020;
  }

  private static boolean combines(char c) {
    return c >= 0x300 && c < 0x370 || c >= 0x1160 && c < 0x1200 || c >= 0xD7B0 && c < 0xD800 || c == 0xFF9E || c == 0xFF9F
        || c >= 0x20D0 && c < 0x2100;
  }

  private static boolean vanishes(char c) {
    return c == 0xAD || c >= 0x200B && c <= 0x200F || c == 0x2060 || c == 0xFEFF || c >= 0x202A && c <= 0x202E;
  }

  private static char simple(char c) {
    if (c < 0x80) {
      return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c == '`' ? '\'' : c == '\t' || c == '\r' ? ' ' : c;
    }
    if (c >= 0xAC00 && c < 0xD7A4) {
      return c;
    }
    if (c == 'ё' || c == 'Ё') {
      return 'е';
    }
    if (SINGLE_QUOTES.indexOf(c) >= 0) {
      return '\'';
    }
    if (DOUBLE_QUOTES.indexOf(c) >= 0) {
      return '"';
    }
    if (DASHES.indexOf(c) >= 0) {
      return '-';
    }
    if (c == ARAEA || c == 0xA0 || Character.isSpaceChar(c)) {
      return ' ';
    }
    if (c == '…') {
      return '…';
    }
    return Character.toLowerCase(c);
  }
}
