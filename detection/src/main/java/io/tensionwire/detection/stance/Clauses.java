package io.tensionwire.detection.stance;

import io.tensionwire.detection.text.Document;
import io.tensionwire.model.Language;
import java.util.List;
import java.util.Set;

/**
 * Where the reach of a word ends. A comma ends the reach of a "not" and a conjunction most others; Korean has the
 * conjunction as the ending of the verb before it.
 */
final class Clauses {
  private static final Set<String> ENGLISH_TURNS = Set.of(
      "but", "however", "although", "though", "while", "whereas", "because", "adding", "despite", "which", "who", "whose");
  private static final Set<String> RUSSIAN_TURNS = Set.of(
      "но", "однако", "хотя", "тогда", "поскольку", "потому", "добавив", "отметив", "несмотря", "который", "которая",
      "которые", "которое", "которого", "которой", "которых");
  private static final List<String> KOREAN_TURNS = List.of(
      "지만", "으나", "면서", "으며", "하며", "되며", "이며", "는데", "반면", "에도", "했고", "됐고", "였고", "하고,", "불구하고");

  /** What somebody believes or wants goes on behind its "that". */
  private static final Set<String> BELIEFS = Set.of(
      "believe", "believes", "think", "thinks", "mean", "means", "want", "wants", "expect", "expects", "consider", "feel",
      "agree", "deny", "denies", "denied", "denying", "imply", "suggest", "guarantee", "see", "certain", "sure", "say", "convinced");

  private final Document document;
  private final Language language;

  Clauses(Document document, Language language) {
    this.document = document;
    this.language = language;
  }

  /** Whether a new thought begins between two tokens, both counted. */
  boolean turn(int from, int to) {
    for (int i = from; i <= to; i++) {
      if (turns(i)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a comma, colon or dash stands before one of the tokens. */
  boolean broken(int from, int to) {
    for (int i = from; i <= to && i < document.tokens().size(); i++) {
      if (document.token(i).afterBreak()) {
        return true;
      }
    }
    return false;
  }

  boolean word(int from, int to, Set<String> words) {
    for (int i = from; i < to; i++) {
      if (words.contains(document.token(i).word())) {
        return true;
      }
    }
    return false;
  }

  private boolean turns(int token) {
    String word = document.token(token).word();
    return switch (language) {
      case EN -> ENGLISH_TURNS.contains(word)
          || word.equals("that") && token > 0 && !BELIEFS.contains(document.token(token - 1).word());
      case RU -> RUSSIAN_TURNS.contains(word);
      default -> word.length() > 1 && KOREAN_TURNS.stream().anyMatch(word::endsWith);
    };
  }
}
