package io.tensionwire.detection.party;

import io.tensionwire.detection.match.Marks;
import io.tensionwire.detection.text.Document;
import io.tensionwire.detection.text.Sentence;
import io.tensionwire.detection.watch.Cues;
import io.tensionwire.detection.watch.Party.Role;
import io.tensionwire.detection.watch.Vocabulary;
import io.tensionwire.detection.watch.WatchRules;
import io.tensionwire.model.TextField;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Who is in which sentence, and what the article as a whole is about. */
public final class Scene {
  private static final int LEAD_SENTENCES = 4;
  private static final int OPENING_SENTENCES = 2;
  private static final Cast NOBODY = new Cast(false, false, Set.of(), Set.of(), false);
  private static final int LOOK_BACK = 6;
  private static final char HANGUL = 0x1100;

  private final Document document;
  private final WatchRules rules;
  private final String one;
  private final String other;
  private final List<List<Mention>> bySentence = new ArrayList<>();
  private final List<Cast> casts = new ArrayList<>();
  private Cast opening = NOBODY;
  private Cast title = NOBODY;
  private boolean opensAtOnce;

  /** The sentence by which the opening has named both. */
  private int firstBoth = Integer.MAX_VALUE;

  /**
   * The parties of a sentence.
   *
   * @param involved parties about whom the two may quarrel
   * @param others parties with business of their own
   * @param pairFirst whether one of the two is named before all others
   */
  public record Cast(boolean one, boolean other, Set<String> involved, Set<String> others, boolean pairFirst) {
    public boolean both() {
      return one && other;
    }

    public boolean either() {
      return one || other;
    }
  }

  private Scene(Document document, WatchRules rules) {
    this.document = document;
    this.rules = rules;
    this.one = rules.pair().get(0);
    this.other = rules.pair().get(1);
  }

  public static Scene of(
      Document document, WatchRules rules, Vocabulary vocabulary, List<Mention> mentions, Marks marks) {
    var scene = new Scene(document, rules);
    scene.cast(mentions);
    scene.opening = scene.together(s -> s.title() || s.field() == TextField.SUMMARY || s.place() < LEAD_SENTENCES);
    scene.title = scene.together(Sentence::title);
    scene.opensAtOnce = scene.together(s -> s.title() || s.place() == 0).both();
    scene.firstBoth = scene.firstBoth();
    scene.resolveBoth(vocabulary.number(Cues.BOTH), marks);
    return scene;
  }

  public Cast cast(int sentence) {
    return casts.get(sentence);
  }

  public List<Mention> mentions(int sentence) {
    return bySentence.get(sentence);
  }

  /** Whether the article names both anywhere. */
  public boolean namesBoth() {
    return casts.stream().anyMatch(Cast::one) && casts.stream().anyMatch(Cast::other);
  }

  /** Whether the title is about the two: it names both, and nobody else before them. */
  public boolean titleIsThePairs() {
    return title.both() && (title.others().isEmpty() || title.pairFirst());
  }

  /** The parties of the title, however many sentences it has. */
  public Cast titleCast() {
    return title;
  }

  /** Whether the first whom the title names is one that shares a name with one of the two. */
  public boolean titleStartsWithNamesake() {
    return document.sentences().stream().takeWhile(Sentence::title)
        .flatMap(sentence -> bySentence.get(sentence.index()).stream()).findFirst()
        .map(first -> first.parties().stream().allMatch(party -> rules.party(party).sharesName())).orElse(false);
  }

  /** Whether title and first sentences name both, or enough sentences do, or the text names nobody else. */
  public boolean isAboutThePair() {
    return opening.both() || casts.stream().filter(Cast::both).count() >= 2 || namesOnlyThePair();
  }

  /** An interview may name the one in its answers and the other in its questions. */
  private boolean namesOnlyThePair() {
    return casts.stream().allMatch(cast -> cast.others().isEmpty() && cast.involved().isEmpty())
        && casts.stream().filter(Cast::one).count() >= 2 && casts.stream().filter(Cast::other).count() >= 2;
  }

  /**
   * Whether one of the first sentences names both and nobody else: what a title that names nobody may be about. A second
   * sentence goes on with the title's matter only where the first has named one of the two.
   */
  public boolean opensWithThePair() {
    boolean named = false;
    for (Sentence sentence : document.sentences()) {
      if (!sentence.title() && (sentence.field() == TextField.SUMMARY || sentence.place() < OPENING_SENTENCES)) {
        Cast cast = casts.get(sentence.index());
        if (cast.both() && cast.others().isEmpty() && (named || sentence.place() == 0)) {
          return true;
        }
        named |= cast.either();
      }
    }
    return false;
  }

  /** Whether the title, or the title and the first sentence together, name both. */
  public boolean opensAtOnce() {
    return opensAtOnce;
  }

  private int firstBoth() {
    boolean hasOne = false;
    boolean hasOther = false;
    for (Sentence sentence : document.sentences()) {
      if (sentence.field() != TextField.BODY || sentence.place() < LEAD_SENTENCES) {
        hasOne |= casts.get(sentence.index()).one();
        hasOther |= casts.get(sentence.index()).other();
        if (hasOne && hasOther) {
          return sentence.index();
        }
      }
    }
    return Integer.MAX_VALUE;
  }

  private Cast together(Predicate<Sentence> which) {
    boolean hasOne = false;
    boolean hasOther = false;
    boolean pairFirst = false;
    Set<String> involved = new HashSet<>();
    Set<String> others = new HashSet<>();
    for (Sentence sentence : document.sentences()) {
      if (which.test(sentence)) {
        Cast cast = casts.get(sentence.index());
        pairFirst |= cast.pairFirst() && involved.isEmpty() && others.isEmpty();
        hasOne |= cast.one();
        hasOther |= cast.other();
        involved.addAll(cast.involved());
        others.addAll(cast.others());
      }
    }
    return new Cast(hasOne, hasOther, involved, others, pairFirst);
  }

  private void cast(List<Mention> mentions) {
    for (int i = 0; i < document.sentences().size(); i++) {
      bySentence.add(new ArrayList<>());
    }
    for (Mention mention : mentions) {
      bySentence.get(document.token(mention.from()).sentence()).add(mention);
    }
    for (List<Mention> sentence : bySentence) {
      Set<String> involved = new HashSet<>();
      Set<String> others = new HashSet<>();
      boolean hasOne = false;
      boolean hasOther = false;
      boolean pairFirst = false;
      Mention last = null;
      for (Mention mention : sentence) {
        for (String party : mention.parties()) {
          switch (rules.party(party).role()) {
            case PAIR -> {
              pairFirst |= others.isEmpty() || last != null && (joined(last, mention) || leads(sentence, mention));
              hasOne |= party.equals(one);
              hasOther |= party.equals(other);
            }
            case INVOLVED -> involved.add(party);
            case OTHER -> others.add(party);
          }
        }
        last = mention;
      }
      casts.add(new Cast(hasOne, hasOther, involved, others, pairFirst));
    }
  }

  /**
   * "Chinese, Russian jets enter": two that open a sentence together, not the first of a longer list. In Korean a comma
   * ends the one who acts: what follows is done to the second.
   */
  private boolean leads(List<Mention> sentence, Mention second) {
    boolean two = sentence.get(1) == second && adjacent(sentence.get(0), second);
    boolean comma = document.token(second.from()).afterBreak() && document.token(second.from()).word().charAt(0) < HANGUL;
    return two && comma && (sentence.size() == 2 || !adjacent(second, sentence.get(2)));
  }

  private static boolean adjacent(Mention first, Mention next) {
    return next.from() == first.to();
  }

  /** "China and Russia": who is named first acts together with the next. */
  private boolean joined(Mention first, Mention next) {
    String before = document.token(next.from() - 1).word();
    boolean and = next.from() - first.to() == 1 && (before.equals("and") || before.equals("и"));
    boolean with = next.from() == first.to() && (before.endsWith("와") || before.endsWith("과"));
    return (and || with) && first.parties().stream().allMatch(party -> rules.party(party).role() == Role.OTHER);
  }

  /** "Both sides" are the two where the last sentence that named two parties named these. */
  private void resolveBoth(int cue, Marks marks) {
    Set<Integer> sentences = new HashSet<>();
    for (Marks.Mark mark : marks.all()) {
      if (mark.name() == cue) {
        sentences.add(document.token(mark.from()).sentence());
      }
    }
    for (int i = 0; i < casts.size(); i++) {
      Cast cast = casts.get(i);
      if (sentences.contains(i) && !cast.both() && cast.others().isEmpty() && namesakes(cast).isEmpty() && spokenOf(i)) {
        casts.set(i, new Cast(true, true, cast.involved(), cast.others(), true));
      }
    }
  }

  private boolean spokenOf(int sentence) {
    for (int i = sentence - 1; i >= Math.max(0, sentence - LOOK_BACK); i--) {
      Cast cast = casts.get(i);
      if (cast.both()) {
        return true;
      }
      if (cast.either() && !(cast.others().isEmpty() && cast.involved().isEmpty())) {
        return false;
      }
    }
    return firstBoth < sentence;
  }

  /** Involved parties that stand in a relation of their own with one of the two. */
  public Set<String> namesakes(Cast cast) {
    Set<String> namesakes = new HashSet<>();
    for (String party : cast.involved()) {
      if (rules.party(party).sharesName()) {
        namesakes.add(party);
      }
    }
    return namesakes;
  }
}
