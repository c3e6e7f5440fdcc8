package io.tensionwire.alerts.message;

import io.tensionwire.model.Polarity;
import io.tensionwire.model.Signal;
import io.tensionwire.model.Stance;
import org.jspecify.annotations.Nullable;

/** Whether it gets worse or better: a mark that is seen before anything is read, and its word for those who read it. */
public enum Trend {
  WORSENING("▲", "worsening"),
  EASING("▼", "easing"),
  MIXED("◆", "mixed: worsening and easing"),
  /** Neither, or it is not said. */
  NEITHER("·", "");

  private final String mark;
  private final String word;

  Trend(String mark, String word) {
    this.mark = mark;
    this.word = word;
  }

  static Trend of(@Nullable Polarity polarity) {
    return switch (polarity) {
      case null -> NEITHER;
      case ESCALATION -> WORSENING;
      case DEESCALATION -> EASING;
      case MIXED -> MIXED;
    };
  }

  /** Where a signal moves things: what is denied or history does not, and to demand relief is not yet to have it. */
  static Trend of(Signal signal) {
    boolean moves = signal.current() && signal.stance() != Stance.NEGATED
        && !(signal.stance() == Stance.DEMANDED && signal.polarity() == Polarity.DEESCALATION);
    return moves ? of(signal.polarity()) : NEITHER;
  }

  /** The mark alone. */
  public String mark() {
    return mark;
  }

  /** "▲ worsening"; empty for {@link #NEITHER}. */
  public String inWords() {
    return word.isEmpty() ? "" : mark + " " + word;
  }
}
