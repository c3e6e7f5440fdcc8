package io.tensionwire.detection.coverage;

import io.tensionwire.model.Severity;
import java.time.Duration;

/**
 * When silence is worth an alert.
 *
 * @param muted whether nothing of it is told; it then counts as told
 * @param from the least severity that is told
 * @param deadFor how long a feed has to fail; one that is stale was silent for long already
 * @param together feeds that fall silent, or come back, within this time are one alert
 */
public record CoverageSettings(boolean muted, Severity from, Duration deadFor, Duration together) {

  /** What is usual. */
  public static final CoverageSettings USUAL =
      new CoverageSettings(false, Severity.NOTICE, Duration.ofHours(1), Duration.ofMinutes(2));

  /** The same, told or not, and from this severity on. */
  public CoverageSettings told(boolean told, Severity least) {
    return new CoverageSettings(!told, least, deadFor, together);
  }
}
