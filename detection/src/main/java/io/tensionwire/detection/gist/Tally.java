package io.tensionwire.detection.gist;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adds up how prominent things are: each counts once for a sentence, and however often it recurs below, little more. */
final class Tally {
  private static final int MOST = 9;

  /** Points that the sentences after the opening can add: two sentences' worth. */
  private static final int MOST_LATER = 4;

  /** Points for one of prominence, with a thing of full weight. */
  private static final int POINTS = 2;
  static final int FULL = 3;

  private static final class Sum {
    private final int weight;
    private int opening;
    private int later;
    private int lastSentence = -1;

    Sum(int weight) {
      this.weight = weight;
    }

    int prominence() {
      int points = opening + Math.min(MOST_LATER, later);
      return Math.clamp(Math.round(points * weight / (float) (POINTS * FULL)), 1, MOST);
    }
  }

  private final Map<String, Sum> sums = new HashMap<>();

  private record Rank(String thing, int prominence) {
    static final Comparator<Rank> MOST_PROMINENT_FIRST = (a, b) ->
        a.prominence == b.prominence ? a.thing.compareTo(b.thing) : Integer.compare(b.prominence, a.prominence);
  }

  /** @param weight 1 to 3: what is said of many things weighs less */
  void add(String thing, int weight, int sentence, int points) {
    if (points == 0) {
      return;
    }
    Sum sum = sums.computeIfAbsent(thing, t -> new Sum(weight));
    if (sum.lastSentence == sentence) {
      return;
    }
    sum.lastSentence = sentence;
    if (points >= Emphasis.LEAD) {
      sum.opening += points;
    } else {
      sum.later += points;
    }
  }

  /** The most prominent; of equals, the first of the alphabet. */
  Map<String, Integer> most(int limit) {
    List<Rank> all = new ArrayList<>(sums.size());
    sums.forEach((thing, sum) -> all.add(new Rank(thing, sum.prominence())));
    all.sort(Rank.MOST_PROMINENT_FIRST);
    Map<String, Integer> most = new LinkedHashMap<>();
    for (Rank each : all.subList(0, Math.min(limit, all.size()))) {
      most.put(each.thing(), each.prominence());
    }
    return most;
  }
}
