package io.tensionwire.detection.verdict;

import io.tensionwire.detection.match.Marks.Mark;
import io.tensionwire.detection.party.Mention;
import io.tensionwire.detection.party.Scene;
import io.tensionwire.detection.signal.Found;
import io.tensionwire.detection.stance.CueMarks;
import io.tensionwire.detection.watch.Cues;
import io.tensionwire.model.Category;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Who acts or speaks in the sentence of a signal: by offices and by the people in office whom it names. */
public final class Ranks {
  private static final Rank[] OF_CUES = {
    Rank.HEAD, Rank.MINISTER, Rank.DEPUTY, Rank.SPOKESPERSON, Rank.AMBASSADOR, Rank.DIPLOMAT, Rank.EXPERT, Rank.COMPANY
  };

  private final CueMarks cues;
  private final Scene scene;

  public Ranks(CueMarks cues, Scene scene) {
    this.cues = cues;
    this.scene = scene;
  }

  /** Of those who meet, the highest; else who is named first, and of words that overlap the longer. */
  Deed deed(Found found) {
    int sentence = found.sentence().index();
    return new Deed(
        found.rule().category(), found.rule().severity(), rank(found), found.signal().stance(), found.sentence().title()
        || found.sentence().lead(), hereOrInTitle(sentence, Cues.ENTRY), hereOrInTitle(sentence, Cues.ROUTINE));
  }

  /** The first sentence of an article is its title. */
  private boolean hereOrInTitle(int sentence, String cue) {
    return cues.has(sentence, cue) || cues.has(0, cue);
  }

  private Rank rank(Found found) {
    int sentence = found.sentence().index();
    Rank rank = named(sentence, found.rule().category() == Category.DIALOGUE);
    if (rank == null && sentence > 0 && found.sentence().place() > 0 && scene.mentions(sentence).isEmpty()) {
      rank = named(sentence - 1, false);
    }
    return rank != null ? rank : scene.cast(sentence).either() ? Rank.GOVERNMENT : Rank.UNKNOWN;
  }

  private @Nullable Rank named(int sentence, boolean highest) {
    Rank best = null;
    int from = Integer.MAX_VALUE;
    int length = 0;
    for (int i = 0; i < OF_CUES.length; i++) {
      for (Mark mark : cues.in(sentence, Cues.RANKS.get(i))) {
        boolean overlaps = best != null && mark.from() < from + length && from < mark.to();
        boolean better = best == null || (overlaps ? mark.to() - mark.from() > length
            : highest ? OF_CUES[i].compareTo(best) < 0 : mark.from() < from);
        if (better) {
          best = OF_CUES[i];
          from = mark.from();
          length = mark.to() - mark.from();
        }
      }
    }
    for (Mention mention : scene.mentions(sentence)) {
      var holder = mention.holder();
      if (holder != null && (best == null || (highest ? of(holder.office()).compareTo(best) < 0 : mention.from() < from))) {
        best = of(holder.office());
        from = mention.from();
        length = mention.to() - mention.from();
      }
    }
    return best;
  }

  /** The rank of an office as a watch names it, in English. */
  static Rank of(String office) {
    String name = office.toLowerCase(Locale.ROOT);
    if (name.contains("deputy") || name.contains("vice")) {
      return Rank.DEPUTY;
    }
    if (name.contains("spokes")) {
      return Rank.SPOKESPERSON;
    }
    if (name.contains("ambassador") || name.contains("envoy")) {
      return Rank.AMBASSADOR;
    }
    if (name.contains("prime minister") || name.contains("president") || name.contains("leader")) {
      return Rank.HEAD;
    }
    return name.contains("minister") || name.contains("secretary") || name.contains("adviser") || name.contains("head")
        ? Rank.MINISTER : Rank.SPOKESPERSON;
  }
}
