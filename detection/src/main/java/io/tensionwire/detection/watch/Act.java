package io.tensionwire.detection.watch;

import io.tensionwire.detection.match.Phrase;
import io.tensionwire.detection.match.Phrase.Clause;
import io.tensionwire.detection.match.Phrase.Element;
import java.util.ArrayList;
import java.util.List;

/**
 * Who does what to whom: an act is found by its verb in whatever wording, and is the pair's only where they do it.
 *
 * @param who a party, {@link #PAIR} or {@link #BOTH}
 * @param does classes of verbs, one of which must be there
 * @param whom a party, {@link #OTHER} or {@link #ANYBODY}
 * @param what classes of words, one of which must stand near the verb; empty where none is needed
 * @param with classes or parties that must be in the sentence as well, each of them
 * @param not classes of words that must not be in the sentence
 * @param sure whether the sentence itself must say who and whom: for verbs that mean much else besides
 */
public record Act(
    String who, List<String> does, String whom, List<String> what, List<String> with, List<String> not, boolean sure) {
  /** Either of the two. */
  public static final String PAIR = "pair";

  /** The two with each other. */
  public static final String BOTH = "both";

  /** The one of the two that does not act. */
  public static final String OTHER = "other";

  /** It does not matter whom. */
  public static final String ANYBODY = "anybody";

  public Act {
    does = List.copyOf(does);
    what = List.copyOf(what);
    with = List.copyOf(with);
    not = List.copyOf(not);
  }

  /** The words of the act, as they are looked for in a sentence. */
  Phrase phrase() {
    List<Clause> clauses = new ArrayList<>();
    clauses.add(clause(does, false));
    if (!what.isEmpty()) {
      clauses.add(clause(what, false));
    }
    for (String name : with) {
      clauses.add(clause(List.of(name), false));
    }
    for (String name : not) {
      clauses.add(clause(List.of(name), true));
    }
    return new Phrase(who + " " + String.join("|", does) + " " + whom, clauses);
  }

  private static Clause clause(List<String> names, boolean absent) {
    return new Clause(absent, List.of(new Element.Named(names)));
  }
}
