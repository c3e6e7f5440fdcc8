package io.tensionwire.detection.match;

import java.util.List;

/**
 * A phrase as an editor writes it: clauses joined by {@code &}, all in one sentence in whatever order. The first is the
 * anchor, whose words are the evidence; one that starts with {@code !} must not be there.
 */
public record Phrase(String text, List<Clause> clauses) {

  /** Words in a row. */
  public record Clause(boolean absent, List<Element> elements) {}

  /** One place in a row of words. */
  public sealed interface Element {
    /** One of these words, each as {@link Lexicon} reads it. */
    record Words(List<String> words) implements Element {}

    /** A span of the named class or party, or one of several: {@code <envoy>}, {@code <russia|north-korea>}. */
    record Named(List<String> names) implements Element {}

    /** Up to so many words of any kind. */
    record Gap(int most) implements Element {}
  }

  public Phrase {
    clauses = List.copyOf(clauses);
  }
}
