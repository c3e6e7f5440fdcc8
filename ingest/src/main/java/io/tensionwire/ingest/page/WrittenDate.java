package io.tensionwire.ingest.page;

import static java.util.Objects.requireNonNullElse;

import io.tensionwire.ingest.date.DateText;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date as a page writes it.
 *
 * @param start where it stands in the text that it was found in
 * @param end where it ends there
 * @param readings what it can mean, the likelier first: 03/09/2026 is a day in March or one in September
 * @param timed whether it names a time of the day
 */
record WrittenDate(int start, int end, List<OffsetDateTime> readings, boolean timed) {

  private static final String MONTH =
      "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек)\\p{L}{0,7}\\.?";
  private static final String DATE =
      "(?<ymd>(?:19|20)\\d\\d ?[-./년] ?\\d{1,2} ?[-./월] ?\\d{1,2})(?!\\d)(?: ?일)?\\.?"
          + "|(?<dmy>\\d{1,2})(?:st|nd|rd|th)?\\.?[ -](?:of )?(?<dmyMonth>" + MONTH + "),?[ -](?<dmyYear>(?:19|20)\\d\\d)(?!\\d)(?: ?(?:года|г\\.?(?!\\p{L})))?"
          + "|(?<mdyMonth>" + MONTH + ") (?<mdy>\\d{1,2})(?:st|nd|rd|th)?,? (?<mdyYear>(?:19|20)\\d\\d)(?!\\d)"
          + "|(?<first>\\d{1,2})(?<by>[./-])(?<second>\\d{1,2})\\k<by>(?<numericYear>(?:19|20)\\d\\d)(?!\\d)";
  private static final String CLOCK = "(?:[AaPp]\\.?[Mm]\\b\\.?|오전|오후)";
  private static final String TIME = "(?:(?<half1%1$s>오전|오후) ?)?(?<hour%1$s>\\d{1,2})[:.시] ?(?<minute%1$s>\\d{2})(?!\\d)분?(?::\\d{2}(?:\\.\\d+)?)?"
      + "(?: ?(?<half2%1$s>" + CLOCK + "))?(?: ?\\(?(?<zone%1$s>Z\\b|[+-]\\d{2}:?\\d{2}|UTC|GMT|KST|MSK|МСК|мск|JST|E[SD]?T|C[SD]T|P[SD]?T|M[SD]T|BST|CES?T)(?!\\p{L})\\)?)?";
  private static final String WEEKDAY = "(?:\\(?\\p{L}{1,11}\\)?\\.?,? )?";

  /** The time may come before the date, as in {@code 10:15, 20 ноября 2026}, or after it. */
  private static final Pattern FORM = Pattern.compile(
      "(?<![\\d.:/-])(?:" + String.format(TIME, "Before") + "[,|]? (?:on )?" + WEEKDAY + ")?(?:" + DATE + ")"
          + "(?:(?:T|[ ,|·•–—-]{0,3}(?:\\(\\p{L}{1,3}\\) ?)?(?: ?(?:at|в) )?)" + String.format(TIME, "After") + ")?",
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern EPOCH = Pattern.compile("1\\d{9}(?:\\d{3})?(?:\\.\\d+)?");
  private static final Pattern HAS_TIME = Pattern.compile("\\d[T ]?\\d{1,2}:\\d{2}|\\d{8}T?\\d{4}|\\d{1,2}:\\d{2}");
  private static final int MIN_YEAR = 1990;
  private static final int MOST = 40;
  /** A date and a time with their names of day, month and zone, in characters. */
  private static final int LONGEST = 90;

  WrittenDate {
    readings = List.copyOf(readings);
  }

  /** All that are in a text, in their order. */
  static List<WrittenDate> in(CharSequence text, ZoneId zone) {
    List<WrittenDate> found = new ArrayList<>();
    Matcher matcher = FORM.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
    for (Windows.Window window : aroundYears(text)) {
      matcher.region(window.start(), window.end());
      while (found.size() < MOST && matcher.find()) {
        List<OffsetDateTime> readings = readings(matcher, zone);
        if (!readings.isEmpty()) {
          boolean timed = matcher.group("hourBefore") != null || matcher.group("hourAfter") != null;
          found.add(new WrittenDate(matcher.start(), matcher.end(), readings, timed));
        }
      }
    }
    return found;
  }

  /** No date is without a year of four digits. */
  private static List<Windows.Window> aroundYears(CharSequence text) {
    var windows = new Windows(text.length(), LONGEST, LONGEST);
    for (int i = 0; i + 3 < text.length(); i++) {
      char first = text.charAt(i);
      boolean century = (first == '2' && text.charAt(i + 1) == '0') || (first == '1' && text.charAt(i + 1) == '9');
      if (century && isDigit(text.charAt(i + 2)) && isDigit(text.charAt(i + 3))) {
        windows.add(i);
      }
    }
    return windows.all();
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** A value that is a date as a whole, as machines write it into mark-up; {@code null} where it is none. */
  static @Nullable WrittenDate of(String value, ZoneId zone) {
    String text = value.strip();
    if (text.length() < 8 || text.length() > 80) {
      return null;
    }
    if (EPOCH.matcher(text).matches()) {
      long number = Long.parseLong(text.replaceAll("\\..*", ""));
      Instant moment = text.length() >= 13 ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
      return new WrittenDate(0, text.length(), List.of(moment.atOffset(ZoneOffset.UTC)), true);
    }
    List<WrittenDate> found = in(text, zone);
    boolean ambiguous = !found.isEmpty() && found.getFirst().readings.size() > 1;
    OffsetDateTime read = ambiguous ? null : DateText.read(text, zone);
    if (read != null && read.getYear() >= MIN_YEAR) {
      return new WrittenDate(0, text.length(), List.of(read), HAS_TIME.matcher(text).find());
    }
    return found.isEmpty() ? null : found.getFirst();
  }

  private static List<OffsetDateTime> readings(Matcher matcher, ZoneId zone) {
    List<String> days = new ArrayList<>();
    if (matcher.group("ymd") != null) {
      days.add(matcher.group("ymd"));
    } else if (matcher.group("dmy") != null) {
      days.add(matcher.group("dmy") + " " + matcher.group("dmyMonth") + " " + matcher.group("dmyYear"));
    } else if (matcher.group("mdy") != null) {
      days.add(matcher.group("mdy") + " " + matcher.group("mdyMonth") + " " + matcher.group("mdyYear"));
    } else {
      String year = matcher.group("numericYear") + "-";
      String dayFirst = year + matcher.group("second") + "-" + matcher.group("first");
      String monthFirst = year + matcher.group("first") + "-" + matcher.group("second");
      // With dots the day comes first all over the world; the stroke is America's as well as Britain's.
      days.add(matcher.group("by").equals("/") ? monthFirst : dayFirst);
      if (!matcher.group("by").equals(".") && !dayFirst.equals(monthFirst)) {
        days.add(matcher.group("by").equals("/") ? dayFirst : monthFirst);
      }
    }
    String time = time(matcher, matcher.group("hourBefore") != null ? "Before" : "After");
    List<OffsetDateTime> readings = new ArrayList<>();
    for (String day : days) {
      OffsetDateTime read = DateText.read(day + time, zone);
      if (read != null && read.getYear() >= MIN_YEAR) {
        readings.add(read);
      }
    }
    return readings;
  }

  private static String time(Matcher matcher, String where) {
    String hour = matcher.group("hour" + where);
    if (hour == null) {
      return "";
    }
    String half = requireNonNullElse(matcher.group("half1" + where), "");
    String after = requireNonNullElse(matcher.group("half2" + where), "").replace(".", "").strip();
    String zone = requireNonNullElse(matcher.group("zone" + where), "");
    zone = zone.equalsIgnoreCase("мск") ? "MSK" : zone;
    if (after.startsWith("오")) {
      half = after;
      after = "";
    }
    return " " + (half.isEmpty() ? "" : half + " ") + hour + ":" + matcher.group("minute" + where)
        + (after.isEmpty() ? "" : " " + after) + (zone.isEmpty() ? "" : " " + zone);
  }
}
