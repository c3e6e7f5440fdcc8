package io.tensionwire.detection.watch;

import io.tensionwire.detection.match.Phrase;
import io.tensionwire.detection.match.Phrase.Element;
import io.tensionwire.detection.match.PhraseSyntax;
import io.tensionwire.detection.watch.WatchReader.Written;
import io.tensionwire.model.Category;
import io.tensionwire.model.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an editor should look at in a watch that is well written: phrases that can never match, or say what another one
 * says, and parts that nobody uses. Nothing here keeps a watch from being used.
 */
public final class WatchReview {
  private static final Pattern SIGNAL = Pattern.compile("signals\\[(\\d+)]");

  private final WatchRules rules;
  private final List<Placed> phrases = new ArrayList<>();
  private final List<Warning> warnings = new ArrayList<>();

  /**
   * Something to look at.
   *
   * @param line in the file, from 1
   * @param text one line for the person who wrote the file
   */
  public record Warning(int line, String text) {}

  /** A phrase, the section and the language of its list, and where it stands. */
  record Placed(String path, String key, Language language, Phrase phrase, int line) {
    String text() {
      return "'" + phrase.text() + "'";
    }
  }

  private WatchReview(WatchReader.Text text) {
    this.rules = text.rules();
    for (Written written : text.phrases()) {
      for (Language language : languages(written)) {
        phrases.add(new Placed(
            written.path(), written.key(), language, PhraseSyntax.parse(written.text()), written.line()));
      }
    }
  }

  /**
   * Looks a watch over.
   *
   * @param source the name of the file, for messages
   * @return what was found, in the order of the lines
   * @throws io.tensionwire.model.yaml.YamlException naming file, line and reason of each mistake, where the watch is
   *     not right
   */
  public static List<Warning> of(String yaml, String source) {
    return new WatchReview(WatchReader.text(yaml, source)).review();
  }

  private List<Warning> review() {
    Map<Language, Cover> covers = new EnumMap<>(Language.class);
    WatchRules.LANGUAGES.forEach(language -> covers.put(language, cover(language)));
    for (Placed placed : phrases) {
      WordReview.of(placed, covers.getOrDefault(placed.language(), new Cover(Map.of())))
          .forEach(text -> warn(placed.line(), text));
    }
    twice();
    for (Language language : WatchRules.LANGUAGES) {
      NameReview.of(of(language, "parties"), of(language, "neutral"), this::warn);
      new SharedReview(of(language, "signals"), covers.getOrDefault(language, new Cover(Map.of())), this::signal)
          .find(this::warn);
    }
    wordless();
    unused();
    HolderReview.of(rules, this::lineOf, this::warn);
    PositionReview.of(rules, this::lineOf, this::warn);
    return warnings.stream().distinct().sorted(Comparator.comparingInt(Warning::line)).toList();
  }

  /** Holders' names are looked for in every language; all else stands under the language it is for. */
  private static List<Language> languages(Written written) {
    if (written.path().contains(".holders[")) {
      return List.of(Language.OTHER);
    }
    for (String part : List.of(written.key(), written.path().substring(written.path().lastIndexOf('.') + 1))) {
      Language language = Language.ofTag(part);
      if (language != null && WatchRules.LANGUAGES.contains(language)) {
        return List.of(language);
      }
    }
    return List.of(Language.OTHER);
  }

  private List<Placed> of(Language language, String section) {
    return phrases.stream()
        .filter(placed -> placed.language() == language && placed.path().startsWith(section)).toList();
  }

  private Cover cover(Language language) {
    Map<String, List<String>> members = new HashMap<>();
    rules.classes().forEach((name, words) -> members.put(name, words.getOrDefault(language, List.of()).stream()
        .map(word -> PhraseSyntax.parse(word).clauses().getFirst().elements())
        .filter(elements -> elements.size() == 1 && elements.getFirst() instanceof Element.Words)
        .flatMap(elements -> ((Element.Words) elements.getFirst()).words().stream())
        .toList()));
    return new Cover(members);
  }

  /** The same phrase twice in one list. */
  private void twice() {
    Map<List<Object>, Placed> seen = new HashMap<>();
    for (Placed placed : phrases) {
      Placed before = seen.putIfAbsent(
          List.of(placed.path(), placed.key(), placed.language(), placed.phrase().clauses()), placed);
      if (before != null) {
        warn(placed.line(), placed.text() + " stands here twice, also in line " + before.line());
      }
    }
  }

  private SignalRule signal(Placed placed) {
    Matcher number = SIGNAL.matcher(placed.path());
    if (!number.find()) {
      throw new IllegalArgumentException(placed.path());
    }
    return rules.signals().get(Integer.parseInt(number.group(1)));
  }

  /** Phrases that ask for classes without a word in their language. */
  private void wordless() {
    for (Placed placed : phrases) {
      placed.phrase().clauses().stream().filter(clause -> !clause.absent())
          .flatMap(clause -> clause.elements().stream())
          .filter(element -> element instanceof Element.Named(List<String> names)
              && names.stream().allMatch(name -> wordless(name, placed.language())))
          .findFirst()
          .ifPresent(element -> warn(placed.line(), placed.text() + " can never match: "
              + String.join(" and ", ((Element.Named) element).names()) + " has no words in "
              + placed.language().tag()));
    }
  }

  private boolean wordless(String name, Language language) {
    Map<Language, List<String>> words = rules.classes().get(name);
    return words != null && WatchRules.LANGUAGES.contains(language)
        && words.getOrDefault(language, List.of()).isEmpty();
  }

  private void unused() {
    Set<String> named = new HashSet<>();
    Set<Category> categories = EnumSet.noneOf(Category.class);
    for (Placed placed : phrases) {
      placed.phrase().clauses().stream().flatMap(clause -> clause.elements().stream()).forEach(element -> {
        if (element instanceof Element.Named(List<String> names)) {
          named.addAll(names);
        }
      });
    }
    for (SignalRule signal : rules.signals()) {
      categories.add(signal.category());
      if (signal.aim() != null) {
        named.addAll(List.of(signal.aim().split("\\|")));
      }
      for (Act act : signal.acts()) {
        named.addAll(act.does());
        named.addAll(act.what());
        named.addAll(act.with());
        named.addAll(act.not());
      }
    }
    for (String name : rules.classes().keySet()) {
      if (!named.contains(name)) {
        boolean verbs = phrases.stream().anyMatch(placed -> placed.path().equals("verbs." + name));
        warn(
            lineOf((verbs ? "verbs." : "classes.") + name),
            verbs ? "the verbs " + name + " are used by no act"
                : "the class " + name + " is used by no phrase and no act");
      }
    }
    for (int i = 0; i < rules.topics().size(); i++) {
      Topic topic = rules.topics().get(i);
      int line = lineOf("topics[" + i + "]");
      if (topic.words().values().stream().allMatch(List::isEmpty)) {
        warn(line, "the topic " + topic.id() + " has no words");
      } else if (topic.categories().stream().noneMatch(categories::contains)) {
        warn(line, "the topic " + topic.id() + " vetoes no category that a signal has");
      }
    }
    for (Language language : WatchRules.LANGUAGES) {
      if (!of(language, "signals").isEmpty() || !of(language, "verbs").isEmpty()) {
        rules.pair().stream().map(rules::party).filter(party -> names(party, language).isEmpty()).forEach(party -> warn(
            lineOf("parties[" + rules.parties().indexOf(party) + "]"),
            party.id() + " has no names in " + language.tag() + ": the phrases in that language find nothing"));
      }
    }
  }

  private static List<String> names(Party party, Language language) {
    Party.Terms terms = party.terms().get(language);
    return terms == null ? List.of() : terms.names();
  }

  /** The line of the first phrase of a section; 1 where it has none. */
  private int lineOf(String path) {
    return phrases.stream().filter(p -> p.path().equals(path) || p.path().startsWith(path + ".")).mapToInt(Placed::line)
        .min().orElse(1);
  }

  private void warn(int line, String text) {
    warnings.add(new Warning(line, text));
  }
}
