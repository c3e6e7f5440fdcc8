package io.tensionwire.ingest.page;

import java.util.Set;

/**
 * A run of text that a reader sees as one paragraph, heading, list item or cell.
 *
 * @param linked how many of its characters are links
 * @param holder the block element that the text stands in
 * @param prose how many of its characters count as running text
 */
record Block(String text, int linked, Outline.Region holder, int prose) {

  private static final Set<String> PARAGRAPHS = Set.of("p", "pre", "blockquote");
  private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");

  static Block of(String text, int linked, Outline.Region holder) {
    int length = text.length();
    boolean running = linked * 2 <= length && length > (holder.element().nameIs("p") ? 10 : 20)
        && !HEADINGS.contains(holder.element().normalName());
    return new Block(text, linked, holder, running ? length - linked : 0);
  }

  boolean isHeading() {
    return HEADINGS.contains(holder.element().normalName());
  }

  boolean isParagraph() {
    return PARAGRAPHS.contains(holder.element().normalName());
  }

  boolean isItem() {
    return holder.element().nameIs("li");
  }

  /** Whether it reads as a sentence rather than as a label. */
  boolean isSentence() {
    return prose > 40 && SentenceEnd.isAtEndOf(text);
  }
}
