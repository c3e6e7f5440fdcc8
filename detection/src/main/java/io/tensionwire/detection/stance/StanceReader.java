package io.tensionwire.detection.stance;

import io.tensionwire.detection.match.Hit;
import io.tensionwire.detection.match.Marks.Mark;
import io.tensionwire.detection.text.Document;
import io.tensionwire.detection.watch.Cues;
import io.tensionwire.detection.watch.SignalRule;
import io.tensionwire.model.Category;
import io.tensionwire.model.Language;
import io.tensionwire.model.Polarity;
import io.tensionwire.model.Stance;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Reads the stance of a signal from the cues whose reach its words are in. What is denied comes first, then what is
 * demanded of the other side, what hangs on a condition, what is hoped for or planned, what is only alleged; a question
 * asserts nothing. All else is asserted.
 */
public final class StanceReader {
  private static final Set<Category> ACCUSATIONS = EnumSet.of(
      Category.NK_RUSSIA_MILITARY, Category.CYBER_INTERFERENCE, Category.DETENTION_ESPIONAGE, Category.MILITARY_INCIDENT);

  /** The accused denies them as a rule: they stay the accuser's. */
  private static final Set<Category> DISPUTED = EnumSet.of(Category.NK_RUSSIA_MILITARY, Category.CYBER_INTERFERENCE);

  /** Of these a denial says that they are not so; a protest that is rejected was still made. */
  private static final Set<Category> DENIABLE = EnumSet.of(
      Category.RELATIONS_WORSENING, Category.ARMS_TO_UKRAINE, Category.DIALOGUE, Category.REOPENING,
      Category.SANCTIONS_EXPORT_CONTROL, Category.TRAVEL_FLIGHTS, Category.EXPULSION_ENTRY_BAN);

  /** Measures: they are considered and planned before they are taken. */
  private static final Set<Category> MEASURES = EnumSet.of(
      Category.SANCTIONS_EXPORT_CONTROL, Category.TRAVEL_FLIGHTS, Category.EXPULSION_ENTRY_BAN,
      Category.ARMS_TO_UKRAINE, Category.TRADE_ASSET_DISPUTE);
  private static final int REACH = 8;
  private static final int PROPOSED = 14;

  private final Document document;
  private final Language language;
  private final CueMarks cues;
  private final Clauses clauses;
  private final Negations negations;
  private final Conditions conditions;

  public StanceReader(Document document, Language language, CueMarks cues) {
    this.document = document;
    this.language = language;
    this.cues = cues;
    this.clauses = new Clauses(document, language);
    this.negations = new Negations(document, language, cues, clauses);
    this.conditions = new Conditions(document, language, cues, clauses);
  }

  /** The stance of words: those that make the phrase, and from where to where they reach. */
  public Stance read(SignalRule rule, int sentence, List<Hit> words, int from, int to) {
    Category category = rule.category();
    if (!rule.firm() && words.stream().anyMatch(hit -> negations.reach(category, sentence, hit))) {
      return DISPUTED.contains(category) ? Stance.ALLEGED : Stance.NEGATED;
    }
    if (DENIABLE.contains(category) && governed(sentence, Cues.DENIAL, from, to, REACH)) {
      return Stance.NEGATED;
    }
    if (demanded(rule, sentence, from, to)) {
      return Stance.DEMANDED;
    }
    if (conditions.hold(category, sentence, from, to)) {
      return Stance.CONDITIONAL;
    }
    boolean eases = category.polarity() == Polarity.DEESCALATION;
    if (eases && governed(sentence, Cues.PROPOSAL, from, to, PROPOSED)
        || MEASURES.contains(category) && governed(sentence, Cues.PLAN, from, to, REACH)) {
      return Stance.PROPOSED;
    }
    if (ACCUSATIONS.contains(category) && alleged(category, sentence)) {
      return Stance.ALLEGED;
    }
    return document.sentence(sentence).text().endsWith("?") ? asked(category, eases) : Stance.ASSERTED;
  }

  private static Stance asked(Category category, boolean eases) {
    return eases ? Stance.PROPOSED : ACCUSATIONS.contains(category) ? Stance.ALLEGED : Stance.CONDITIONAL;
  }

  /** An arrest is a fact; what for is an allegation. */
  private boolean alleged(Category category, int sentence) {
    boolean arrest = category == Category.DETENTION_ESPIONAGE && cues.has(sentence, Cues.ARREST);
    return !arrest && !cues.live(sentence, Cues.ALLEGATION).isEmpty() || cues.has(sentence, Cues.HEARSAY)
        || DISPUTED.contains(category) && !cues.live(sentence, Cues.DENIAL).isEmpty();
  }

  /** A rule says whether its thing can only be demanded; else a demand must be made of one of the two by name. */
  private boolean demanded(SignalRule rule, int sentence, int from, int to) {
    if (rule.demand()) {
      return !cues.live(sentence, Cues.DEMAND).isEmpty();
    }
    for (Mark mark : cues.live(sentence, Cues.DEMAND)) {
      boolean inside = mark.from() < to && mark.to() > from;
      boolean ofOne = cues.in(sentence, "pair").stream().anyMatch(pair ->
          pair.to() == mark.from() || pair.from() >= mark.to() && pair.from() - mark.to() < 2);
      if (rule.category() == Category.DIPLOMATIC_PROTEST && inside
          || rule.category() == Category.NORMALISATION && ofOne
              && (governs(mark, from, to, REACH) || askedOfThem(mark, from))) {
        return true;
      }
    }
    return false;
  }

  /** "Called for Seoul to lift them so that it may come off the list": what a named party is to do reaches on. */
  private boolean askedOfThem(Mark demand, int from) {
    return demand.to() <= from && !clauses.turn(demand.to(), from - 1);
  }

  private boolean governed(int sentence, String cue, int from, int to, int reach) {
    return cues.live(sentence, cue).stream().anyMatch(mark -> governs(mark, from, to, reach));
  }

  /** Whether a verb has the words in its reach: those behind it, in Korean those before it, or with its own among them. */
  private boolean governs(Mark mark, int from, int to, int reach) {
    if (mark.from() < to && mark.to() > from) {
      return true;
    }
    boolean after = mark.from() >= to;
    int distance = after ? mark.from() - to : from - mark.to();
    boolean usual = after == (language == Language.KO);
    return distance < (usual ? reach : reach / 2)
        && !clauses.turn(after ? to - (language == Language.KO ? 1 : 0) : mark.to(), (after ? mark.from() : from) - 1);
  }
}
