package io.tensionwire.standalone.process;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was started, to be closed in the reverse order, all of it whatever happens. */
public final class Parts implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Parts.class);

  private record Part(String name, AutoCloseable part) {}

  private final Deque<Part> parts = new ArrayDeque<>();

  /** Remembers what is to be closed; call it before the part starts. */
  public <P extends AutoCloseable> P add(String name, P part) {
    parts.push(new Part(name, part));
    return part;
  }

  @Override
  public void close() {
    while (!parts.isEmpty()) {
      Part next = parts.pop();
      long start = System.nanoTime();
      try {
        next.part().close();
        log.atDebug().addKeyValue("part", next.name()).addKeyValue("ms", (System.nanoTime() - start) / 1_000_000)
            .log("closed");
      } catch (Exception e) {
        // The others must be closed all the same.
        log.atError().setCause(e).addKeyValue("part", next.name()).log("did not close");
      }
    }
  }
}
