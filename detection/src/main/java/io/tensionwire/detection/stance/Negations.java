package io.tensionwire.detection.stance;

import io.tensionwire.detection.match.Hit;
import io.tensionwire.detection.match.Marks.Mark;
import io.tensionwire.detection.text.Document;
import io.tensionwire.detection.watch.Cues;
import io.tensionwire.model.Category;
import io.tensionwire.model.Language;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether a "not" reaches a word. English says it before the word, Russian right before the verb and, with "to be",
 * behind the noun, Korean behind the verb. Two of them in English make a yes ("could not prevent"); Russian says "not"
 * twice and means it once, so that its double negations, as Korean's, are listed among what means nothing.
 */
final class Negations {
  private static final int ENGLISH_REACH = 8;
  private static final int RUSSIAN_REACH = 5;
  private static final int KOREAN_REACH = 4;
  private static final int FAR = 14;
  private static final int BEHIND = 5;

  /** What can be averted; somebody who is kept from entering is barred. */
  private static final Set<Category> OUTCOMES = EnumSet.of(
      Category.RELATIONS_WORSENING, Category.RED_LINE, Category.MILITARY_INCIDENT, Category.RETALIATION_THREAT,
      Category.HOSTILE_RHETORIC, Category.TRADE_ASSET_DISPUTE);
  private static final Set<String> AND = Set.of("and");
  private static final Set<String> ONE_OF_TWO = Set.of("neither", "nor");
  private static final Set<String> OF_NOUNS = Set.of("no", "without", "neither");

  /** What a Korean verb before a noun says is not denied with the noun, unless the noun stands for the verb. */
  private static final List<String> OF_A_NOUN = List.of("된", "한", "던", "린", "진");
  private static final List<String> FOR_THE_VERB = List.of(
      "것", "게", "계획", "생각", "뜻", "의도", "일", "적", "바", "사실", "가능성", "이유", "수", "의사", "방침", "필요", "건");

  private final Document document;
  private final CueMarks cues;
  private final Clauses clauses;
  private final Language language;

  Negations(Document document, Language language, CueMarks cues, Clauses clauses) {
    this.document = document;
    this.language = language;
    this.cues = cues;
    this.clauses = clauses;
  }

  boolean reach(Category category, int sentence, Hit hit) {
    boolean reached = switch (language) {
      case EN -> before(category, sentence, hit) % 2 == 1;
      case RU -> beforeInRussian(category, sentence, hit);
      default -> behindInKorean(category, sentence, hit);
    };
    return reached || far(sentence, hit) || behind(sentence, hit);
  }

  /** "Unless" and "until" hold a "not" of their own. */
  private List<Mark> nots(Category category, int sentence) {
    List<Mark> ifs = cues.in(sentence, Cues.CONDITION);
    List<Mark> averting = OUTCOMES.contains(category) ? cues.live(sentence, Cues.AVERT) : List.of();
    return Stream.concat(cues.live(sentence, Cues.NEGATION).stream(), averting.stream())
        .filter(mark -> ifs.stream().noneMatch(i -> i.from() < mark.to() && mark.from() < i.to())).toList();
  }

  private int before(Category category, int sentence, Hit hit) {
    int reaching = 0;
    for (Mark mark : nots(category, sentence)) {
      if (mark.to() <= hit.from() && hit.from() - mark.to() < ENGLISH_REACH
          && !clauses.broken(mark.from() + 1, hit.from()) && !clauses.turn(mark.to(), hit.from() - 1)) {
        String word = document.token(mark.from()).word();
        if (ONE_OF_TWO.contains(word)) {
          return 1;
        }
        reaching += OF_NOUNS.contains(word) || !clauses.word(mark.to(), hit.from(), AND) ? 1 : 0;
      }
    }
    return reaching;
  }

  private boolean beforeInRussian(Category category, int sentence, Hit hit) {
    for (Mark mark : nots(category, sentence)) {
      if (mark.to() <= hit.from() && hit.from() - mark.to() < RUSSIAN_REACH
          && !clauses.broken(mark.from() + 1, hit.from()) && !clauses.turn(mark.to(), hit.from() - 1)) {
        return true;
      }
    }
    return false;
  }

  private boolean behindInKorean(Category category, int sentence, Hit hit) {
    String last = document.token(hit.to() - 1).word();
    for (Mark mark : nots(category, sentence)) {
      int distance = mark.from() - hit.to();
      if (mark.to() == hit.from() && shortNot(mark)) {
        return true;
      }
      if (distance < 0 || distance >= KOREAN_REACH || clauses.broken(hit.to(), mark.from())
          || clauses.turn(hit.to() - 1, mark.from() - 1) || shortNot(mark) && distance > 0) {
        continue;
      }
      if (last.endsWith("에") && distance > 0) { // "no progress in relations"
        continue;
      }
      boolean ofANoun = OF_A_NOUN.stream().anyMatch(last::endsWith) && distance > 0;
      if (!ofANoun || FOR_THE_VERB.stream().anyMatch(document.token(hit.to()).word()::startsWith)) {
        return true;
      }
    }
    return false;
  }

  /** 안 and 못 by themselves stand before their verb. */
  private boolean shortNot(Mark mark) {
    String word = document.token(mark.from()).word();
    return word.equals("안") || word.equals("못");
  }

  /** "Not at the point where", "no plans to", "too early": what follows is not so, however long it takes to say it. */
  private boolean far(int sentence, Hit hit) {
    for (Mark mark : cues.live(sentence, Cues.FAR_NEGATION)) {
      int distance = language == Language.KO ? mark.from() - hit.to() : hit.from() - mark.to();
      if (distance >= 0 && distance < FAR
          && !clauses.word(Math.min(mark.to(), hit.to()), Math.max(mark.from(), hit.from()), Set.of("but", "но"))) {
        return true;
      }
    }
    return false;
  }

  /** "Has not been crossed", "не последует": a noun's own verb, denied. */
  private boolean behind(int sentence, Hit hit) {
    for (Mark mark : cues.live(sentence, Cues.NEGATION_BEHIND)) {
      int distance = mark.from() - hit.to();
      if (distance >= 0 && distance < BEHIND && !clauses.broken(hit.to(), mark.from())) {
        return true;
      }
    }
    return false;
  }
}
