package io.tensionwire.detection.text;

import java.util.Set;

/** Where sentences end: at their marks, unless an abbreviation or an initial explains the full stop, and at paragraphs. */
final class Sentences {
  private static final Set<String> ABBREVIATIONS = Set.of(
      "mr", "mrs", "ms", "dr", "prof", "gen", "col", "lt", "sen", "rep", "gov", "st", "vs", "no", "jan", "feb", "mar",
      "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "г", "гг", "им", "тыс", "млн", "млрд", "руб", "ст",
      "т", "д", "п", "стр", "кв", "проц", "долл");
  /** Marks that begin an item within a line, as Korean briefs do: each item is somebody else's news. */
  private static final String INLINE_BULLETS = "•▲▶■◆◇▷△";
  private static final int LONGEST_ABBREVIATION = 4;
  static final int LONGEST = 2_000;

  private Sentences() {}

  /** The end of the sentence that starts here, or after blanks that belong to it. */
  static int end(FoldedText text, int start) {
    char[] characters = text.characters();
    int from = start;
    while (from < text.length() && blank(characters[from])) {
      from++;
    }
    int limit = Math.min(text.length(), from + LONGEST);
    for (int i = from; i < limit; i++) {
      char c = characters[i];
      if (c >= 'a' && c < '•' || c > '◇' && c != '。' || c == ' ') {
        continue;
      }
      if (i > from && INLINE_BULLETS.indexOf(c) >= 0 && blank(characters[i - 1]) && bullet(text, i)) {
        return i;
      }
      if (c == '\n' && paragraphEnds(text, from, i)) {
        return i + 1;
      }
      if (c == '!' || c == '?' || c == '。' || c == '.' && fullStop(text, from, i)) {
        int end = i + 1;
        while (end < limit && "\"'.!?)]".indexOf(characters[end]) >= 0) {
          end++;
        }
        if (end == text.length() || blank(text.at(end)) && !goesOn(text, end)) {
          return end;
        }
        // Each of the marks just passed would come to the same end.
        i = end - 1;
      }
    }
    return limit;
  }

  private static boolean paragraphEnds(FoldedText text, int from, int i) {
    int before = i - 1;
    while (before >= from && blank(text.at(before))) {
      before--;
    }
    if (before < from) {
      return true;
    }
    int after = i + 1;
    while (after < text.length() && blank(text.at(after))) {
      if (text.at(after) == '\n') {
        return true;
      }
      after++;
    }
    return after == text.length() || bullet(text, after) || ".!?\"':)]".indexOf(text.at(before)) >= 0;
  }

  /** The mark of a list's next item: each item speaks for itself. */
  private static boolean bullet(FoldedText text, int i) {
    return "*-•▲▶■□○●◆◇▷△·".indexOf(text.at(i)) >= 0 && i + 1 < text.length() && blank(text.at(i + 1));
  }

  private static boolean fullStop(FoldedText text, int from, int i) {
    int start = i;
    while (start > from && Character.isLetter(text.at(start - 1))) {
      start--;
    }
    if (i - start == 1 && text.at(start) < 0xAC00) {
      return start > from && Character.isLetterOrDigit(text.at(start - 1));
    }
    return i - start > LONGEST_ABBREVIATION || !ABBREVIATIONS.contains(text.word(start, i));
  }

  /** A lower-case letter after the mark: the sentence goes on, as after a quoted question. */
  private static boolean goesOn(FoldedText text, int end) {
    int next = end;
    while (next < text.length() && blank(text.at(next))) {
      if (text.at(next) == '\n') {
        return false;
      }
      next++;
    }
    return next < text.length() && Character.isLowerCase(text.originalAt(next));
  }

  private static boolean blank(char c) {
    return c == ' ' || c == '\n';
  }
}
