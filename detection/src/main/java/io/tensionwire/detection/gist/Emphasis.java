package io.tensionwire.detection.gist;

import io.tensionwire.detection.stance.CueMarks;
import io.tensionwire.detection.stance.Currency;
import io.tensionwire.detection.text.Document;
import io.tensionwire.detection.text.Sentence;
import io.tensionwire.detection.watch.Cues;

/**
 * How much a sentence says about what is new, in points: the title 6, the opening 4, the rest 2 and, towards the end of
 * a text of some length, where the background is kept, 1. What recalls a year that is over says nothing, unless it
 * stands in the opening.
 */
final class Emphasis {
  static final int TITLE = 6;
  static final int LEAD = 4;
  static final int LATER = 2;
  static final int CLOSING = 1;
  private static final int CLOSING_FROM = 4;

  private final int[] points;

  private Emphasis(int[] points) {
    this.points = points;
  }

  /** @param year of the article: earlier ones are recap */
  static Emphasis of(Document document, CueMarks cues, int year) {
    int last = document.sentences().isEmpty() ? 0 : document.sentences().getLast().place();
    int[] points = new int[document.sentences().size()];
    for (Sentence sentence : document.sentences()) {
      points[sentence.index()] = points(sentence, recalls(document, sentence, cues, year), last);
    }
    return new Emphasis(points);
  }

  /** The points of a sentence by its number. */
  int of(int sentence) {
    return points[sentence];
  }

  private static int points(Sentence sentence, boolean recalls, int last) {
    if (sentence.title()) {
      return TITLE;
    }
    if (sentence.lead()) {
      return recalls ? LATER : LEAD;
    }
    if (recalls) {
      return 0;
    }
    return sentence.place() >= CLOSING_FROM && sentence.place() * 5 >= last * 3 ? CLOSING : LATER;
  }

  private static boolean recalls(Document document, Sentence sentence, CueMarks cues, int year) {
    int index = sentence.index();
    if (cues.has(index, Cues.FIRST_SINCE)) {
      return false;
    }
    if (cues.has(index, Cues.RECAP)) {
      return true;
    }
    for (int i = sentence.from(); i < sentence.to(); i++) {
      int named = Currency.year(document.token(i));
      if (named > 0 && named < year) {
        return true;
      }
    }
    return false;
  }
}
