package io.tensionwire.model.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

  @ParameterizedTest
  @CsvSource({
      "500ms,PT0.5S", "60s,PT1M", "10m,PT10M", "24h,PT24H", "14d,PT336H", "' 5 s ',PT5S", "PT1H,PT1H", "0s,PT0S"})
  void aLengthOfTimeIsReadAsPeopleWriteIt(String text, Duration duration) {
    assertThat(DurationText.parse(text)).isEqualTo(duration);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "10", "ten minutes", "1w", "-5s", "1.5h", "99999999999999s"})
  void anythingElseIsNone(String text) {
    assertThat(DurationText.parse(text)).isNull();
  }

  @Test
  void theNearestWordIsTheOneWithTheFewestLettersChanged() {
    List<String> words = List.of("feeds", "route", "receivers", "max-age");

    assertThat(Nearest.to("feed", words)).isEqualTo("feeds");
    assertThat(Nearest.to("recievers", words)).isEqualTo("receivers");
    assertThat(Nearest.to("maxage", words)).isEqualTo("max-age");
    assertThat(Nearest.to("something-else", words)).isNull();
    assertThat(Nearest.to("x", List.of())).isNull();
  }
}
