package io.tensionwire.standalone.backtest;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.time.Instant;
import java.util.Locale;

/** How far a long work is, on one line that is written over; nothing where nobody looks. */
final class Progress {

  private static final int WIDTH = 30;
  private static final Duration STEP = Duration.ofMillis(200);
  private static final String WRITE_OVER = "\r\u001B[K";

  private final PrintWriter out;
  private final boolean seen;
  private final InstantSource clock;
  private final Instant start;
  private Instant shown;

  /** @param seen whether a person looks at {@code out} */
  Progress(PrintWriter out, boolean seen, InstantSource clock) {
    this.out = out;
    this.seen = seen;
    this.clock = clock;
    this.start = clock.instant();
    this.shown = start;
  }

  /**
   * So much is done.
   *
   * @param part 0 to 1; negative: unknown
   */
  void at(double part, long articles) {
    Instant now = clock.instant();
    if (!seen || Duration.between(shown, now).compareTo(STEP) < 0) {
      return;
    }
    shown = now;
    double seconds = Math.max(0.001, Duration.between(start, now).toMillis() / 1000.0);
    String bar = part < 0 ? "" : "[" + "#".repeat((int) (part * WIDTH)) + ".".repeat(WIDTH - (int) (part * WIDTH)) + "] ";
    String percent = part < 0 ? "" : "%3.0f %%  ".formatted(part * 100);
    String left = part < 0.01 ? "" : ", %.0f s left".formatted(seconds / part - seconds);
    out.print(WRITE_OVER + bar + percent
        + String.format(Locale.ENGLISH, "%,d articles, %,.0f/s", articles, articles / seconds) + left);
    out.flush();
  }

  /** Takes the line away. */
  void done() {
    if (seen) {
      out.print(WRITE_OVER);
      out.flush();
    }
  }

  Duration elapsed() {
    return Duration.between(start, clock.instant());
  }
}
