package io.tensionwire.detection.coverage;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A feed whose silence was told.
 *
 * @param subject of the alert that told it
 * @param since when it fell silent
 */
public record ToldSilence(String watchId, String feedId, String subject, Instant since) {

  public ToldSilence {
    requireNonNull(watchId, "watchId of a silence is missing");
    requireNonNull(feedId, "feedId of a silence is missing");
    requireNonNull(subject, "subject of a silence is missing");
    requireNonNull(since, "since of a silence is missing");
  }

  static String key(String watchId, String feedId) {
    return watchId + "/" + feedId;
  }

  String key() {
    return key(watchId, feedId);
  }
}
