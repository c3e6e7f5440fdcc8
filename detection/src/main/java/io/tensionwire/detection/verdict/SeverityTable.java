package io.tensionwire.detection.verdict;

import io.tensionwire.model.Category;
import io.tensionwire.model.Genre;
import io.tensionwire.model.Polarity;
import io.tensionwire.model.Severity;
import io.tensionwire.model.Stance;
import java.util.EnumSet;
import java.util.Set;

/**
 * How much an act matters, row by row as in {@code docs/severity.md}, whose rows its test reads. The first row that fits
 * counts. Confidence is not among what is asked.
 */
final class SeverityTable {
  private static final Set<Category> THREATS = EnumSet.of(Category.RED_LINE, Category.RETALIATION_THREAT);

  /** What companies do of their own accord; what is done to them is the state's matter. */
  private static final Set<Category> BUSINESS = EnumSet.of(Category.TRAVEL_FLIGHTS, Category.REOPENING);

  private SeverityTable() {}

  static Severity of(Act act) {
    Severity severity = ofAct(act);
    return act.main() || !severity.atLeast(Severity.HIGH) ? severity : Severity.values()[severity.ordinal() - 1];
  }

  /** As much as a kind of text can matter: who comments does not report, and what is said in an interview is a statement. */
  static Severity cap(Genre genre) {
    return switch (genre) {
      case REPORT, OFFICIAL, LIVE -> Severity.CRITICAL;
      case INTERVIEW, OTHER -> Severity.ELEVATED;
      case ANALYSIS, OPINION, EXPLAINER, ROUNDUP, ANNIVERSARY -> Severity.NOTICE;
    };
  }

  private static Severity ofAct(Act act) {
    boolean asserted = act.stance() == Stance.ASSERTED;
    boolean eases = act.category().polarity() == Polarity.DEESCALATION;
    if (act.watch() == Severity.NOTICE || act.rank() == Rank.EXPERT || eases && act.routine()
        || act.rank() == Rank.COMPANY && BUSINESS.contains(act.category()) && !act.watch().atLeast(Severity.HIGH)) {
      return Severity.NOTICE;
    }
    if (act.watch() == Severity.CRITICAL) {
      return grave(act, asserted);
    }
    if (THREATS.contains(act.category())) {
      return act.rank().speaksForTheState() && act.stance() != Stance.ALLEGED ? Severity.HIGH : Severity.ELEVATED;
    }
    if (act.category() == Category.DIALOGUE) {
      return asserted && act.rank().compareTo(Rank.DEPUTY) <= 0 ? Severity.HIGH : Severity.ELEVATED;
    }
    if (act.watch() == Severity.HIGH) {
      return formal(act, asserted, eases);
    }
    return Severity.ELEVATED;
  }

  /** Physical or hard to reverse: done, it pages somebody; threatened by a state or alleged, it is a formal matter. */
  private static Severity grave(Act act, boolean asserted) {
    if (asserted) {
      return act.category() == Category.EXPULSION_ENTRY_BAN && act.entry() ? Severity.HIGH : Severity.CRITICAL;
    }
    return act.stance() == Stance.ALLEGED || act.rank().speaksForTheState() ? Severity.HIGH : Severity.ELEVATED;
  }

  /** A formal act: done it is high, as is the offer of one by an official; planned, alleged, or a company's it is less. */
  private static Severity formal(Act act, boolean asserted, boolean eases) {
    if (asserted) {
      return act.rank() == Rank.COMPANY ? Severity.ELEVATED : Severity.HIGH;
    }
    boolean offered = eases && act.stance() == Stance.PROPOSED && act.rank().compareTo(Rank.SPOKESPERSON) <= 0;
    boolean demanded = act.category() == Category.DIPLOMATIC_PROTEST && act.stance() == Stance.DEMANDED;
    return offered || demanded ? Severity.HIGH : Severity.ELEVATED;
  }
}
