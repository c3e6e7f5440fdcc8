package io.tensionwire.detection.match;

import io.tensionwire.detection.text.Document;
import java.util.Arrays;

/** A document as a {@link Matcher} reads it: for each token the slots of phrases that it can fill. */
public final class Reading {
  private final Document document;

  /** Where the slots of each token begin, and where those of the last one end. */
  private final int[] starts;
  private int[] slots = new int[256];
  private int tokens;
  private int size;

  Reading(Document document) {
    this.document = document;
    this.starts = new int[document.size() + 1];
  }

  /** Looks the words up in a lexicon, always the same one, where that was not done. */
  Reading by(Lexicon lexicon) {
    if (tokens < document.size()) {
      document.eachWord((characters, from, to) -> lexicon.read(characters, from, to, this));
    }
    return this;
  }

  Document document() {
    return document;
  }

  /** Adds slots to the token in hand, each once. */
  void add(int[] group) {
    int first = starts[tokens];
    if (size + group.length > slots.length) {
      slots = Arrays.copyOf(slots, Math.max(slots.length * 2, size + group.length));
    }
    int before = size;
    for (int slot : group) {
      if (before == first || !among(slot, first, before)) {
        slots[size++] = slot;
      }
    }
  }

  /** The token in hand is read: on to the next. */
  void endWord() {
    starts[++tokens] = size;
  }

  /** Where the slots of a token begin; they end where those of the next begin. */
  int start(int token) {
    return starts[token];
  }

  int slot(int at) {
    return slots[at];
  }

  boolean fills(int token, int slot) {
    return among(slot, starts[token], starts[token + 1]);
  }

  private boolean among(int slot, int from, int to) {
    for (int i = from; i < to; i++) {
      if (slots[i] == slot) {
        return true;
      }
    }
    return false;
  }
}
