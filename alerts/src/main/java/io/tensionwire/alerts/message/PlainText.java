package io.tensionwire.alerts.message;

/** Text from a feed, made fit to be shown: one line, no control characters, nothing that turns the line around. */
public final class PlainText {

  public static final String ELLIPSIS = "…";

  private PlainText() {}

  /** The text without what is not text; runs of white space become one space. */
  public static String of(String text) {
    var clean = new StringBuilder(text.length());
    boolean space = false;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        space = true;
      } else if (shown(c)) {
        if (space) {
          clean.append(' ');
        }
        space = false;
        clean.appendCodePoint(Character.getType(c) == Character.SURROGATE ? 0xFFFD : c);
      }
    }
    if (space) {
      clean.append(' ');
    }
    return clean.toString();
  }

  /** NUL and its kin go, and so do the marks that reorder what follows: they can make a text say something else. */
  private static boolean shown(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.UNASSIGNED, Character.PRIVATE_USE -> false;
      // A zero-width joiner or non-joiner belongs to the word that it stands in.
      case Character.FORMAT -> c == 0x200C || c == 0x200D;
      default -> true;
    };
  }

  /** At most so many UTF-16 units, the cut marked. */
  public static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, boundary(text, most - 1)).stripTrailing() + ELLIPSIS;
  }

  /** The same from the other end. */
  static String cutStart(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int from = text.length() - (most - 1);
    return ELLIPSIS + text.substring(from < text.length() && Character.isLowSurrogate(text.charAt(from)) ? from + 1 : from)
        .stripLeading();
  }

  private static int boundary(String text, int end) {
    return end > 0 && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
  }
}
