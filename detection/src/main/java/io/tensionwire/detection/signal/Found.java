package io.tensionwire.detection.signal;

import io.tensionwire.detection.text.Sentence;
import io.tensionwire.detection.watch.SignalRule;
import io.tensionwire.model.Polarity;
import io.tensionwire.model.Signal;
import io.tensionwire.model.Stance;

/**
 * A signal with what the verdict asks about it.
 *
 * @param closeness how surely it is the pair's: 1 where both are in the sentence, less with distance
 */
public record Found(Signal signal, SignalRule rule, Sentence sentence, double closeness) {

  /** Whether it says that something is so, or may be: neither denied, nor history, nor only asked of the other side. */
  public boolean counts() {
    return signal.current() && signal.stance() != Stance.NEGATED
        && !(signal.stance() == Stance.DEMANDED && signal.polarity() == Polarity.DEESCALATION);
  }
}
