package io.tensionwire.detection.match;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * All words of all phrases in a trie. A word of a phrase is written {@code word} (exactly so), {@code stem*} (begins
 * so) or {@code *part*} (has it inside: for languages that join words). {@link #lookup} gives the numbers of all that a
 * word of a text satisfies.
 */
final class Lexicon {
  private static final int[] NONE = {};

  private final Map<String, Integer> ids = new HashMap<>();
  private final Map<Long, Integer> building = new HashMap<>();
  private final Map<Integer, int[]> exact = new HashMap<>();
  private final Map<Integer, int[]> prefix = new HashMap<>();
  private final Map<Integer, int[]> inside = new HashMap<>();
  private int nodes = 1;
  private boolean infixes;
  private long[] keys = {};
  private int[] children = {};
  private int[][] exactAt = {};
  private int[][] prefixAt = {};
  private int[][] insideAt = {};

  /** The number of a word of a phrase. */
  int id(String pattern) {
    Integer known = ids.get(pattern);
    if (known != null) {
      return known;
    }
    int id = ids.size();
    ids.put(pattern, id);
    boolean starts = pattern.endsWith("*");
    boolean infix = starts && pattern.startsWith("*");
    String letters = pattern.replace("*", "");
    int node = 0;
    for (int i = 0; i < letters.length(); i++) {
      node = building.computeIfAbsent(key(node, letters.charAt(i)), k -> nodes++);
    }
    (infix ? inside : starts ? prefix : exact).merge(node, new int[] {id}, Lexicon::join);
    infixes |= infix;
    return id;
  }

  int size() {
    return ids.size();
  }

  /** Turns what was built into tables. */
  void freeze() {
    int size = Integer.highestOneBit(Math.max(16, building.size() * 3)) * 2;
    keys = new long[size];
    children = new int[size];
    building.forEach((key, child) -> {
      int slot = slot(key);
      keys[slot] = key + 1;
      children[slot] = child;
    });
    exactAt = table(exact);
    prefixAt = table(prefix);
    insideAt = table(inside);
  }

  int[] lookup(String word) {
    int[] found = NONE;
    int node = 0;
    int length = word.length();
    for (int i = 0; i < length; i++) {
      node = child(node, word.charAt(i));
      if (node < 0) {
        break;
      }
      found = add(found, prefixAt[node]);
      found = add(found, insideAt[node]);
      if (i == length - 1) {
        found = add(found, exactAt[node]);
      }
    }
    if (infixes) {
      for (int start = 1; start < length; start++) {
        node = 0;
        for (int i = start; i < length && (node = child(node, word.charAt(i))) >= 0; i++) {
          found = add(found, insideAt[node]);
        }
      }
    }
    return found;
  }

  private int child(int node, char c) {
    long wanted = key(node, c) + 1;
    int slot = slot(wanted - 1);
    long there = keys[slot];
    while (there != 0) {
      if (there == wanted) {
        return children[slot];
      }
      slot = (slot + 1) & (keys.length - 1);
      there = keys[slot];
    }
    return -1;
  }

  private int slot(long key) {
    int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 40) & (keys.length - 1);
    while (keys[slot] != 0 && keys[slot] != key + 1) {
      slot = (slot + 1) & (keys.length - 1);
    }
    return slot;
  }

  private static long key(int node, char c) {
    return (long) node << 16 | c;
  }

  private int[][] table(Map<Integer, int[]> at) {
    int[][] table = new int[nodes][];
    Arrays.setAll(table, node -> at.getOrDefault(node, NONE));
    return table;
  }

  private static int[] add(int[] found, int[] more) {
    return more.length == 0 ? found : found.length == 0 ? more : join(found, more);
  }

  private static int[] join(int[] a, int[] b) {
    int[] joined = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, joined, a.length, b.length);
    return joined;
  }
}
