package io.tensionwire.detection.story;

import java.util.Arrays;
import java.util.Map;

/**
 * Things of one kind that an article speaks of, each with a weight, in a form that is compared fast.
 *
 * @param ids hashes of the things, rising
 * @param weights by the same places
 * @param norm the root of the sum of their squares
 * @param mass their sum
 */
record Bag(long[] ids, float[] weights, float norm, float mass) {

  static final Bag EMPTY = new Bag(new long[0], new float[0], 0, 0);

  /** What two bags have in common. */
  record Shared(double cosine, double mass, double ofSmaller, int count) {
    static final Shared NOTHING = new Shared(0, 0, 0, 0);
  }

  static Bag of(String kind, Map<String, Integer> prominence, Rarity rarity) {
    if (prominence.isEmpty()) {
      return EMPTY;
    }
    long[] ids = new long[prominence.size()];
    int at = 0;
    for (String thing : prominence.keySet()) {
      ids[at++] = hash(kind, thing);
    }
    Arrays.sort(ids);
    float[] weights = new float[ids.length];
    prominence.forEach((thing, points) ->
        weights[Arrays.binarySearch(ids, hash(kind, thing))] =
            (float) (rarity.of(kind, thing) * Math.sqrt(points)));
    double squares = 0;
    double sum = 0;
    for (float weight : weights) {
      squares += weight * weight;
      sum += weight;
    }
    return new Bag(ids, weights, (float) Math.sqrt(squares), (float) sum);
  }

  boolean isEmpty() {
    return ids.length == 0;
  }

  Shared shared(Bag other) {
    if (isEmpty() || other.isEmpty()) {
      return Shared.NOTHING;
    }
    double product = 0;
    double least = 0;
    int count = 0;
    int j = 0;
    for (int i = 0; i < ids.length && j < other.ids.length; i++) {
      while (j < other.ids.length && other.ids[j] < ids[i]) {
        j++;
      }
      if (j < other.ids.length && other.ids[j] == ids[i]) {
        product += weights[i] * other.weights[j];
        least += Math.min(weights[i], other.weights[j]);
        count++;
      }
    }
    return count == 0
        ? Shared.NOTHING : new Shared(product / (norm * other.norm), least, least / Math.min(mass, other.mass), count);
  }

  /** FNV-1a, 64 bits. */
  static long hash(String kind, String thing) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < kind.length(); i++) {
      hash = (hash ^ kind.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ ' ') * 0x100000001b3L;
    for (int i = 0; i < thing.length(); i++) {
      hash = (hash ^ thing.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }
}
