package io.tensionwire.detection.tension;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The days of one watch, with the shares of their stories: made of the shelves, so that sums need not be stored. */
final class WatchDays {

  private final NavigableMap<LocalDate, TensionDay> days = new TreeMap<>();
  private final NavigableMap<LocalDate, NavigableMap<String, StoryShare>> shares = new TreeMap<>();
  private final Map<LocalDate, Map<String, Part>> sums = new HashMap<>();

  void put(TensionDay day) {
    days.put(day.day(), day);
  }

  void put(StoryShare share) {
    shares.computeIfAbsent(share.day(), day -> new TreeMap<>()).put(share.storyId(), share);
    sums.remove(share.day());
  }

  void remove(StoryShare share) {
    NavigableMap<String, StoryShare> there = shares.get(share.day());
    if (there != null) {
      there.remove(share.storyId());
      sums.remove(share.day());
    }
  }

  /** What is before a day. */
  List<TensionDay> daysBefore(LocalDate day) {
    return List.copyOf(days.headMap(day).values());
  }

  List<StoryShare> sharesBefore(LocalDate day) {
    return shares.headMap(day).values().stream().flatMap(there -> there.values().stream()).toList();
  }

  void forgetBefore(LocalDate day) {
    days.headMap(day).clear();
    shares.headMap(day).clear();
    sums.keySet().removeIf(each -> each.isBefore(day));
  }

  boolean isEmpty() {
    return days.isEmpty();
  }

  TensionDay newest() {
    return days.lastEntry().getValue();
  }

  TensionDay day(String watchId, LocalDate day) {
    TensionDay known = days.get(day);
    return known == null ? new TensionDay(watchId, day, 0, 0) : known;
  }

  Collection<LocalDate> known() {
    return days.keySet();
  }

  /** The sum of the window that ends with a day. */
  Part sum(String direction, Span span, LocalDate lastDay) {
    Part sum = Part.NONE;
    for (int back = 0; back < span.days(); back++) {
      sum = sum.plus(sum(direction, lastDay.minusDays(back)));
    }
    return sum;
  }

  private Part sum(String direction, LocalDate day) {
    NavigableMap<String, StoryShare> there = shares.get(day);
    if (there == null) {
      return Part.NONE;
    }
    return sums.computeIfAbsent(day, d -> new HashMap<>()).computeIfAbsent(
        direction, d -> there.values().stream().map(share -> share.part(d)).reduce(Part.NONE, Part::plus));
  }

  int coverage(Span span, LocalDate lastDay) {
    return days.subMap(lastDay.minusDays(span.days() - 1L), true, lastDay, true).values().stream()
        .mapToInt(TensionDay::coverage).sum();
  }

  /** The stories that add to a window, the heaviest first. */
  List<StoryShare> stories(String direction, Span span, LocalDate lastDay) {
    List<StoryShare> stories = new ArrayList<>();
    shares.subMap(lastDay.minusDays(span.days() - 1L), true, lastDay, true).values().forEach(
        there -> there.values().stream().filter(share -> !share.part(direction).nothing()).forEach(stories::add));
    stories.sort(Comparator.comparing((StoryShare share) -> -share.part(direction).weight())
        .thenComparing(StoryShare::storyId));
    return stories;
  }
}
