package io.tensionwire.model;

import java.time.Instant;

/**
 * Moments that can be reckoned with. A writer may say "for ever" by the last moment that there is: half of what is done
 * with a moment (its date, a pause until then, another one a day later) fails there, for a value that was right to write.
 */
final class Moment {

  private static final Instant FIRST = Instant.parse("0001-01-02T00:00:00Z");

  /** Less than the 292 years that fit into nanoseconds. */
  private static final Instant LAST = Instant.parse("2199-12-31T23:59:59Z");

  private Moment() {}

  /** The moment itself; the first or the last of those that mean anything where it lies beyond them. */
  static Instant bounded(Instant moment) {
    return moment.isBefore(FIRST) ? FIRST : moment.isAfter(LAST) ? LAST : moment;
  }
}
