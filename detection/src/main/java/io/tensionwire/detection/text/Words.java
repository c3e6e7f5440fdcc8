package io.tensionwire.detection.text;

import java.util.List;

/** Cuts a sentence into words. "Korea's" is "korea", "U.S." is "u.s", a hyphen divides. */
final class Words {
  private static final int LONGEST = 64;

  private Words() {}

  static void read(FoldedText text, int from, int to, int sentence, List<Token> tokens) {
    boolean afterBreak = true;
    int i = from;
    while (i < to) {
      char c = text.at(i);
      if (!letter(c)) {
        afterBreak |= ",;:".indexOf(c) >= 0 || c == '-' && spaced(text, i, to);
        i++;
        continue;
      }
      int end = i + 1;
      while (end < to && end - i < LONGEST && (letter(text.at(end)) || dotted(text, i, end, to))) {
        end++;
      }
      tokens.add(new Token(text.word(i, end), text.start(i), text.end(end - 1), sentence, afterBreak));
      afterBreak = false;
      i = possessive(text, end, to) ? end + 2 : end;
    }
  }

  /** The full stop or comma inside "u.s" and "1,000". */
  private static boolean dotted(FoldedText text, int start, int i, int to) {
    if (i + 1 >= to || !letter(text.at(i + 1))) {
      return false;
    }
    char c = text.at(i);
    if ((c == '.' || c == ',') && Character.isDigit(text.at(i - 1)) && Character.isDigit(text.at(i + 1))) {
      return true;
    }
    if (c != '.' || !latin(text.at(i - 1)) || !latin(text.at(i + 1))) {
      return c == '\'' && latin(text.at(i - 1)) && text.at(i + 1) == 't';
    }
    boolean initials = (i - start) % 2 == 1;
    for (int k = start + 1; k < i; k += 2) {
      initials &= text.at(k) == '.';
    }
    return initials && (i + 2 >= to || !letter(text.at(i + 2)));
  }

  private static boolean possessive(FoldedText text, int end, int to) {
    return end + 1 < to && text.at(end) == '\'' && text.at(end + 1) == 's' && (end + 2 >= to || !letter(text.at(end + 2)));
  }

  /** A dash between words, not a hyphen within one. */
  private static boolean spaced(FoldedText text, int i, int to) {
    return i + 1 < to && text.at(i + 1) == ' ';
  }

  private static boolean latin(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean letter(char c) {
    return c < 0x80 ? c >= 'a' && c <= 'z' || c >= '0' && c <= '9' : Character.isLetterOrDigit(c);
  }
}
