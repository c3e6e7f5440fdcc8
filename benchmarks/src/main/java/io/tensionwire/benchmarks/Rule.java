package io.tensionwire.benchmarks;

import io.tensionwire.detection.watch.SignalRule;
import io.tensionwire.detection.watch.WatchReader;
import io.tensionwire.detection.watch.WatchRules;
import io.tensionwire.model.Language;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/** A generated rule: any of its variants, in an article that names both parties. */
record Rule(String id, List<Variant> variants) {
  private static final long SEED = 20261121;
  private static final int GAP = 8;
  private static final int PORTION = 1_000;

  /**
   * Words in a row.
   *
   * @param gap how many other words may stand between two of them
   */
  record Variant(List<String> words, int gap) {

    /** As a watch has it. */
    String phrase() {
      return String.join(gap == 0 ? " " : " .." + gap + " ", words);
    }
  }

  /** Rules of three to six variants, three in ten of which allow eight words between. */
  static List<Rule> generate(Language language, int count) {
    List<String> vocabulary = Parts.of(language).vocabulary();
    var random = new Random(SEED);
    Set<String> taken = new HashSet<>();
    List<Rule> rules = new ArrayList<>();
    while (rules.size() < count) {
      List<Variant> variants = new ArrayList<>();
      int wanted = 3 + random.nextInt(4);
      while (variants.size() < wanted) {
        boolean near = random.nextInt(10) < 3;
        List<String> words = new ArrayList<>();
        for (int i = near ? 2 : 2 + random.nextInt(2); i > 0; i--) {
          words.add(frequent(vocabulary, random));
        }
        var variant = new Variant(List.copyOf(words), near ? GAP : 0);
        if (taken.add(variant.phrase())) {
          variants.add(variant);
        }
      }
      rules.add(new Rule("rule-" + rules.size(), List.copyOf(variants)));
    }
    return rules;
  }

  /** A word; those at the front of the list much more often. */
  static String frequent(List<String> vocabulary, Random random) {
    double skewed = random.nextDouble() * random.nextDouble();
    return vocabulary.get((int) (skewed * vocabulary.size()));
  }

  /** The rules as a watch on the pair, read in portions: ten thousand are more than a file may hold. */
  static WatchRules watch(Language language, List<Rule> rules) {
    WatchRules first = null;
    List<SignalRule> signals = new ArrayList<>();
    for (int from = 0; from < rules.size(); from += PORTION) {
      String yaml = yaml(language, rules.subList(from, Math.min(rules.size(), from + PORTION)));
      WatchRules portion = WatchReader.read(yaml, "generated.yaml");
      first = first == null ? portion : first;
      signals.addAll(portion.signals());
    }
    if (first == null) {
      throw new IllegalArgumentException("no rules");
    }
    return new WatchRules(
        first.id(), first.pair(), first.parties(), first.joined(), first.neutral(), first.topics(), first.classes(),
        signals);
  }

  private static String yaml(Language language, List<Rule> rules) {
    Parts parts = Parts.of(language);
    var yaml = new StringBuilder("id: generated\npair: [one, other]\nparties:\n");
    party(yaml, "one", language, parts.one());
    party(yaml, "other", language, parts.other());
    yaml.append("signals:\n");
    for (Rule rule : rules) {
      yaml.append("  - id: ").append(rule.id()).append("\n    category: dialogue\n    relation: text\n    ")
          .append(language.tag()).append(":\n");
      for (Variant variant : rule.variants()) {
        yaml.append("      - ").append(variant.phrase()).append('\n');
      }
    }
    return yaml.toString();
  }

  private static void party(StringBuilder yaml, String id, Language language, List<String> names) {
    yaml.append("  - id: ").append(id).append("\n    ").append(language.tag()).append(": { names: [")
        .append(String.join(", ", names).toLowerCase(Locale.ROOT)).append("] }\n");
  }
}
