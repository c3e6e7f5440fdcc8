package io.tensionwire.detection.verdict;

import io.tensionwire.detection.signal.Found;
import io.tensionwire.model.Category;
import io.tensionwire.model.Stance;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How much of an article is about the pair's tension, 0 to 100:
 *
 * <pre>score = 100 · (1 − ∏ over categories (1 − weight/100 · place · closeness · stance))</pre>
 *
 * with the strongest signal of each category; place is 1 in the title, 0.9 in the lead and 0.75 below; closeness is 1
 * with both parties in the sentence, 0.85 with one beside it, 0.65 with the pair only in the text (less where somebody
 * else is in it); stance is 1 for what is asserted and 0.85 for what is alleged, proposed, demanded or conditional.
 */
public record Score(int value, List<Term> terms) {
  /** Below it an article is not worth telling. */
  public static final int LEAST = 28;

  /** What one category adds. */
  public record Term(Category category, String rule, int weight, double place, double closeness, double stance) {
    double strength() {
      return weight / 100.0 * place * closeness * stance;
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT, "%s %d/100 · %.2f · %.2f · %.2f = %.3f", rule, weight, place, closeness, stance, strength());
    }
  }

  public static Score of(List<Found> signals) {
    Map<Category, Term> strongest = new EnumMap<>(Category.class);
    for (Found found : signals) {
      if (found.counts()) {
        Term term = term(found);
        strongest.merge(found.rule().category(), term, (a, b) -> b.strength() > a.strength() ? b : a);
      }
    }
    double rest = 1;
    for (Term term : strongest.values()) {
      rest *= 1 - term.strength();
    }
    return new Score((int) Math.round(100 * (1 - rest)), List.copyOf(strongest.values()));
  }

  private static Term term(Found found) {
    return new Term(
        found.rule().category(), found.rule().id(), found.rule().weight(), place(found), found.closeness(),
        found.signal().stance() == Stance.ASSERTED ? 1 : 0.85);
  }

  static double place(Found found) {
    return found.sentence().title() ? 1 : found.sentence().lead() ? 0.9 : 0.75;
  }
}
