package io.tensionwire.detection.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.model.Category;
import io.tensionwire.model.Genre;
import io.tensionwire.model.Severity;
import io.tensionwire.model.Stance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rows of docs/severity.md, read from the page itself. */
class SeverityTableTest {
  private static final Path PAGE = Path.of("..", "docs", "severity.md");

  static List<List<String>> rows() throws IOException {
    return cells(7);
  }

  static List<List<String>> caps() throws IOException {
    return cells(2).stream().filter(row -> Arrays.stream(Genre.values()).anyMatch(g -> wire(g).equals(row.getFirst())))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aDeedMattersAsMuchAsItsRowSays(List<String> row) {
    boolean any = row.getFirst().equals("*");
    for (Category category : any ? EnumSet.allOf(Category.class) : EnumSet.of(constant(Category.class, row.get(0)))) {
      var deed = new Deed(
          category, constant(Severity.class, row.get(1)), constant(Rank.class, row.get(2)),
          constant(Stance.class, row.get(3)), !row.get(4).equals("below"), row.get(4).equals("entry"),
          row.get(4).equals("routine"));

      assertThat(SeverityTable.of(deed)).as(row.getLast()).isEqualTo(constant(Severity.class, row.get(5)));
    }
  }

  @ParameterizedTest
  @MethodSource("caps")
  void aKindOfTextMattersAtMostAsMuchAsItsRowSays(List<String> row) {
    assertThat(SeverityTable.cap(constant(Genre.class, row.get(0)))).isEqualTo(constant(Severity.class, row.get(1)));
  }

  @Test
  void everyLevelRankStanceAndGenreHasARow() throws IOException {
    Set<Severity> levels = EnumSet.noneOf(Severity.class);
    Set<Rank> ranks = EnumSet.noneOf(Rank.class);
    Set<Stance> stances = EnumSet.noneOf(Stance.class);
    for (List<String> row : rows()) {
      levels.add(constant(Severity.class, row.get(5)));
      ranks.add(constant(Rank.class, row.get(2)));
      stances.add(constant(Stance.class, row.get(3)));
    }

    assertThat(levels).containsExactlyInAnyOrder(Severity.values());
    assertThat(ranks).containsExactlyInAnyOrder(Rank.values());
    assertThat(stances).containsAll(EnumSet.complementOf(EnumSet.of(Stance.NEGATED)));
    assertThat(caps()).hasSize(Genre.values().length);
  }

  /** The cells of the page's table rows that have so many columns, without headers. */
  private static List<List<String>> cells(int columns) throws IOException {
    return Files.readAllLines(PAGE).stream().filter(line -> line.startsWith("| "))
        .map(line -> Arrays.stream(line.substring(1, line.lastIndexOf('|')).split("\\|", -1)).map(String::strip).toList())
        .filter(row -> row.size() == columns && !row.getFirst().equals("category") && !row.getFirst().equals("genre"))
        .toList();
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String wire) {
    return Enum.valueOf(type, wire.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  private static String wire(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
