package io.tensionwire.detection.tension;

import static io.tensionwire.detection.tension.Reports.NOON;
import static io.tensionwire.detection.tension.Reports.PAIR;
import static io.tensionwire.detection.tension.Reports.threat;
import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.detection.memory.HeapShelf;
import io.tensionwire.model.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A tick looks only at days that may have moved: one that looks at all of them finds nothing more to tell. */
class TickTest {

  private final HeapShelf<TensionDay> days = new HeapShelf<>();
  private final HeapShelf<StoryShare> shares = new HeapShelf<>();
  private final HeapShelf<TensionWindow> windows = new HeapShelf<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void nothingIsLeftToTellAfterATick(long seed) {
    var random = new Random(seed);
    var tension = new Tension(days, shares, windows);
    Instant now = NOON;
    for (int step = 0; step < 60; step++) {
      now = now.plus(Duration.ofHours(random.nextInt(60)));
      Instant eventAt = now.minus(Duration.ofDays(random.nextInt(4) == 0 ? random.nextInt(110) : 0));
      Severity severity = Severity.values()[random.nextInt(Severity.values().length)];
      tension.cover(PAIR, eventAt, now);
      if (random.nextBoolean()) {
        tension.weigh(PAIR, threat("story-" + random.nextInt(12), severity), eventAt, List.of(), now);
      }
      tension.tick(PAIR, now);

      assertThat(new Tension(days, shares, windows).tick(PAIR, now).points()).as("step %d", step).isEmpty();
    }
  }
}
