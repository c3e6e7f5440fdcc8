package io.tensionwire.detection.match;

import io.tensionwire.detection.match.Row.Place;
import io.tensionwire.detection.text.Document;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows by what they begin with. Before a row is looked at word by word, one glance asks whether the rarest of its other
 * words, the one that the fewest rows have, is in the sentence at all.
 */
final class Rows {
  private static final int[] NONE = {};

  private final Row[] rows;

  /** By slot and by name: the rows that begin so, each after the slot that is asked for at a glance. */
  private final int[][] bySlot;
  private final int[][] byName;

  private Rows(Row[] rows, int[][] bySlot, int[][] byName) {
    this.rows = rows;
    this.bySlot = bySlot;
    this.byName = byName;
  }

  static Rows of(List<Row> rows, int slots, int names) {
    int[] rowsWith = new int[slots];
    for (Row row : rows) {
      for (Place place : row.places()) {
        if (place.slot() != Row.NO_SLOT) {
          rowsWith[place.slot()]++;
        }
      }
    }
    List<List<Integer>> bySlot = lists(slots);
    List<List<Integer>> byName = lists(names);
    for (int i = 0; i < rows.size(); i++) {
      Place first = rows.get(i).places()[0];
      int glance = rarest(rows.get(i), rowsWith);
      if (first.slot() != Row.NO_SLOT) {
        bySlot.get(first.slot()).addAll(List.of(glance, i));
      }
      for (int name : first.names()) {
        byName.get(name).addAll(List.of(glance, i));
      }
    }
    return new Rows(rows.toArray(Row[]::new), arrays(bySlot), arrays(byName));
  }

  /** Reports each row at every place where it stands. */
  List<Hit> find(Reading reading, Marks marks) {
    List<Hit> hits = new ArrayList<>();
    Document document = reading.document();
    var glance = new Glance(reading);
    for (int token = 0; token < document.size(); token++) {
      int end = reading.start(token + 1);
      for (int at = reading.start(token); at < end; at++) {
        look(bySlot[reading.slot(at)], token, reading, marks, glance, hits);
      }
      for (int mark = marks.first(token); mark >= 0; mark = marks.following(mark)) {
        look(byName[marks.name(mark)], token, reading, marks, glance, hits);
      }
    }
    return hits;
  }

  private void look(int[] candidates, int token, Reading reading, Marks marks, Glance glance, List<Hit> hits) {
    for (int i = 0; i < candidates.length; i += 2) {
      if (candidates[i] == Row.NO_SLOT || glance.mayHold(candidates[i], token)) {
        Row row = rows[candidates[i + 1]];
        int end = row.end(token, reading, marks);
        if (end >= 0) {
          hits.add(new Hit(row.target(), token, end));
        }
      }
    }
  }

  private static int rarest(Row row, int[] rowsWith) {
    int rarest = Row.NO_SLOT;
    for (int i = 1; i < row.places().length; i++) {
      int slot = row.places()[i].slot();
      if (slot != Row.NO_SLOT && (rarest == Row.NO_SLOT || rowsWith[slot] < rowsWith[rarest])) {
        rarest = slot;
      }
    }
    return rarest;
  }

  private static List<List<Integer>> lists(int size) {
    List<List<Integer>> lists = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      lists.add(new ArrayList<>(0));
    }
    return lists;
  }

  private static int[][] arrays(List<List<Integer>> lists) {
    return lists.stream()
        .map(list -> list.isEmpty() ? NONE : list.stream().mapToInt(Integer::intValue).toArray()).toArray(int[][]::new);
  }
}
