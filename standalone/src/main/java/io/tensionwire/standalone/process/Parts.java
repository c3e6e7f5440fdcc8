package io.tensionwire.standalone.process;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was started, to be closed in the reverse order, all of it whatever happens. */
public final class Parts implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Parts.class);

  private record Part(String name, AutoCloseable part) {}

  /** Those in a list do not need each other. */
  private final Deque<List<Part>> parts = new ArrayDeque<>();

  /** Remembers what is to be closed; call it before the part starts. */
  public <P extends AutoCloseable> P add(String name, P part) {
    parts.push(new ArrayList<>(List.of(new Part(name, part))));
    return part;
  }

  /** The same for a part that can be closed at the same time as the last one: a few seconds are all there is. */
  public <P extends AutoCloseable> P addBeside(String name, P part) {
    parts.getFirst().add(new Part(name, part));
    return part;
  }

  @Override
  public void close() {
    while (!parts.isEmpty()) {
      List<Thread> closing = parts.pop().reversed().stream()
          .map(part -> Thread.ofPlatform().name("close-" + part.name()).start(() -> close(part)))
          .toList();
      closing.forEach(Parts::join);
    }
  }

  private static void close(Part next) {
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

  private static void join(Thread closing) {
    try {
      closing.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
