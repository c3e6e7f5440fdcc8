package io.tensionwire.detection.watch;

import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.Severity;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * What of a watch is worth an alert: the section {@code alerts} of its file.
 *
 * @param muted kinds that nobody is told of; what they would have told counts as told
 * @param from the least severity of a story or position that a kind is told at
 * @param tensionFrom the least percentile of the index that is told, 50 to 100
 * @param liveEvery the least time between two corrections of a live blog
 * @param updateEvery the least time between two edits of what was told of a story
 */
public record AlertRules(
    Set<AlertKind> muted, Map<AlertKind, Severity> from, int tensionFrom, Duration liveEvery, Duration updateEvery) {

  private static final int TENSION_FROM = 90;
  private static final Duration LIVE_EVERY = Duration.ofMinutes(15);
  private static final Duration UPDATE_EVERY = Duration.ofMinutes(1);

  /** What holds where a watch says nothing. */
  public static final AlertRules USUAL = new AlertRules(
      Set.of(), Map.of(AlertKind.CORROBORATED, Severity.ELEVATED), TENSION_FROM, LIVE_EVERY, UPDATE_EVERY);

  public AlertRules {
    Set<AlertKind> kinds = EnumSet.noneOf(AlertKind.class);
    kinds.addAll(muted);
    muted = Collections.unmodifiableSet(kinds);
    Map<AlertKind, Severity> least = new EnumMap<>(AlertKind.class);
    least.putAll(from);
    from = Collections.unmodifiableMap(least);
  }

  /** Whether anybody is told of this kind. */
  public boolean tells(AlertKind kind) {
    return !muted.contains(kind);
  }

  /** Whether anybody is told of this. */
  public boolean tells(Alert alert) {
    AlertKind kind = alert.kind();
    return kind == null || tells(kind) && alert.severity().atLeast(from(kind));
  }

  /** The least severity that the kind is told at. */
  public Severity from(AlertKind kind) {
    return from.getOrDefault(kind, Severity.NOTICE);
  }
}
