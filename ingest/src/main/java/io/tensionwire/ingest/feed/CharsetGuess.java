package io.tensionwire.ingest.feed;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * The charset of bytes by how their text would read. Any bytes are some text in a charset of one byte a character, so
 * that a wrong label among those shows only in the text: capitals within words, letters of two scripts in one word.
 */
final class CharsetGuess {

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /** What Korean, Russian and western feeds are written in; the first of equals is taken. */
  private static final List<Charset> USUAL = List.of(
      Charset.forName("windows-1251"), Charset.forName("x-windows-949"), Charset.forName("KOI8-R"),
      Charset.forName("ISO-8859-5"), Charset.forName("IBM866"), WINDOWS_1252);

  private static final String COMMON_RUSSIAN = "оеаинтсрвлкмдпу";
  private static final int MOST_LOOKED_AT = 100_000;

  private CharsetGuess() {}

  /** The charset of a label, or a better one where its text would hardly be one. */
  static Charset check(byte[] bytes, Charset label) {
    return label.newEncoder().maxBytesPerChar() > 1 ? label : best(bytes, label);
  }

  static Charset of(byte[] bytes) {
    var detector = new UniversalDetector();
    detector.handleData(bytes, 0, Math.min(bytes.length, 2 * MOST_LOOKED_AT));
    detector.dataEnd();
    String found = detector.getDetectedCharset();
    // Nobody writes feeds on a Mac of the nineties; short texts in windows-1251 look like it.
    Charset detected = found == null || found.equals("MACCYRILLIC") ? null : DecodedText.charset(found);
    return best(bytes, detected);
  }

  private static Charset best(byte[] bytes, @Nullable Charset first) {
    List<Charset> candidates = new ArrayList<>();
    if (first != null) {
      candidates.add(first);
    }
    candidates.addAll(USUAL);
    Charset best = first == null ? WINDOWS_1252 : first;
    int bestScore = Integer.MIN_VALUE;
    byte[] start = bytes.length <= MOST_LOOKED_AT ? bytes : Arrays.copyOf(bytes, MOST_LOOKED_AT);
    for (Charset candidate : candidates) {
      String text = DecodedText.strictly(start, candidate);
      int score = text == null ? Integer.MIN_VALUE : score(text);
      if (score > bestScore) {
        best = candidate;
        bestScore = score;
      }
    }
    return best;
  }

  /** The more it reads like a language, the higher. */
  static int score(String text) {
    int score = 0;
    char before = ' ';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
        score += score(c, before, next);
      }
      before = c;
    }
    return score;
  }

  private static int score(char c, char before, char next) {
    if (c >= 0x400 && c <= 0x45f) {
      if (isLatin(before) || isLatin(next)) {
        return -3;
      }
      if (Character.isUpperCase(c)) {
        return Character.isLowerCase(before) ? -3 : 0;
      }
      return COMMON_RUSSIAN.indexOf(c) >= 0 ? 3 : 1;
    }
    if ((c >= 0xac00 && c <= 0xd7a3) || (c >= 0x3040 && c <= 0x30ff)) {
      return 3;
    }
    if (c >= 0x4e00 && c <= 0x9fff) {
      return 2;
    }
    if (c >= 0xc0 && c <= 0x24f) {
      return before >= 0xc0 && before <= 0x24f ? -2 : 1;
    }
    boolean neverInText = c <= 0x9f || (c >= 0x2500 && c <= 0x25ff) || c == 0xfffd;
    return neverInText ? -3 : 0;
  }

  private static boolean isLatin(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
