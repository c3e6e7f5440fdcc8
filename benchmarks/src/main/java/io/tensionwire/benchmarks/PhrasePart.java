package io.tensionwire.benchmarks;

import io.tensionwire.detection.match.Hit;
import io.tensionwire.detection.match.Matcher;
import io.tensionwire.detection.match.Reading;
import io.tensionwire.detection.text.Document;
import io.tensionwire.detection.watch.Target;
import io.tensionwire.detection.watch.Vocabulary;
import io.tensionwire.detection.watch.WatchRules;
import io.tensionwire.model.Language;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The detector's phrase part: folding, sentences, words, names of the parties and, where both are named, the phrases.
 */
final class PhrasePart implements Engine {
  private final WatchRules rules;
  private final Vocabulary vocabulary;

  PhrasePart(Language language, List<Rule> rules) {
    this.rules = Rule.watch(language, rules);
    this.vocabulary = Vocabulary.of(language, this.rules);
  }

  @Override
  public Set<String> find(Text text) {
    Matcher matcher = vocabulary.matcher();
    Reading reading = matcher.read(Document.of(text.article()));
    if (!vocabulary.mayNameAll(rules.pair(), matcher.parties(reading))) {
      return Set.of();
    }
    Set<String> found = new HashSet<>();
    for (Hit hit : matcher.words(reading)) {
      if (vocabulary.target(hit.target()) instanceof Target.ClauseOf(int phrase, int clause)) {
        found.add(vocabulary.phrase(phrase).rule().id());
      }
    }
    return found;
  }
}
