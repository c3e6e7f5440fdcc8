package io.tensionwire.alerts.time;

import io.tensionwire.model.yaml.Section;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A span of the week in which receivers are left alone.
 *
 * @param days those on which it begins
 * @param from when it begins
 * @param to when it ends, on the next day where that is not later than {@code from}
 * @param evenCritical whether it holds critical alerts, too
 */
public record MuteTime(String name, Set<DayOfWeek> days, LocalTime from, LocalTime to, boolean evenCritical) {

  public MuteTime {
    days = Set.copyOf(days);
    if (days.isEmpty()) {
      throw new IllegalArgumentException(name + " has no days");
    }
  }

  /** Reads {@code { days: mon-fri, from: 22:00, to: 07:00, even-critical: true }}; without times whole days. */
  static MuteTime from(String name, Section section) {
    LocalTime from = time(section, "from");
    LocalTime to = time(section, "to");
    Set<DayOfWeek> days = days(section);
    if ((from == null) != (to == null)) {
      throw section.error((from == null ? "from" : "to") + " is missing; give both, or neither for whole days");
    }
    if (from == null && !section.has("days")) {
      throw section.error("says not when; give days such as sat-sun, or from and to such as 22:00 and 07:00");
    }
    return new MuteTime(
        name, days, from == null ? LocalTime.MIDNIGHT : from, to == null ? LocalTime.MIDNIGHT : to,
        section.flag("even-critical", false));
  }

  private static @Nullable LocalTime time(Section section, String key) {
    String text = section.text(key);
    if (text == null) {
      return null;
    }
    try {
      return text.equals("24:00") ? LocalTime.MIDNIGHT : TimesOfDay.time(text);
    } catch (IllegalArgumentException e) {
      throw section.error(key, "is not a time of day; write it like 22:00");
    }
  }

  private static Set<DayOfWeek> days(Section section) {
    if (!section.has("days")) {
      return EnumSet.allOf(DayOfWeek.class);
    }
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (String text : section.texts("days")) {
      List<DayOfWeek> ends = Stream.of(text.split("-", -1)).map(MuteTime::day).toList();
      if (ends.size() > 2 || ends.contains(null)) {
        throw section.error("days", "has '" + text + "', which is no day of the week; write it like mon, or sat-sun");
      }
      DayOfWeek last = ends.getLast();
      days.add(last);
      for (DayOfWeek day = ends.getFirst(); day != last; day = day.plus(1)) {
        days.add(day);
      }
    }
    return days;
  }

  private static @Nullable DayOfWeek day(String text) {
    String name = text.strip().toUpperCase(Locale.ROOT);
    return name.length() < 3 ? null
        : Stream.of(DayOfWeek.values()).filter(day -> day.name().startsWith(name)).findFirst().orElse(null);
  }

  /** When the span ends in which this moment is; {@code null} where it is in none. */
  public @Nullable Instant endOf(Instant at, ZoneId zone) {
    LocalDate today = at.atZone(zone).toLocalDate();
    Instant latest = null;
    for (LocalDate day = today.minusDays(2); !day.isAfter(today.plusDays(1)); day = day.plusDays(1)) {
      if (days.contains(day.getDayOfWeek())) {
        Instant start = day.atTime(from).atZone(zone).toInstant();
        Instant end = (to.isAfter(from) ? day : day.plusDays(1)).atTime(to).atZone(zone).toInstant();
        if (!start.isAfter(at) && end.isAfter(at) && (latest == null || end.isAfter(latest))) {
          latest = end;
        }
      }
    }
    return latest;
  }
}
