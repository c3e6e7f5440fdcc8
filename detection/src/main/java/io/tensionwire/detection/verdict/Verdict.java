package io.tensionwire.detection.verdict;

import io.tensionwire.detection.signal.Found;
import io.tensionwire.model.Confidence;
import io.tensionwire.model.Genre;
import io.tensionwire.model.Polarity;
import io.tensionwire.model.Severity;
import io.tensionwire.model.Stance;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What an article amounts to. */
public record Verdict(
    Score score, @Nullable Severity severity, @Nullable Confidence confidence, @Nullable Polarity polarity,
    @Nullable String passedOver) {
  private static final double ONE_SIDED = 0.7;

  /**
   * Sums up.
   *
   * @param passing whether the article names the pair only in passing
   */
  public static Verdict of(List<Found> signals, Genre genre, boolean passing) {
    Score score = Score.of(signals);
    List<Found> counting = signals.stream().filter(Found::counts).toList();
    if (counting.isEmpty()) {
      return none(score, reason(signals));
    }
    if (passing) {
      return none(score, "named-in-passing");
    }
    if (score.value() < Score.LEAST) {
      return none(score, "too-weak");
    }
    return new Verdict(score, severity(counting, genre), confidence(counting, genre), polarity(counting), null);
  }

  private static Verdict none(Score score, String reason) {
    return new Verdict(score, null, null, null, reason);
  }

  private static String reason(List<Found> signals) {
    if (signals.isEmpty()) {
      return "no-signal";
    }
    if (signals.stream().noneMatch(found -> found.signal().current())) {
      return "only-recap";
    }
    boolean demanded = signals.stream().anyMatch(found -> found.signal().stance() == Stance.DEMANDED);
    return demanded ? "only-demanded" : "only-negated";
  }

  /**
   * The highest severity of a signal; one step lower where it stands below the lead, is only the text's background, or
   * where what eases is not yet agreed. Genres that comment rather than report are never more than a notice, and what
   * is said in an interview is a statement.
   */
  private static Severity severity(List<Found> counting, Genre genre) {
    Severity highest = Severity.NOTICE;
    for (Found found : counting) {
      Severity own = found.rule().severity();
      boolean weaker = !found.sentence().title() && !found.sentence().lead()
          || found.signal().stance() != Stance.ASSERTED && own.atLeast(Severity.CRITICAL)
          || found.signal().stance() == Stance.PROPOSED && own.atLeast(Severity.HIGH);
      Severity here = weaker && own.atLeast(Severity.HIGH) ? Severity.values()[own.ordinal() - 1] : own;
      highest = here.atLeast(highest) ? here : highest;
    }
    return switch (genre) {
      case REPORT, OFFICIAL, LIVE, OTHER -> highest;
      case INTERVIEW -> highest.atLeast(Severity.ELEVATED) ? Severity.ELEVATED : highest;
      case ANALYSIS, OPINION, EXPLAINER, ROUNDUP, ANNIVERSARY -> Severity.NOTICE;
    };
  }

  private static Confidence confidence(List<Found> counting, Genre genre) {
    if (counting.stream().allMatch(found -> found.signal().stance() == Stance.ALLEGED)) {
      return Confidence.ALLEGED;
    }
    boolean official = genre == Genre.OFFICIAL || counting.stream().anyMatch(found -> found.signal().speaker() != null);
    return official ? Confidence.OFFICIAL : Confidence.SINGLE;
  }

  /** The headline leans where it leans; without its word, what weighs more by place; near balance it is both. */
  private static Polarity polarity(List<Found> counting) {
    double up = weight(counting, found -> true, Polarity.ESCALATION);
    double down = weight(counting, found -> true, Polarity.DEESCALATION);
    double titleUp = weight(counting, found -> found.sentence().title(), Polarity.ESCALATION);
    double titleDown = weight(counting, found -> found.sentence().title(), Polarity.DEESCALATION);
    if (titleUp > 0 && titleDown > 0) {
      return titleDown > 2.5 * titleUp ? Polarity.DEESCALATION
          : titleUp > 2.5 * titleDown ? Polarity.ESCALATION : Polarity.MIXED;
    }
    if (titleUp + titleDown > 0) {
      return titleUp > 0 ? Polarity.ESCALATION : Polarity.DEESCALATION;
    }
    double share = up / (up + down);
    return share >= ONE_SIDED ? Polarity.ESCALATION : share <= 1 - ONE_SIDED ? Polarity.DEESCALATION : Polarity.MIXED;
  }

  private static double weight(List<Found> counting, Predicate<Found> which, Polarity polarity) {
    return counting.stream().filter(found -> found.rule().category().polarity() == polarity).filter(which)
        .mapToDouble(found -> found.rule().weight() * found.closeness()
            * (found.sentence().title() ? 3 : found.sentence().lead() ? 2 : 1))
        .sum();
  }
}
