package io.tensionwire.detection.signal;

import io.tensionwire.detection.match.Marks.Mark;
import io.tensionwire.detection.party.Mention;
import io.tensionwire.detection.stance.CueMarks;
import io.tensionwire.detection.text.Document;
import io.tensionwire.detection.text.Sentence;
import io.tensionwire.detection.watch.SignalRule;
import io.tensionwire.model.Category;
import io.tensionwire.model.Polarity;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who acts on whom. The rule says so where only one of the two can do it; where a person's office is the target (an
 * ambassador who is summoned) it is the person's country; else who is named first acts.
 */
record Direction(@Nullable String from, @Nullable String to) {
  private static final Set<String> FOR = Set.of("for", "to", "для");
  private static final Direction UNKNOWN = new Direction(null, null);

  static Direction of(
      SignalRule rule, Between between, Sentence sentence, List<Mention> mentions, CueMarks cues, List<String> pair) {
    if (between.certain() && between.from() != null) {
      return new Direction(between.from(), between.to());
    }
    String aim = rule.aim();
    String aimed = aim == null ? null : owner(cues.in(sentence.index(), aim), mentions, pair);
    if (aimed != null) {
      return new Direction(theOther(aimed, pair), aimed);
    }
    if (rule.from() != null || rule.to() != null) {
      return new Direction(rule.from(), rule.to());
    }
    if (rule.category() == Category.RELATIONS_WORSENING || rule.category().polarity() == Polarity.DEESCALATION) {
      return new Direction(between.from(), between.to());
    }
    if (between.from() != null) {
      return new Direction(between.from(), between.to());
    }
    for (Mention mention : mentions) {
      if (mention.parties().size() == 1 && pair.contains(mention.parties().getFirst())) {
        String first = mention.parties().getFirst();
        return new Direction(first, theOther(first, pair));
      }
    }
    return UNKNOWN;
  }

  /** The party whose name stands at the class: "South Korean ambassador", "ambassador of Russia". */
  private static @Nullable String owner(List<Mark> marks, List<Mention> mentions, List<String> pair) {
    for (Mark mark : marks) {
      for (int distance = 0; distance <= 1; distance++) {
        for (Mention mention : mentions) {
          boolean before = mention.to() + distance == mark.from() || mention.from() == mark.from();
          boolean after = mention.from() == mark.to() + distance;
          if ((before || after) && mention.parties().size() == 1 && pair.contains(mention.parties().getFirst())) {
            return mention.parties().getFirst();
          }
        }
      }
    }
    return null;
  }

  /**
   * Who draws a line, which is another one than who would cross it: whose it is said to be ("a red line for Russia"),
   * else who says so.
   *
   * @param to where the words for the line end
   * @param speaker of the sentence
   */
  Direction ofLine(Document document, int to, List<Mention> mentions, @Nullable Mention speaker, List<String> pair) {
    for (Mention mention : mentions) {
      int gap = mention.from() - to;
      if (gap >= 1 && gap <= 2 && FOR.contains(document.token(to).word()) && isOneOf(pair, mention)) {
        return drawnBy(mention, pair);
      }
    }
    return speaker != null && isOneOf(pair, speaker) ? drawnBy(speaker, pair) : this;
  }

  private static boolean isOneOf(List<String> pair, Mention mention) {
    return mention.parties().size() == 1 && pair.contains(mention.parties().getFirst());
  }

  private static Direction drawnBy(Mention mention, List<String> pair) {
    String drawer = mention.parties().getFirst();
    return new Direction(drawer, theOther(drawer, pair));
  }

  private static String theOther(String party, List<String> pair) {
    return party.equals(pair.get(0)) ? pair.get(1) : pair.get(0);
  }
}
