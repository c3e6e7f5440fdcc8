package io.tensionwire.detection.gist;

import io.tensionwire.detection.gist.Entry.Kind;
import io.tensionwire.model.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The word lists of the package: one thing a line, {@code id | weight | English | Korean | Russian}. */
final class WordList {
  private static final List<String> CONCEPTS = List.of(
      "diplomacy", "military", "weapons", "economy", "sea", "law", "society", "state", "science", "verbs", "people", "money",
      "leisure");
  private static final int COLUMNS = 5;

  /**
   * One thing with its words.
   *
   * @param source file and line, for messages
   */
  record Row(Entry entry, String english, String korean, String russian, String source) {
    String words(Language language) {
      return switch (language) {
        case EN -> english;
        case KO -> korean;
        case RU -> russian;
        default -> "";
      };
    }

    /** Whether an English word stands for its regular forms as well: names have none. */
    boolean inflected() {
      return entry.kind() == Kind.CONCEPT || entry.kind() == Kind.UNIT;
    }
  }

  private WordList() {}

  static List<Row> all() {
    List<Row> rows = new ArrayList<>();
    for (String field : CONCEPTS) {
      rows.addAll(read("concepts/" + field, Kind.CONCEPT));
    }
    rows.addAll(read("countries", Kind.COUNTRY));
    rows.addAll(read("places", Kind.PLACE));
    rows.addAll(read("outlets", Kind.OUTLET));
    rows.addAll(read("units", Kind.UNIT));
    return rows;
  }

  private static List<Row> read(String name, Kind kind) {
    String file = name + ".txt";
    try (InputStream stream = WordList.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException("gist/" + file + " is not in the jar");
      }
      return rows(new String(stream.readAllBytes(), StandardCharsets.UTF_8), file, kind);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Row> rows(String text, String file, Kind kind) {
    List<Row> rows = new ArrayList<>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        rows.add(row(line, file + ":" + (i + 1), kind));
      }
    }
    return rows;
  }

  private static Row row(String line, String source, Kind kind) {
    String[] columns = line.split("\\s\\|(?=\\s|$)", -1);
    if (columns.length != COLUMNS || columns[0].isBlank() || !columns[1].strip().matches("[123]")) {
      throw new IllegalStateException(
          source + ": '" + line + "' is not: id | weight 1 to 3 | English | Korean | Russian");
    }
    var entry = new Entry(kind, columns[0].strip(), Integer.parseInt(columns[1].strip()));
    return new Row(entry, columns[2].strip(), columns[3].strip(), columns[4].strip(), source);
  }
}
