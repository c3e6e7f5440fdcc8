package io.tensionwire.detection.watch;

import io.tensionwire.detection.match.Phrase;
import io.tensionwire.detection.watch.PositionRule.Becoming;
import io.tensionwire.detection.watch.PositionRule.By;
import io.tensionwire.model.Language;
import io.tensionwire.model.Stance;
import io.tensionwire.model.WireName;
import io.tensionwire.model.yaml.Nearest;
import io.tensionwire.model.yaml.Section;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Reads the positions of a watch. */
final class PositionReader {
  private final List<String> pair;
  private final Set<String> signals;
  private final BiFunction<Section, String, List<Phrase>> phrases;
  private final Set<String> ids = new HashSet<>();

  /**
   * A reader.
   *
   * @param signals the ids of the watch's signals
   * @param phrases reads the phrases of a list
   */
  PositionReader(List<String> pair, Set<String> signals, BiFunction<Section, String, List<Phrase>> phrases) {
    this.pair = pair;
    this.signals = signals;
    this.phrases = phrases;
  }

  PositionRule read(Section section) {
    String id = section.required("id");
    String party = known(section, "party", section.required("party"), pair, "the pair");
    if (!id.isEmpty() && !ids.add(party + "/" + id)) {
      section.mistake("id", "is given to two positions of " + party);
    }
    List<String> values = section.texts("values");
    if (values.size() < 2 || new HashSet<>(values).size() < values.size()) {
      section.mistake("values", "must name two values or more, each once, as in [none, under-review, approved]");
    }
    String start = known(section, "start", section.required("start"), values, "the values");
    LocalDate since = section.date("since");
    if (since == null && !section.has("since")) {
      section.mistake(section.line(), "lacks 'since': the day from which on it is " + start + ", such as 2022-02-24");
    }
    List<String> voices = section.has("voices") ? section.texts("voices") : List.of(party);
    voices.forEach(voice -> known(section, "voices", voice, pair, "the pair"));
    Map<Language, List<String>> counted = new EnumMap<>(Language.class);
    Section count = section.section("count");
    WatchRules.LANGUAGES.forEach(language -> counted.put(language, count.texts(language.tag())));
    List<Becoming> becomes = new ArrayList<>();
    for (Section becoming : section.sections("becomes")) {
      becomes.add(becoming(becoming, values));
    }
    if (becomes.isEmpty()) {
      section.mistake(section.line(), "lacks 'becomes': a list of values and of the words that bring them");
    }
    return new PositionRule(
        id, section.text("name", id.replace('-', ' ')), party, List.copyOf(voices), values, start,
        since == null ? LocalDate.EPOCH : since, counted, List.copyOf(becomes));
  }

  private Becoming becoming(Section section, List<String> values) {
    String value = known(section, "value", section.required("value"), values, "the values");
    Set<String> after = names(section, "after", values, "the values");
    Map<Language, List<Phrase>> words = new EnumMap<>(Language.class);
    WatchRules.LANGUAGES.forEach(language -> words.put(language, phrases.apply(section, language.tag())));
    if (WatchRules.LANGUAGES.stream().allMatch(language -> section.textLines(language.tag()).isEmpty())) {
      section.mistake(section.line(), "has no phrases; give phrases for en, ko or ru");
    }
    return new Becoming(
        value, after, choices(section, "by", By.class, EnumSet.allOf(By.class)),
        choices(section, "stance", Stance.class, EnumSet.of(Stance.ASSERTED)),
        names(section, "signals", signals, "the signals"), words);
  }

  private static String known(Section section, String key, String name, Collection<String> known, String where) {
    if (!name.isEmpty() && !known.contains(name)) {
      String nearest = Nearest.to(name, known);
      section.mistake(key, (section.text(key) == null ? "has " + name + ", which " : "") + "is not among " + where
          + (nearest == null ? ": " + String.join(", ", known) : "; did you mean " + nearest + "?"));
    }
    return name;
  }

  private static Set<String> names(Section section, String key, Collection<String> known, String where) {
    Set<String> names = new LinkedHashSet<>(section.texts(key));
    for (String name : names) {
      if (!known.contains(name)) {
        String nearest = Nearest.to(name, known);
        section.mistake(key, (names.size() > 1 ? "has " + name + ", which " : "") + "is not among " + where
            + (nearest == null ? "" : "; did you mean " + nearest + "?"));
      }
    }
    return names;
  }

  private static <E extends Enum<E>> Set<E> choices(Section section, String key, Class<E> type, Set<E> otherwise) {
    if (!section.has(key)) {
      return otherwise;
    }
    Set<E> chosen = EnumSet.noneOf(type);
    List<String> known = Stream.of(type.getEnumConstants()).map(WireName::of).toList();
    for (String name : names(section, key, known, String.join(", ", known))) {
      Stream.of(type.getEnumConstants()).filter(each -> WireName.of(each).equals(name)).forEach(chosen::add);
    }
    return chosen;
  }
}
