package io.tensionwire.standalone.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rows in aligned columns. */
public final class Table {

  private static final Pattern NOT_SHOWN =
      Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\p{Cf}&&[^\\x{200c}\\x{200d}]]+");

  private final List<List<String>> rows = new ArrayList<>();

  public Table(String... header) {
    rows.add(List.of(header));
  }

  public void add(String... row) {
    if (row.length != rows.getFirst().size()) {
      throw new IllegalArgumentException(row.length + " cells in a table of " + rows.getFirst().size() + " columns");
    }
    rows.add(Stream.of(row).map(Table::oneLine).toList());
  }

  /** Words of strangers: nothing in them moves a terminal's cursor, colours it, or turns a line round. */
  public static String oneLine(String text) {
    return NOT_SHOWN.matcher(text).replaceAll(" ");
  }

  /** How a cell is shown that was padded to its column's width, for colours. */
  public interface Style {
    String of(int column, List<String> row, String padded);
  }

  public void print(PrintWriter out) {
    print(out, (column, row, padded) -> padded);
  }

  public void print(PrintWriter out, Style style) {
    int columns = rows.getFirst().size();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int column = 0; column < columns; column++) {
        widths[column] = Math.max(widths[column], width(row.get(column)));
      }
    }
    for (List<String> row : rows) {
      var line = new StringBuilder();
      for (int column = 0; column < columns; column++) {
        String cell = row.get(column);
        boolean last = column == columns - 1;
        line.append(style.of(column, row, cell + (last ? "" : " ".repeat(widths[column] - width(cell)))))
            .append(last ? "" : "  ");
      }
      out.println(line.toString().stripTrailing());
    }
  }

  /** Hangul, kana and Chinese characters take two places on a terminal (UAX #11). */
  private static int width(String cell) {
    return cell.codePoints().map(c -> isWide(c) ? 2 : 1).sum();
  }

  private static boolean isWide(int c) {
    return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3)
        || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60);
  }
}
