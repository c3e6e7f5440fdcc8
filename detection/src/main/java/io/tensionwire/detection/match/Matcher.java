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
  /** The names of parties alone: a small automaton, which most texts never leave. */
  private final Lexicon names;
  private final Lexicon lexicon;
  private final Rows parties;
  private final Rows words;
  private final Rows clauses;

  private Matcher(Lexicon names, Lexicon lexicon, Rows parties, Rows words, Rows clauses) {
    this.names = names;
    this.lexicon = lexicon;
    this.parties = parties;
    this.words = words;
    this.clauses = clauses;
  }

  /** The words of a document, looked up once for the second and the third round, when the first of them comes. */
  public Reading read(Document document) {
    return new Reading(document);
  }

  public Marks marks(Document document) {
    return new Marks(document.size());
  }

  /** Rows that were added as a party's, each at every place it stands. */
  public List<Hit> parties(Reading reading) {
    return parties.find(new Reading(reading.document()).by(names), Marks.NO_MARKS);
  }

  /** All other rows without names. */
  public List<Hit> words(Reading reading) {
    return words.find(reading.by(lexicon), Marks.NO_MARKS);
  }

  /** Rows with names. */
  public List<Hit> clauses(Reading reading, Marks marks) {
    return clauses.find(reading.by(lexicon), marks);
  }

  /** Collects rows and compiles them. */
  public static final class Builder {
    private final Lexicon.Builder ofParties = new Lexicon.Builder();
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
      (named(clause) ? clauses : words).add(row(clause, target, lexicon));
    }

    /** Adds a row that may name a party. One that mentions classes comes too late for that. */
    public void addParty(Clause clause, int target) {
      if (named(clause)) {
        clauses.add(row(clause, target, lexicon));
      } else {
        parties.add(row(clause, target, ofParties));
      }
    }

    /** Whether it mentions classes or parties. */
    private static boolean named(Clause clause) {
      return clause.elements().stream().anyMatch(Element.Named.class::isInstance);
    }

    private Row row(Clause clause, int target, Lexicon.Builder lexicon) {
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
      return new Matcher(
          ofParties.build(), lexicon.build(), rows(parties, ofParties), rows(words, lexicon), rows(clauses, lexicon));
    }

    private Rows rows(List<Row> rows, Lexicon.Builder lexicon) {
      return Rows.of(rows, lexicon.slots(), names.size());
    }
  }
}
