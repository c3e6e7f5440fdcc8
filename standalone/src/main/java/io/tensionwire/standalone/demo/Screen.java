package io.tensionwire.standalone.demo;

import io.tensionwire.standalone.process.Terminal;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says, once, what became of all the samples, when all of them are through or have taken too long. */
final class Screen {

  /** Everything has come to its end for this long: no more is to come. */
  private static final Duration QUIET = Duration.ofSeconds(1);

  /** After everything has appeared; what is not through by then has got stuck. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Walk walk;
  private final Instant appeared;
  private final PrintStream out;
  private final Terminal terminal;
  private final Runnable atTheEnd;
  private @Nullable Instant settledAt;
  private @Nullable Duration firstAlert;
  private boolean said;
  private volatile boolean complete;

  /** @param appeared when the last of the samples appears */
  Screen(Walk walk, Instant appeared, PrintStream out, Terminal terminal, Runnable atTheEnd) {
    this.walk = walk;
    this.appeared = appeared;
    this.out = out;
    this.terminal = terminal;
    this.atTheEnd = atTheEnd;
  }

  /** Whether all samples came through in time. */
  boolean complete() {
    return complete;
  }

  void look() {
    Instant now = Instant.now();
    if (firstAlert == null && walk.delivered() > 0) {
      // Not the process's own start: the launcher may have built the application in it before.
      Instant start = Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
      firstAlert = Duration.between(start, now);
    }
    if (said || now.isBefore(appeared)) {
      return;
    }
    if (!walk.settled()) {
      settledAt = null;
      if (now.isAfter(appeared.plus(PATIENCE))) {
        say(List.of("Not everything came through: " + walk.open() + "."));
      }
    } else if (settledAt == null) {
      settledAt = now;
    } else if (now.isAfter(settledAt.plus(QUIET))) {
      complete = true;
      List<String> otherwise = walk.otherwise();
      say(List.of(
          "All samples are through: " + walk.summary() + ".",
          (firstAlert == null ? "No alert" : "First alert %.1f s".formatted(firstAlert.toMillis() / 1000.0))
              + " after the start of the process. "
              + (otherwise.isEmpty()
                  ? "Each was told or passed over as a reader would."
                  : "A reader would have decided otherwise on: " + String.join(", ", otherwise) + ".")));
    }
  }

  private void say(List<String> lines) {
    said = true;
    out.println();
    lines.forEach(line -> out.println(terminal.bold(line)));
    atTheEnd.run();
  }
}
