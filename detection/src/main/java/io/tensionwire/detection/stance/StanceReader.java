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
 * Reads the stance of a signal from the cues around its words. Where a language puts its "not" decides where it is
 * looked for: before the word in English, on either side in Russian, after it in Korean.
 */
public final class StanceReader {
  private static final Set<Category> ACCUSATIONS = EnumSet.of(
      Category.NK_RUSSIA_MILITARY, Category.CYBER_INTERFERENCE, Category.DETENTION_ESPIONAGE, Category.MILITARY_INCIDENT);

  /** The accused denies them as a rule: they stay the accuser's. */
  private static final Set<Category> DISPUTED = EnumSet.of(Category.NK_RUSSIA_MILITARY, Category.CYBER_INTERFERENCE);

  private final Document document;
  private final CueMarks cues;
  private final int before;
  private final int after;
  private final boolean headLast;

  public StanceReader(Document document, Language language, CueMarks cues) {
    this.document = document;
    this.cues = cues;
    this.headLast = language == Language.KO;
    this.before = headLast ? 0 : language == Language.RU ? 3 : 6;
    this.after = headLast ? 3 : language == Language.RU ? 3 : 0;
  }

  /** The stance of words: those that make the phrase, and from where to where they reach. */
  public Stance read(SignalRule rule, int sentence, List<Hit> words, int from, int to) {
    if (!rule.firm() && words.stream().anyMatch(hit -> negated(sentence, hit.from(), hit.to()))) {
      return DISPUTED.contains(rule.category()) ? Stance.ALLEGED : Stance.NEGATED;
    }
    boolean eases = rule.category().polarity() == Polarity.DEESCALATION;
    if (rule.demand() && cues.has(sentence, Cues.DEMAND)) {
      return Stance.DEMANDED;
    }
    if (conditional(sentence, from, to)) {
      return Stance.CONDITIONAL;
    }
    if ((eases || rule.category() == Category.ARMS_TO_UKRAINE) && cues.has(sentence, Cues.PROPOSAL)) {
      return Stance.PROPOSED;
    }
    if (ACCUSATIONS.contains(rule.category()) && cues.has(sentence, Cues.ALLEGATION)) {
      return Stance.ALLEGED;
    }
    return Stance.ASSERTED;
  }

  private boolean negated(int sentence, int from, int to) {
    for (Mark mark : cues.in(sentence, Cues.NEGATION)) {
      if (mark.to() <= from && from - mark.to() < before && unbroken(mark.from() + 1, from)) {
        return true;
      }
      if (mark.from() >= to && mark.from() - to < after && unbroken(to, mark.from())) {
        return true;
      }
    }
    return false;
  }

  private boolean conditional(int sentence, int from, int to) {
    for (Mark mark : cues.in(sentence, Cues.CONDITION)) {
      if (headLast ? mark.from() >= from && mark.from() - to < 5 : mark.from() <= to) {
        return true;
      }
    }
    return false;
  }

  /** Whether no comma stands before the tokens from one up to and with another. */
  private boolean unbroken(int from, int to) {
    for (int i = from; i <= to && i < document.tokens().size(); i++) {
      if (document.token(i).afterBreak()) {
        return false;
      }
    }
    return true;
  }
}
