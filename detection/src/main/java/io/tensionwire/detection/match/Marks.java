package io.tensionwire.detection.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Spans of tokens that belong to named classes, found in the first round of a {@link Matcher}. */
public final class Marks {
  static final Marks NO_MARKS = new Marks(0);
  private static final int NONE = -1;

  private final List<Mark> marks = new ArrayList<>();
  private final int[] head;
  private int[] next = new int[16];

  /** A class's span: tokens {@code from} to before {@code to}. */
  public record Mark(int name, int from, int to) {}

  Marks(int tokens) {
    head = new int[tokens];
    Arrays.fill(head, NONE);
  }

  public void add(int name, int from, int to) {
    if (marks.size() == next.length) {
      next = Arrays.copyOf(next, next.length * 2);
    }
    next[marks.size()] = head[from];
    head[from] = marks.size();
    marks.add(new Mark(name, from, to));
  }

  /** All spans, in the order in which they were found. */
  public List<Mark> all() {
    return marks;
  }

  /** Whether one of the classes has a span that starts here: the token after it, or -1. */
  int end(int token, int[] names) {
    for (int i = head[token]; i != NONE; i = next[i]) {
      for (int name : names) {
        if (marks.get(i).name() == name) {
          return marks.get(i).to();
        }
      }
    }
    return NONE;
  }

  int first(int token) {
    return token < head.length ? head[token] : NONE;
  }

  int following(int mark) {
    return next[mark];
  }

  int name(int mark) {
    return marks.get(mark).name();
  }
}
