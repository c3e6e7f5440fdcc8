package io.tensionwire.detection;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * A sketch of a text by which near-copies are recognised: MinHash with one permutation (Li, Owen, Zhang 2012) over runs
 * of five letters and digits, so that it needs no words and serves every script. Case, spaces and punctuation do not
 * matter.
 */
public final class Fingerprint {
  private static final int HASHES = 64;
  private static final int EMPTY = Integer.MAX_VALUE;
  private static final int SHINGLE = 5;
  private static final int MOST_LETTERS = 6_000;
  private static final long BASE = 1_000_003L;

  /** What the first letter of a run has been multiplied by when its last is added: taken off, the run moves on. */
  @SuppressWarnings("ConstantOverflow") // as all of the hash
  private static final long OLDEST = BASE * BASE * BASE * BASE;

  private Fingerprint() {}

  /** The sketch as {@value #HASHES} groups of four hex digits; empty for a text without letters. */
  public static String of(String text) {
    int[] letters = letters(text);
    if (letters.length == 0) {
      return "";
    }
    int[] least = new int[HASHES];
    Arrays.fill(least, EMPTY);
    long shingle = 0;
    for (int i = 0; i < Math.min(SHINGLE - 1, letters.length - 1); i++) {
      shingle = shingle * BASE + letters[i];
    }
    for (int i = Math.min(SHINGLE, letters.length) - 1; i < letters.length; i++) {
      shingle = shingle * BASE + letters[i];
      long hash = mix(shingle);
      int bin = (int) (hash >>> 58);
      least[bin] = Math.min(least[bin], (int) (hash & Integer.MAX_VALUE));
      if (i >= SHINGLE - 1) {
        shingle -= letters[i - SHINGLE + 1] * OLDEST;
      }
    }
    fillEmpty(least);
    var hex = new StringBuilder(HASHES * 4);
    for (int value : least) {
      hex.append(HexFormat.of().toHexDigits((short) value));
    }
    return hex.toString();
  }

  /** The share of equal hashes, an estimate of how much of the two texts is the same: 0 to 1. */
  public static double similarity(String a, String b) {
    if (a.isEmpty() || a.length() != b.length()) {
      return 0;
    }
    int equal = 0;
    for (int i = 0; i < a.length(); i += 4) {
      equal += a.regionMatches(i, b, i, 4) ? 1 : 0;
    }
    return equal * 4.0 / a.length();
  }

  /** A short text leaves bins empty: each takes the value of the next one that is not, going round. */
  private static void fillEmpty(int[] least) {
    for (int i = 2 * HASHES - 2; i >= 0; i--) {
      if (least[i % HASHES] == EMPTY) {
        least[i % HASHES] = least[(i + 1) % HASHES];
      }
    }
  }

  private static int[] letters(String text) {
    int[] letters = new int[Math.min(text.length(), MOST_LETTERS)];
    int count = 0;
    int letter;
    for (int i = 0; i < text.length() && count < letters.length; i += Character.charCount(letter)) {
      letter = text.codePointAt(i);
      if (Character.isLetterOrDigit(letter)) {
        letters[count++] = Character.toLowerCase(letter);
      }
    }
    return Arrays.copyOf(letters, count);
  }

  /** The finaliser of SplitMix64. */
  private static long mix(long z) {
    long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
    return b ^ (b >>> 31);
  }
}
