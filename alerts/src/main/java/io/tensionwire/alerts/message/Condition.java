package io.tensionwire.alerts.message;

import io.tensionwire.model.Category;
import io.tensionwire.model.Signal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** On what a threat or an offer depends, where another signal of the same sentence tells: "if arms go to Ukraine". */
final class Condition {

  private Condition() {}

  /** Empty where nothing in the sentence tells. */
  static String of(Signal signal, List<Signal> beside) {
    return beside.stream()
        .filter(other -> other.field() == signal.field() && other.sentenceStart() == signal.sentenceStart())
        .filter(other -> other.category() != signal.category())
        .map(other -> words(other.category()))
        .filter(words -> !words.isEmpty())
        .findFirst().orElse("");
  }

  private static String words(@Nullable Category category) {
    return switch (category) {
      case ARMS_TO_UKRAINE -> "if arms go to Ukraine";
      case SANCTIONS_EXPORT_CONTROL -> "if sanctions go further";
      case NK_RUSSIA_MILITARY -> "if North Korea and Russia go further";
      case EXPULSION_ENTRY_BAN -> "if people are expelled or barred";
      case DETENTION_ESPIONAGE -> "if people are held";
      case MILITARY_INCIDENT -> "if there is an incident";
      case null, default -> "";
    };
  }
}
