package io.tensionwire.detection.text;

/** A word of an article: a view of its {@link Document}, made where it is asked for. */
public final class Token {
  private final Document document;
  private final int index;

  Token(Document document, int index) {
    this.document = document;
    this.index = index;
  }

  /** The word, folded. */
  public String word() {
    return document.word(index);
  }

  /** UTF-16 offset in the original field. */
  public int start() {
    return document.start(index);
  }

  /** The offset after it. */
  public int end() {
    return document.end(index);
  }

  /** The number of its sentence in the document. */
  public int sentence() {
    return document.sentenceNumber(index);
  }

  /** Whether a comma, colon or dash divides it from the word before. */
  public boolean afterBreak() {
    return document.afterBreak(index);
  }

  @Override
  public String toString() {
    return word();
  }
}
