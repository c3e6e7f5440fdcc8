package io.tensionwire.detection.match;

import io.tensionwire.detection.match.Phrase.Clause;
import io.tensionwire.detection.match.Phrase.Element;
import io.tensionwire.detection.text.Document;
import io.tensionwire.detection.text.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows of words, compiled. Two rounds over a document: {@link #words} finds the rows that consist of words alone, of
 * which classes and parties are made; {@link #clauses} finds those that mention classes as well.
 */
public final class Matcher {
  private final Lexicon lexicon;
  private final int[][] rowsByWord;
  private final Map<Integer, int[]> rowsByName;
  private final Row[] rows;

  private Matcher(Lexicon lexicon, int[][] rowsByWord, Map<Integer, int[]> rowsByName, Row[] rows) {
    this.lexicon = lexicon;
    this.rowsByWord = rowsByWord;
    this.rowsByName = rowsByName;
    this.rows = rows;
  }

  /** A row: for each place the words or names it allows, or how many words to pass. */
  private record Row(int target, boolean named, Place[] places) {}

  private record Place(int[] words, int[] names, int gap) {}

  /** The words of a document, looked up once for both rounds. */
  public int[][] lookup(Document document) {
    List<Token> tokens = document.tokens();
    int[][] found = new int[tokens.size()][];
    for (int i = 0; i < found.length; i++) {
      found[i] = lexicon.lookup(tokens.get(i).word());
    }
    return found;
  }

  public Marks marks(Document document) {
    return new Marks(document.tokens().size());
  }

  /** Rows without names, each at every place it stands. */
  public List<Hit> words(Document document, int[][] found) {
    List<Hit> hits = new ArrayList<>();
    Marks none = new Marks(0);
    for (int i = 0; i < found.length; i++) {
      for (int word : found[i]) {
        for (int row : rowsByWord[word]) {
          if (!rows[row].named()) {
            find(rows[row], document, found, none, i, hits);
          }
        }
      }
    }
    return hits;
  }

  /** Rows with names. */
  public List<Hit> clauses(Document document, int[][] found, Marks marks) {
    List<Hit> hits = new ArrayList<>();
    for (int i = 0; i < found.length; i++) {
      for (int word : found[i]) {
        for (int row : rowsByWord[word]) {
          if (rows[row].named()) {
            find(rows[row], document, found, marks, i, hits);
          }
        }
      }
      for (int mark = marks.first(i); mark >= 0; mark = marks.following(mark)) {
        for (int row : rowsByName.getOrDefault(marks.name(mark), new int[0])) {
          find(rows[row], document, found, marks, i, hits);
        }
      }
    }
    return hits;
  }

  private static void find(Row row, Document document, int[][] found, Marks marks, int start, List<Hit> hits) {
    int end = end(row.places(), 0, document, found, marks, start, document.token(start).sentence());
    if (end >= 0) {
      hits.add(new Hit(row.target(), start, end));
    }
  }

  private static int end(
      Place[] places, int place, Document document, int[][] found, Marks marks, int token, int sentence) {
    if (place == places.length) {
      return token;
    }
    Place wanted = places[place];
    for (int skipped = 0; skipped <= wanted.gap(); skipped++) {
      int here = token + skipped;
      if (here >= found.length || document.token(here).sentence() != sentence) {
        return -1;
      }
      int after = satisfied(wanted, found, marks, here);
      if (after >= 0) {
        int end = end(places, place + 1, document, found, marks, after, sentence);
        if (end >= 0) {
          return end;
        }
      }
    }
    return -1;
  }

  private static int satisfied(Place wanted, int[][] found, Marks marks, int token) {
    for (int word : found[token]) {
      for (int one : wanted.words()) {
        if (word == one) {
          return token + 1;
        }
      }
    }
    return wanted.names().length == 0 ? -1 : marks.end(token, wanted.names());
  }

  /** Collects rows and compiles them. */
  public static final class Builder {
    private final Lexicon lexicon = new Lexicon();
    private final Map<String, Integer> names = new HashMap<>();
    private final List<Row> rows = new ArrayList<>();

    /** The number of a class or party; the same name is the same number. */
    public int name(String name) {
      return names.computeIfAbsent(name, n -> names.size());
    }

    public boolean knows(String name) {
      return names.containsKey(name);
    }

    /** Adds a row that is to be reported as {@code target}. */
    public void add(Clause clause, int target) {
      List<Place> places = new ArrayList<>();
      boolean named = false;
      int gap = 0;
      for (Element element : clause.elements()) {
        switch (element) {
          case Element.Gap(int most) -> gap = most;
          case Element.Words(List<String> words) -> {
            places.add(new Place(words.stream().mapToInt(lexicon::id).toArray(), new int[0], gap));
            gap = 0;
          }
          case Element.Named(List<String> wanted) -> {
            places.add(new Place(new int[0], wanted.stream().mapToInt(this::name).toArray(), gap));
            named = true;
            gap = 0;
          }
        }
      }
      rows.add(new Row(target, named, places.toArray(Place[]::new)));
    }

    public Matcher build() {
      lexicon.freeze();
      List<List<Integer>> byWord = new ArrayList<>();
      for (int i = 0; i < lexicon.size(); i++) {
        byWord.add(new ArrayList<>());
      }
      Map<Integer, List<Integer>> byName = new HashMap<>();
      for (int row = 0; row < rows.size(); row++) {
        Place first = rows.get(row).places()[0];
        for (int word : first.words()) {
          byWord.get(word).add(row);
        }
        for (int name : first.names()) {
          byName.computeIfAbsent(name, n -> new ArrayList<>()).add(row);
        }
      }
      Map<Integer, int[]> rowsByName = new HashMap<>();
      byName.forEach((name, list) -> rowsByName.put(name, ints(list)));
      return new Matcher(
          lexicon, byWord.stream().map(Builder::ints).toArray(int[][]::new), rowsByName, rows.toArray(Row[]::new));
    }

    private static int[] ints(List<Integer> list) {
      return list.stream().mapToInt(Integer::intValue).toArray();
    }
  }
}
