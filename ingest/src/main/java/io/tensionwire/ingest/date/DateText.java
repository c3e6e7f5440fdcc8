package io.tensionwire.ingest.date;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates as feeds and pages write them: RFC 822 and 3339 and what is taken for them, Korean and Russian forms too. */
public final class DateText {

  private static final String HALF = "(?:AM(?!\\p{L})|PM(?!\\p{L})|a\\.m\\.|p\\.m\\.|오전|오후|上午|下午|午前|午後)";
  private static final String TIME =
      "(?:(?<before>" + HALF + ")\\s*)?(?<hour>\\d{1,2}):(?<minute>\\d{1,2})(?::(?<second>\\d{1,2})(?:[.,]\\d+)?)?(?:\\s*(?<after>" + HALF + "))?";
  private static final String OFFSET = "(?:GMT|UTC|UT|Z)?\\s?[+-]\\d{1,2}(?::?\\d{2})?";
  private static final String ZONE =
      "(?:\\s*(?<zone>" + OFFSET + "|\\(?\\p{L}+(?:[/_]\\p{L}+)*\\)?)(?:\\s?\\([^()]{0,60}\\)|\\s?\\[[\\w/+-]{1,60}]|\\s[A-Z]{2,5})?)?";

  /** What stands between a date and its time. */
  private static final String THEN = "(?:\\s*[,|]\\s*|\\s+[-–|·]\\s+|\\s+)(?:(?:в|at)\\s+)?";

  private static final String WEEKDAY =
      "(?:[\\p{L}.]+,\\s*|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\\.?\\s+|[월화수목금토일]요일\\s+)?";
  private static final String NAME = "(?<month>\\p{L}{3,}\\.?)";

  /** Tried in this order. */
  private static final List<Pattern> FORMS = List.of(
      form("(?<year>\\d{4})\\s*[-./년年]\\s*(?<month>\\d{1,2})\\s*[-./월月]\\s*(?<day>\\d{1,2})[.일日]?(?:(?:T|" + THEN + ")" + TIME + ZONE + ")?"),
      form("(?<year>\\d{2})-(?<month>\\d{2})-(?<day>\\d{2})(?:(?:T|" + THEN + ")" + TIME + ZONE + ")?"),
      form("(?<day>\\d{1,2})[\\s./-]+(?<month>\\p{L}{3,}\\.?|\\d{1,2})[\\s./,-]+(?<year>\\d{4}|\\d{2,3})(?:\\s*(?:г\\.?|года))?(?:" + THEN + TIME + ZONE + ")?"),
      form(NAME + "\\s+(?<day>\\d{1,2})(?:,|\\s)\\s*(?<year>\\d{4})(?:" + THEN + TIME + ZONE + ")?"),
      form(NAME + "\\s+(?<day>\\d{1,2})\\s+" + TIME + ZONE + "\\s+(?<year>\\d{4})"),
      form("(?<year>\\d{4})[-.\\s]+" + NAME + "[-.\\s]+(?<day>\\d{1,2})\\.?(?:(?:T|" + THEN + ")" + TIME + ZONE + ")?"),
      form(TIME + "[,|\\s]+(?<day>\\d{1,2})[\\s./-]+(?<month>\\p{L}{3,}\\.?|\\d{1,2})[\\s./-]+(?<year>\\d{4})"),
      form("(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})(?:[T\\s]?(?<hour>\\d{2}):?(?<minute>\\d{2})(?::?(?<second>\\d{2})(?:\\.\\d+)?)?" + ZONE + ")?"),
      form("(?<year>\\d{4})-?(?<ordinal>\\d{3})"),
      form("(?<year>\\d{2})(?<month>\\d{2})(?<day>\\d{2})"),
      form("-(?<year>\\d{2})-?(?<month>\\d{2})"),
      form("(?<year>\\d{4})(?:-(?<month>\\d{2}))?"));

  /** Seconds or milliseconds since 1970, of this century's first decades. */
  private static final Pattern EPOCH = Pattern.compile("(1\\d{9})(\\d{3})?");

  private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0\\u3000]+");
  private static final Pattern AROUND_COLON = Pattern.compile("\\s*:\\s*(?=\\d)");
  private static final Pattern KOREAN_TIME = Pattern.compile("(\\d{1,2})\\s*[시時] ?(\\d{1,2})\\s*[분分](?: ?(\\d{1,2})\\s*[초秒])?");
  private static final Pattern NOISE = Pattern.compile(
      "^(?:입력|등록|수정|승인)(?:일시|시간)?[\\s:]+|\\s?\\((?:[월화수목금토일]|[月火水木金土日]|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*)\\)|(?<=\\d)(?:st|nd|rd|th)\\b",
      Pattern.CASE_INSENSITIVE);
  private static final int LONGEST = 80;

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
    if (text == null || text.isBlank() || text.length() > LONGEST) {
      return null;
    }
    String tidy = tidy(text);
    Matcher epoch = EPOCH.matcher(tidy);
    if (epoch.matches()) {
      return Instant.ofEpochSecond(Long.parseLong(epoch.group(1))).atOffset(ZoneOffset.UTC);
    }
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

  private static String tidy(String text) {
    String tidy = AROUND_COLON.matcher(SPACE.matcher(text).replaceAll(" ")).replaceAll(":");
    tidy = NOISE.matcher(KOREAN_TIME.matcher(tidy).replaceAll(
        time -> time.group(1) + ":" + time.group(2) + (time.group(3) == null ? "" : ":" + time.group(3)))).replaceAll("");
    return tidy.strip();
  }

  private static Pattern form(String regex) {
    return Pattern.compile(WEEKDAY + regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  private static OffsetDateTime moment(Matcher matcher, ZoneId zone) {
    LocalDate date = date(matcher);
    String hourText = group(matcher, "hour");
    if (hourText == null) {
      return date.atStartOfDay().atOffset(ZoneOffset.UTC);
    }
    String half = group(matcher, "before") == null ? group(matcher, "after") : group(matcher, "before");
    int hour = hour(Integer.parseInt(hourText), half);
    if (hour == 24) {
      hour = 0;
      date = date.plusDays(1);
    }
    String secondText = group(matcher, "second");
    int second = secondText == null ? 0 : Integer.parseInt(secondText);
    // A leap second is the second before it.
    var time = LocalTime.of(hour, Integer.parseInt(matcher.group("minute")), second == 60 ? 59 : second);
    boolean korean = "오전".equals(half) || "오후".equals(half) || matcher.group().contains("년");
    ZoneId fallback = korean ? ZoneId.of("Asia/Seoul") : zone;
    String zoneText = group(matcher, "zone");
    return date.atTime(time).atZone(zoneText == null ? fallback : ZoneNames.zone(zoneText, fallback))
        .toOffsetDateTime();
  }

  private static LocalDate date(Matcher matcher) {
    int year = year(matcher.group("year"));
    String ordinal = group(matcher, "ordinal");
    if (ordinal != null) {
      return LocalDate.ofYearDay(year, Integer.parseInt(ordinal));
    }
    int month = month(group(matcher, "month"));
    String dayText = group(matcher, "day");
    if (dayText == null) {
      return LocalDate.of(year, month, 1);
    }
    int day = Integer.parseInt(dayText);
    return american(matcher, day, month) ? LocalDate.of(year, day, month) : LocalDate.of(year, month, day);
  }

  /** 2026 is itself, 26 is of this century, and 126 is what a program says that counts from 1900. */
  private static int year(String text) {
    int year = Integer.parseInt(text);
    return switch (text.length()) {
      case 2 -> year + (year < 70 ? 2000 : 1900);
      case 3 -> year + 1900;
      default -> year;
    };
  }

  /** 11/20/2026: the month comes first where it cannot be the day, and where the time has AM or PM. */
  private static boolean american(Matcher matcher, int day, int month) {
    boolean dayFirst = day <= 12 && matcher.start("day") < matcher.start("year") && group(matcher, "month") != null
        && Character.isDigit(matcher.group("month").charAt(0)) && matcher.start("day") < matcher.start("month");
    boolean half = group(matcher, "before") != null || group(matcher, "after") != null;
    return dayFirst && (month > 12 || (half && matcher.group().contains("/")));
  }

  private static int month(@Nullable String text) {
    if (text == null) {
      return 1;
    }
    int month = Character.isDigit(text.charAt(0)) ? Integer.parseInt(text) : MonthNames.month(text);
    if (month == 0) {
      throw new DateTimeException("no month: " + text);
    }
    return month;
  }

  private static int hour(int hour, @Nullable String half) {
    if (half == null) {
      return hour;
    }
    boolean afternoon = switch (half.charAt(0)) {
      case 'p', 'P', '下' -> true;
      default -> half.equals("오후") || half.equals("午後");
    };
    return hour > 12 ? hour : hour % 12 + (afternoon ? 12 : 0);
  }

  private static @Nullable String group(Matcher matcher, String name) {
    return matcher.namedGroups().containsKey(name) ? matcher.group(name) : null;
  }
}
