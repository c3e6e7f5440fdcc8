package io.tensionwire.alerts;

import java.util.ArrayDeque;
import java.util.Deque;

/** What was opened on the way and must be closed together, the last one first. */
final class OpenParts implements AutoCloseable {

  /** One whose closing does not fail. */
  interface Part extends AutoCloseable {
    @Override
    void close();
  }

  private final Deque<Part> parts = new ArrayDeque<>();

  OpenParts with(Part part) {
    parts.push(part);
    return this;
  }

  @Override
  public void close() {
    for (Part part = parts.poll(); part != null; part = parts.poll()) {
      part.close();
    }
  }
}
