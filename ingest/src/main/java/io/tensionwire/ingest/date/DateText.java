package io.tensionwire.ingest.date;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates as feeds and pages write them: RFC 822 and 3339 and what is taken for them, Korean and Russian forms too. */
public final class DateText {

  private static final String TIME =
      "(?:(?<ampm>AM|PM|오전|오후)\\s*)?(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2})(?:[.,]\\d+)?)?(?:\\s*(?<pm>AM|PM))?";
  private static final String ZONE = "(?:\\s*(?<zone>Z|[+-]\\d{2}:?\\d{2}|[+-]\\d{1,2}|\\(?[A-Za-z][A-Za-z/_]*\\)?))?";
  private static final String WEEKDAY = "(?:[\\p{L}.]+,\\s*|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\\.?\\s+)?";
  private static final String MONTH = "(?<month>\\p{L}{3,}\\.?|\\d{1,2})";

  /** Tried in this order. */
  private static final List<Pattern> FORMS = List.of(
      form("(?<year>\\d{4})\\s*[-./년]\\s*(?<month>\\d{1,2})\\s*[-./월]\\s*(?<day>\\d{1,2})[.일]?(?:[T,\\s]+" + TIME + ZONE + ")?"),
      form("(?<day>\\d{1,2})[\\s./-]+" + MONTH + "[\\s./,-]+(?<year>\\d{4}|\\d{2})(?:\\s*(?:г\\.?|года))?(?:[,\\s]+(?:в\\s+)?" + TIME + ZONE + ")?"),
      form("(?<month>\\p{L}{3,}\\.?)\\s+(?<day>\\d{1,2})(?:,|\\s)\\s*(?<year>\\d{4})(?:[,\\s]+" + TIME + ZONE + ")?"),
      form("(?<month>\\p{L}{3,}\\.?)\\s+(?<day>\\d{1,2})\\s+" + TIME + ZONE + "\\s+(?<year>\\d{4})"),
      form("(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})(?:T?(?<hour>\\d{2}):?(?<minute>\\d{2})(?::?(?<second>\\d{2}))?" + ZONE + ")?"),
      form("(?<year>\\d{2})(?<month>\\d{2})(?<day>\\d{2})"),
      form("-(?<year>\\d{2})-?(?<month>\\d{2})"),
      form("(?<year>\\d{4})(?:-(?<month>\\d{2}))?"));

  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final List<String> RUSSIAN_MONTHS =
      List.of("янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек");

  private static final Map<String, Integer> ZONE_HOURS = Map.ofEntries(
      Map.entry("z", 0), Map.entry("ut", 0), Map.entry("utc", 0), Map.entry("gmt", 0), Map.entry("wet", 0),
      Map.entry("bst", 1), Map.entry("met", 1), Map.entry("cet", 1), Map.entry("mest", 2), Map.entry("cest", 2),
      Map.entry("eet", 2), Map.entry("eest", 3), Map.entry("msk", 3), Map.entry("msd", 4), Map.entry("kst", 9),
      Map.entry("jst", 9), Map.entry("hkt", 8), Map.entry("est", -5), Map.entry("et", -5), Map.entry("edt", -4),
      Map.entry("cst", -6), Map.entry("ct", -6), Map.entry("cdt", -5), Map.entry("mst", -7), Map.entry("mt", -7),
      Map.entry("mdt", -6), Map.entry("pst", -8), Map.entry("pt", -8), Map.entry("pdt", -7));

  private DateText() {}

  /**
   * The moment that is meant; a date without time is its midnight.
   *
   * @param zone of dates that have none
   * @return {@code null} where the text is no date
   */
  public static @Nullable Instant parse(@Nullable String text, ZoneId zone) {
    OffsetDateTime moment = read(text, zone);
    return moment == null ? null : moment.toInstant();
  }

  /** As {@link #parse}, with the offset that was written or taken for granted: what a reader there calls the day. */
  public static @Nullable OffsetDateTime read(@Nullable String text, ZoneId zone) {
    if (text == null || text.isBlank() || text.length() > 80) {
      return null;
    }
    String tidy = text.strip().replaceAll("[\\s\\u00a0]+", " ").replaceAll("\\s*:\\s*(?=\\d)", ":");
    for (Pattern form : FORMS) {
      Matcher matcher = form.matcher(tidy);
      if (matcher.matches()) {
        try {
          return moment(matcher, zone);
        } catch (DateTimeException e) {
          return null; // The 32nd, or 25 o'clock: no other form reads it better.
        }
      }
    }
    return null;
  }

  private static Pattern form(String regex) {
    return Pattern.compile(WEEKDAY + regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  private static OffsetDateTime moment(Matcher matcher, ZoneId zone) {
    String yearText = matcher.group("year");
    int year = Integer.parseInt(yearText);
    if (yearText.length() == 2) {
      year += year < 70 ? 2000 : 1900;
    }
    String dayText = group(matcher, "day");
    var date = LocalDate.of(year, month(group(matcher, "month")), dayText == null ? 1 : Integer.parseInt(dayText));
    String hourText = group(matcher, "hour");
    if (hourText == null) {
      return date.atStartOfDay().atOffset(ZoneOffset.UTC);
    }
    int hour = hour(Integer.parseInt(hourText), group(matcher, "ampm"), group(matcher, "pm"));
    if (hour == 24) {
      hour = 0;
      date = date.plusDays(1);
    }
    String secondText = group(matcher, "second");
    int second = secondText == null ? 0 : Integer.parseInt(secondText);
    // A leap second is the second before it.
    var time = LocalTime.of(hour, Integer.parseInt(matcher.group("minute")), second == 60 ? 59 : second);
    boolean korean = "오전".equals(group(matcher, "ampm")) || "오후".equals(group(matcher, "ampm"))
        || matcher.group().contains("년");
    ZoneId fallback = korean ? ZoneId.of("Asia/Seoul") : zone;
    return date.atTime(time).atZone(zone(group(matcher, "zone"), fallback)).toOffsetDateTime();
  }

  private static int month(@Nullable String text) {
    if (text == null) {
      return 1;
    }
    String name = text.toLowerCase(Locale.ROOT);
    if (Character.isDigit(name.charAt(0))) {
      return Integer.parseInt(name);
    }
    for (int i = 0; i < 12; i++) {
      boolean may = i == 4 && name.matches("ма[йя]");
      if (name.startsWith(MONTHS.get(i)) || may || (i != 4 && name.startsWith(RUSSIAN_MONTHS.get(i)))) {
        return i + 1;
      }
    }
    throw new DateTimeException("no month: " + text);
  }

  private static int hour(int hour, @Nullable String before, @Nullable String after) {
    String half = before == null ? after : before;
    if (half == null) {
      return hour;
    }
    boolean afternoon = half.equals("오후") || half.equalsIgnoreCase("pm");
    return hour % 12 + (afternoon ? 12 : 0);
  }

  private static ZoneId zone(@Nullable String text, ZoneId fallback) {
    if (text == null) {
      return fallback;
    }
    String name = text.replaceAll("[()]", "");
    if (name.startsWith("+") || name.startsWith("-")) {
      String digits = name.substring(1).replace(":", "");
      int hours = Integer.parseInt(digits.length() <= 2 ? digits : digits.substring(0, 2));
      int minutes = digits.length() <= 2 ? 0 : Integer.parseInt(digits.substring(2));
      int sign = name.startsWith("-") ? -1 : 1;
      return ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
    }
    Integer hours = ZONE_HOURS.get(name.toLowerCase(Locale.ROOT));
    if (hours != null) {
      return ZoneOffset.ofHours(hours);
    }
    return name.indexOf('/') > 0 ? ZoneId.of(name) : fallback;
  }

  private static @Nullable String group(Matcher matcher, String name) {
    return matcher.namedGroups().containsKey(name) ? matcher.group(name) : null;
  }
}
