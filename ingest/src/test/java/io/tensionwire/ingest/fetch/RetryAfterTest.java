package io.tensionwire.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;

class RetryAfterTest {

  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

  @Test
  void secondsAndDatesAreUnderstoodAndAllElseIsNoWish() {
    assertThat(RetryAfter.parse(" 120 ", NOW)).isEqualTo(Duration.ofMinutes(2));
    assertThat(RetryAfter.parse("Fri, 20 Nov 2026 10:01:00 GMT", NOW)).isEqualTo(Duration.ofMinutes(1));
    assertThat(RetryAfter.parse("Friday, 20-Nov-26 10:01:00 GMT", NOW)).isEqualTo(Duration.ofMinutes(1));
    assertThat(RetryAfter.parse("Fri Nov 20 10:01:00 2026", NOW)).isEqualTo(Duration.ofMinutes(1));
    assertThat(RetryAfter.parse("Fri, 20 Nov 2026 09:00:00 GMT", NOW)).isEqualTo(Duration.ZERO);
    assertThat(RetryAfter.parse("soon", NOW)).isNull();
    assertThat(RetryAfter.parse(null, NOW)).isNull();
  }

  @Test
  void aHostThatWantsToBeLeftAloneForYearsIsAskedOnceADay() {
    assertThat(RetryAfter.parse("999999999", NOW)).isEqualTo(Duration.ofDays(1));
    assertThat(RetryAfter.parse("99999999999999999999", NOW)).isEqualTo(Duration.ofDays(1));
    assertThat(RetryAfter.parse("Fri, 31 Dec 9999 23:59:59 GMT", NOW)).isEqualTo(Duration.ofDays(1));
  }

  @Test
  void aDateIsReadByTheClockOfTheHost() {
    var headers = Headers.of(
        "Date", "Fri, 20 Nov 2026 07:00:00 GMT", "Retry-After", "Fri, 20 Nov 2026 07:02:00 GMT");

    assertThat(RetryAfter.of(headers, NOW)).isEqualTo(Duration.ofMinutes(2));
  }
}
