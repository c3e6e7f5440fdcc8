package io.tensionwire.detection.verdict;

import io.tensionwire.detection.signal.Found;
import io.tensionwire.model.Confidence;
import io.tensionwire.model.Genre;
import io.tensionwire.model.Polarity;
import io.tensionwire.model.Severity;
import io.tensionwire.model.Stance;
import io.tensionwire.model.WireName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an article amounts to.
 *
 * @param because in words, where the severity comes from, or why there is none
 */
public record Verdict(
    Score score, @Nullable Severity severity, @Nullable Confidence confidence, @Nullable Polarity polarity,
    @Nullable String passedOver, String because) {

  /**
   * Sums up.
   *
   * @param passing whether the article names the pair only in passing
   */
  public static Verdict of(List<Found> signals, Genre genre, boolean passing, Ranks ranks) {
    Score score = Score.of(signals, genre);
    List<Found> counting = signals.stream().filter(Found::counts).toList();
    if (counting.isEmpty()) {
      return none(score, reason(signals), "no signal of it is news");
    }
    if (passing) {
      return none(score, "named-in-passing", "the two are named together only in passing");
    }
    if (score.value() < Score.LEAST) {
      return none(score, "too-weak", "score " + score.value() + " is below " + Score.LEAST);
    }
    Main main = main(counting, ranks);
    Severity cap = SeverityTable.cap(genre);
    Severity severity = main.severity().atLeast(cap) ? cap : main.severity();
    return new Verdict(
        score, severity, confidence(counting, genre), MainNews.polarity(counting), null, because(main, severity, genre));
  }

  /** The signal that matters most, and how much it does by itself. */
  private record Main(Found found, Deed deed, Severity severity) {}

  private static Main main(List<Found> counting, Ranks ranks) {
    Main highest = null;
    for (Found found : counting) {
      Deed deed = ranks.deed(found);
      Severity severity = SeverityTable.of(deed);
      if (highest == null || severity.compareTo(highest.severity()) > 0) {
        highest = new Main(found, deed, severity);
      }
    }
    if (highest == null) {
      throw new IllegalArgumentException("no signal counts");
    }
    return highest;
  }

  private static String because(Main main, Severity severity, Genre genre) {
    String act = WireName.of(main.deed().category()) + " (" + main.found().rule().id() + ", of itself "
        + WireName.of(main.deed().watch()) + "), " + WireName.of(main.deed().stance()) + ", rank "
        + WireName.of(main.deed().rank()) + ", " + (main.deed().main() ? "in title or lead" : "below the lead");
    return act + ": " + WireName.of(main.severity())
        + (severity == main.severity() ? "" : "; " + WireName.of(genre) + " is at most " + WireName.of(severity));
  }

  private static Verdict none(Score score, String reason, String because) {
    return new Verdict(score, null, null, null, reason, because);
  }

  private static String reason(List<Found> signals) {
    if (signals.isEmpty()) {
      return "no-signal";
    }
    if (signals.stream().noneMatch(found -> found.signal().current())) {
      return "only-recap";
    }
    boolean demanded = signals.stream().anyMatch(found -> found.signal().stance() == Stance.DEMANDED);
    return demanded ? "only-demanded" : "only-negated";
  }

  private static Confidence confidence(List<Found> counting, Genre genre) {
    if (counting.stream().allMatch(found -> found.signal().stance() == Stance.ALLEGED)) {
      return Confidence.ALLEGED;
    }
    boolean official = genre == Genre.OFFICIAL || counting.stream().anyMatch(found -> found.signal().speaker() != null);
    return official ? Confidence.OFFICIAL : Confidence.SINGLE;
  }
}
