package io.tensionwire.detection.alert;

import io.tensionwire.detection.story.Member;
import io.tensionwire.detection.story.MostTelling;
import io.tensionwire.model.Language;
import io.tensionwire.model.Signal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How the wording of an article changed: the phrases as they stood and stand, by what they mean. Only what is current
 * counts, and other words for the same are no change.
 *
 * @param gone whether its page is withdrawn with this
 * @param back whether a page that was withdrawn is there again
 */
record Correction(
    Map<String, String> removed, Map<String, String> added, boolean gone, boolean back, Language language) {

  private static final int MOST_PHRASES = 5;

  /** What an article says now, the phrases by their facts; nothing where its page is withdrawn. */
  static Map<String, String> wording(Member article) {
    Map<String, String> wording = new TreeMap<>();
    if (!article.standing().gone()) {
      article.signals().stream().filter(Signal::current)
          .forEach(signal -> wording.putIfAbsent(MostTelling.fact(signal), signal.phrase()));
    }
    return wording;
  }

  static Correction of(Map<String, String> before, boolean wasGone, Member now) {
    Map<String, String> after = wording(now);
    boolean gone = now.standing().gone();
    return new Correction(
        without(before, after.keySet()), without(after, before.keySet()), gone && !wasGone, wasGone && !gone,
        now.source().language());
  }

  boolean isEmpty() {
    return removed.isEmpty() && added.isEmpty();
  }

  /** The same without what is no news: facts that were taken back before, and added ones that were told. */
  Correction news(Collection<String> retracted, Collection<String> said) {
    Map<String, String> again = new TreeMap<>(added);
    again.keySet().removeIf(fact -> said.contains(fact) && !retracted.contains(fact));
    return new Correction(without(removed, retracted), again, gone, back, language);
  }

  String before() {
    if (back) {
      return "the page was gone";
    }
    return removed.isEmpty() ? "not said" : quoted(removed.values());
  }

  String after() {
    if (gone) {
      return "the page is gone";
    }
    return added.isEmpty() ? "no longer said" : quoted(added.values());
  }

  /** What tells this change from others of its story: the same for every outlet that makes it. */
  String fact() {
    return "-" + String.join(",-", removed.keySet()) + " +" + String.join(",+", added.keySet());
  }

  private String quoted(Collection<String> phrases) {
    String open = language == Language.RU ? "«" : "“";
    String close = language == Language.RU ? "»" : "”";
    return phrases.stream().distinct().limit(MOST_PHRASES).map(phrase -> open + phrase + close)
        .collect(Collectors.joining(", "));
  }

  private static Map<String, String> without(Map<String, String> wording, Collection<String> facts) {
    Map<String, String> rest = new TreeMap<>(wording);
    rest.keySet().removeAll(List.copyOf(facts));
    return rest;
  }
}
