package io.tensionwire.benchmarks;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import io.tensionwire.model.Language;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;

/**
 * A bare scan for the same phrases, letter by letter in lower case, without words, sentences, gaps and parties. Of a
 * phrase with a gap it looks for each word.
 */
final class AhoCorasick implements Engine {
  private final AhoCorasickDoubleArrayTrie<String> trie = new AhoCorasickDoubleArrayTrie<>();
  private final AhoCorasickDoubleArrayTrie.IHit<String> counter = (begin, end, value) -> found();
  private int found;

  AhoCorasick(Language language, List<Rule> rules) {
    TreeMap<String, String> phrases = new TreeMap<>();
    Parts parts = Parts.of(language);
    parts.one().forEach(name -> phrases.put(name.toLowerCase(Locale.ROOT), "one"));
    parts.other().forEach(name -> phrases.put(name.toLowerCase(Locale.ROOT), "other"));
    for (Rule rule : rules) {
      for (Rule.Variant variant : rule.variants()) {
        for (String phrase : variant.gap() == 0 ? List.of(variant.phrase()) : variant.words()) {
          phrases.put(phrase, rule.id());
        }
      }
    }
    trie.build(phrases);
  }

  @Override
  public Set<String> find(Text text) {
    found = 0;
    scan(text.article().title());
    scan(text.article().body());
    return found == 0 ? Set.of() : Set.of("" + found);
  }

  private void found() {
    found++;
  }

  private void scan(String field) {
    trie.parseText(field.toLowerCase(Locale.ROOT), counter);
  }
}
