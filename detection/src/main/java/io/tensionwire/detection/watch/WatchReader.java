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
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a watch file, to its end: one that is broken in several places is refused with all of them. */
public final class WatchReader {
  private static final String ALL = "all";

  private final List<YamlException> mistakes = new ArrayList<>();
  private final List<Written> written = new ArrayList<>();
  private final Section file;
  private final Set<String> partyIds = new HashSet<>();

  private WatchReader(String yaml, String source) {
    this.file = Section.parse(yaml, source, mistakes::add);
  }

  /**
   * Reads a watch.
   *
   * @param source the name of the file, for messages
   * @throws YamlException naming file, line and reason of each mistake
   */
  public static WatchRules read(String yaml, String source) {
    return new WatchReader(yaml, source).read();
  }

  /**
   * A phrase in its file.
   *
   * @param path of the section it stands in, such as {@code classes.arms}
   * @param key of its list there, such as {@code en}
   */
  record Written(String path, String key, String text, int line) {}

  /** A watch, and where each of its phrases stands. */
  record Text(WatchRules rules, List<Written> phrases) {}

  /** The same with the lines. */
  static Text text(String yaml, String source) {
    var reader = new WatchReader(yaml, source);
    return new Text(reader.read(), List.copyOf(reader.written));
  }

  private WatchRules read() {
    String id = file.required("id");
    List<String> pair = file.texts("pair");
    if (pair.size() != 2) {
      file.mistake("pair", "must name two parties, as in [south-korea, russia]");
    }
    List<Party> parties = each(file.sections("parties"), section -> party(section, pair));
    for (String party : pair) {
      if (!partyIds.contains(party)) {
        file.mistake("pair", "names " + party + ", which is not among the parties");
      }
    }
    List<Joined> joined = each(
        file.sections("joined"), section -> new Joined(known(section, "parties"), words(section)));
    Map<Language, List<String>> neutral = words(file.section("neutral"));
    List<Topic> topics = each(file.sections("topics"), this::topic);
    Map<String, Map<Language, List<String>>> classes = new LinkedHashMap<>();
    Section named = file.section("classes");
    for (String name : named.keys()) {
      classes.put(name, words(named.section(name)));
    }
    Set<String> verbs = new LinkedHashSet<>();
    Section doing = file.section("verbs");
    for (String name : doing.keys()) {
      if (classes.put(name, words(doing.section(name))) != null) {
        doing.mistake(name, "is a class already; give the verbs another name");
      }
      verbs.add(name);
    }
    var acts = new ActReader(partyIds, verbs, classes.keySet());
    Set<String> ids = new HashSet<>();
    List<SignalRule> signals = each(file.sections("signals"), section -> signal(section, classes.keySet(), ids, acts));
    if (file.sections("signals").isEmpty()) {
      file.mistake("signals", "is missing: a watch without signals finds nothing");
    }
    AlertRules alerts = AlertReader.read(file.section("alerts"));
    var positionReader = new PositionReader(pair, ids, (section, key) -> parsed(section, key, classes.keySet()));
    List<PositionRule> positions = each(file.sections("positions"), positionReader::read);
    file.rejectUnknownKeys();
    if (!mistakes.isEmpty()) {
      throw YamlException.of(mistakes);
    }
    return new WatchRules(id, pair, parties, joined, neutral, topics, classes, signals, positions, alerts);
  }

  /** Reads each section by itself: one that cannot be read does not hide the others. */
  private <T> List<T> each(List<Section> sections, Function<Section, T> reading) {
    List<T> read = new ArrayList<>();
    for (Section section : sections) {
      try {
        read.add(reading.apply(section));
      } catch (YamlException e) {
        mistakes.add(e);
        section.know(section.keys()); // the rest of it was not asked for
      }
    }
    return List.copyOf(read);
  }

  private Party party(Section section, List<String> pair) {
    String id = section.required("id");
    if (!partyIds.add(id) && !id.isEmpty()) {
      section.mistake("id", "is given to two parties");
    }
    Role role = section.choice("role", Role.class, pair.contains(id) ? Role.PAIR : Role.OTHER);
    if ((role == Role.PAIR) != pair.contains(id)) {
      section.mistake("role", "must be " + (pair.contains(id) ? "pair" : "involved or other"));
    }
    List<Language> home = new ArrayList<>();
    for (String tag : section.texts("home")) {
      Language language = Language.ofTag(tag);
      if (language == null || language == Language.OTHER) {
        section.mistake("home", "must be of en, ko and ru");
      } else {
        home.add(language);
      }
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

  private SignalRule signal(Section section, Set<String> classes, Set<String> ids, ActReader acts) {
    String id = section.required("id");
    if (!ids.add(id) && !id.isEmpty()) {
      section.mistake("id", "is given to two signals");
    }
    Map<Language, List<Phrase>> phrases = new EnumMap<>(Language.class);
    for (Language language : WatchRules.LANGUAGES) {
      phrases.put(language, parsed(section, language.tag(), classes));
    }
    if (!section.has("acts")
        && WatchRules.LANGUAGES.stream().allMatch(language -> section.textLines(language.tag()).isEmpty())) {
      section.mistake(section.line(), "has neither phrases nor acts; give phrases for en, ko or ru, or acts");
    }
    return new SignalRule(
        id, category(section, "category", section.required("category")), section.integer("weight", 50, 1, 100),
        section.choice("severity", Severity.class, Severity.ELEVATED),
        section.choice("relation", Relation.class, Relation.NEAR), section.flag("others", false),
        section.flag("state", false), section.flag("background", false), section.flag("demand", false),
        section.flag("actor", false), section.flag("firm", false), section.flag("faint", false),
        knownParty(section, "from"), knownParty(section, "to"), aim(section, classes),
        section.has("about") ? known(section, "about") : List.of(), phrases, acts.read(section));
  }

  /** Phrases whose {@code <names>} are known, too. */
  private List<Phrase> parsed(Section section, String key, Set<String> classes) {
    List<Phrase> parsed = new ArrayList<>();
    eachPhrase(section, key, (text, line) -> {
      Phrase phrase = PhraseSyntax.parse(text);
      String unknown = unknownName(phrase, classes);
      if (unknown == null) {
        parsed.add(phrase);
      } else {
        section.mistake(line, "'" + text + "' refers to <" + unknown
            + ">, which is neither a party nor among the classes");
      }
    });
    return List.copyOf(parsed);
  }

  private static @Nullable String aim(Section section, Set<String> classes) {
    String aim = section.text("aim");
    if (aim != null && !classes.containsAll(List.of(aim.split("\\|")))) {
      section.mistake("aim", "is not among the classes");
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

  /** The category of a name; any one where there is none of it, for the watch is refused then. */
  private static Category category(Section section, String key, String name) {
    for (Category category : Category.values()) {
      if (WireName.of(category).equals(name)) {
        return category;
      }
    }
    if (!name.isEmpty()) {
      section.mistake(key, "is not a category that is known");
    }
    return Category.values()[0];
  }

  private List<String> known(Section section, String key) {
    List<String> ids = section.texts(key);
    if (ids.isEmpty() || !partyIds.containsAll(ids)) {
      section.mistake(key, "must name parties that are given above");
    }
    return ids;
  }

  private @Nullable String knownParty(Section section, String key) {
    String id = section.text(key);
    if (id != null && !partyIds.contains(id)) {
      section.mistake(key, "is not among the parties");
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

  /** Phrases that are well written. */
  private List<String> phrases(Section section, String key) {
    List<String> good = new ArrayList<>();
    eachPhrase(section, key, (text, line) -> {
      PhraseSyntax.parse(text);
      good.add(text);
    });
    return List.copyOf(good);
  }

  /** What becomes of a phrase. */
  private interface Taking {
    /** @throws IllegalArgumentException with a reason for the person who wrote it */
    void take(String text, int line);
  }

  /** Takes the phrases of a list one by one, each checked on its own line. */
  private void eachPhrase(Section section, String key, Taking each) {
    List<String> texts = section.texts(key);
    List<Integer> lines = section.textLines(key);
    for (int i = 0; i < texts.size(); i++) {
      try {
        each.take(texts.get(i), lines.get(i));
        written.add(new Written(section.path(), key, texts.get(i), lines.get(i)));
      } catch (IllegalArgumentException e) {
        section.mistake(lines.get(i), "'" + texts.get(i) + "' " + e.getMessage());
      }
    }
  }
}
