package io.tensionwire.detection.tension;

import io.tensionwire.model.Severity;

/**
 * What a story of a severity adds to its windows. Each step is worth about two and a half of the one below: a summoned
 * ambassador outweighs two statements but not three, an expulsion two summonings but not three.
 */
final class SeverityWeight {

  /** Weights are kept in thousandths, so that what is added and taken away again leaves nothing behind. */
  static final long ONE = 1000;

  private SeverityWeight() {}

  /** In thousandths. */
  static long of(Severity severity) {
    return ONE * switch (severity) {
      case NOTICE -> 1;
      case ELEVATED -> 3;
      case HIGH -> 8;
      case CRITICAL -> 20;
    };
  }
}
