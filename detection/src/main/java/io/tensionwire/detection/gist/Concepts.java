package io.tensionwire.detection.gist;

import io.tensionwire.detection.gist.Entry.Kind;
import io.tensionwire.detection.text.Document;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What an article speaks of. The countries of the pair are in every article and are none of it. */
final class Concepts {
  private static final int MOST = 40;

  private Concepts() {}

  static Map<String, Integer> of(Document document, Emphasis emphasis, List<Found> found, Collection<String> pair) {
    var tally = new Tally();
    for (Found each : found) {
      Entry entry = each.entry();
      boolean country = entry.kind() == Kind.COUNTRY && !pair.contains(entry.id());
      if (entry.kind() == Kind.CONCEPT || country) {
        int sentence = document.sentenceNumber(each.from());
        tally.add(entry.id(), entry.weight(), sentence, emphasis.of(sentence));
      }
    }
    return tally.most(MOST);
  }
}
