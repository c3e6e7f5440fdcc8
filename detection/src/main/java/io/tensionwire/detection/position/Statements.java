package io.tensionwire.detection.position;

import io.tensionwire.detection.watch.PositionRule;
import io.tensionwire.detection.watch.PositionRule.Becoming;
import io.tensionwire.detection.watch.PositionRule.By;
import io.tensionwire.detection.watch.WatchRules;
import io.tensionwire.model.ArticleStatus;
import io.tensionwire.model.Detection;
import io.tensionwire.model.Genre;
import io.tensionwire.model.Signal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an article says about the positions of a watch, as far as its detection shows. */
final class Statements {

  private static final Set<Genre> NEWS = EnumSet.of(Genre.REPORT, Genre.OFFICIAL, Genre.INTERVIEW, Genre.LIVE);

  private final WatchRules rules;
  private final Sentences sentences;

  Statements(WatchRules rules) {
    this.rules = rules;
    this.sentences = new Sentences(rules);
  }

  /** For each position that the article speaks of, the first statement: titles and leads come first. */
  List<Statement> of(Detection detection) {
    if (!detection.worthTelling() || detection.status() != ArticleStatus.LIVE || !NEWS.contains(detection.genre())) {
      return List.of();
    }
    Map<String, List<Signal>> bySentence = new LinkedHashMap<>();
    for (Signal signal : detection.signals()) {
      bySentence.computeIfAbsent(signal.sentence(), sentence -> new ArrayList<>()).add(signal);
    }
    Map<PositionRule, Statement> first = new LinkedHashMap<>();
    bySentence.forEach((sentence, signals) -> {
      Sentences.Read read = sentences.read(sentence, detection.language());
      for (PositionRule rule : rules.positions()) {
        for (Becoming becoming : rule.becomes()) {
          if (read.found().contains(becoming) && !first.containsKey(rule)) {
            Statement statement = statement(rule, becoming, read, sentence, signals, detection);
            if (statement != null) {
              first.put(rule, statement);
            }
          }
        }
      }
    });
    return List.copyOf(first.values());
  }

  private @Nullable Statement statement(
      PositionRule rule, Becoming becoming, Sentences.Read read, String sentence, List<Signal> signals,
      Detection detection) {
    List<Signal> witnesses = signals.stream()
        .filter(signal -> becoming.signals().isEmpty() || becoming.signals().contains(signal.id())).toList();
    if (witnesses.isEmpty() || !witnesses.stream().allMatch(signal -> stands(signal, becoming))) {
      return null;
    }
    Signal evidence = witnesses.getFirst();
    By by = by(rule, evidence, read, sentence, detection);
    return by == null || !becoming.by().contains(by)
        ? null : new Statement(rule, becoming, by, Count.in(sentence, rule, detection.language()), evidence);
  }

  private static boolean stands(Signal signal, Becoming becoming) {
    return signal.current() && signal.deniedBy() == null && becoming.stances().contains(signal.stance());
  }

  /**
   * Whoever is known to speak must speak for the party. Where nobody does, or an office of no named country, the party
   * must be the one that acts, and the one of the pair that the sentence names first: "Moscow claims that Seoul has
   * decided" is Moscow's word.
   */
  private @Nullable By by(
      PositionRule rule, Signal evidence, Sentences.Read read, String sentence, Detection detection) {
    String speaker = evidence.speaker();
    if (speaker != null) {
      int at = sentence.indexOf(speaker);
      Set<String> parties = at >= 0
          ? read.parties(at, at + speaker.length())
          : sentences.read(speaker, detection.language()).parties(0, speaker.length());
      boolean speaksForIt = parties.isEmpty() ? acts(rule, evidence, read) : rule.voices().containsAll(parties);
      return speaksForIt ? By.OFFICIAL : null;
    }
    return acts(rule, evidence, read) ? By.DECISION : null;
  }

  private boolean acts(PositionRule rule, Signal evidence, Sentences.Read read) {
    String from = evidence.from();
    String first = read.first(rules.pair());
    boolean acts = from == null ? first != null : rule.voices().contains(from);
    return acts && (first == null || rule.voices().contains(first));
  }
}
