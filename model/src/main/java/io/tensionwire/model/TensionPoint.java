package io.tensionwire.model;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The index over one window.
 *
 * @param direction {@code total} or {@code <from>><to>}
 * @param window {@link #DAY} or {@link #WEEK}, written {@code P1D} and {@code P7D}
 * @param escalation severity weights of the distinct current stories
 * @param coverage articles that name the pair
 * @param index percentile within the last 90 days, 0 to 100; absent without history
 */
public record TensionPoint(
    String watchId,
    String direction,
    Instant windowStart,
    Duration window,
    double escalation,
    double deescalation,
    int coverage,
    @Nullable Double index,
    int historyDays,
    List<String> storyIds) {

  public static final Duration DAY = Duration.ofDays(1);
  public static final Duration WEEK = Duration.ofDays(7);

  public TensionPoint {
    requireNonNull(watchId, "watchId of a tension point is missing");
    requireNonNull(direction, "direction of a tension point is missing");
    requireNonNull(windowStart, "windowStart of a tension point is missing");
    if (!DAY.equals(window) && !WEEK.equals(window)) {
      throw new IllegalArgumentException("window " + window + " of a tension point is neither P1D nor P7D: " + watchId);
    }
    if (index != null && (index < 0 || index > 100)) {
      throw new IllegalArgumentException("index " + index + " of a tension point is not within 0 to 100: " + watchId);
    }
    storyIds = storyIds == null ? List.of() : List.copyOf(storyIds);
  }
}
