package io.tensionwire.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpDateTest {

  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

  @ParameterizedTest
  @ValueSource(strings = {
    "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994",
    "Mon, 6 Nov 1994 08:49:37 GMT", "Sun, 06 nov 1994 08:49:37 UTC", "Sun, 06 Nov 1994 11:49:37 +0300", " 06 Nov 1994 08:49:37 GMT "
  })
  void everyFormOfTheBookAndItsUsualMistakesAreRead(String text) {
    assertThat(HttpDate.parse(text, NOW)).isEqualTo(Instant.parse("1994-11-06T08:49:37Z"));
  }

  @Test
  void aYearOfTwoDigitsIsTheOneThatIsNotFarAhead() {
    assertThat(HttpDate.parse("Friday, 20-Nov-26 10:05:00 GMT", NOW)).isEqualTo(NOW.plusSeconds(300));
    assertThat(HttpDate.parse("Friday, 20-Nov-75 10:00:00 GMT", NOW)).isEqualTo("2075-11-20T10:00:00Z");
    assertThat(HttpDate.parse("Friday, 20-Nov-77 10:00:00 GMT", NOW)).isEqualTo("1977-11-20T10:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-1", "0", "2026-11-20", "Sun, 31 Feb 1994 25:00:00 GMT"})
  void whatIsNoDateIsNone(String text) {
    assertThat(HttpDate.parse(text, NOW)).isNull();
  }
}
