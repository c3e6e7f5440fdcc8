package io.tensionwire.detection.stance;

import io.tensionwire.detection.match.Marks;
import io.tensionwire.detection.match.Marks.Mark;
import io.tensionwire.detection.text.Document;
import io.tensionwire.detection.watch.Cues;
import io.tensionwire.detection.watch.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The marks of a document by sentence and name. */
public final class CueMarks {
  private final Vocabulary vocabulary;
  private final Map<Long, List<Mark>> marks = new HashMap<>();

  public CueMarks(Document document, Vocabulary vocabulary, Marks all) {
    this.vocabulary = vocabulary;
    for (Mark mark : all.all()) {
      marks.computeIfAbsent(key(document.token(mark.from()).sentence(), mark.name()), k -> new ArrayList<>()).add(mark);
    }
  }

  public List<Mark> in(int sentence, String name) {
    return marks.getOrDefault(key(sentence, vocabulary.number(name)), List.of());
  }

  /** The marks of a name that are not part of an idiom in which they mean nothing: "not only", "asked if". */
  List<Mark> live(int sentence, String name) {
    List<Mark> idle = in(sentence, Cues.IDLE);
    List<Mark> all = in(sentence, name);
    return idle.isEmpty() || all.isEmpty() ? all : all.stream()
        .filter(mark -> idle.stream().noneMatch(i -> i.from() < mark.to() && mark.from() < i.to())).toList();
  }

  public boolean has(int sentence, String name) {
    return !in(sentence, name).isEmpty();
  }

  /** Times an odd number: one to one, and spread over the buckets, which plain packed numbers are not. */
  private static long key(int sentence, int name) {
    return ((long) sentence << 32 | name & 0xFFFFFFFFL) * 0x9E3779B97F4A7C15L;
  }
}
