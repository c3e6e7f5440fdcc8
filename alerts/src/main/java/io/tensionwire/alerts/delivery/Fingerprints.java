package io.tensionwire.alerts.delivery;

/** A set of 128-bit values, which are spread evenly: open addressing, two longs for each place. */
final class Fingerprints {

  private static final int FIRST_PLACES = 64;

  private long[] places = new long[2 * FIRST_PLACES];
  private int size;

  int size() {
    return size;
  }

  void add(long high, long low) {
    if (size * 2 >= places.length / 2) {
      grow();
    }
    if (put(places, high, low)) {
      size++;
    }
  }

  boolean contains(long high, long low) {
    int at = place(places, high, low);
    return places[at] == high && places[at + 1] == mark(low);
  }

  private void grow() {
    long[] larger = new long[places.length * 2];
    for (int at = 0; at < places.length; at += 2) {
      if (places[at + 1] != 0) {
        put(larger, places[at], places[at + 1]);
      }
    }
    places = larger;
  }

  private static boolean put(long[] places, long high, long low) {
    int at = place(places, high, low);
    if (places[at + 1] != 0) {
      return false;
    }
    places[at] = high;
    places[at + 1] = mark(low);
    return true;
  }

  /** Where it is, or the empty place where it belongs. */
  private static int place(long[] places, long high, long low) {
    int mask = places.length / 2 - 1;
    for (int at = (int) high & mask; ; at = (at + 1) & mask) {
      boolean empty = places[2 * at + 1] == 0;
      if (empty || (places[2 * at] == high && places[2 * at + 1] == mark(low))) {
        return 2 * at;
      }
    }
  }

  /** An empty place is one of zeros. */
  private static long mark(long low) {
    return low == 0 ? 1 : low;
  }
}
