package io.tensionwire.detection;

import java.util.List;

/**
 * A judgement and how it came about.
 *
 * @param terms what each category added to the score, in the words of its formula
 */
public record Explanation(Judgement judgement, List<String> terms) {
  public Explanation {
    terms = List.copyOf(terms);
  }
}
