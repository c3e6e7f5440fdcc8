package io.tensionwire.detection.gist;

import io.tensionwire.detection.gist.Entry.Kind;
import io.tensionwire.detection.match.Hit;
import io.tensionwire.detection.match.Matcher;
import io.tensionwire.detection.match.PhraseSyntax;
import io.tensionwire.detection.text.Document;
import io.tensionwire.model.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** All words of one language that stand for something in every language, compiled once for all watches. */
final class Glossary {
  private static final Map<Language, Glossary> BY_LANGUAGE = new EnumMap<>(Language.class);

  private final List<Entry> entries;
  private final Matcher matcher;

  private Glossary(List<Entry> entries, Matcher matcher) {
    this.entries = entries;
    this.matcher = matcher;
  }

  static synchronized Glossary of(Language language) {
    return BY_LANGUAGE.computeIfAbsent(language, Glossary::compiled);
  }

  private static Glossary compiled(Language language) {
    List<Entry> entries = new ArrayList<>();
    var builder = new Matcher.Builder();
    for (WordList.Row row : WordList.all()) {
      for (String phrase : Forms.of(row.words(language), language, row.inflected())) {
        try {
          builder.add(PhraseSyntax.parse(phrase).clauses().getFirst(), entries.size());
        } catch (IllegalArgumentException e) {
          throw new IllegalStateException(row.source() + ": " + phrase + ": " + e.getMessage(), e);
        }
      }
      entries.add(row.entry());
    }
    return new Glossary(List.copyOf(entries), builder.build());
  }

  /** What a document names, in its order; what lies within a longer phrase of the same kind is not meant by it. */
  List<Found> read(Document document) {
    List<Hit> hits = new ArrayList<>(matcher.words(matcher.read(document)));
    hits.sort(Comparator.comparingInt(Hit::from).thenComparing(hit -> -hit.to()).thenComparing(Hit::target));
    List<Found> found = new ArrayList<>(hits.size());
    int[] reach = new int[Kind.values().length];
    int[] start = new int[Kind.values().length];
    for (Hit hit : hits) {
      Entry entry = entries.get(hit.target());
      int kind = entry.kind().ordinal();
      boolean within = hit.to() < reach[kind] || hit.to() == reach[kind] && hit.from() > start[kind];
      if (!within) {
        found.add(new Found(entry, hit.from(), hit.to()));
        reach[kind] = hit.to();
        start[kind] = hit.from();
      }
    }
    return found;
  }
}
