package io.tensionwire.ingest.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateTextTest {

  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "Sun,27 Sep 2026 19:00:00 GMT | 2026-09-27T19:00:00Z",
    "2026-09-27 19:00:00 | 2026-09-27T10:00:00Z",
    "27 09 2026 19:00:00 +0900 | 2026-09-27T10:00:00Z",
    "Sun, 27 Sep 2026 19:00:00 +09:00 | 2026-09-27T10:00:00Z",
    "Sun, 27 Sep 2026 19:00:00 KST | 2026-09-27T10:00:00Z",
    "Sun, 27 Sep 2026 19:00:00 MSK | 2026-09-27T16:00:00Z",
    "27 сентября 2026 19:00 MSK | 2026-09-27T16:00:00Z",
    "27 мая 2026 г., 19:00 MSK | 2026-05-27T16:00:00Z",
    "2026.11.20 10:00 | 2026-11-20T01:00:00Z",
    "20261120100000 | 2026-11-20T01:00:00Z",
    "2026년 11월 20일 오후 3:05 | 2026-11-20T06:05:00Z",
    "2026-11-20T10:00:00.123Z | 2026-11-20T10:00:00Z",
    "2026-11-20 | 2026-11-20T00:00:00Z",
    "Nov 20, 2026 10:00 PM EST | 2026-11-21T03:00:00Z",
    "2026-11-20T24:00:00Z | 2026-11-21T00:00:00Z"
  })
  void readsWhatFeedsWrite(String text, Instant meant) {
    assertThat(DateText.parse(text, SEOUL)).isEqualTo(meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yesterday", "2026-11-20T25:00:00Z", "2026-13-01", "32 Nov 2026", "Sun, Dec x 2012 11:47:32 GMT", "22013"})
  void readsNothingIntoWhatIsNoDate(String text) {
    assertThat(DateText.parse(text, SEOUL)).isNull();
  }
}
