package io.tensionwire.detection.gist;

import io.tensionwire.detection.gist.Entry.Kind;
import io.tensionwire.detection.text.Document;
import java.util.List;

/** The places of an article, the most prominent first. Capitals that stand for their governments are not listed. */
final class Places {
  private static final int MOST = 12;

  private Places() {}

  static List<String> of(Document document, Emphasis emphasis, List<Found> found) {
    var tally = new Tally();
    for (Found each : found) {
      if (each.entry().kind() == Kind.PLACE) {
        int sentence = document.sentenceNumber(each.from());
        tally.add(each.entry().id(), Tally.FULL, sentence, emphasis.of(sentence));
      }
    }
    return List.copyOf(tally.most(MOST).keySet());
  }
}
