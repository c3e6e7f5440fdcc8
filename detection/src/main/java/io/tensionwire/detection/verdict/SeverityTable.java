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

  static Severity of(Deed deed) {
    Severity severity = ofDeed(deed);
    return deed.main() || !severity.atLeast(Severity.HIGH) ? severity : Severity.values()[severity.ordinal() - 1];
  }

  /** As much as a kind of text can matter: who comments does not report, and what is said in an interview is a statement. */
  static Severity cap(Genre genre) {
    return switch (genre) {
      case REPORT, OFFICIAL, LIVE -> Severity.CRITICAL;
      case INTERVIEW, OTHER -> Severity.ELEVATED;
      case ANALYSIS, OPINION, EXPLAINER, ROUNDUP, ANNIVERSARY -> Severity.NOTICE;
    };
  }

  private static Severity ofDeed(Deed deed) {
    boolean asserted = deed.stance() == Stance.ASSERTED;
    boolean eases = deed.category().polarity() == Polarity.DEESCALATION;
    if (deed.watch() == Severity.NOTICE || deed.rank() == Rank.EXPERT || eases && deed.routine()
        || deed.rank() == Rank.COMPANY && BUSINESS.contains(deed.category()) && !deed.watch().atLeast(Severity.HIGH)) {
      return Severity.NOTICE;
    }
    if (deed.watch() == Severity.CRITICAL) {
      return grave(deed, asserted);
    }
    if (THREATS.contains(deed.category())) {
      return deed.rank().speaksForTheState() && deed.stance() != Stance.ALLEGED ? Severity.HIGH : Severity.ELEVATED;
    }
    if (deed.category() == Category.DIALOGUE) {
      return asserted && deed.rank().compareTo(Rank.DEPUTY) <= 0 ? Severity.HIGH : Severity.ELEVATED;
    }
    if (deed.watch() == Severity.HIGH) {
      return formal(deed, asserted, eases);
    }
    return Severity.ELEVATED;
  }

  /** Physical or hard to reverse: done, it pages somebody; threatened by a state or alleged, it is a formal matter. */
  private static Severity grave(Deed deed, boolean asserted) {
    if (asserted) {
      return deed.category() == Category.EXPULSION_ENTRY_BAN && deed.entry() ? Severity.HIGH : Severity.CRITICAL;
    }
    return deed.stance() == Stance.ALLEGED || deed.rank().speaksForTheState() ? Severity.HIGH : Severity.ELEVATED;
  }

  /** A formal act: done it is high, as is the offer of one by an official; planned, alleged, or a company's it is less. */
  private static Severity formal(Deed deed, boolean asserted, boolean eases) {
    if (asserted) {
      return deed.rank() == Rank.COMPANY ? Severity.ELEVATED : Severity.HIGH;
    }
    boolean offered = eases && deed.stance() == Stance.PROPOSED && deed.rank().compareTo(Rank.SPOKESPERSON) <= 0;
    boolean demanded = deed.category() == Category.DIPLOMATIC_PROTEST && deed.stance() == Stance.DEMANDED;
    return offered || demanded ? Severity.HIGH : Severity.ELEVATED;
  }
}
