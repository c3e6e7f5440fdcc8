package io.tensionwire.alerts.message;

import io.tensionwire.alerts.message.Surroundings.Precedent;
import io.tensionwire.model.Alert;
import io.tensionwire.model.Category;
import io.tensionwire.model.Signal;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * When something like it was last told, and who said it: the newest alert of another story whose leading signal is of
 * the same category and direction. Holds a few of each; for several threads.
 */
public final class Precedents {

  /** Of each kind of thing: a burst about one event must not push out the one before it. */
  private static final int KEPT = 16;

  private record Kind(String watchId, Category category, @Nullable String direction) {}

  private record Told(String subject, Instant at, Precedent precedent) {}

  private final Templates templates;
  private final Map<Kind, Deque<Told>> told = new HashMap<>();

  /** @param templates the newsroom's own wording */
  public Precedents(Templates templates) {
    this.templates = templates;
  }

  /** In the order of the topic. */
  public synchronized void note(Alert alert) {
    Signal leading = leading(alert);
    Kind kind = kind(alert, leading);
    if (leading == null || kind == null) {
      return;
    }
    Deque<Told> ofKind = told.computeIfAbsent(kind, k -> new ArrayDeque<>());
    ofKind.removeIf(earlier -> earlier.subject().equals(alert.subject()));
    ofKind.addLast(new Told(
        alert.subject(), alert.eventAt(),
        new Precedent(alert.eventAt(), Gloss.of(leading, alert.signals(), templates), alert.outlet())));
    if (ofKind.size() > KEPT) {
      ofKind.removeFirst();
    }
  }

  public synchronized @Nullable Precedent before(Alert alert) {
    Kind kind = kind(alert, leading(alert));
    Precedent newest = null;
    for (Told earlier : kind == null ? List.<Told>of() : told.getOrDefault(kind, new ArrayDeque<>())) {
      boolean before = earlier.at().isBefore(alert.eventAt()) && !earlier.subject().equals(alert.subject());
      if (before && (newest == null || earlier.at().isAfter(newest.at()))) {
        newest = earlier.precedent();
      }
    }
    return newest;
  }

  private static @Nullable Signal leading(Alert alert) {
    return Telling.of(alert, 1).shown().stream().findFirst().orElse(null);
  }

  private static @Nullable Kind kind(Alert alert, @Nullable Signal leading) {
    return leading == null || leading.category() == null
        ? null
        : new Kind(alert.watchId(), Objects.requireNonNull(leading.category()), leading.direction());
  }
}
