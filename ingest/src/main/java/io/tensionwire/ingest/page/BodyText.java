package io.tensionwire.ingest.page;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One possible text of the article, and what can be said of it without knowing the page.
 *
 * @param paragraphs without blank ones
 */
record BodyText(List<String> paragraphs) {

  static final BodyText NONE = new BodyText(List.of());

  private static final Pattern LINE_END = Pattern.compile("\\n");
  private static final Pattern PARAGRAPH_END = Pattern.compile("\\n\\s*\\n");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
  private static final int SHINGLE = 3;

  BodyText {
    paragraphs = List.copyOf(paragraphs);
  }

  /** @param text paragraphs divided by a blank line, or where there is none by the end of a line */
  static BodyText of(String text) {
    Pattern end = text.contains("\n\n") ? PARAGRAPH_END : LINE_END;
    return new BodyText(end.splitAsStream(text).map(String::strip).filter(p -> !p.isEmpty()).toList());
  }

  int length() {
    return paragraphs.stream().mapToInt(String::length).sum();
  }

  /** The characters of the paragraphs that end as sentences do, all others count a third. */
  int prose() {
    return paragraphs.stream().mapToInt(p -> SentenceEnd.isAtEndOf(p) ? p.length() : p.length() / 3).sum();
  }

  boolean isEmpty() {
    return paragraphs.isEmpty();
  }

  /** Whether the text breaks off, as an extract does. */
  boolean isCutOff() {
    return !isEmpty() && (paragraphs.getLast().endsWith("…") || paragraphs.getLast().endsWith("...")
        || paragraphs.getLast().endsWith("[…]") || paragraphs.getLast().endsWith("[...]"));
  }

  /** The share of this text that stands in the other, 0 to 1. */
  double sharedWith(Set<Integer> shingles) {
    int found = 0;
    int all = 0;
    for (String paragraph : paragraphs) {
      for (int shingle : shingles(paragraph)) {
        all++;
        found += shingles.contains(shingle) ? 1 : 0;
      }
    }
    return all == 0 ? 0 : (double) found / all;
  }

  /** Runs of three words. */
  Set<Integer> shingles() {
    Set<Integer> shingles = new HashSet<>();
    paragraphs.forEach(paragraph -> shingles.addAll(shingles(paragraph)));
    return shingles;
  }

  /** Only the paragraphs that for the most part stand in the other text, and headings between them. */
  BodyText confirmedBy(Set<Integer> shingles) {
    return new BodyText(paragraphs.stream()
        .filter(paragraph -> new BodyText(List.of(paragraph)).sharedWith(shingles) > 0.5)
        .toList());
  }

  private static Set<Integer> shingles(String paragraph) {
    int[] words = WORD.matcher(paragraph).results().mapToInt(word -> word.group().hashCode()).toArray();
    Set<Integer> shingles = new HashSet<>();
    for (int i = 0; i + Math.min(SHINGLE, words.length) <= words.length && i < words.length; i++) {
      int hash = 1;
      for (int j = i; j < Math.min(i + SHINGLE, words.length); j++) {
        hash = hash * 31 + words[j];
      }
      shingles.add(hash);
    }
    return shingles;
  }

  @Override
  public String toString() {
    return String.join("\n\n", paragraphs);
  }
}
