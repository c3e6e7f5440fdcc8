package io.tensionwire.detection.match;

import io.tensionwire.detection.text.Document;
import io.tensionwire.detection.text.Sentence;
import java.util.Arrays;

/** The slots that the words of a sentence fill, as one set of bits: cheap to ask, and at times too hopeful. */
final class Glance {
  private static final int BITS = 4096;

  private final Reading reading;
  private final Document document;
  private final long[] bits = new long[BITS / Long.SIZE];
  private int from;
  private int to;

  Glance(Reading reading) {
    this.reading = reading;
    this.document = reading.document();
  }

  /** Whether a word in the token's sentence may fill the slot; false is certain. */
  boolean mayHold(int slot, int token) {
    if (token >= to || token < from) {
      look(document.sentenceOf(token));
    }
    return (bits[slot >> 6 & bits.length - 1] & 1L << slot) != 0;
  }

  private void look(Sentence sentence) {
    from = sentence.from();
    to = sentence.to();
    Arrays.fill(bits, 0);
    for (int at = reading.start(from); at < reading.start(to); at++) {
      int slot = reading.slot(at);
      bits[slot >> 6 & bits.length - 1] |= 1L << slot;
    }
  }
}
