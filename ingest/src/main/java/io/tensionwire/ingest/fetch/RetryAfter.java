package io.tensionwire.ingest.fetch;

import java.time.Duration;
import java.time.Instant;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The header {@code Retry-After}: seconds, or a date (RFC 9110, 10.2.3). Longer wishes are cut: a host that says "next
 * year" is asked once a day.
 */
final class RetryAfter {

  static final Duration LONGEST = Duration.ofDays(1);

  private RetryAfter() {}

  /** Reads a date by the host's own clock, where the answer says what that shows. */
  static @Nullable Duration of(Headers headers, Instant now) {
    Instant theirs = HttpDate.parse(headers.get("Date"), now);
    return parse(headers.get("Retry-After"), theirs == null ? now : theirs);
  }

  static @Nullable Duration parse(@Nullable String header, Instant now) {
    if (header == null) {
      return null;
    }
    String value = header.strip();
    if (value.matches("\\d+")) {
      return value.length() > 9 ? LONGEST : cut(Duration.ofSeconds(Long.parseLong(value)));
    }
    Instant date = HttpDate.parse(value, now);
    if (date == null) {
      return null; // Not a wish that can be honoured.
    }
    return date.isAfter(now) ? cut(Duration.between(now, date)) : Duration.ZERO;
  }

  private static Duration cut(Duration wish) {
    return wish.compareTo(LONGEST) > 0 ? LONGEST : wish;
  }
}
