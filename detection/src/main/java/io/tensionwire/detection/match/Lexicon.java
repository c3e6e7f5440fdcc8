package io.tensionwire.detection.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All words of all phrases. A word of a phrase is written {@code word} (exactly so), {@code stem*} (begins so) or
 * {@code *part*} (has it inside: for languages that join words). Alternatives for one place of a phrase are one
 * <em>slot</em>; the lexicon tells which slots a word of a text can fill, letter by letter and in one pass.
 */
final class Lexicon {
  private static final int NONE = 0;

  private final Automaton automaton;

  /** Groups of slots; the first is empty. */
  private final int[][] groups;

  /** By state: the group that is filled on reaching it, and the one that is filled if the word ends there. */
  private final int[] reached;
  private final int[] ended;

  private Lexicon(Automaton automaton, int[][] groups, int[] reached, int[] ended) {
    this.automaton = automaton;
    this.groups = groups;
    this.reached = reached;
    this.ended = ended;
  }

  /** Notes the slots that the word fills. */
  void read(char[] characters, int from, int to, Reading reading) {
    int state = Automaton.BEGIN;
    for (int i = from; i < to; i++) {
      if (state == Automaton.INSIDE && characters[i] < automaton.leastInside()) {
        continue; // the usual rest of a word in an alphabet: what is looked for inside words is mostly Korean
      }
      state = automaton.next(state, characters[i]);
      if (state == Automaton.NOWHERE) {
        reading.endWord();
        return;
      }
      if (reached[state] != NONE) {
        reading.add(groups[reached[state]]);
      }
    }
    if (ended[state] != NONE) {
      reading.add(groups[ended[state]]);
    }
    reading.endWord();
  }

  /** Collects words and makes the tables. */
  static final class Builder {
    private final Map<Set<String>, Integer> slots = new HashMap<>();
    private final Automaton.Builder letters = new Automaton.Builder();
    private final Map<Integer, Set<Integer>> exact = new HashMap<>();
    private final Map<Integer, Set<Integer>> reached = new HashMap<>();

    /** The number of the slot that any of the words fills. */
    int slot(List<String> words) {
      Set<String> alternatives = Set.copyOf(words);
      Integer known = slots.get(alternatives);
      if (known != null) {
        return known;
      }
      int slot = slots.size();
      slots.put(alternatives, slot);
      for (String word : words) {
        boolean starts = word.endsWith("*");
        boolean inside = starts && word.startsWith("*");
        int node = letters.add(word.replace("*", ""), inside ? Automaton.INSIDE : Automaton.BEGIN);
        (starts ? reached : exact).computeIfAbsent(node, n -> new LinkedHashSet<>()).add(slot);
      }
      return slot;
    }

    /** How many slots there are: they are numbered from 0. */
    int slots() {
      return slots.size();
    }

    Lexicon build() {
      Automaton automaton = letters.build();
      int[] onReaching = new int[automaton.size()];
      int[] onEnding = new int[automaton.size()];
      List<int[]> groups = new ArrayList<>(List.of(new int[0]));
      Map<Set<Integer>, Integer> numbers = new HashMap<>(Map.of(Set.of(), NONE));
      for (int node : letters.inOrder()) {
        int state = letters.state(node);
        onEnding[state] = number(exact.getOrDefault(node, Set.of()), groups, numbers);
        Set<Integer> all = new LinkedHashSet<>(reached.getOrDefault(node, Set.of()));
        int fallback = automaton.fallback(state);
        if (fallback != Automaton.NOWHERE && fallback != state) {
          for (int slot : groups.get(onReaching[fallback])) {
            all.add(slot);
          }
        }
        onReaching[state] = number(all, groups, numbers);
      }
      return new Lexicon(automaton, groups.toArray(int[][]::new), onReaching, onEnding);
    }

    private static int number(Set<Integer> group, List<int[]> groups, Map<Set<Integer>, Integer> numbers) {
      return numbers.computeIfAbsent(Set.copyOf(group), g -> {
        int[] sorted = g.stream().mapToInt(Integer::intValue).toArray();
        Arrays.sort(sorted);
        groups.add(sorted);
        return groups.size() - 1;
      });
    }
  }
}
