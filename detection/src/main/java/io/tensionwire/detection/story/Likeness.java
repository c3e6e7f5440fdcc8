package io.tensionwire.detection.story;

import static io.tensionwire.detection.story.Evidence.ACTS;
import static io.tensionwire.detection.story.Evidence.AMOUNTS;
import static io.tensionwire.detection.story.Evidence.COMMENTS;
import static io.tensionwire.detection.story.Evidence.CONCEPTS;
import static io.tensionwire.detection.story.Evidence.CONCEPTS_OF_SHORTER;
import static io.tensionwire.detection.story.Evidence.DAYS;
import static io.tensionwire.detection.story.Evidence.HOURS;
import static io.tensionwire.detection.story.Evidence.NAMES;
import static io.tensionwire.detection.story.Evidence.NAMES_IN_ALL;
import static io.tensionwire.detection.story.Evidence.NAMES_OF_SHORTER;
import static io.tensionwire.detection.story.Evidence.ONE;
import static io.tensionwire.detection.story.Evidence.OPPOSED;
import static io.tensionwire.detection.story.Evidence.OTHER_ACTS;
import static io.tensionwire.detection.story.Evidence.OTHER_DAYS;
import static io.tensionwire.detection.story.Evidence.OTHER_FACTS;
import static io.tensionwire.detection.story.Evidence.OTHER_PLACES;
import static io.tensionwire.detection.story.Evidence.PLACES;
import static io.tensionwire.detection.story.Evidence.SAME_DAY;
import static io.tensionwire.detection.story.Evidence.TERMS;
import static io.tensionwire.detection.story.Evidence.TERMS_OF_SHORTER;
import static io.tensionwire.detection.story.Evidence.UNTOLD;

import io.tensionwire.model.Genre;
import java.time.Duration;
import java.util.Collections;

/** How likely two articles report one event. */
final class Likeness {

  private static final double HOURS_OF_A_DAY = 24;

  /** Hours. On a busy day the reports of different events come within minutes, too: that they do says nothing. */
  private static final double NO_NEARER = 2;

  /** A cosine of places less than this: one of several is the same. */
  private static final double IN_PASSING = 0.35;

  private Likeness() {}

  /** The log-odds that they do: 0 is even. */
  static double logOdds(Profile a, Profile b) {
    return Evidence.logOdds(evidence(a, b), a.language() == b.language());
  }

  /** By the ordinals of {@link Evidence}. */
  static double[] evidence(Profile a, Profile b) {
    double[] evidence = new double[Evidence.count()];
    evidence[ONE.ordinal()] = 1;
    things(evidence, a, b);
    acts(evidence, a, b);
    times(evidence, a, b);
    evidence[UNTOLD.ordinal()] = count(a.passedOver() != null, b.passedOver() != null);
    evidence[COMMENTS.ordinal()] = count(comments(a), comments(b));
    if (a.language() == b.language()) {
      Bag.Shared terms = a.terms().shared(b.terms());
      evidence[TERMS.ordinal()] = terms.cosine();
      evidence[TERMS_OF_SHORTER.ordinal()] = terms.ofSmaller();
    }
    return evidence;
  }

  private static void things(double[] evidence, Profile a, Profile b) {
    Bag.Shared concepts = a.concepts().shared(b.concepts());
    evidence[CONCEPTS.ordinal()] = concepts.cosine();
    evidence[CONCEPTS_OF_SHORTER.ordinal()] = concepts.ofSmaller();
    Bag.Shared names = a.names().shared(b.names());
    evidence[NAMES.ordinal()] = names.cosine();
    evidence[NAMES_IN_ALL.ordinal()] = Math.log1p(names.mass());
    evidence[NAMES_OF_SHORTER.ordinal()] = names.ofSmaller();
    Bag.Shared amounts = a.amounts().shared(b.amounts());
    evidence[AMOUNTS.ordinal()] = Math.log1p(amounts.mass());
    Bag.Shared places = a.places().shared(b.places());
    evidence[PLACES.ordinal()] = places.cosine();
    evidence[OTHER_PLACES.ordinal()] = against(a.places(), b.places(), places);
    boolean placed = !a.places().isEmpty() && !b.places().isEmpty() && places.cosine() < IN_PASSING;
    evidence[OTHER_FACTS.ordinal()] = placed ? against(a.amounts(), b.amounts(), amounts) : 0;
  }

  private static void acts(double[] evidence, Profile a, Profile b) {
    Bag.Shared acts = a.acts().shared(b.acts());
    evidence[ACTS.ordinal()] = acts.cosine();
    evidence[OTHER_ACTS.ordinal()] = against(a.acts(), b.acts(), acts);
    evidence[OPPOSED.ordinal()] = a.opposes(b) ? 1 : 0;
  }

  private static void times(double[] evidence, Profile a, Profile b) {
    boolean dated = !a.days().isEmpty() && !b.days().isEmpty();
    evidence[SAME_DAY.ordinal()] = dated && a.days().getFirst().equals(b.days().getFirst()) ? 1 : 0;
    evidence[OTHER_DAYS.ordinal()] = dated && Collections.disjoint(a.days(), b.days()) ? 1 : 0;
    double hours = Duration.between(a.eventAt(), b.eventAt()).abs().toMinutes() / 60.0;
    evidence[HOURS.ordinal()] = Math.log1p(Math.max(hours, NO_NEARER));
    evidence[DAYS.ordinal()] = Math.max(0, hours / HOURS_OF_A_DAY - 1);
  }

  private static double against(Bag a, Bag b, Bag.Shared shared) {
    return !a.isEmpty() && !b.isEmpty() && shared.count() == 0 ? 1 : 0;
  }

  private static boolean comments(Profile article) {
    return article.genre() == Genre.ANALYSIS || article.genre() == Genre.OPINION;
  }

  private static double count(boolean a, boolean b) {
    return (a ? 1 : 0) + (b ? 1 : 0);
  }
}
