package io.tensionwire.model.yaml;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A mapping in a YAML file. Each accessor remembers its key as known; {@link #rejectUnknownKeys} then refuses the
 * rest, here and in all sections that were read. A document that is {@linkplain #parse(String, String, Consumer) read to
 * its end} goes on after a mistake as if the value were absent. Not for use by several threads.
 */
public final class Section {

  private final String source;
  private final String path;
  private final int line;
  private final Values values;
  private final Consumer<YamlException> mistakes;
  private final Map<String, Node> entries = new LinkedHashMap<>();
  private final Map<String, Integer> keyLines = new LinkedHashMap<>();
  private final TreeSet<String> known = new TreeSet<>();
  private final Set<String> secret = new HashSet<>();
  private final Map<String, Section> children = new LinkedHashMap<>();
  private final Map<String, List<Section>> lists = new LinkedHashMap<>();

  private Section(
      String source, String path, int line, Values values, Consumer<YamlException> mistakes,
      @Nullable MappingNode node) {
    this.source = source;
    this.path = path;
    this.line = line;
    this.values = values;
    this.mistakes = mistakes;
    if (node != null) {
      for (NodeTuple tuple : node.getValue()) {
        int keyLine = tuple.getKeyNode().getStartMark().getLine() + 1;
        if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
          mistakes.accept(new YamlException(source, keyLine, "a key must be plain text"));
          continue;
        }
        if (entries.put(key.getValue(), tuple.getValueNode()) != null) {
          mistakes.accept(new YamlException(source, keyLine, at(key.getValue()) + " is given twice"));
        }
        keyLines.put(key.getValue(), keyLine);
      }
    }
  }

  /** Reads a document as it stands. */
  public static Section parse(String yaml, String source) {
    return parse(yaml, source, Values.AS_WRITTEN);
  }

  /**
   * Reads a document.
   *
   * @param source the name of the file, for messages
   * @throws YamlException if it is not YAML, or not a mapping
   */
  public static Section parse(String yaml, String source, Values values) {
    return parse(yaml, source, values, Section::refuse);
  }

  /**
   * Reads a document to its end, whatever is wrong in it.
   *
   * @param mistakes is told of each value, section and key that is not right
   * @throws YamlException if it is not YAML, or not a mapping
   */
  public static Section parse(String yaml, String source, Consumer<YamlException> mistakes) {
    return parse(yaml, source, Values.AS_WRITTEN, mistakes);
  }

  private static Section parse(String yaml, String source, Values values, Consumer<YamlException> mistakes) {
    MappingNode root = Document.read(yaml, source);
    return new Section(source, "", root == null ? 0 : 1, values, mistakes, root);
  }

  private static void refuse(YamlException mistake) {
    throw mistake;
  }

  /** The name of the file. */
  public String source() {
    return source;
  }

  /** Where this section stands in its file, such as {@code ingest.feeds[2]}; empty for the whole document. */
  public String path() {
    return path;
  }

  /** The line of this section in its file, from 1. */
  public int line() {
    return line;
  }

  /** An error of this section, for checks that take more than one key. */
  public YamlException error(String reason) {
    return new YamlException(source, line, path.isEmpty() ? reason : path + ": " + reason);
  }

  /**
   * An error of one key: the message starts with the key as it was written and its value, or with the environment
   * variable that stands in its place. The value of a {@link #secret} is left out.
   */
  public YamlException error(String key, String reason) {
    String path = at(key);
    String override = values.override(path);
    Node node = entries.get(key);
    String value = override != null ? override : node instanceof ScalarNode scalar ? scalar.getValue() : "";
    boolean shown = !value.isBlank() && !secret.contains(key);
    String said = !shown ? path : path + ": " + value.strip().lines().findFirst().orElseThrow();
    return override == null
        ? new YamlException(source, line(key), said + " " + reason)
        : new YamlException(values.variable(path), 0, said + " " + reason);
  }

  /** Tells of an {@link #error(String, String)} and goes on, where the document is read to its end. */
  public void mistake(String key, String reason) {
    mistakes.accept(error(key, reason));
  }

  /** The same for a line of this section. */
  public void mistake(int line, String reason) {
    mistakes.accept(new YamlException(source, line, path.isEmpty() ? reason : path + ": " + reason));
  }

  /** Whether the key is written, be it without a value, or overridden. */
  public boolean has(String key) {
    return node(key) != null || values.override(at(key)) != null;
  }

  /** The keys as they were written, in their order. */
  public List<String> keys() {
    return List.copyOf(entries.keySet());
  }

  /** The line of a key, from 1. */
  public int line(String key) {
    return keyLines.getOrDefault(key, line);
  }

  /** A value, or {@code null} where there is none or it is empty. */
  public @Nullable String text(String key) {
    Node node = node(key);
    String override = values.override(at(key));
    if (override != null) {
      return override;
    }
    if (node == null) {
      return null;
    }
    return scalar(key, node);
  }

  public String text(String key, String otherwise) {
    String text = text(key);
    return text == null ? otherwise : text;
  }

  public String required(String key) {
    String text = text(key);
    if (text == null) {
      mistakes.accept(new YamlException(source, line(key), at(key) + " is missing"));
      return "";
    }
    return text;
  }

  /** A value as it was written, its references not filled in: for what is resolved at use. */
  public @Nullable String rawText(String key) {
    Node node = node(key);
    return node instanceof ScalarNode scalar && !isNull(node) ? scalar.getValue() : null;
  }

  /** The first variable that the value refers to and that is not set; {@code null} where the value is complete. */
  public @Nullable String missingVariable(String key) {
    String raw = rawText(key);
    return raw == null || values.override(at(key)) != null ? null : values.missing(raw);
  }

  /**
   * A value that is never shown: given here, or as the content of the file that {@code <key>_file} names. Where the
   * environment names either, the configuration file's word does not count.
   *
   * @throws YamlException if both are given, or that file cannot be read or is empty
   */
  public @Nullable Secret secret(String key) {
    secret.add(key);
    String fileKey = key + "_file";
    know(List.of(key, fileKey));
    boolean overridden = values.override(at(key)) != null;
    boolean fileOverridden = values.override(at(fileKey)) != null;
    String value = fileOverridden && !overridden ? null : text(key);
    String file = overridden && !fileOverridden ? null : text(fileKey);
    if (value != null && file != null) {
      throw error(fileKey, "is given beside " + key + "; give one of them");
    }
    if (file == null) {
      return value == null ? null : new Secret(value);
    }
    String content;
    try {
      content = Files.readString(Path.of(file)).strip();
    } catch (IOException | InvalidPathException e) {
      throw error(fileKey, "cannot be read");
    }
    if (content.isEmpty()) {
      throw error(fileKey, "is an empty file");
    }
    return new Secret(content);
  }

  public boolean flag(String key, boolean otherwise) {
    Boolean flag = read(key, Reading::flag);
    return flag == null ? otherwise : flag;
  }

  public int integer(String key, int otherwise, int least, int most) {
    Integer number = read(key, text -> Reading.integer(text, least, most));
    return number == null ? otherwise : number;
  }

  /** A length of time such as {@code 500ms}, {@code 60s}, {@code 10m}, {@code 24h} or {@code 14d}. */
  public @Nullable Duration duration(String key) {
    return read(key, Reading::duration);
  }

  public Duration duration(String key, Duration otherwise) {
    Duration duration = duration(key);
    return duration == null ? otherwise : duration;
  }

  /** A list of lengths of time; a single one is a list of one. */
  public List<Duration> durations(String key) {
    List<Duration> durations = new ArrayList<>();
    for (String text : texts(key)) {
      try {
        durations.add(Reading.duration(text));
      } catch (IllegalArgumentException e) {
        mistakes.accept(error(key, String.valueOf(e.getMessage())));
      }
    }
    return List.copyOf(durations);
  }

  /** An address with a scheme and a host. */
  public @Nullable URI uri(String key) {
    return read(key, Reading::uri);
  }

  public @Nullable ZoneId zone(String key) {
    return read(key, Reading::zone);
  }

  public @Nullable LocalDate date(String key) {
    return read(key, Reading::date);
  }

  /** A value out of an enum, written in lower-kebab-case. */
  public <E extends Enum<E>> @Nullable E choice(String key, Class<E> type) {
    return read(key, text -> Reading.constant(text, type));
  }

  public <E extends Enum<E>> E choice(String key, Class<E> type, E otherwise) {
    E choice = choice(key, type);
    return choice == null ? otherwise : choice;
  }

  private <T> @Nullable T read(String key, Function<String, T> reading) {
    String text = text(key);
    if (text == null) {
      return null;
    }
    try {
      return reading.apply(text);
    } catch (IllegalArgumentException e) {
      mistakes.accept(error(key, String.valueOf(e.getMessage())));
      return null;
    }
  }

  /** A list of values; a single value is a list of one. */
  public List<String> texts(String key) {
    Node node = node(key);
    String override = values.override(at(key));
    if (override != null) {
      return Stream.of(override.split(",")).map(String::strip).filter(t -> !t.isEmpty()).toList();
    }
    if (node == null) {
      return List.of();
    }
    if (node instanceof SequenceNode sequence) {
      List<String> texts = new ArrayList<>();
      for (Node item : sequence.getValue()) {
        String text = scalar(key, item);
        if (text == null) {
          mistakes.accept(
              new YamlException(source, item.getStartMark().getLine() + 1, at(key) + " has an empty item"));
        } else {
          texts.add(text);
        }
      }
      return List.copyOf(texts);
    }
    String text = scalar(key, node);
    return text == null ? List.of() : List.of(text);
  }

  /** The lines of the items of {@link #texts}, from 1, in the same order. */
  public List<Integer> textLines(String key) {
    Node node = node(key);
    Stream<Node> items = node instanceof SequenceNode sequence ? sequence.getValue().stream() : Stream.ofNullable(node);
    return items
        .filter(item -> item instanceof ScalarNode scalar && !isNull(item) && !scalar.getValue().isBlank())
        .map(item -> item.getStartMark().getLine() + 1)
        .toList();
  }

  /** A section within this one, the same each time; an empty one where there is none. */
  public Section section(String key) {
    Node node = node(key);
    Section read = children.get(key);
    if (read != null) {
      return read;
    }
    MappingNode mapping = null;
    if (node instanceof MappingNode given) {
      mapping = given;
    } else if (node != null && !isNull(node)) {
      mistakes.accept(error(key, "must be a section of 'key: value' lines"));
    }
    var child = new Section(source, at(key), line(key), values, mistakes, mapping);
    children.put(key, child);
    return child;
  }

  /** The items of a list of sections, the same each time. */
  public List<Section> sections(String key) {
    Node node = node(key);
    List<Section> read = lists.get(key);
    if (read != null) {
      return read;
    }
    if (node == null || isNull(node)) {
      return List.of();
    }
    if (!(node instanceof SequenceNode sequence)) {
      mistakes.accept(error(key, "must be a list, each item on a line that starts with '-'"));
      return List.of();
    }
    List<Section> sections = new ArrayList<>();
    for (int i = 0; i < sequence.getValue().size(); i++) {
      Node item = sequence.getValue().get(i);
      int itemLine = item.getStartMark().getLine() + 1;
      String itemPath = at(key) + "[" + i + "]";
      if (item instanceof MappingNode mapping) {
        sections.add(new Section(source, itemPath, itemLine, values, mistakes, mapping));
      } else {
        mistakes.accept(new YamlException(source, itemLine, itemPath + " must be a section of 'key: value' lines"));
      }
    }
    lists.put(key, List.copyOf(sections));
    return List.copyOf(sections);
  }

  /** All that is in this section as plain settings; nested sections are joined with dots. */
  public Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    for (String key : entries.keySet()) {
      Node node = requireNonNull(node(key));
      if (node instanceof MappingNode) {
        section(key).settings().forEach((name, value) -> settings.put(key + "." + name, value));
      } else {
        List<String> texts = texts(key);
        if (!texts.isEmpty()) {
          settings.put(key, String.join(",", texts));
        }
      }
    }
    settings.putAll(values.overridesBelow(path));
    return settings;
  }

  /** Marks keys as known that are read by somebody else. */
  public void know(Collection<String> keys) {
    known.addAll(keys);
  }

  /**
   * Call it after everything was read.
   *
   * @throws YamlException for the first key, here or below, that nobody asked for; where the document is read to its
   *     end, each of them is a mistake
   */
  public void rejectUnknownKeys() {
    for (String key : entries.keySet()) {
      if (!known.contains(key)) {
        String nearest = Nearest.to(key, known);
        mistakes.accept(new YamlException(
            source, line(key),
            at(key) + " is not known" + (nearest == null
                ? "; known here: " + String.join(", ", known)
                : "; did you mean " + at(nearest) + "?")));
      }
    }
    children.values().forEach(Section::rejectUnknownKeys);
    lists.values().forEach(sections -> sections.forEach(Section::rejectUnknownKeys));
  }

  private @Nullable Node node(String key) {
    known.add(key);
    return entries.get(key);
  }

  private @Nullable String scalar(String key, Node node) {
    if (!(node instanceof ScalarNode scalar)) {
      mistakes.accept(
          new YamlException(source, node.getStartMark().getLine() + 1, at(key) + " must be a single value"));
      return null;
    }
    if (isNull(node) || scalar.getValue().isBlank()) {
      return null;
    }
    int at = node.getStartMark().getLine() + 1;
    String text =
        values.substitute(scalar.getValue(), reason -> new YamlException(source, at, at(key) + ": " + reason));
    return text.isBlank() ? null : text;
  }

  private static boolean isNull(Node node) {
    return node.getTag().equals(Tag.NULL);
  }

  private String at(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
