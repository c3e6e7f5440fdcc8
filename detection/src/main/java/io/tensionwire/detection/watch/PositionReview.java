package io.tensionwire.detection.watch;

import io.tensionwire.detection.watch.PositionRule.Becoming;
import io.tensionwire.model.Language;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.ToIntFunction;

/** Values that no words lead to, and languages in which a position never changes. */
final class PositionReview {

  private PositionReview() {}

  /** @param lineOf the line of a section by its path */
  static void of(WatchRules rules, ToIntFunction<String> lineOf, BiConsumer<Integer, String> warn) {
    for (int i = 0; i < rules.positions().size(); i++) {
      PositionRule position = rules.positions().get(i);
      int line = lineOf.applyAsInt("positions[" + i + "]");
      for (String value : position.values()) {
        if (position.becomes().stream().noneMatch(becoming -> becoming.value().equals(value))) {
          warn.accept(line, position.name() + " can never become " + value + ": nothing under 'becomes' leads there");
        }
      }
      for (int b = 0; b < position.becomes().size(); b++) {
        Becoming becoming = position.becomes().get(b);
        List<String> silent = WatchRules.LANGUAGES.stream()
            .filter(language -> rules.pair().stream().allMatch(party -> named(rules.party(party), language)))
            .filter(language -> becoming.phrases().getOrDefault(language, List.of()).isEmpty())
            .map(Language::tag).toList();
        if (!silent.isEmpty()) {
          warn.accept(
              lineOf.applyAsInt("positions[" + i + "].becomes[" + b + "]"),
              position.name() + " becomes " + becoming.value() + " in no text in " + String.join(" and ", silent));
        }
      }
    }
  }

  private static boolean named(Party party, Language language) {
    Party.Terms terms = party.terms().get(language);
    return terms != null && !terms.names().isEmpty();
  }
}
