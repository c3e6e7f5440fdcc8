package io.tensionwire.detection.tension;

import io.tensionwire.detection.memory.Shelf;
import io.tensionwire.model.Alert;
import io.tensionwire.model.Story;
import io.tensionwire.model.TensionPoint;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The index of the watches that one task follows. Stories and articles move the windows of their own day, however late
 * they come; a point is told when it is other than before. It asks no clock. Not for use by several threads.
 */
public final class Tension {

  /** The direction of everything. */
  public static final String TOTAL = "total";

  /** Days that a window is ranked among. */
  public static final int HISTORY = 90;

  /** Days of history before there is an index. */
  public static final int LEAST_HISTORY = 28;

  /** Days that may still move: what is about an earlier one comes too late. */
  public static final int MOVING = 100;

  /** Days that are remembered: those that may move, the days each of them is ranked among, and the weeks of these. */
  static final int KEPT = MOVING + HISTORY + 10;

  /** One story, however grave, has its own alerts. */
  static final int LEAST_STORIES = 2;

  /** The most stories that a point names. */
  static final int MOST_STORIES = 50;

  private final Shelf<TensionDay> days;
  private final Shelf<StoryShare> shares;
  private final Shelf<TensionWindow> windows;
  private final Map<String, WatchDays> byWatch = new TreeMap<>();

  /** By watch, the first day that moved since the last tick; absent before the first. A window knows no later days. */
  private final Map<String, LocalDate> moved = new TreeMap<>();
  private long ignored;

  /** What there is to tell. */
  public record Told(List<TensionPoint> points, List<Alert> alerts) {
    public Told {
      points = List.copyOf(points);
      alerts = List.copyOf(alerts);
    }

    static final Told NOTHING = new Told(List.of(), List.of());
  }

  /**
   * A watch whose tension is measured.
   *
   * @param pair its two parties
   * @param level the least index that is worth an alert
   */
  public record Pair(String watchId, String watchVersion, List<String> pair, double level) {
    List<String> directions() {
      return List.of(pair.get(0) + ">" + pair.get(1), pair.get(1) + ">" + pair.get(0));
    }
  }

  public Tension(Shelf<TensionDay> days, Shelf<StoryShare> shares, Shelf<TensionWindow> windows) {
    this.days = days;
    this.shares = shares;
    this.windows = windows;
    days.forEach((key, day) -> of(day.watchId()).put(day));
    shares.forEach((key, share) -> of(share.watchId()).put(share));
  }

  /** Articles and stories so far that came too late for any window. */
  public long ignored() {
    return ignored;
  }

  /**
   * Counts an article that was not counted before. Its windows are told with the next story that moves them, or the next
   * {@link #tick}.
   */
  public Told cover(Pair pair, Instant eventAt, Instant now) {
    Told rolled = roll(pair, day(now));
    LocalDate day = earlier(day(eventAt), day(now));
    if (tooLate(pair, day)) {
      return rolled;
    }
    put(of(pair.watchId()).day(pair.watchId(), day).covered());
    moved(pair, day);
    return rolled;
  }

  /**
   * Weighs a story as it is now; what it added before is taken back.
   *
   * @param firstEventAt the earliest event of its articles, as far as they are known
   * @param merged ids of stories that went into it
   */
  public Told weigh(Pair pair, Story story, Instant firstEventAt, List<String> merged, Instant now) {
    Told rolled = roll(pair, day(now));
    LocalDate day = earlier(day(firstEventAt), day(now));
    List<LocalDate> moved = new ArrayList<>();
    for (String id : merged) {
      StoryShare gone = shares.get(StoryShare.key(pair.watchId(), id));
      if (gone != null) {
        day = earlier(day, gone.day());
        remove(gone);
        moved.add(gone.day());
      }
    }
    StoryShare before = shares.get(StoryShare.key(pair.watchId(), story.id()));
    StoryShare after = StoryShare.of(story, before == null ? day : earlier(day, before.day()), pair.directions());
    boolean nothing = after.parts().isEmpty() && before == null;
    if (!nothing && !after.equals(before) && !tooLate(pair, after.day())) {
      if (before != null) {
        remove(before);
        moved.add(before.day());
      }
      put(after);
      moved.add(after.day());
    }
    if (moved.isEmpty()) {
      return rolled;
    }
    moved.forEach(each -> moved(pair, each));
    Told told = tell(pair, moved, now);
    return new Told(joined(rolled.points(), told.points()), told.alerts());
  }

  /** Lets days begin, and tells what else has changed: coverage, and the rank of a day among others that moved. */
  public Told tick(Pair pair, Instant now) {
    WatchDays watch = of(pair.watchId());
    if (watch.isEmpty()) {
      return Told.NOTHING;
    }
    Told rolled = roll(pair, day(now));
    LocalDate first = moved.getOrDefault(pair.watchId(), LocalDate.MIN);
    List<TensionPoint> points = new ArrayList<>(rolled.points());
    for (LocalDate day : days(watch)) {
      if (!day.isBefore(first)) {
        points.addAll(tellWindows(pair, day));
      }
    }
    moved.put(pair.watchId(), LocalDate.MAX);
    return new Told(points, List.of());
  }

  private void moved(Pair pair, LocalDate day) {
    moved.computeIfPresent(pair.watchId(), (watchId, first) -> earlier(first, day));
  }

  /** The days of a watch that may move. */
  private static List<LocalDate> days(WatchDays watch) {
    List<LocalDate> all = new ArrayList<>();
    LocalDate first = watch.known().iterator().next();
    LocalDate oldest = watch.newest().day().minusDays(MOVING - 1L);
    for (LocalDate day = first.isBefore(oldest) ? oldest : first; !day.isAfter(watch.newest().day()); day = day.plusDays(1)) {
      all.add(day);
    }
    return all;
  }

  /** Lets each day up to this one begin: a quiet day is a day without tension, not a gap. */
  private Told roll(Pair pair, LocalDate today) {
    WatchDays watch = of(pair.watchId());
    if (watch.isEmpty()) {
      put(new TensionDay(pair.watchId(), today, 0, 1));
      return new Told(tellWindows(pair, today), List.of());
    }
    TensionDay newest = watch.newest();
    if (!newest.day().isBefore(today)) {
      return Told.NOTHING;
    }
    moved(pair, newest.day().plusDays(1));
    List<TensionPoint> points = new ArrayList<>();
    LocalDate oldest = today.minusDays(MOVING - 1L);
    for (LocalDate day = newest.day().plusDays(1); !day.isAfter(today); day = day.plusDays(1)) {
      if (!day.isBefore(oldest)) {
        long history = newest.historyDays() + (day.toEpochDay() - newest.day().toEpochDay());
        put(new TensionDay(pair.watchId(), day, 0, (int) Math.min(HISTORY, history)));
        points.addAll(tellWindows(pair, day));
      }
    }
    forget(pair, today);
    return new Told(points, List.of());
  }

  private void forget(Pair pair, LocalDate today) {
    LocalDate oldest = today.minusDays(KEPT - 1L);
    WatchDays watch = of(pair.watchId());
    watch.sharesBefore(oldest).forEach(share -> shares.delete(share.key()));
    for (TensionDay day : watch.daysBefore(oldest)) {
      days.delete(day.key());
    }
    List<String> old = new ArrayList<>();
    windows.forEach((key, window) -> {
      if (window.point().watchId().equals(pair.watchId()) && window.lastDay().isBefore(today.minusDays(MOVING - 1L))) {
        old.add(key);
      }
    });
    old.forEach(windows::delete);
    watch.forgetBefore(oldest);
  }

  private boolean tooLate(Pair pair, LocalDate day) {
    boolean tooLate = day.isBefore(of(pair.watchId()).newest().day().minusDays(MOVING - 1L));
    if (tooLate) {
      ignored++;
    }
    return tooLate;
  }

  /** Tells the windows that hold one of these days, and whether today's are worth an alert. */
  private Told tell(Pair pair, List<LocalDate> moved, Instant now) {
    LocalDate today = of(pair.watchId()).newest().day();
    List<LocalDate> lastDays = moved.stream()
        .flatMap(day -> day.datesUntil(day.plusDays(Span.WEEK.days())))
        .filter(day -> !day.isAfter(today)).distinct().sorted().toList();
    List<TensionPoint> points = new ArrayList<>();
    List<Alert> alerts = new ArrayList<>();
    for (LocalDate lastDay : lastDays) {
      points.addAll(tellWindows(pair, lastDay));
    }
    if (lastDays.contains(today)) {
      for (Span span : Span.values()) {
        alerts.addAll(raise(pair, span, today, now));
      }
    }
    return new Told(points, alerts);
  }

  /** The points of the windows that end with a day, as far as they are other than they were told. */
  private List<TensionPoint> tellWindows(Pair pair, LocalDate lastDay) {
    List<TensionPoint> told = new ArrayList<>();
    for (Span span : Span.values()) {
      for (String direction : joined(List.of(TOTAL), pair.directions())) {
        TensionPoint point = point(pair.watchId(), direction, span, lastDay);
        String key = TensionWindow.key(pair.watchId(), direction, span, lastDay);
        TensionWindow before = windows.get(key);
        if (before == null || !before.point().equals(point)) {
          windows.put(key, new TensionWindow(point, lastDay, before != null && before.raised()));
          told.add(point);
        }
      }
    }
    return told;
  }

  private TensionPoint point(String watchId, String direction, Span span, LocalDate lastDay) {
    WatchDays watch = of(watchId);
    Part sum = watch.sum(direction, span, lastDay);
    int history = watch.day(watchId, lastDay).historyDays();
    return new TensionPoint(
        watchId, direction, lastDay.minusDays(span.days() - 1L).atStartOfDay(ZoneOffset.UTC).toInstant(),
        span.duration(), weight(sum.escalation()), weight(sum.deescalation()), watch.coverage(span, lastDay),
        Percentile.of(watch, direction, span, lastDay, history), history,
        watch.stories(direction, span, lastDay).stream().limit(MOST_STORIES).map(StoryShare::storyId).toList());
  }

  private static double weight(long thousandths) {
    return (double) thousandths / SeverityWeight.ONE;
  }

  /**
   * A window is told when it rises to the level that the one of the day before did not have, once. The total is not told
   * beside a direction that is all of it.
   */
  private List<Alert> raise(Pair pair, Span span, LocalDate today, Instant now) {
    List<Alert> alerts = new ArrayList<>();
    double inOneDirection = -1;
    for (String direction : joined(pair.directions(), List.of(TOTAL))) {
      TensionWindow window = windows.get(TensionWindow.key(pair.watchId(), direction, span, today));
      TensionWindow yesterday = windows.get(TensionWindow.key(pair.watchId(), direction, span, today.minusDays(1)));
      if (window == null || window.raised() || !high(window, pair) || yesterday != null && high(yesterday, pair)) {
        continue;
      }
      List<StoryShare> stories = of(pair.watchId()).stories(direction, span, today).stream()
          .filter(share -> share.part(direction).escalation() > 0).toList();
      if (stories.size() < LEAST_STORIES) {
        continue;
      }
      windows.put(window.key(), new TensionWindow(window.point(), today, true));
      if (direction.equals(TOTAL) && window.point().escalation() == inOneDirection) {
        continue;
      }
      inOneDirection = Math.max(inOneDirection, window.point().escalation());
      alerts.add(new TensionAlert(pair, of(pair.watchId()), direction, span, today)
          .of(window.point(), yesterday == null ? null : yesterday.point(), stories, now));
    }
    return alerts;
  }

  private static boolean high(TensionWindow window, Pair pair) {
    Double index = window.point().index();
    return index != null && index >= pair.level();
  }

  private void put(TensionDay day) {
    days.put(day.key(), day);
    of(day.watchId()).put(day);
  }

  private void put(StoryShare share) {
    shares.put(share.key(), share);
    of(share.watchId()).put(share);
  }

  private void remove(StoryShare share) {
    shares.delete(share.key());
    of(share.watchId()).remove(share);
  }

  private WatchDays of(String watchId) {
    return byWatch.computeIfAbsent(watchId, id -> new WatchDays());
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }

  private static LocalDate earlier(LocalDate one, @Nullable LocalDate other) {
    return other != null && other.isBefore(one) ? other : one;
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    List<T> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}
