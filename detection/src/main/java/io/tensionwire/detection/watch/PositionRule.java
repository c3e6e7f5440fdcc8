package io.tensionwire.detection.watch;

import io.tensionwire.detection.match.Phrase;
import io.tensionwire.model.Language;
import io.tensionwire.model.Stance;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A stance that a party holds, and by which words it changes.
 *
 * @param name for people, such as {@code lethal arms}
 * @param voices the parties whose decision or word counts
 * @param values all that it can be
 * @param start the value that the watch knows of
 * @param since when that began
 * @param counted words that follow a count, such as {@code items}; none where nothing is counted
 */
public record PositionRule(
    String id,
    String name,
    String party,
    List<String> voices,
    List<String> values,
    String start,
    LocalDate since,
    Map<Language, List<String>> counted,
    List<Becoming> becomes) {

  /** On what a change rests. */
  public enum By {
    /** It is reported as done by the party. */
    DECISION,
    /** Somebody who speaks for the party says so. */
    OFFICIAL
  }

  /**
   * How it comes to have a value.
   *
   * @param after the values that it must have before; all where none is given
   * @param stances how what is said may stand
   * @param signals of which one must be in the sentence, and all that are there must stand so
   * @param phrases of which one must be in the sentence
   */
  public record Becoming(
      String value,
      Set<String> after,
      Set<By> by,
      Set<Stance> stances,
      Set<String> signals,
      Map<Language, List<Phrase>> phrases) {

    public Becoming {
      after = Set.copyOf(after);
      by = Set.copyOf(by);
      stances = Set.copyOf(stances);
      signals = Set.copyOf(signals);
    }
  }
}
