package io.tensionwire.detection;

import io.tensionwire.detection.verdict.Score;
import java.util.List;

/**
 * A judgement and how it came about.
 *
 * @param terms what each signal adds to the score, in the order of the text
 * @param because where the severity comes from, or why there is none; empty where the article is passed over
 */
public record Explanation(Judgement judgement, List<Score.Term> terms, String because) {
  public Explanation {
    terms = List.copyOf(terms);
  }
}
