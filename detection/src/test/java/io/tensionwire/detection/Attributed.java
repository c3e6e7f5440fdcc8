package io.tensionwire.detection;

import io.tensionwire.model.Article;
import io.tensionwire.model.Signal;
import io.tensionwire.model.TextField;
import io.tensionwire.model.WireName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An article of our own whose sentences say who acts on whom, who says so and who denies it. A line is a sentence, the
 * first the title; behind {@code ||} stand, divided by semicolons:
 *
 * <ul>
 *   <li>{@code s>r}: the direction of its signals; {@code s>r/-} either this or none; {@code ?} not asked
 *   <li>{@code red-line=s>r}: the direction of signals of that category
 *   <li>{@code say=ministry}: who speaks, in the words of the text and the nominative; {@code /} divides what is as good
 *   <li>{@code deny=r}: who denies it; otherwise nobody does
 *   <li>{@code not=dialogue}: no signal of the category may count
 * </ul>
 *
 * <p>s, r, n and u are South Korea, Russia, North Korea and Ukraine. Lines without labels are only read.
 */
record Attributed(String title, String body, List<Line> lines) {
  private static final Map<String, String> PARTIES =
      Map.of("s", "south-korea", "r", "russia", "n", "north-korea", "u", "ukraine", "-", "-", "?", "?");

  /** @param start where the sentence begins in its field */
  record Line(int start, String text, Map<String, Set<String>> directions, Set<String> speakers, String denier, Set<String> not) {}

  static List<Attributed> read(String name) {
    try (var in = Attributed.class.getResourceAsStream("attribution/" + name + ".txt")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^#.*\\R", "");
      return List.of(text.strip().split("\\n\\s*\\n")).stream().map(Attributed::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Attributed of(String text) {
    List<Line> lines = new ArrayList<>();
    var body = new StringBuilder();
    for (String line : text.split("\\n")) {
      String[] halves = line.split("\\s*\\|\\|\\s*", 2);
      boolean title = lines.isEmpty();
      if (!title && !body.isEmpty()) {
        body.append(' ');
      }
      lines.add(line(title ? 0 : body.length(), halves[0].strip(), halves.length > 1 ? halves[1] : ""));
      body.append(title ? "" : halves[0].strip());
    }
    return new Attributed(lines.getFirst().text(), body.toString(), lines);
  }

  private static Line line(int start, String text, String labels) {
    Map<String, Set<String>> directions = new HashMap<>();
    Set<String> speakers = Set.of();
    String denier = labels.isEmpty() ? "?" : "-";
    Set<String> not = Set.of();
    for (String label : labels.split(";")) {
      String[] parts = label.strip().split("=", 2);
      if (parts.length < 2) {
        directions.put("", parties(parts[0]));
      } else {
        switch (parts[0]) {
          case "say" -> speakers = Set.of(parts[1].split("/"));
          case "deny" -> denier = Objects.requireNonNull(PARTIES.get(parts[1]), parts[1]);
          case "not" -> not = Set.of(parts[1].split(","));
          default -> directions.put(parts[0], parties(parts[1]));
        }
      }
    }
    return new Line(start, text, directions, speakers, denier, not);
  }

  private static Set<String> parties(String label) {
    if (label.isEmpty()) {
      return Set.of("?");
    }
    List<String> all = new ArrayList<>();
    for (String one : label.strip().split("/")) {
      String[] ends = one.split(">");
      all.add(ends.length == 1 ? PARTIES.get(ends[0]) : PARTIES.get(ends[0]) + ">" + PARTIES.get(ends[1]));
    }
    return Set.copyOf(all);
  }

  Article article() {
    return Articles.article(title, body);
  }

  /** The line that a signal stands in. */
  @Nullable Line line(Signal signal) {
    if (signal.field() == TextField.TITLE) {
      return lines.getFirst();
    }
    Line found = null;
    for (Line line : lines.subList(1, lines.size())) {
      found = line.start() <= signal.start() ? line : found;
    }
    return found;
  }

  /** Who may be said to deny a line: what the next sentence denies is mostly this one. */
  Set<String> deniers(Line line) {
    int next = lines.indexOf(line) + 1;
    String later = next < lines.size() ? lines.get(next).denier() : "-";
    return later.equals("-") || later.equals("?") ? Set.of(line.denier()) : new HashSet<>(List.of(line.denier(), later));
  }

  /** The directions that may be given to a signal of the line; the general ones where its category has none. */
  static Set<String> directions(Line line, Signal signal) {
    String category = signal.category() == null ? "" : WireName.of(signal.category());
    Set<String> general = line.directions().getOrDefault("", Set.of("?"));
    return line.directions().getOrDefault(category, general);
  }
}
