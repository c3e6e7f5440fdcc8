package io.tensionwire.detection.signal;

import io.tensionwire.detection.party.Mention;
import io.tensionwire.detection.party.Scene;
import io.tensionwire.detection.party.Scene.Cast;
import io.tensionwire.detection.text.Document;
import io.tensionwire.detection.text.Sentence;
import io.tensionwire.detection.watch.Party.Role;
import io.tensionwire.detection.watch.SignalRule;
import io.tensionwire.detection.watch.WatchRules;
import io.tensionwire.model.Category;
import io.tensionwire.model.Polarity;

/** Whether words are the pair's business: by who is in their sentence, in the ones beside it and in the title. */
final class Relation {
  static final double BOTH = 1.0;
  private static final double BESIDE = 0.85;
  private static final double ABOUT = 0.65;
  /** Both in the sentence, in a text whose title is about somebody else. */
  private static final double INSIDE = 0.5;
  /** Somebody else does it with one of the two, in a text whose title names one of them. */
  private static final double TOGETHER = 0.7;
  private static final double HARDLY = 0.4;
  private static final double NONE = 0;

  private final Document document;
  private final WatchRules rules;
  private final Scene scene;

  /** Its headlines stand side by side and have nothing to do with each other. */
  private final boolean roundup;

  Relation(Document document, WatchRules rules, Scene scene, boolean roundup) {
    this.roundup = roundup;
    this.document = document;
    this.rules = rules;
    this.scene = scene;
  }

  /**
   * 1 where both are in the sentence, less with distance, 0 where it is somebody else's business.
   *
   * @param certain whether the grammar of the sentence says that one of the two acts on the other
   */
  double closeness(SignalRule rule, Sentence sentence, int from, int to, boolean certain) {
    double near = closeness(rule, sentence, from, to);
    return near == NONE && certain && scene.cast(sentence.index()).both()
        ? scene.titleCast().others().isEmpty() || scene.titleIsThePairs() ? BESIDE : INSIDE
        : near;
  }

  private double closeness(SignalRule rule, Sentence sentence, int from, int to) {
    Cast cast = scene.cast(sentence.index());
    if (roundup && !cast.both()) {
      return NONE;
    }
    if (rule.actor() && !startsWithThePair(sentence)) {
      return NONE;
    }
    if (cast.both()) {
      return together(rule, cast, sentence, from, to);
    }
    Cast title = scene.titleCast();
    if (rule.category() != Category.NK_RUSSIA_MILITARY
        && (startsWithNamesake(sentence) || !title.both() && scene.titleStartsWithNamesake())) {
      return NONE;
    }
    if (rule.relation() == SignalRule.Relation.SENTENCE
        || !cast.others().isEmpty()
        || !title.others().isEmpty() && !scene.titleIsThePairs()
        || !rule.about().containsAll(scene.namesakes(cast))
        || !title.both() && !rule.about().containsAll(scene.namesakes(title))) {
      return NONE;
    }
    if (cast.either()) {
      boolean eases = rule.category().polarity() == Polarity.DEESCALATION;
      if (eases && !cast.involved().isEmpty() && !rule.about().containsAll(cast.involved())) {
        return NONE;
      }
      boolean namesThem = rule.from() != null || !scene.namesakes(title).isEmpty();
      if (title.either() && !title.both() && !title.involved().isEmpty() && !namesThem) {
        return NONE;
      }
      boolean about = scene.titleIsThePairs() || rule.relation() == SignalRule.Relation.TEXT && scene.isAboutThePair();
      return beside(rule, cast, sentence) ? BESIDE : about ? ABOUT : NONE;
    }
    if (!cast.involved().isEmpty() && !rule.about().containsAll(cast.involved())) {
      return NONE;
    }
    boolean before = sentence.place() > 0 && scene.cast(sentence.index() - 1).both()
        && scene.cast(sentence.index() - 1).others().isEmpty();
    boolean titled = sentence.title() && scene.opensWithThePair();
    return scene.titleIsThePairs() || before || titled || rule.relation() == SignalRule.Relation.TEXT && scene.isAboutThePair()
        ? ABOUT : NONE;
  }

  /** With both in the sentence only somebody else who is named first, or nearest to the words, can be meant. */
  private double together(SignalRule rule, Cast cast, Sentence sentence, int from, int to) {
    boolean namesakes = startsWithNamesake(sentence) || !scene.titleCast().both() && scene.titleStartsWithNamesake();
    if (namesakes && rule.about().stream().noneMatch(party -> rules.party(party).sharesName())) {
      return NONE;
    }
    if (cast.others().isEmpty()) {
      boolean alongside = rule.others() && scene.titleCast().pairFirst();
      return scene.titleCast().others().isEmpty() || scene.titleIsThePairs() ? BOTH : alongside ? TOGETHER : INSIDE;
    }
    boolean theirs = !scene.titleCast().others().isEmpty() && !scene.titleIsThePairs();
    if (rule.category().polarity() == Polarity.DEESCALATION && among(sentence)) {
      return NONE;
    }
    if (rule.others()) {
      return cast.pairFirst() && !theirs ? BOTH : scene.titleCast().pairFirst() ? TOGETHER : HARDLY;
    }
    return cast.pairFirst() && !theirs && !othersNearest(sentence, from, to) ? BOTH : NONE;
  }

  /** Whether the missing party is in the title or in a sentence beside, without somebody else who might be meant. */
  private boolean beside(SignalRule rule, Cast cast, Sentence sentence) {
    Cast title = scene.titleCast();
    if (completes(cast, title) && (title.others().isEmpty() || scene.titleIsThePairs())) {
      return true;
    }
    for (int next : new int[] {sentence.index() - 1, sentence.index() + 1}) {
      if (next < 0 || next >= document.sentences().size() || among(document.sentence(next))) {
        continue;
      }
      Cast there = scene.cast(next);
      if (completes(cast, there) && (there.others().isEmpty() || there.pairFirst() && (there.both() || rule.others()))) {
        return true;
      }
    }
    return false;
  }

  /** Whether nobody outside the pair is named before the two; a sentence that names nobody goes on from the last. */
  private boolean startsWithThePair(Sentence sentence) {
    var mentions = scene.mentions(sentence.index());
    return mentions.isEmpty() || mentions.getFirst().parties().stream()
        .anyMatch(party -> rules.party(party).role() == Role.PAIR);
  }

  /** What a party that shares the name does first is its own doing: "North Korea warned South Korea". */
  private boolean startsWithNamesake(Sentence sentence) {
    var mentions = scene.mentions(sentence.index());
    return !mentions.isEmpty()
        && mentions.getFirst().parties().stream().allMatch(party -> rules.party(party).sharesName());
  }

  /** Whether somebody else is named between the two: "Russia, Brazil and South Korea met" is no meeting of the two. */
  private boolean among(Sentence sentence) {
    boolean pairSeen = false;
    boolean otherSince = false;
    for (Mention mention : scene.mentions(sentence.index())) {
      boolean pair = mention.parties().stream().anyMatch(party -> rules.party(party).role() == Role.PAIR);
      if (pair && pairSeen && otherSince) {
        return true;
      }
      pairSeen |= pair;
      otherSince |= pairSeen && !pair && mention.parties().stream()
          .anyMatch(party -> rules.party(party).role() == Role.OTHER);
    }
    return false;
  }

  private static boolean completes(Cast cast, Cast there) {
    return (cast.one() || there.one()) && (cast.other() || there.other());
  }

  /** Whether the party named nearest to the words is one with business of its own. */
  private boolean othersNearest(Sentence sentence, int from, int to) {
    int nearest = Integer.MAX_VALUE;
    boolean others = false;
    for (Mention mention : scene.mentions(sentence.index())) {
      int distance = mention.to() <= from ? from - mention.to() : mention.from() >= to ? mention.from() - to : 0;
      if (distance < nearest) {
        nearest = distance;
        others = mention.parties().stream().allMatch(party -> rules.party(party).role() == Role.OTHER);
      }
    }
    return others;
  }
}
