package io.tensionwire.alerts.delivery;

import io.tensionwire.model.AlertKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What waits for one receiver. The most severe comes first, among equals the oldest; but what is told of one subject
 * keeps its order, so that no escalation comes before the opening: a severe one takes those before it along. Times are of
 * {@link System#nanoTime}.
 */
final class Backlog {

  /** Once the first of a subject has failed so often, those behind it no longer wait while it pauses. */
  static final int PATIENCE = 3;
  /** Those behind it wait for as long as it is tried. */
  static final int ENDLESS_PATIENCE = Integer.MAX_VALUE;

  /** One that may not be told before a moment. */
  private record Place(Waiting waiting, long notBefore) {}

  /** Within a subject: by offset; what has none of its own has its name. */
  private record Turn(long offset, String alertId) implements Comparable<Turn> {
    static Turn of(Waiting waiting) {
      return new Turn(waiting.delivery().alertOffset(), waiting.delivery().alertId());
    }

    @Override
    public int compareTo(Turn other) {
      int byOffset = Long.compare(offset, other.offset);
      return byOffset != 0 ? byOffset : alertId.compareTo(other.alertId);
    }
  }

  /** By subject; what is told of it by offset. */
  private final Map<String, TreeMap<Turn, Place>> subjects = new HashMap<>();
  private final int patience;
  private int size;

  /** With some patience. */
  Backlog() {
    this(PATIENCE);
  }

  /** @param patience how often the first of a subject may fail before those behind it are told without it */
  Backlog(int patience) {
    this.patience = patience;
  }

  int size() {
    return size;
  }

  /** @return those that need not be told any more: updates with a newer one behind them */
  List<Waiting> add(Waiting waiting, long notBefore) {
    TreeMap<Turn, Place> line = subjects.computeIfAbsent(waiting.alert().subject(), subject -> new TreeMap<>());
    if (line.put(Turn.of(waiting), new Place(waiting, notBefore)) == null) {
      size++;
    }
    return waiting.alert().kind() == AlertKind.UPDATED ? superseded(line) : List.of();
  }

  private List<Waiting> superseded(TreeMap<Turn, Place> line) {
    List<Waiting> updates = line.values().stream().map(Place::waiting)
        .filter(waiting -> waiting.alert().kind() == AlertKind.UPDATED).toList();
    List<Waiting> older = updates.subList(0, updates.size() - 1);
    older.forEach(this::remove);
    return older;
  }

  /**
   * The one to be told now, taken out.
   *
   * @param freeAt when the receiver has room for one
   */
  @Nullable Waiting take(long now, ToLongFunction<Waiting> freeAt) {
    Place best = null;
    Waiting mostSevere = null;
    for (TreeMap<Turn, Place> line : subjects.values()) {
      Place next = next(line, now, freeAt);
      if (next == null) {
        continue;
      }
      Waiting severest = severest(line);
      if (mostSevere == null || best == null || before(severest, next, mostSevere, best)) {
        best = next;
        mostSevere = severest;
      }
    }
    if (best == null) {
      return null;
    }
    remove(best.waiting());
    return best.waiting();
  }

  /** How long until one may be told; {@link Long#MAX_VALUE} where nothing waits. */
  long nanosToNext(long now, ToLongFunction<Waiting> freeAt) {
    long least = Long.MAX_VALUE;
    for (TreeMap<Turn, Place> line : subjects.values()) {
      for (Place place : line.values()) {
        least = Math.min(least, nanosTo(place, now, freeAt));
        if (!isPassedBy(place, now)) {
          break;
        }
      }
    }
    return least;
  }

  /** The receiver is well again: what waited for that waits no longer. */
  void hasten(long now) {
    subjects.values().forEach(line -> line.replaceAll((turn, place) -> new Place(place.waiting(), now)));
  }

  /** Takes out all that are such, the oldest first. */
  List<Waiting> withdraw(Predicate<Waiting> which) {
    List<Waiting> withdrawn = new ArrayList<>();
    for (TreeMap<Turn, Place> line : subjects.values()) {
      line.values().stream().map(Place::waiting).filter(which).forEach(withdrawn::add);
    }
    withdrawn.sort(Comparator.comparingLong(waiting -> waiting.delivery().alertOffset()));
    withdrawn.forEach(this::remove);
    return withdrawn;
  }

  private void remove(Waiting waiting) {
    String subject = waiting.alert().subject();
    TreeMap<Turn, Place> line = subjects.get(subject);
    if (line != null && line.remove(Turn.of(waiting)) != null) {
      size--;
      if (line.isEmpty()) {
        subjects.remove(subject);
      }
    }
  }

  /** The one of a subject that may be told now: the first, or the first behind those that have failed in vain. */
  private @Nullable Place next(TreeMap<Turn, Place> line, long now, ToLongFunction<Waiting> freeAt) {
    for (Place place : line.values()) {
      if (nanosTo(place, now, freeAt) <= 0) {
        return place;
      }
      if (!isPassedBy(place, now)) {
        return null;
      }
    }
    return null;
  }

  private static long nanosTo(Place place, long now, ToLongFunction<Waiting> freeAt) {
    return Math.max(place.notBefore() - now, freeAt.applyAsLong(place.waiting()) - now);
  }

  /** Whether those behind it in its subject need not wait for it. */
  private boolean isPassedBy(Place place, long now) {
    return place.notBefore() - now > 0 && place.waiting().delivery().attempts() >= patience;
  }

  private static Waiting severest(TreeMap<Turn, Place> line) {
    Waiting severest = line.firstEntry().getValue().waiting();
    for (Place place : line.values()) {
      if (place.waiting().alert().severity().compareTo(severest.alert().severity()) > 0) {
        severest = place.waiting();
      }
    }
    return severest;
  }

  private static boolean before(Waiting severest, Place next, Waiting than, Place best) {
    int bySeverity = severest.alert().severity().compareTo(than.alert().severity());
    return bySeverity != 0
        ? bySeverity > 0
        : next.waiting().delivery().alertOffset() < best.waiting().delivery().alertOffset();
  }
}
