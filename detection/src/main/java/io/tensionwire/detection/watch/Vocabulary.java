package io.tensionwire.detection.watch;

import io.tensionwire.detection.match.Hit;
import io.tensionwire.detection.match.Matcher;
import io.tensionwire.detection.match.Phrase;
import io.tensionwire.detection.match.Phrase.Clause;
import io.tensionwire.detection.match.Phrase.Element;
import io.tensionwire.detection.match.PhraseSyntax;
import io.tensionwire.detection.watch.Target.Kind;
import io.tensionwire.model.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All that is looked for in texts of one language: parties, classes, cues, topics and the phrases of signals. */
public final class Vocabulary {
  private final Language language;
  private final List<Target> targets = new ArrayList<>();
  private final List<SignalPhrase> phrases = new ArrayList<>();
  private final Map<String, Integer> names = new HashMap<>();
  private final Map<Party.Holder, List<Integer>> offices = new HashMap<>();
  private final Matcher.Builder builder = new Matcher.Builder();
  private final Matcher matcher;

  /** A phrase and the signal it is evidence for; the act, where the phrase is the words of one. */
  public record SignalPhrase(SignalRule rule, Phrase phrase, @Nullable Act act) {}

  private Vocabulary(Language language, WatchRules rules) {
    this.language = language;
    rules.parties().forEach(this::addParty);
    for (var joined : rules.joined()) {
      add(joined.words().getOrDefault(language, List.of()), new Target.Named(joined.parties(), Kind.NAME, null));
    }
    add(rules.neutral().getOrDefault(language, List.of()), new Target.Named(List.of(), Kind.NEUTRAL, null));
    Cues.of(language).forEach((name, words) -> add(words, new Target.Member(name(name))));
    rules.classes().forEach((name, words) -> add(words.getOrDefault(language, List.of()), new Target.Member(name(name))));
    rules.parties().forEach(party -> party.holders().forEach(holder -> addOffice(holder, rules)));
    for (Topic topic : rules.topics()) {
      add(topic.words().getOrDefault(language, List.of()), new Target.Of(topic));
    }
    name("pair");
    for (SignalRule rule : rules.signals()) {
      for (Phrase phrase : rule.phrases().getOrDefault(language, List.of())) {
        addPhrase(phrase, new SignalPhrase(rule, phrase, null));
      }
      for (Act act : rule.acts()) {
        addPhrase(act.phrase(), new SignalPhrase(rule, act.phrase(), act));
      }
    }
    matcher = builder.build();
  }

  /**
   * The classes that the office of a holder belongs to, as "ambassador" does to the envoys, by the numbers of their
   * marks. Offices are written in English.
   */
  public List<Integer> classesOf(Party.Holder holder) {
    return offices.getOrDefault(holder, List.of());
  }

  /** The same words, of which those of one signal count for nothing: far cheaper than to compile all others anew. */
  public Vocabulary without(String signal) {
    return new Vocabulary(this, signal);
  }

  private Vocabulary(Vocabulary other, String without) {
    language = other.language;
    phrases.addAll(other.phrases);
    names.putAll(other.names);
    offices.putAll(other.offices);
    matcher = other.matcher;
    for (Target target : other.targets) {
      targets.add(target instanceof Target.ClauseOf clause && phrase(clause.phrase()).rule().id().equals(without)
          ? new Target.LeftOut() : target);
    }
  }

  private void addOffice(Party.Holder holder, WatchRules rules) {
    List<Integer> classes = new ArrayList<>();
    rules.classes().forEach((name, words) -> {
      if (words.getOrDefault(Language.EN, List.of()).stream().anyMatch(word -> names(word, holder.office()))) {
        classes.add(name(name));
      }
    });
    offices.put(holder, List.copyOf(classes));
  }

  private static boolean names(String word, String office) {
    for (String part : office.toLowerCase(Locale.ROOT).split(" ")) {
      if (word.endsWith("*") ? part.startsWith(word.substring(0, word.length() - 1)) : part.equals(word)) {
        return true;
      }
    }
    return false;
  }

  private void addPhrase(Phrase phrase, SignalPhrase signal) {
    for (int clause = 0; clause < phrase.clauses().size(); clause++) {
      add(phrase.clauses().get(clause), new Target.ClauseOf(phrases.size(), clause));
    }
    phrases.add(signal);
  }

  public static Vocabulary of(Language language, WatchRules rules) {
    return new Vocabulary(language, rules);
  }

  public Matcher matcher() {
    return matcher;
  }

  public Target target(int number) {
    return targets.get(number);
  }

  /** Whether each of the parties may be named by what was found. Who is not, in whatever context, is not there. */
  public boolean mayNameAll(List<String> parties, List<Hit> found) {
    Set<String> named = new HashSet<>();
    for (Hit hit : found) {
      if (target(hit.target()) instanceof Target.Named name) {
        named.addAll(name.parties());
      }
    }
    return named.containsAll(parties);
  }

  /** How many targets there are: they are numbered from 0. */
  public int targets() {
    return targets.size();
  }

  public SignalPhrase phrase(int number) {
    return phrases.get(number);
  }

  /** The number by which marks know a class, a cue or a party; -1 where there is none of the name. */
  public int number(String name) {
    Integer number = names.get(name);
    return number == null ? -1 : number;
  }

  private void addParty(Party party) {
    List<String> one = List.of(party.id());
    name(party.id());
    for (Language each : WatchRules.LANGUAGES) {
      Party.@Nullable Terms terms = party.terms().get(each);
      if (terms != null) {
        add(terms.names(), new Target.Named(one, Kind.NAME, null));
        if (each == language) {
          add(terms.weak(), new Target.Named(one, Kind.WEAK, null));
          if (party.home().contains(language)) {
            add(terms.own(), new Target.Named(one, Kind.OWN, null));
          }
        }
      }
    }
    for (Party.Holder holder : party.holders()) {
      add(holder.names(), new Target.Named(one, Kind.HOLDER, holder));
    }
  }

  private int name(String name) {
    return names.computeIfAbsent(name, builder::name);
  }

  private void add(List<String> words, Target target) {
    for (String word : words) {
      add(PhraseSyntax.parse(word).clauses().getFirst(), target);
    }
  }

  private void add(Clause clause, Target target) {
    row(clause, target);
    Clause joined = language == Language.KO ? joined(clause) : null;
    if (joined != null) {
      row(joined, target);
    }
    targets.add(target);
  }

  private void row(Clause clause, Target target) {
    if (target instanceof Target.Named) {
      builder.addParty(clause, targets.size());
    } else {
      builder.add(clause, targets.size());
    }
  }

  /** Korean writes two words as one as it likes: 수출 통제 is also 수출통제. */
  private static @Nullable Clause joined(Clause clause) {
    if (clause.elements().size() != 2
        || !(clause.elements().get(0) instanceof Element.Words(List<String> first))
        || !(clause.elements().get(1) instanceof Element.Words(List<String> second))) {
      return null;
    }
    List<String> words = new ArrayList<>();
    for (String one : first) {
      for (String other : second) {
        String head = one.endsWith("*") ? one.substring(0, one.length() - 1) : one;
        words.add(head + (other.startsWith("*") ? other.substring(1) : other));
      }
    }
    // A part that may stand inside needs its star at both ends.
    return new Clause(clause.absent(), List.of(new Element.Words(words.stream()
        .map(word -> word.startsWith("*") && !word.endsWith("*") ? word.substring(1) : word).toList())));
  }
}
