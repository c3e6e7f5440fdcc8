package io.tensionwire.detection.watch;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a row of words stands for. */
public sealed interface Target {

  /** How sure a word is that it means its party. */
  enum Kind {
    NAME,
    HOLDER,
    OWN,
    WEAK,
    /** It contains a name and means nobody. */
    NEUTRAL
  }

  /** A party, or several at once; a holder's name where the words are a person's. */
  record Named(List<String> parties, Kind kind, Party.@Nullable Holder holder) implements Target {}

  /** A class or cue, by its number. */
  record Member(int name) implements Target {}

  /** A word of a topic. */
  record Of(Topic topic) implements Target {}

  /** What is looked for and counts for nothing: the words of a signal left out. */
  record LeftOut() implements Target {}

  /** A clause of a signal's phrase. */
  record ClauseOf(int phrase, int clause) implements Target {}
}
