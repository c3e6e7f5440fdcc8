package io.tensionwire.ingest.fetch;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date in a header, in each of the three forms of RFC 9110, 5.6.7: {@code Sun, 06 Nov 1994 08:49:37 GMT}, {@code
 * Sunday, 06-Nov-94 08:49:37 GMT} and {@code Sun Nov  6 08:49:37 1994}. The name of the day is not looked at: hosts get
 * it wrong.
 */
final class HttpDate {

  private static final Pattern DAY_NAME = Pattern.compile("^\\p{Alpha}{3,9},?\\s+");
  private static final DateTimeFormatter FIXED = form("d MMM uuuu HH:mm:ss");
  private static final DateTimeFormatter ASCTIME = form("MMM d HH:mm:ss uuuu");

  private HttpDate() {}

  /** @return {@code null} where it is none of them */
  static @Nullable Instant parse(@Nullable String header, Instant now) {
    if (header == null) {
      return null;
    }
    String value = header.strip();
    Matcher day = DAY_NAME.matcher(value);
    value = (day.find() ? value.substring(day.end()) : value).replaceAll("\\s+", " ");
    String zoneless = value.replaceFirst("(?i) (GMT|UTC|UT|Z|[+-]0000)$", "");
    for (DateTimeFormatter form : List.of(FIXED, rfc850(now), ASCTIME)) {
      try {
        return LocalDateTime.parse(zoneless, form).toInstant(ZoneOffset.UTC);
      } catch (DateTimeException e) {
        continue; // The next form may fit.
      }
    }
    try {
      return ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** A year of two digits that seems more than 50 years ahead is the one a century before. */
  private static DateTimeFormatter rfc850(Instant now) {
    int year = now.atZone(ZoneOffset.UTC).getYear();
    return new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern("d-MMM-")
        .appendValueReduced(ChronoField.YEAR, 2, 2, year - 49).appendPattern(" HH:mm:ss").toFormatter(Locale.ENGLISH);
  }

  private static DateTimeFormatter form(String pattern) {
    return new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(pattern).toFormatter(Locale.ENGLISH);
  }
}
