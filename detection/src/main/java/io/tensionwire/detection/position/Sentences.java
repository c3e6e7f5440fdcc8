package io.tensionwire.detection.position;

import io.tensionwire.detection.match.Hit;
import io.tensionwire.detection.match.Marks;
import io.tensionwire.detection.match.Phrase;
import io.tensionwire.detection.match.Reading;
import io.tensionwire.detection.party.Mention;
import io.tensionwire.detection.party.Mentions;
import io.tensionwire.detection.text.Document;
import io.tensionwire.detection.watch.PositionRule;
import io.tensionwire.detection.watch.PositionRule.Becoming;
import io.tensionwire.detection.watch.SignalRule;
import io.tensionwire.detection.watch.SignalRule.Relation;
import io.tensionwire.detection.watch.Target;
import io.tensionwire.detection.watch.Vocabulary;
import io.tensionwire.detection.watch.WatchRules;
import io.tensionwire.model.Category;
import io.tensionwire.model.Language;
import io.tensionwire.model.Severity;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads single sentences for the phrases of positions, and for who is named in them. */
final class Sentences {

  private final WatchRules words;
  private final Map<Language, Vocabulary> vocabularies = new EnumMap<>(Language.class);

  /**
   * A sentence that was read.
   *
   * @param found each way to a value of which a phrase is there
   * @param mentions in the order of the words
   */
  record Read(Document document, Set<Becoming> found, List<Mention> mentions) {

    /** The parties that the words from one offset to another mean. */
    Set<String> parties(int start, int end) {
      Set<String> parties = new LinkedHashSet<>();
      for (Mention mention : mentions) {
        if (document.token(mention.from()).start() < end && document.token(mention.to() - 1).end() > start) {
          parties.addAll(mention.parties());
        }
      }
      return parties;
    }

    /** The one of these that is named first. */
    @Nullable String first(List<String> parties) {
      return mentions.stream().flatMap(mention -> mention.parties().stream()).filter(parties::contains).findFirst()
          .orElse(null);
    }
  }

  private final Map<String, Becoming> byId = new LinkedHashMap<>();

  Sentences(WatchRules rules) {
    Set<String> named = new HashSet<>();
    List<SignalRule> phrases = new ArrayList<>();
    for (PositionRule position : rules.positions()) {
      for (Becoming becoming : position.becomes()) {
        String id = String.valueOf(phrases.size());
        byId.put(id, becoming);
        phrases.add(rule(id, becoming.phrases()));
        becoming.phrases().values().forEach(all -> all.forEach(phrase -> named.addAll(names(phrase))));
      }
    }
    Map<String, Map<Language, List<String>>> classes = new LinkedHashMap<>(rules.classes());
    classes.keySet().retainAll(named);
    words = new WatchRules(
        rules.id(), rules.pair(), rules.parties(), rules.joined(), rules.neutral(), List.of(), classes, phrases);
  }

  /** Nothing but the phrases of it is used: what a signal is besides, a position is not. */
  private static SignalRule rule(String id, Map<Language, List<Phrase>> phrases) {
    return new SignalRule(
        id, Category.DIALOGUE, 1, Severity.NOTICE, Relation.TEXT, false, false, false, false, false, false, false, null,
        null, null, List.of(), phrases, List.of());
  }

  private static Set<String> names(Phrase phrase) {
    Set<String> names = new HashSet<>();
    phrase.clauses().forEach(clause -> clause.elements().forEach(element -> {
      if (element instanceof Phrase.Element.Named(List<String> some)) {
        names.addAll(some);
      }
    }));
    return names;
  }

  Read read(String sentence, Language language) {
    Document document = Document.of(sentence);
    if (document.size() == 0 || !WatchRules.LANGUAGES.contains(language)) {
      return new Read(document, Set.of(), List.of());
    }
    Vocabulary vocabulary = vocabularies.computeIfAbsent(language, each -> Vocabulary.of(each, words));
    Reading reading = vocabulary.matcher().read(document);
    List<Hit> hits = vocabulary.matcher().parties(reading);
    hits.addAll(vocabulary.matcher().words(reading));
    List<Mention> mentions = Mentions.find(document, language, words, vocabulary, hits);
    Marks marks = vocabulary.matcher().marks(document);
    for (Hit hit : hits) {
      if (vocabulary.target(hit.target()) instanceof Target.Member(int name)) {
        marks.add(name, hit.from(), hit.to());
      }
    }
    for (Mention mention : mentions) {
      for (String party : mention.parties()) {
        marks.add(vocabulary.number(party), mention.from(), mention.to());
        if (words.pair().contains(party)) {
          marks.add(vocabulary.number("pair"), mention.from(), mention.to());
        }
      }
    }
    hits.addAll(vocabulary.matcher().clauses(reading, marks));
    return new Read(document, found(vocabulary, hits), mentions);
  }

  /** A phrase is there when all its clauses are, and none of those that must not be. */
  private Set<Becoming> found(Vocabulary vocabulary, List<Hit> hits) {
    Map<Integer, Set<Integer>> clauses = new LinkedHashMap<>();
    for (Hit hit : hits) {
      if (vocabulary.target(hit.target()) instanceof Target.ClauseOf(int phrase, int clause)) {
        clauses.computeIfAbsent(phrase, p -> new HashSet<>()).add(clause);
      }
    }
    Set<Becoming> found = new LinkedHashSet<>();
    clauses.forEach((number, there) -> {
      Vocabulary.SignalPhrase phrase = vocabulary.phrase(number);
      boolean all = true;
      for (int i = 0; i < phrase.phrase().clauses().size(); i++) {
        all &= phrase.phrase().clauses().get(i).absent() != there.contains(i);
      }
      Becoming becoming = byId.get(phrase.rule().id());
      if (all && becoming != null) {
        found.add(becoming);
      }
    });
    return found;
  }
}
