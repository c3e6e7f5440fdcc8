package io.tensionwire.ingest.page;

import java.util.ArrayList;
import java.util.List;

/**
 * The parts of a long text that are worth a closer look: those around its telling places. An expression that is tried at
 * each of half a million characters costs more than all else that is done with a page.
 */
final class Windows {

  /** A part of a text, its end excluded. */
  record Window(int start, int end) {}

  private final int length;
  private final int before;
  private final int after;
  private final List<Window> windows = new ArrayList<>();
  private int start = -1;
  private int end = -1;

  /** @param before,after how far a part reaches around its place */
  Windows(int length, int before, int after) {
    this.length = length;
    this.before = before;
    this.after = after;
  }

  /** Places come in their order; parts that touch become one. */
  void add(int place) {
    int from = Math.max(0, place - before);
    if (start >= 0 && from > end) {
      windows.add(new Window(start, end));
      start = from;
    } else if (start < 0) {
      start = from;
    }
    end = Math.min(length, place + after);
  }

  List<Window> all() {
    if (start >= 0) {
      windows.add(new Window(start, end));
      start = -1;
    }
    return windows;
  }
}
