package io.tensionwire.detection.signal;

import io.tensionwire.detection.party.Mention;
import io.tensionwire.detection.text.Document;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who of the two acts on whom; either may be unknown. */
record Direction(@Nullable String from, @Nullable String to) {
  private static final Set<String> FOR = Set.of("for", "to", "для");
  static final Direction UNKNOWN = new Direction(null, null);

  /**
   * Who draws a line, which is another one than who would cross it: whose it is said to be ("a red line for Russia"),
   * else who says so.
   *
   * @param to where the words for the line end
   * @param speaker of the sentence
   */
  Direction ofLine(Document document, int to, List<Mention> mentions, @Nullable Mention speaker, List<String> pair) {
    for (Mention mention : mentions) {
      int gap = mention.from() - to;
      if (gap >= 1 && gap <= 2 && FOR.contains(document.token(to).word()) && isOneOf(pair, mention)) {
        return drawnBy(mention, pair);
      }
    }
    return speaker != null && isOneOf(pair, speaker) ? drawnBy(speaker, pair) : this;
  }

  private static boolean isOneOf(List<String> pair, Mention mention) {
    return mention.parties().size() == 1 && pair.contains(mention.parties().getFirst());
  }

  private static Direction drawnBy(Mention mention, List<String> pair) {
    String drawer = mention.parties().getFirst();
    return new Direction(drawer, theOther(drawer, pair));
  }

  private static String theOther(String party, List<String> pair) {
    return party.equals(pair.get(0)) ? pair.get(1) : pair.get(0);
  }
}
