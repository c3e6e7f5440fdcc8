package io.tensionwire.detection.signal;

import io.tensionwire.detection.match.Marks.Mark;
import io.tensionwire.detection.party.Mention;
import io.tensionwire.detection.party.Scene;
import io.tensionwire.detection.role.RoleReader;
import io.tensionwire.detection.stance.CueMarks;
import io.tensionwire.detection.text.Document;
import io.tensionwire.detection.text.Sentence;
import io.tensionwire.detection.watch.Act;
import io.tensionwire.detection.watch.Cues;
import io.tensionwire.detection.watch.SignalRule;
import io.tensionwire.detection.watch.WatchRules;
import io.tensionwire.model.Category;
import io.tensionwire.model.Language;
import io.tensionwire.model.Polarity;
import io.tensionwire.model.Stance;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who of the two a signal comes from and whom it is aimed at. What is said is its speaker's: a threat, a protest, hard
 * words, a demand; a deed is the agent's, whoever tells of it, and turns on the country of whom it is done to. Where
 * these disagree nobody is named: a wrong arrow is worse than none.
 */
final class Attribution {
  /** Where speaking is acting. */
  private static final Set<Category> SPOKEN = Set.of(
      Category.RETALIATION_THREAT, Category.DIPLOMATIC_PROTEST, Category.HOSTILE_RHETORIC, Category.UNFRIENDLY_STATE);

  /** Nouns of speech that somebody may own: "Russia's threat", "한국의 항의". */
  private static final Set<Category> OWNED = Set.of(Category.RETALIATION_THREAT, Category.DIPLOMATIC_PROTEST);

  /** What the two do with each other, or how they stand. */
  private static final Set<Category> STANDING = Set.of(Category.RELATIONS_WORSENING, Category.NORMALISATION);

  /** Who hears a protest, or rejects it, does not make it. */
  private static final List<String> HEARING = List.of(
      "hears", "heard", "receives", "received", "reject", "dismiss", "получил", "отверг", "отклонил");

  /** Whose doing crosses a line, not who draws it. */
  private static final List<String> CROSSING = List.of("cross", "overstep", "переш", "переступ", "наруш", "넘");

  /** With the envoy who is their subject. */
  private static final List<String> SUMMONED = List.of(
      "summoned", "called", "handed", "invited", "вызван", "приглашен", "вручен", "заявлен", "передан");

  private final Document document;
  private final Language language;
  private final WatchRules rules;
  private final Scene scene;
  private final CueMarks cues;
  private final RoleReader roles;
  private final Sides sides;
  private final Owners owners;

  Attribution(
      Document document, Language language, WatchRules rules, Scene scene, CueMarks cues, RoleReader roles) {
    this.document = document;
    this.language = language;
    this.rules = rules;
    this.scene = scene;
    this.cues = cues;
    this.roles = roles;
    this.sides = new Sides(document, rules, roles);
    this.owners = new Owners(document, language, scene, cues, roles, sides);
  }

  /** Whether speaking is acting. */
  static boolean spoken(Category category) {
    return SPOKEN.contains(category) || category == Category.RED_LINE;
  }

  /**
   * The direction of words that were found.
   *
   * @param act the act that they are, or {@code null} where they are only words
   * @param speaker who says the sentence
   * @param from the token where the words begin
   * @param to the token after their last
   */
  Direction of(
      SignalRule rule, @Nullable Act act, Between between, Sentence sentence, Stance stance, @Nullable Mention speaker,
      int from, int to) {
    String voice = sides.one(speaker);
    Category category = rule.category();
    if (stance == Stance.DEMANDED || category == Category.DIPLOMATIC_PROTEST && cues.has(sentence.index(), Cues.DEMAND)) {
      Direction demand = demand(rule, sentence, voice);
      if (demand != null) {
        return demand;
      }
    }
    if (SPOKEN.contains(category)) {
      return spoken(rule, act, between, sentence, voice, from, to);
    }
    if (category == Category.RED_LINE) {
      String agent = voice == null && has(CROSSING, from, to) ? between.from() : null;
      Direction said = agent == null ? deed(rule, act, between, sentence, voice, from, to) : sides.towards(sides.theOther(agent));
      return said.ofLine(document, to, scene.mentions(sentence.index()), speaker, rules.pair());
    }
    if (category == Category.NK_RUSSIA_MILITARY) {
      return alliance(rule, between);
    }
    boolean eases = category.polarity() == Polarity.DEESCALATION;
    return eases || STANDING.contains(category)
        ? mutual(rule, between, sentence, voice) : deed(rule, act, between, sentence, voice, from, to);
  }

  /** Who demands acts, not who is to do it: the subject of the verb, else who says that something must be done. */
  private @Nullable Direction demand(SignalRule rule, Sentence sentence, @Nullable String voice) {
    for (Mark mark : cues.in(sentence.index(), Cues.DEMAND)) {
      if (!Obligation.is(document.token(mark.to() - 1).word()) && !roles.quoted(mark.from())) {
        String demander = sides.agent(mark.from(), mark.to());
        if (demander != null) {
          return sides.towards(demander);
        }
      }
    }
    if (voice != null) {
      return sides.towards(voice);
    }
    return rule.category().polarity() == Polarity.DEESCALATION ? Direction.UNKNOWN : null;
  }

  private Direction spoken(
      SignalRule rule, @Nullable Act act, Between between, Sentence sentence, @Nullable String voice, int from, int to) {
    String agent = between.from();
    if (rule.from() != null || rule.to() != null) {
      return new Direction(rule.from(), rule.to());
    }
    if (OWNED.contains(rule.category())) {
      String envoys = agent == null ? null : owners.aimed(rule, sentence);
      if (envoys != null && envoys.equals(agent) && receives(from, to)) {
        return new Direction(sides.theOther(envoys), envoys);
      }
      String owner = owners.of(rule, sentence, from, to);
      if (owner != null) {
        return sides.towards(owner);
      }
      if (agent != null && has(HEARING, from, to)) {
        return sides.towards(sides.theOther(agent));
      }
    }
    boolean apart = voice != null && agent != null && !voice.equals(agent);
    if (between.certain() && agent != null && !(apart && roles.quoted(from))) {
      return new Direction(agent, between.to());
    }
    if (voice != null && !(apart && act != null && rule.category() == Category.RETALIATION_THREAT)) {
      return sides.towards(voice);
    }
    if (apart) {
      return Direction.UNKNOWN;
    }
    String aimed = owners.aimed(rule, sentence);
    if (aimed != null) {
      return new Direction(sides.theOther(aimed), aimed);
    }
    boolean insulted = !OWNED.contains(rule.category()) && act == null && agent != null && agent.equals(owners.at(sentence, from));
    return insulted ? Direction.UNKNOWN : agent != null ? new Direction(agent, between.to()) : first(sentence);
  }

  private Direction deed(
      SignalRule rule, @Nullable Act act, Between between, Sentence sentence, @Nullable String voice, int from, int to) {
    boolean noun = language == Language.KO && act == null && to - from > 1;
    String doer = noun ? sides.agent(to - 1, to) : null;
    String aimed = owners.aimed(rule, sentence);
    boolean suffers = aimed != null && aimed.equals(between.from()) && once(sentence, aimed);
    if (!suffers && between.certain() && between.from() != null && (doer == null || doer.equals(between.from()))) {
      return new Direction(between.from(), between.to());
    }
    if (aimed != null) {
      boolean apart = !suffers && between.from() != null && between.from().equals(aimed);
      return apart ? Direction.UNKNOWN : new Direction(sides.theOther(aimed), aimed);
    }
    if (rule.from() != null || rule.to() != null) {
      return new Direction(rule.from(), rule.to());
    }
    String owner = rule.category() == Category.SANCTIONS_EXPORT_CONTROL ? owners.of(rule, sentence, from, to) : null;
    if (owner != null) {
      return sides.towards(owner);
    }
    if (between.from() == null) {
      return rule.category() == Category.MILITARY_INCIDENT ? alone(sentence) : first(sentence);
    }
    String actor = language == Language.KO && to - from > 1 ? sides.agent(to - 1, to) : null;
    if (actor != null && !actor.equals(between.from())) {
      return sides.towards(actor);
    }
    if (voice != null && !voice.equals(between.from()) && roles.quoted(from) && cues.has(sentence.index(), Cues.DEMAND)) {
      return Direction.UNKNOWN;
    }
    return demands(sentence, between.from()) || late(sentence, between.from(), from)
        ? Direction.UNKNOWN : new Direction(between.from(), between.to());
  }

  /** Whether a sentence names the party only once: it cannot be who acts and who suffers. */
  private boolean once(Sentence sentence, String party) {
    return scene.mentions(sentence.index()).stream().filter(mention -> party.equals(sides.one(mention))).count() == 1;
  }

  /** Whether a party is said to demand or ask for something in the sentence: the deed it speaks of is hardly its own. */
  private boolean demands(Sentence sentence, String party) {
    for (Mark mark : cues.in(sentence.index(), Cues.DEMAND)) {
      if (!Obligation.is(document.token(mark.to() - 1).word()) && party.equals(sides.agent(mark.from(), mark.to()))) {
        return true;
      }
    }
    return false;
  }

  /** Whether the other is named before the party, which is named in a clause before the words: who acts in theirs? */
  private boolean late(Sentence sentence, String party, int from) {
    boolean other = false;
    for (Mention mention : language == Language.KO ? List.<Mention>of() : scene.mentions(sentence.index())) {
      if (mention.to() <= from && party.equals(sides.one(mention)) && broken(mention.to(), from)) {
        return other || !scene.cast(sentence.index()).both();
      }
      other |= sides.one(mention) != null;
    }
    return false;
  }

  private boolean broken(int from, int to) {
    for (int i = from; i <= to; i++) {
      if (document.token(i).afterBreak()) {
        return true;
      }
    }
    return false;
  }

  private Direction mutual(SignalRule rule, Between between, Sentence sentence, @Nullable String voice) {
    if (together(sentence)) {
      return Direction.UNKNOWN;
    }
    if (between.certain() && between.from() != null) {
      return new Direction(between.from(), between.to());
    }
    String aimed = owners.aimed(rule, sentence);
    if (aimed != null) {
      return new Direction(sides.theOther(aimed), aimed);
    }
    if (rule.from() != null || rule.to() != null) {
      return new Direction(rule.from(), rule.to());
    }
    if (voice != null && STANDING.contains(rule.category())) {
      return sides.towards(voice);
    }
    boolean apart = voice != null && between.from() != null && !voice.equals(between.from());
    return apart ? Direction.UNKNOWN : new Direction(between.from(), between.to());
  }

  /** What Russia and the North do with each other is aimed at nobody; what is said against it is said to one of them. */
  private Direction alliance(SignalRule rule, Between between) {
    String from = between.from();
    String to = between.to();
    if (from == null) {
      return new Direction(rule.from(), rule.to());
    }
    boolean outward = to != null && rules.pair().contains(from) != rules.pair().contains(to);
    boolean home = from.equals(rules.pair().getFirst());
    return !between.certain() || outward && home ? Direction.UNKNOWN : new Direction(from, to);
  }

  /** "The envoy heard a protest", "was called in", "посол приглашен": who gets one does not make it. */
  private boolean receives(int from, int to) {
    return has(HEARING, from, to) || has(SUMMONED, from, to);
  }

  private boolean has(List<String> stems, int from, int to) {
    for (int i = Math.max(0, from - 3); i < to; i++) {
      String word = document.token(i).word();
      if (stems.stream().anyMatch(word::startsWith)) {
        return true;
      }
    }
    return false;
  }

  /** "South Korea and Russia", "Сеул и Москва": what they do together has no direction. */
  private boolean together(Sentence sentence) {
    Mention last = null;
    for (Mention mention : scene.mentions(sentence.index())) {
      String one = sides.one(mention);
      String before = last == null ? null : sides.one(last);
      if (last != null && one != null && before != null && !one.equals(before)) {
        int gap = mention.from() - last.to();
        String word = document.token(mention.from() - 1).word();
        boolean and = gap == 1 && (word.equals("and") || word.equals("и"));
        boolean with = gap == 0 && (word.endsWith("와") || word.endsWith("과") || comma(sentence, mention.from())
            && last.from() == sentence.from());
        if (and || with) {
          return true;
        }
      }
      last = mention;
    }
    return false;
  }

  private boolean comma(Sentence sentence, int token) {
    int from = document.token(token - 1).end() - sentence.start();
    int to = document.token(token).start() - sentence.start();
    return from >= 0 && to <= sentence.text().length() && from <= to
        && sentence.text().substring(from, to).strip().matches("[,·ㆍ]");
  }

  /** Korean names the one who acts first, in headlines above all; elsewhere the first name says nothing. */
  private Direction first(Sentence sentence) {
    return language == Language.KO ? first(scene.mentions(sentence.index())) : Direction.UNKNOWN;
  }

  private Direction first(List<Mention> mentions) {
    for (Mention mention : mentions) {
      String first = sides.one(mention);
      if (first != null) {
        return sides.towards(first);
      }
    }
    return Direction.UNKNOWN;
  }

  /** The only party that a sentence names: whose craft it was. */
  private Direction alone(Sentence sentence) {
    return scene.cast(sentence.index()).both() ? first(sentence) : first(scene.mentions(sentence.index()));
  }
}
