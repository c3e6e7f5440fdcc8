package io.tensionwire.detection.match;

import io.tensionwire.detection.match.Phrase.Clause;
import io.tensionwire.detection.match.Phrase.Element;
import io.tensionwire.detection.match.Row.Place;
import io.tensionwire.detection.text.Document;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows of words, compiled. A document is read once and then gone through in rounds: {@link #parties} finds the names of
 * parties, without which the rest need not be looked at; {@link #words} the other rows that consist of words alone, of
 * which classes are made; {@link #clauses} those that mention classes and parties as well.
 */
public final class Matcher {
  private final Lexicon lexicon;
  private final Rows parties;
  private final Rows words;
  private final Rows clauses;

  private Matcher(Lexicon lexicon, Rows parties, Rows words, Rows clauses) {
    this.lexicon = lexicon;
    this.parties = parties;
    this.words = words;
    this.clauses = clauses;
  }

  /** The words of a document, looked up once for all rounds. */
  public Reading read(Document document) {
    var reading = new Reading(document);
    document.eachWord((characters, from, to) -> lexicon.read(characters, from, to, reading));
    return reading;
  }

  public Marks marks(Document document) {
    return new Marks(document.size());
  }

  /** Rows that were added as a party's, each at every place it stands. */
  public List<Hit> parties(Reading reading) {
    return parties.find(reading, Marks.NO_MARKS);
  }

  /** All other rows without names. */
  public List<Hit> words(Reading reading) {
    return words.find(reading, Marks.NO_MARKS);
  }

  /** Rows with names. */
  public List<Hit> clauses(Reading reading, Marks marks) {
    return clauses.find(reading, marks);
  }

  /** Collects rows and compiles them. */
  public static final class Builder {
    private final Lexicon.Builder lexicon = new Lexicon.Builder();
    private final Map<String, Integer> names = new HashMap<>();
    private final List<Row> parties = new ArrayList<>();
    private final List<Row> words = new ArrayList<>();
    private final List<Row> clauses = new ArrayList<>();

    /** The number of a class or party; the same name is the same number. */
    public int name(String name) {
      return names.computeIfAbsent(name, n -> names.size());
    }

    public boolean knows(String name) {
      return names.containsKey(name);
    }

    /** Adds a row that is to be reported as {@code target}. */
    public void add(Clause clause, int target) {
      Row row = row(clause, target);
      (row.named() ? clauses : words).add(row);
    }

    /** Adds a row that may name a party. One that mentions classes comes too late for that. */
    public void addParty(Clause clause, int target) {
      Row row = row(clause, target);
      (row.named() ? clauses : parties).add(row);
    }

    private Row row(Clause clause, int target) {
      List<Place> places = new ArrayList<>();
      int gap = 0;
      int gaps = 0;
      for (Element element : clause.elements()) {
        switch (element) {
          case Element.Gap(int most) -> {
            gap = most;
            gaps++;
            continue;
          }
          case Element.Words(List<String> words) -> places.add(Place.of(lexicon.slot(words), gap));
          case Element.Named(List<String> wanted) ->
              places.add(Place.of(wanted.stream().mapToInt(this::name).toArray(), gap));
        }
        gap = 0;
      }
      return new Row(target, places.toArray(Place[]::new), gaps);
    }

    public Matcher build() {
      return new Matcher(lexicon.build(), rows(parties), rows(words), rows(clauses));
    }

    private Rows rows(List<Row> rows) {
      return Rows.of(rows, lexicon.slots(), names.size());
    }
  }
}
