package io.tensionwire.detection.verdict;

import io.tensionwire.detection.signal.Found;
import io.tensionwire.model.Category;
import io.tensionwire.model.Genre;
import io.tensionwire.model.Polarity;
import io.tensionwire.model.Stance;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How much of an article is about the pair's tension, 0 to 100:
 *
 * <pre>score = 100 · (1 − ∏ over categories (1 − contribution))
 * contribution = weight/100 · place · closeness · stance · currency · genre, to three decimals</pre>
 *
 * <p>of the strongest signal of each category. What the terms may be is in {@code docs/severity.md}.
 *
 * @param terms one for each signal, in the order of the text
 */
public record Score(int value, List<Term> terms) {
  /** Below it an article is not worth telling. */
  public static final int LEAST = 28;

  private static final double TITLE = 1;
  private static final double LEAD = 0.9;
  private static final double BELOW = 0.75;
  private static final double NOT_ASSERTED = 0.85;
  private static final double BACKWARD = 0.75;

  /**
   * What a signal adds.
   *
   * @param rule the rule of the watch that found it
   * @param where {@code title}, {@code lead} or {@code body}
   * @param how how it stands: its stance
   * @param weight of the rule, 1 to 100
   * @param place 1 in the title, 0.9 in the lead, 0.75 below
   * @param closeness how surely it is the pair's, up to 1
   * @param stance 1 asserted, 0.85 alleged, proposed, demanded or conditional, 0 where it tells nothing
   * @param currency 1 for news, 0 for recap
   * @param genre 1, or 0.75 in texts that look back
   * @param counted whether it is the strongest of its category
   */
  public record Term(
      Category category, String rule, String phrase, String where, Stance how, int weight, double place, double closeness,
      double stance, double currency, double genre, boolean counted) {

    /** 0 to 1, to three decimals, so that whoever adds up what is shown comes to the same. */
    public double contribution() {
      return Math.round(weight / 100.0 * place * closeness * stance * currency * genre * 1000) / 1000.0;
    }

    private Term strongest() {
      return new Term(
          category, rule, phrase, where, how, weight, place, closeness, stance, currency, genre, true);
    }
  }

  public static Score of(List<Found> signals, Genre genre) {
    List<Term> terms = new ArrayList<>();
    Map<Category, Integer> strongest = new EnumMap<>(Category.class);
    for (Found found : signals) {
      Term term = term(found, genre);
      Integer best = strongest.get(term.category());
      if (term.contribution() > 0 && (best == null || term.contribution() > terms.get(best).contribution())) {
        strongest.put(term.category(), terms.size());
      }
      terms.add(term);
    }
    double rest = 1;
    for (int index : strongest.values()) {
      terms.set(index, terms.get(index).strongest());
      rest *= 1 - terms.get(index).contribution();
    }
    return new Score((int) Math.round(100 * (1 - rest)), List.copyOf(terms));
  }

  private static Term term(Found found, Genre genre) {
    var signal = found.signal();
    return new Term(
        found.rule().category(), found.rule().id(), signal.phrase(), where(found), signal.stance(), found.rule().weight(),
        found.sentence().title() ? TITLE : found.sentence().lead() ? LEAD : BELOW, found.closeness(), stance(found),
        signal.current() ? 1 : 0, looksBack(genre) ? BACKWARD : 1, false);
  }

  private static String where(Found found) {
    return found.sentence().title() ? "title" : found.sentence().lead() ? "lead" : "body";
  }

  private static double stance(Found found) {
    return switch (found.signal().stance()) {
      case ASSERTED -> 1;
      case NEGATED -> 0;
      case DEMANDED -> found.signal().polarity() == Polarity.DEESCALATION ? 0 : NOT_ASSERTED;
      case ALLEGED, PROPOSED, CONDITIONAL -> NOT_ASSERTED;
    };
  }

  /** Texts that tell what was: only what is news in them counts, and it must be plain. */
  private static boolean looksBack(Genre genre) {
    return genre == Genre.EXPLAINER || genre == Genre.ANNIVERSARY || genre == Genre.ROUNDUP;
  }
}
