package io.tensionwire.alerts.time;

import io.tensionwire.model.yaml.Section;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Moments of each day. Each comes once a day: one that the clocks skip in spring comes when they have been put forward,
 * one that they show twice in autumn comes the first time.
 *
 * @param times at least one, rising
 */
public record TimesOfDay(List<LocalTime> times) {

  private static final String HOURLY = "hourly";
  private static final List<LocalTime> HOURS = IntStream.range(0, 24).mapToObj(hour -> LocalTime.of(hour, 0)).toList();

  public TimesOfDay {
    times = times.stream().sorted().distinct().toList();
    if (times.isEmpty()) {
      throw new IllegalArgumentException("names no time of day; write it like 08:00");
    }
  }

  /** Reads {@code 08:00}, {@code [08:00, 18:00]} or {@code hourly}. */
  public static TimesOfDay from(Section section, String key) {
    List<String> texts = section.texts(key);
    try {
      return texts.equals(List.of(HOURLY)) ? new TimesOfDay(HOURS)
          : new TimesOfDay(texts.stream().map(TimesOfDay::time).toList());
    } catch (IllegalArgumentException e) {
      throw section.error(key, String.valueOf(e.getMessage()));
    }
  }

  static LocalTime time(String text) {
    if (!text.matches("([01]?[0-9]|2[0-3]):[0-5][0-9]")) {
      throw new IllegalArgumentException("has '" + text + "', which is not a time of day; write it like 08:00");
    }
    return LocalTime.parse(text.length() == 4 ? "0" + text : text);
  }

  /** The first of these moments after this one. */
  public Instant next(Instant after, ZoneId zone) {
    return around(after, zone).filter(moment -> moment.isAfter(after)).min(Instant::compareTo).orElseThrow();
  }

  /** The last of these moments that is not after this one. */
  public Instant last(Instant at, ZoneId zone) {
    return around(at, zone).filter(moment -> !moment.isAfter(at)).max(Instant::compareTo).orElseThrow();
  }

  /** Two days on each side: a zone that skips a whole day has been seen. */
  private Stream<Instant> around(Instant at, ZoneId zone) {
    LocalDate day = at.atZone(zone).toLocalDate();
    return LongStream.rangeClosed(-2, 2).boxed()
        .flatMap(days -> times.stream().map(time -> day.plusDays(days).atTime(time).atZone(zone).toInstant()));
  }
}
