package io.tensionwire.detection.match;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * Letters to states, one step a letter, however many words it knows: the automaton of Aho and Corasick (1975) in the
 * double array of Aoe (1989). A word is read from {@link #BEGIN}, where what begins a word is known; what may stand
 * anywhere inside is known from {@link #INSIDE}, to which a state falls back when it knows no way on. With nothing to
 * look for inside, it falls to {@link #NOWHERE} instead.
 */
final class Automaton {
  static final int NOWHERE = -1;
  static final int BEGIN = 0;
  static final int INSIDE = 1;

  /** For each state where its next states begin, and for each slot whose next state it is. */
  private final int[] base;
  private final int[] parent;
  private final int[] fallback;
  private final char[] codes;
  private final int leastInside;

  private Automaton(int[] base, int[] parent, int[] fallback, char[] codes, int leastInside) {
    this.base = base;
    this.parent = parent;
    this.fallback = fallback;
    this.codes = codes;
    this.leastInside = leastInside;
  }

  /** The states of the automaton are numbered from 0 to before this. */
  int size() {
    return base.length;
  }

  /** The state after one more letter. */
  int next(int state, char letter) {
    int code = codes[letter];
    if (code == 0) {
      return fallback[BEGIN];
    }
    int from = state;
    while (true) {
      int to = base[from] + code;
      if (parent[to] == from) {
        return to;
      }
      if (from == INSIDE) {
        return INSIDE;
      }
      from = fallback[from];
      if (from == NOWHERE) {
        return NOWHERE;
      }
    }
  }

  /** The least letter that leads on from {@link #INSIDE}; greater than any where nothing does. */
  int leastInside() {
    return leastInside;
  }

  /** Where a state falls back to: the longest ending of what it has read that is known from {@link #INSIDE}. */
  int fallback(int state) {
    return fallback[state];
  }

  /** Collects words and lays them out. */
  static final class Builder {
    private final List<Node> nodes = new ArrayList<>(List.of(new Node(0, false), new Node(0, true)));
    private final char[] codes = new char[Character.MAX_VALUE + 1];
    private int letters;
    private int[] base = new int[0];
    private int[] parent = new int[0];
    private int slots;
    private int lowestFree = 2;

    /** A state before it has its place. */
    private static final class Node {
      final int depth;
      final boolean inside;
      final TreeMap<Character, Integer> next = new TreeMap<>();
      int fallback = INSIDE;
      int slot;

      Node(int depth, boolean inside) {
        this.depth = depth;
        this.inside = inside;
      }
    }

    /** The number of the node that the letters lead to. */
    int add(String word, int root) {
      int node = root;
      for (char letter : word.toCharArray()) {
        if (codes[letter] == 0) {
          codes[letter] = (char) ++letters;
        }
        Integer next = nodes.get(node).next.get(letter);
        if (next == null) {
          next = nodes.size();
          nodes.get(node).next.put(letter, next);
          nodes.add(new Node(nodes.get(node).depth + 1, root == INSIDE));
        }
        node = next;
      }
      return node;
    }

    /** The state that a node has become. */
    int state(int node) {
      return nodes.get(node).slot;
    }

    /** All nodes, each after the one that it falls back to. */
    List<Integer> inOrder() {
      List<Integer> order = new ArrayList<>();
      for (int node = 0; node < nodes.size(); node++) {
        order.add(node);
      }
      order.sort(Comparator.<Integer>comparingInt(node -> nodes.get(node).depth)
          .thenComparing(node -> !nodes.get(node).inside));
      return order;
    }

    Automaton build() {
      findFallbacks();
      place();
      int[] fallback = new int[slots];
      Arrays.fill(fallback, NOWHERE);
      TreeMap<Character, Integer> inside = nodes.get(INSIDE).next;
      if (!inside.isEmpty()) {
        for (Node node : nodes) {
          fallback[node.slot] = nodes.get(node.fallback).slot;
        }
      }
      return new Automaton(
          Arrays.copyOf(base, slots), Arrays.copyOf(parent, slots), fallback, codes,
          inside.isEmpty() ? Character.MAX_VALUE + 1 : inside.firstKey());
    }

    private void findFallbacks() {
      for (int number : inOrder()) {
        Node node = nodes.get(number);
        node.next.forEach((letter, next) -> {
          int from = number == INSIDE ? NOWHERE : node.fallback;
          Integer known = null;
          while (from != NOWHERE && (known = nodes.get(from).next.get(letter)) == null) {
            from = from == INSIDE ? NOWHERE : nodes.get(from).fallback;
          }
          nodes.get(next).fallback = known == null ? INSIDE : known;
        });
      }
    }

  /** Gives each node a slot such that the next ones of a node lie at one base, each by its letter. */
    private void place() {
      grow(letters + 3);
      nodes.get(BEGIN).slot = BEGIN;
      nodes.get(INSIDE).slot = INSIDE;
      ArrayDeque<Node> open = new ArrayDeque<>(List.of(nodes.get(BEGIN), nodes.get(INSIDE)));
      while (!open.isEmpty()) {
        Node node = open.remove();
        if (node.next.isEmpty()) {
          continue;
        }
        int[] wanted = node.next.keySet().stream().mapToInt(letter -> codes[letter]).toArray();
        Arrays.sort(wanted);
        int at = fit(wanted);
        base[node.slot] = at;
        for (int next : node.next.values()) {
          open.add(nodes.get(next));
        }
        node.next.forEach((letter, next) -> {
          int slot = at + codes[letter];
          parent[slot] = node.slot;
          nodes.get(next).slot = slot;
        });
      }
    }

    private int fit(int[] wanted) {
      while (parent[lowestFree] != NOWHERE) {
        grow(++lowestFree + letters + 2);
      }
      for (int first = lowestFree; ; first++) {
        int at = first - wanted[0];
        grow(first + letters + 2);
        boolean fits = at >= 0;
        for (int i = 0; fits && i < wanted.length; i++) {
          fits = parent[at + wanted[i]] == NOWHERE && at + wanted[i] > INSIDE;
        }
        if (fits) {
          return at;
        }
      }
    }

    /** So long that any letter may be looked for from any base. */
    private void grow(int least) {
      if (least > base.length) {
        int was = base.length;
        base = Arrays.copyOf(base, Math.max(least, was * 2));
        parent = Arrays.copyOf(parent, base.length);
        Arrays.fill(parent, was, parent.length, NOWHERE);
      }
      slots = Math.max(slots, least);
    }
  }
}
