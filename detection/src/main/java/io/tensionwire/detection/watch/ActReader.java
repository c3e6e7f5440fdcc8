package io.tensionwire.detection.watch;

import io.tensionwire.model.yaml.Nearest;
import io.tensionwire.model.yaml.Section;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the acts of a signal. */
final class ActReader {
  private final Set<String> parties;
  private final Set<String> verbs;
  private final Set<String> classes;

  /**
   * A reader.
   *
   * @param verbs the names of the classes of verbs
   * @param classes the names of all classes, those of verbs among them
   */
  ActReader(Set<String> parties, Set<String> verbs, Set<String> classes) {
    this.parties = parties;
    this.verbs = verbs;
    this.classes = classes;
  }

  List<Act> read(Section signal) {
    List<Act> acts = new ArrayList<>();
    for (Section section : signal.sections("acts")) {
      if (!section.has("does")) {
        section.mistake(section.line(), "lacks 'does': the verbs, such as warn or [warn, threaten]");
      }
      acts.add(new Act(
          oneOf(section, "who", Act.PAIR, Stream.of(Act.PAIR, Act.BOTH)),
          names(section, "does", verbs, "the verbs"),
          oneOf(section, "whom", Act.OTHER, Stream.of(Act.OTHER, Act.ANYBODY)),
          names(section, "what", classes, "the classes"),
          names(section, "with", either(), "the classes and parties"),
          names(section, "not", either(), "the classes and parties"),
          section.flag("sure", false)));
    }
    return List.copyOf(acts);
  }

  private Set<String> either() {
    Set<String> either = new LinkedHashSet<>(classes);
    either.addAll(parties);
    return either;
  }

  private String oneOf(Section section, String key, String otherwise, Stream<String> words) {
    String name = section.text(key, otherwise);
    List<String> known = Stream.concat(words, parties.stream()).toList();
    if (!known.contains(name)) {
      section.mistake(key, "is none of the parties, nor one of "
          + String.join(" and ", known.subList(0, 2)) + nearest(name, known));
    }
    return name;
  }

  /** One name, or several: {@code warn}, {@code [warn, threaten]}. */
  private static List<String> names(Section section, String key, Set<String> known, String where) {
    if (!section.has(key)) {
      return List.of();
    }
    List<String> names = section.texts(key);
    for (String name : names) {
      if (!known.contains(name)) {
        section.mistake(key, (names.size() > 1 ? "has " + name + ", which " : "") + "is not among " + where
            + nearest(name, known));
      }
    }
    return names;
  }

  private static String nearest(String name, Collection<String> known) {
    String nearest = Nearest.to(name, known);
    return nearest == null ? "" : "; did you mean " + nearest + "?";
  }
}
