package io.tensionwire.ingest.fetch;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * The header {@code Retry-After}: seconds, or a date (RFC 9110, 10.2.3). Longer wishes are cut: a host that says "next
 * year" is asked once a day.
 */
final class RetryAfter {

  static final Duration LONGEST = Duration.ofDays(1);

  private RetryAfter() {}

  static @Nullable Duration parse(@Nullable String header, Instant now) {
    if (header == null) {
      return null;
    }
    String value = header.strip();
    if (value.matches("\\d{1,9}")) {
      return cut(Duration.ofSeconds(Long.parseLong(value)));
    }
    try {
      Instant date = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return date.isAfter(now) ? cut(Duration.between(now, date)) : Duration.ZERO;
    } catch (DateTimeException e) {
      return null; // Not a wish that can be honoured.
    }
  }

  private static Duration cut(Duration wish) {
    return wish.compareTo(LONGEST) > 0 ? LONGEST : wish;
  }
}
