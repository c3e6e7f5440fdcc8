package io.tensionwire.detection.coverage;

import java.time.Duration;

/**
 * When silence is worth an alert.
 *
 * @param muted whether nothing of it is told
 * @param deadFor how long a feed has to fail; one that is stale was silent for long already
 * @param together feeds that fall silent, or come back, within this time are one alert
 */
public record CoverageSettings(boolean muted, Duration deadFor, Duration together) {

  /** What is usual. */
  public static final CoverageSettings USUAL =
      new CoverageSettings(false, Duration.ofHours(1), Duration.ofMinutes(2));
}
