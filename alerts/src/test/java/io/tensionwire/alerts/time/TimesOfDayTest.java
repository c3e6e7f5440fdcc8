package io.tensionwire.alerts.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tensionwire.model.yaml.Section;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesOfDayTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "08:00          | 2026-11-20T07:00:00Z | 2026-11-20T07:00:00Z | 2026-11-21T07:00:00Z",
      "[18:00, 08:00] | 2026-11-20T07:30:00Z | 2026-11-20T07:00:00Z | 2026-11-20T17:00:00Z",
      "hourly         | 2026-11-20T07:30:00Z | 2026-11-20T07:00:00Z | 2026-11-20T08:00:00Z",
      "8:05           | 2026-11-20T07:30:00Z | 2026-11-20T07:05:00Z | 2026-11-21T07:05:00Z",
      // 02:30 is skipped on 29 March and comes an hour later by the new clocks; on 25 October it comes once.
      "02:30          | 2026-03-28T12:00:00Z | 2026-03-28T01:30:00Z | 2026-03-29T01:30:00Z",
      "02:30          | 2026-10-25T01:00:00Z | 2026-10-25T00:30:00Z | 2026-10-26T01:30:00Z"
  })
  void comesOnceADay(String times, String at, String last, String next) {
    TimesOfDay day = times(times);

    assertThat(day.last(Instant.parse(at), BERLIN)).isEqualTo(last);
    assertThat(day.next(Instant.parse(at), BERLIN)).isEqualTo(next);
  }

  @Test
  void aMistakeSaysWhatWouldBeRight() {
    assertThatThrownBy(() -> times("8 o'clock")).hasMessage(
        "shifts.yaml:1: at: 8 o'clock has '8 o'clock', which is not a time of day; write it like 08:00");
    assertThatThrownBy(() -> times("[]")).hasMessageContaining("names no time of day; write it like 08:00");
  }

  private static TimesOfDay times(String text) {
    return TimesOfDay.from(Section.parse("at: " + text, "shifts.yaml"), "at");
  }
}
