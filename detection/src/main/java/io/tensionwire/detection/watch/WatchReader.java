package io.tensionwire.detection.watch;

import io.tensionwire.detection.match.Phrase;
import io.tensionwire.detection.match.PhraseSyntax;
import io.tensionwire.detection.watch.Party.Holder;
import io.tensionwire.detection.watch.Party.Role;
import io.tensionwire.detection.watch.Party.Terms;
import io.tensionwire.detection.watch.SignalRule.Relation;
import io.tensionwire.detection.watch.WatchRules.Joined;
import io.tensionwire.model.Category;
import io.tensionwire.model.Language;
import io.tensionwire.model.Severity;
import io.tensionwire.model.WireName;
import io.tensionwire.model.yaml.Section;
import io.tensionwire.model.yaml.YamlException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a watch file. */
public final class WatchReader {
  private static final String ALL = "all";

  private final Section file;
  private final Set<String> partyIds = new HashSet<>();

  private WatchReader(Section file) {
    this.file = file;
  }

  /**
   * Reads a watch.
   *
   * @param source the name of the file, for messages
   * @throws YamlException naming file, line and reason
   */
  public static WatchRules read(String yaml, String source) {
    return new WatchReader(Section.parse(yaml, source)).read();
  }

  private WatchRules read() {
    String id = file.required("id");
    List<String> pair = file.texts("pair");
    if (pair.size() != 2) {
      throw file.error("pair", "must name two parties, as in [south-korea, russia]");
    }
    List<Party> parties = new ArrayList<>();
    for (Section section : file.sections("parties")) {
      parties.add(party(section, pair));
    }
    for (String party : pair) {
      if (!partyIds.contains(party)) {
        throw file.error("pair", "names " + party + ", which is not among the parties");
      }
    }
    List<Joined> joined = file.sections("joined").stream()
        .map(section -> new Joined(known(section, "parties"), words(section))).toList();
    Map<Language, List<String>> neutral = words(file.section("neutral"));
    List<Topic> topics = file.sections("topics").stream().map(this::topic).toList();
    Map<String, Map<Language, List<String>>> classes = new LinkedHashMap<>();
    Section named = file.section("classes");
    for (String name : named.keys()) {
      classes.put(name, words(named.section(name)));
    }
    Set<String> verbs = new LinkedHashSet<>();
    Section doing = file.section("verbs");
    for (String name : doing.keys()) {
      if (classes.put(name, words(doing.section(name))) != null) {
        throw doing.error(name, "is a class already; give the verbs another name");
      }
      verbs.add(name);
    }
    var acts = new ActReader(partyIds, verbs, classes.keySet());
    List<SignalRule> signals = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Section section : file.sections("signals")) {
      SignalRule rule = signal(section, classes.keySet(), acts.read(section));
      if (!ids.add(rule.id())) {
        throw section.error("id", "is given to two signals");
      }
      signals.add(rule);
    }
    if (signals.isEmpty()) {
      throw file.error("signals", "is missing: a watch without signals finds nothing");
    }
    file.rejectUnknownKeys();
    return new WatchRules(id, pair, List.copyOf(parties), joined, neutral, topics, classes, List.copyOf(signals));
  }

  private Party party(Section section, List<String> pair) {
    String id = section.required("id");
    if (!partyIds.add(id)) {
      throw section.error("id", "is given to two parties");
    }
    Role role = section.choice("role", Role.class, pair.contains(id) ? Role.PAIR : Role.OTHER);
    if ((role == Role.PAIR) != pair.contains(id)) {
      throw section.error("role", "must be " + (pair.contains(id) ? "pair" : "involved or other"));
    }
    List<Language> home = new ArrayList<>();
    for (String tag : section.texts("home")) {
      Language language = Language.ofTag(tag);
      if (language == null || language == Language.OTHER) {
        throw section.error("home", "must be of en, ko and ru");
      }
      home.add(language);
    }
    Map<Language, Terms> terms = new EnumMap<>(Language.class);
    for (Language language : WatchRules.LANGUAGES) {
      Section words = section.section(language.tag());
      terms.put(language, new Terms(phrases(words, "names"), phrases(words, "weak"), phrases(words, "own")));
    }
    List<Holder> holders = section.sections("holders").stream()
        .map(h -> new Holder(h.required("id"), h.text("office", ""), h.date("from"), h.date("to"), phrases(h, "names")))
        .toList();
    return new Party(id, role, section.flag("shares-name", false), List.copyOf(home), terms, holders);
  }

  private Topic topic(Section section) {
    Set<Category> categories = EnumSet.noneOf(Category.class);
    for (String name : section.texts("vetoes")) {
      if (name.equals(ALL)) {
        categories.addAll(EnumSet.allOf(Category.class));
      } else {
        categories.add(category(section, "vetoes", name));
      }
    }
    return new Topic(
        section.required("id"), categories, section.integer("least", 2, 1, 20), section.flag("sentence", false),
        words(section));
  }

  private SignalRule signal(Section section, Set<String> classes, List<Act> acts) {
    String id = section.required("id");
    Map<Language, List<Phrase>> phrases = new EnumMap<>(Language.class);
    for (Language language : WatchRules.LANGUAGES) {
      List<String> texts = phrases(section, language.tag());
      List<Integer> lines = section.textLines(language.tag());
      List<Phrase> parsed = new ArrayList<>();
      for (int i = 0; i < texts.size(); i++) {
        Phrase phrase = PhraseSyntax.parse(texts.get(i));
        String unknown = unknownName(phrase, classes);
        if (unknown != null) {
          throw error(section, lines.get(i), "'" + texts.get(i) + "' refers to <" + unknown
              + ">, which is neither a party nor among the classes");
        }
        parsed.add(phrase);
      }
      phrases.put(language, List.copyOf(parsed));
    }
    if (acts.isEmpty() && phrases.values().stream().allMatch(List::isEmpty)) {
      throw section.error("has neither phrases nor acts; give phrases for en, ko or ru, or acts");
    }
    return new SignalRule(
        id, category(section, "category", section.required("category")), section.integer("weight", 50, 1, 100),
        section.choice("severity", Severity.class, Severity.ELEVATED),
        section.choice("relation", Relation.class, Relation.NEAR), section.flag("others", false),
        section.flag("state", false), section.flag("background", false), section.flag("demand", false),
        section.flag("actor", false), section.flag("firm", false),
        knownParty(section, "from"), knownParty(section, "to"), aim(section, classes),
        section.has("about") ? known(section, "about") : List.of(), phrases, acts);
  }

  private static @Nullable String aim(Section section, Set<String> classes) {
    String aim = section.text("aim");
    if (aim != null && !classes.contains(aim)) {
      throw section.error("aim", "is not among the classes");
    }
    return aim;
  }

  private @Nullable String unknownName(Phrase phrase, Set<String> classes) {
    return phrase.clauses().stream().flatMap(clause -> clause.elements().stream())
        .flatMap(e -> e instanceof Phrase.Element.Named(List<String> names) ? names.stream() : Stream.empty())
        .filter(name -> !classes.contains(name) && !partyIds.contains(name) && !Cues.NAMES.contains(name)
            && !name.equals("pair"))
        .findFirst().orElse(null);
  }

  private Category category(Section section, String key, String name) {
    for (Category category : Category.values()) {
      if (WireName.of(category).equals(name)) {
        return category;
      }
    }
    throw section.error(key, "is not a category that is known");
  }

  private List<String> known(Section section, String key) {
    List<String> ids = section.texts(key);
    if (ids.isEmpty() || !partyIds.containsAll(ids)) {
      throw section.error(key, "must name parties that are given above");
    }
    return ids;
  }

  private @Nullable String knownParty(Section section, String key) {
    String id = section.text(key);
    if (id != null && !partyIds.contains(id)) {
      throw section.error(key, "is not among the parties");
    }
    return id;
  }

  private Map<Language, List<String>> words(Section section) {
    Map<Language, List<String>> words = new EnumMap<>(Language.class);
    for (Language language : WatchRules.LANGUAGES) {
      words.put(language, phrases(section, language.tag()));
    }
    return words;
  }

  /** Phrases that are well written, each checked on its own line. */
  private List<String> phrases(Section section, String key) {
    List<String> texts = section.texts(key);
    List<Integer> lines = section.textLines(key);
    for (int i = 0; i < texts.size(); i++) {
      try {
        PhraseSyntax.parse(texts.get(i));
      } catch (IllegalArgumentException e) {
        throw error(section, lines.get(i), "'" + texts.get(i) + "' " + e.getMessage());
      }
    }
    return texts;
  }

  private YamlException error(Section section, int line, String reason) {
    return YamlException.at(section.source(), line, section.path().isEmpty() ? reason : section.path() + ": " + reason);
  }
}
