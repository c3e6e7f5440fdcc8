package io.tensionwire.alerts.message;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A moment in Seoul, in Moscow, and where it is read. */
final class Times {

  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
  private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter OTHER_DAY = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter ZONE = DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH);

  private Times() {}

  /** The first with its date, the others with theirs only where the day is another. */
  static List<String> of(Instant instant, ZoneId newsroom) {
    ZonedDateTime seoul = instant.atZone(SEOUL);
    List<String> times = new ArrayList<>();
    times.add(DAY_AND_TIME.format(seoul) + " KST");
    times.add(beside(seoul, instant.atZone(MOSCOW)) + " MSK");
    ZonedDateTime here = instant.atZone(newsroom);
    boolean told = here.getOffset().equals(seoul.getOffset())
        || here.getOffset().equals(instant.atZone(MOSCOW).getOffset());
    if (!told) {
      times.add(beside(seoul, here) + " " + ZONE.format(here));
    }
    return times;
  }

  private static String beside(ZonedDateTime first, ZonedDateTime other) {
    return (other.toLocalDate().equals(first.toLocalDate()) ? TIME : OTHER_DAY).format(other);
  }
}
