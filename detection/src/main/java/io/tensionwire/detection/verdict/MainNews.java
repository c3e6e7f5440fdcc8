package io.tensionwire.detection.verdict;

import io.tensionwire.detection.signal.Found;
import io.tensionwire.model.Category;
import io.tensionwire.model.Polarity;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Which way the main news points. The title decides where it points anywhere; under a title that does not, a lead that
 * points both ways is both. Else all is weighed, each kind of thing once: how often a text says "sanctions" says nothing.
 * Near balance it is both.
 */
final class MainNews {
  private static final double ONE_SIDED = 0.7;
  private static final double OUTWEIGHS = 2.5;
  private static final double TITLE = 3;
  private static final double LEAD = 2;

  private MainNews() {}

  static Polarity polarity(List<Found> counting) {
    double up = weight(counting, Polarity.ESCALATION, found -> found.sentence().title());
    double down = weight(counting, Polarity.DEESCALATION, found -> found.sentence().title());
    if (up > 0 && down > 0) {
      return down > OUTWEIGHS * up ? Polarity.DEESCALATION : up > OUTWEIGHS * down ? Polarity.ESCALATION : Polarity.MIXED;
    }
    if (up + down > 0) {
      return up > 0 ? Polarity.ESCALATION : Polarity.DEESCALATION;
    }
    double worse = weight(counting, Polarity.ESCALATION, found -> found.sentence().lead());
    double better = weight(counting, Polarity.DEESCALATION, found -> found.sentence().lead());
    if (worse > 0 && better > 0 && worse < OUTWEIGHS * better && better < OUTWEIGHS * worse) {
      return Polarity.MIXED;
    }
    double share = weight(counting, Polarity.ESCALATION, found -> true);
    share /= share + weight(counting, Polarity.DEESCALATION, found -> true);
    return share >= ONE_SIDED ? Polarity.ESCALATION : share <= 1 - ONE_SIDED ? Polarity.DEESCALATION : Polarity.MIXED;
  }

  private static double weight(List<Found> counting, Polarity polarity, Predicate<Found> which) {
    Map<Category, Double> strongest = new EnumMap<>(Category.class);
    counting.stream().filter(found -> found.rule().category().polarity() == polarity).filter(which)
        .forEach(found -> strongest.merge(found.rule().category(), weight(found), Math::max));
    return strongest.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  private static double weight(Found found) {
    double stance = switch (found.signal().stance()) {
      case ASSERTED -> 1;
      case ALLEGED, PROPOSED -> 0.85;
      case NEGATED, DEMANDED, CONDITIONAL -> 0.7;
    };
    return found.rule().weight() * found.closeness() * stance
        * (found.sentence().title() ? TITLE : found.sentence().lead() ? LEAD : 1);
  }
}
