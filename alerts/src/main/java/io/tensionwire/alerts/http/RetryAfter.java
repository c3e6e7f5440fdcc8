package io.tensionwire.alerts.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** {@code Retry-After} (RFC 9110, 10.2.3): seconds, or a date. */
final class RetryAfter {

  private RetryAfter() {}

  /** @param answeredAt by the clock of whoever wrote the date */
  static @Nullable Duration of(@Nullable String header, Instant answeredAt) {
    if (header == null) {
      return null;
    }
    String text = header.strip();
    if (text.matches("\\d{1,9}")) {
      return Duration.ofSeconds(Long.parseLong(text));
    }
    // Some APIs, Discord's among them, give fractions.
    if (text.matches("\\d{1,9}\\.\\d{1,9}")) {
      return seconds(Double.parseDouble(text));
    }
    Instant date = date(text);
    return date == null ? null : date.isBefore(answeredAt) ? Duration.ZERO : Duration.between(answeredAt, date);
  }

  static Duration seconds(double seconds) {
    return Duration.ofMillis((long) Math.ceil(seconds * 1000));
  }

  static @Nullable Instant date(String text) {
    try {
      return ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }
}
