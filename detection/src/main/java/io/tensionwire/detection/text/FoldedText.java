package io.tensionwire.detection.text;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * A text in lower case and one form for each character, with the way back to the original.
 *
 * <p>Full-width and half-width forms become ordinary ones, jamo become syllables, ё becomes е, every quotation mark
 * becomes {@code "}, every dash {@code -}, and invisible characters vanish. Nothing else moves.
 */
final class FoldedText {
  private static final String SINGLE_QUOTES = "'‘’‚‛`´ʼ＇";
  private static final String DOUBLE_QUOTES = "\"“”„‟«»「」『』《》〈〉＂";
  private static final String DASHES = "-‐‑‒–—―−－";

  /** An old Korean vowel that newspapers write as the dot between two names: 한ㆍ러. */
  private static final char ARAEA = 'ㆍ';

  private final String original;
  private char[] folded;
  private int[] starts;
  private int length;

  private FoldedText(String original) {
    this.original = original;
    this.folded = new char[original.length() + 16];
    this.starts = new int[original.length() + 17];
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

  /** Where the character stands in the original. */
  int start(int i) {
    return starts[i];
  }

  /** Where the original goes on after the character. */
  int end(int i) {
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
    return original.charAt(starts[i]);
  }

  private void fold() {
    int i = 0;
    while (i < original.length()) {
      char c = original.charAt(i);
      int next = i + 1;
      if (vanishes(c)) {
        i = next;
        continue;
      }
      if (plain(c) && (next == original.length() || !combines(original.charAt(next)))) {
        append(simple(c), i);
      } else {
        if (Character.isHighSurrogate(c) && next < original.length()) {
          next++;
        }
        while (next < original.length() && combines(original.charAt(next))) {
          next++;
        }
        String composed = Normalizer.normalize(original.substring(i, next), Normalizer.Form.NFKC);
        for (int k = 0; k < composed.length(); k++) {
          append(simple(composed.charAt(k)), i);
        }
      }
      i = next;
    }
    starts[length] = original.length();
  }

  private void append(char c, int start) {
    if (length == folded.length) {
      folded = Arrays.copyOf(folded, length * 2);
      starts = Arrays.copyOf(starts, length * 2 + 1);
    }
    folded[length] = c;
    starts[length] = start;
    length++;
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
