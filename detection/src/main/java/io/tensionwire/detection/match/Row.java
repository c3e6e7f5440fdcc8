package io.tensionwire.detection.match;

import org.jspecify.annotations.Nullable;

/**
 * Words and names in a row, compiled.
 *
 * @param target what it is reported as
 * @param places what must stand there, one after the other
 * @param gaps how many gaps it has
 */
record Row(int target, Place[] places, int gaps) {
  static final int NO_SLOT = -1;

  /** A name's span can lead farther on; what is farther is tried again rather than remembered. */
  private static final int REMEMBERED = Long.SIZE;

  /**
   * One place of a row.
   *
   * @param slot what a word must fill, or {@link #NO_SLOT}
   * @param names of which one must have a span here, where there is no slot
   * @param gap how many words may be passed before it
   */
  record Place(int slot, int[] names, int gap) {
    private static final int[] NO_NAMES = {};

    static Place of(int slot, int gap) {
      return new Place(slot, NO_NAMES, gap);
    }

    static Place of(int[] names, int gap) {
      return new Place(NO_SLOT, names, gap);
    }

    /** The token after what fills the place, or -1. */
    int end(int token, Reading reading, Marks marks) {
      if (slot != NO_SLOT) {
        return reading.fills(token, slot) ? token + 1 : -1;
      }
      return marks.end(token, names);
    }
  }

  /** The token after the row that begins at a token, all in one sentence, or -1: of several the one that comes soonest. */
  int end(int start, Reading reading, Marks marks) {
    int limit = reading.document().sentenceOf(start).to();
    return end(0, start, start, limit, reading, marks, gaps > 1 ? new long[places.length] : null);
  }

  /** With several gaps the ways to fill them multiply: from where a place leads nowhere is remembered, a bit a token. */
  private int end(
      int number, int token, int start, int limit, Reading reading, Marks marks, long @Nullable [] dead) {
    if (number == places.length) {
      return token;
    }
    if (dead != null && token - start < REMEMBERED && (dead[number] & 1L << token - start) != 0) {
      return -1;
    }
    Place place = places[number];
    for (int here = token; here <= token + place.gap() && here < limit; here++) {
      int after = place.end(here, reading, marks);
      if (after >= 0) {
        int end = end(number + 1, after, start, limit, reading, marks, dead);
        if (end >= 0) {
          return end;
        }
      }
    }
    if (dead != null && token - start < REMEMBERED) {
      dead[number] |= 1L << token - start;
    }
    return -1;
  }
}
