package io.tensionwire.detection.role;

import io.tensionwire.detection.text.Document;
import io.tensionwire.detection.text.Sentence;

/** The words of a sentence with what stands between them. Tokens are numbered as in the document. */
final class Wording {
  private static final String OPENING = "“«「『„";
  private static final String CLOSING = "”»」』";

  private final Document document;
  private final Sentence sentence;
  private final boolean[] quoted;

  Wording(Document document, Sentence sentence) {
    this.document = document;
    this.sentence = sentence;
    this.quoted = quotes();
  }

  int start() {
    return sentence.from();
  }

  int end() {
    return sentence.to();
  }

  /** The word, empty outside the sentence. */
  String word(int token) {
    return token < sentence.from() || token >= sentence.to() ? "" : document.token(token).word();
  }

  /** Whether a comma, colon or dash stands before the token, or the sentence begins or ends there. */
  boolean breaks(int token) {
    return token <= sentence.from() || token >= sentence.to() || document.token(token).afterBreak();
  }

  /** Whether a break stands between two tokens: before any of {@code from + 1} to {@code to}. */
  boolean broken(int from, int to) {
    for (int i = from + 1; i <= to; i++) {
      if (breaks(i)) {
        return true;
      }
    }
    return false;
  }

  boolean quoted(int token) {
    return token >= sentence.from() && token < sentence.to() && quoted[token - sentence.from()];
  }

  /** Whether "'s" or "'" follows the token. */
  boolean possessive(int token) {
    String after = gap(token + 1);
    return !after.isEmpty() && "'’ʼ＇".indexOf(after.charAt(0)) >= 0
        && (after.length() > 1 && after.charAt(1) == 's' || word(token).endsWith("s"));
  }

  /** What stands between a token and the one before it. */
  String gap(int token) {
    if (token <= sentence.from() || token > sentence.to()) {
      return "";
    }
    int from = document.token(token - 1).end() - sentence.start();
    int to = token == sentence.to() ? sentence.text().length() : document.token(token).start() - sentence.start();
    return from < 0 || to > sentence.text().length() || from > to ? "" : sentence.text().substring(from, to);
  }

  private boolean[] quotes() {
    boolean[] inside = new boolean[sentence.to() - sentence.from()];
    String text = sentence.text();
    boolean open = false;
    int at = 0;
    for (int i = 0; i < inside.length; i++) {
      int start = document.token(sentence.from() + i).start() - sentence.start();
      for (; at < start && at < text.length(); at++) {
        open = after(text, at, open);
      }
      inside[i] = open;
    }
    return inside;
  }

  /** Russian interrupts a quotation without closing it: "«…, — сказал он. — …»". */
  private static boolean dash(String text, int at) {
    return (text.charAt(at) == '—' || text.charAt(at) == '–') && at > 1 && text.charAt(at - 1) == ' '
        && ",!?…".indexOf(text.charAt(at - 2)) >= 0;
  }

  /** A single mark opens after a blank and closes before one, so that an apostrophe is neither. */
  private static boolean after(String text, int at, boolean open) {
    char c = text.charAt(at);
    if (OPENING.indexOf(c) >= 0) {
      return true;
    }
    if (CLOSING.indexOf(c) >= 0 || open && dash(text, at)) {
      return false;
    }
    if (c == '"') {
      return !open;
    }
    if (c == '‘' || c == '\'' && !open && opens(text, at)) {
      return true;
    }
    return open && !((c == '’' || c == '\'') && closes(text, at));
  }

  private static boolean opens(String text, int at) {
    return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
  }

  private static boolean closes(String text, int at) {
    return at + 1 == text.length() || !Character.isLetter(text.charAt(at + 1))
        || text.charAt(at + 1) >= 0xAC00 && text.charAt(at + 1) < 0xD7A4;
  }
}
