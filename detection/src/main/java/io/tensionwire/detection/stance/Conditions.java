package io.tensionwire.detection.stance;

import io.tensionwire.detection.match.Marks.Mark;
import io.tensionwire.detection.text.Document;
import io.tensionwire.detection.text.Sentence;
import io.tensionwire.detection.watch.Cues;
import io.tensionwire.model.Category;
import io.tensionwire.model.Language;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether something only happens if something else does: by an "if" on either side, by "would", or as a warning. */
final class Conditions {
  private static final int BEFORE_AN_IF = 10;
  private static final int WARNED = 10;
  private static final int WOULD = 12;

  /** "Said it would respond" tells a plan, "shells would be a point of no return" what hangs on a condition. */
  private static final Set<String> PLANNERS = Set.of("it", "they", "he", "she", "we", "i", "who");
  private static final Set<String> AND = Set.of("and", "и", "а");
  private static final List<String> NOUNS_THAT_END_SO = List.of(
      "반면", "측면", "국면", "화면", "장면", "전면", "정면", "표면", "이면", "수면", "외면", "라면", "냉면",
      "도면", "단면", "대면", "직면", "당면", "따르면", "의하면", "말하면");
  private static final EnumSet<Category> FORETOLD = EnumSet.of(
      Category.RELATIONS_WORSENING, Category.RED_LINE, Category.ARMS_TO_UKRAINE, Category.RETALIATION_THREAT,
      Category.UNFRIENDLY_STATE, Category.NK_RUSSIA_MILITARY);

  private final Document document;
  private final Language language;
  private final CueMarks cues;
  private final Clauses clauses;
  private final Map<Integer, List<Mark>> koreanIfs = new HashMap<>();

  Conditions(Document document, Language language, CueMarks cues, Clauses clauses) {
    this.document = document;
    this.language = language;
    this.cues = cues;
    this.clauses = clauses;
  }

  boolean hold(Category category, int sentence, int from, int to) {
    for (Mark mark : ifs(sentence)) {
      if (mark.from() < to ? afterAnIf(mark, from, to) : beforeAnIf(mark, to)) {
        return true;
      }
    }
    return FORETOLD.contains(category) && would(sentence, from, to)
        || category == Category.RELATIONS_WORSENING && warned(sentence, from, to);
  }

  /** The conditions of a sentence: words of their own, and in Korean verbs that end so. */
  private List<Mark> ifs(int sentence) {
    List<Mark> marks = cues.live(sentence, Cues.CONDITION);
    if (language != Language.KO) {
      return marks;
    }
    return koreanIfs.computeIfAbsent(sentence, s -> {
      List<Mark> all = new ArrayList<>(marks);
      Sentence span = document.sentence(s);
      for (int i = span.from(); i < span.to(); i++) {
        String word = document.token(i).word();
        if (word.length() > 1 && word.endsWith("면") && NOUNS_THAT_END_SO.stream().noneMatch(word::endsWith)) {
          all.add(new Mark(0, i, i + 1));
        }
      }
      return List.copyOf(all);
    });
  }

  private boolean afterAnIf(Mark mark, int from, int to) {
    return mark.from() >= from && mark.from() < to || !clauses.turn(mark.to(), from - 1);
  }

  private boolean beforeAnIf(Mark mark, int to) {
    int distance = mark.from() - to;
    return distance < (language == Language.KO ? 5 : BEFORE_AN_IF) && !clauses.turn(to, mark.from() - 1)
        && !clauses.word(to, mark.from(), AND);
  }

  private boolean would(int sentence, int from, int to) {
    for (Mark mark : cues.live(sentence, Cues.WOULD)) {
      int first = Math.min(mark.from(), to);
      int last = Math.max(mark.from(), from);
      boolean near = mark.to() > from && mark.from() < to || last - first < WOULD;
      if (near && !clauses.turn(first, last - 1) && !planned(sentence, mark.from())) {
        return true;
      }
    }
    return false;
  }

  private boolean planned(int sentence, int would) {
    return would > 0 && (PLANNERS.contains(document.token(would - 1).word())
        || cues.in(sentence, "pair").stream().anyMatch(pair -> pair.to() == would && pair.from() + 2 >= would
            && !document.token(pair.to() - 1).word().startsWith("ukrain")));
  }

  private boolean warned(int sentence, int from, int to) {
    for (Mark mark : cues.live(sentence, Cues.WARNING)) {
      boolean inside = mark.to() > from && mark.from() < to;
      int distance = language == Language.KO ? mark.from() - to : from - mark.to();
      if (inside || distance >= 0 && distance < WARNED
          && !clauses.turn(Math.min(mark.to(), to), Math.max(mark.from(), from) - 1)) {
        return true;
      }
    }
    return false;
  }
}
