package io.tensionwire.detection.gist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DaysTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "Russia told South Korea on Monday. | 2026-03-09", "Russia told South Korea yesterday. | 2026-03-09",
    "Russia told South Korea on March 5. | 2026-03-05", "Russia told South Korea on the 5th. | 2026-03-05",
    "Russia will tell South Korea on 16 March. | 2026-03-16", "Russia told South Korea on Tuesday. | 2026-03-10",
    "한국 정부는 9일 러시아에 알렸다. | 2026-03-09", "한국 정부는 전날 러시아에 알렸다. | 2026-03-09",
    "한국 정부는 3월 5일 러시아에 알렸다. | 2026-03-05", "한국 정부는 오는 16일 러시아에 알린다. | 2026-03-16",
    "한국 정부는 지난달 28일 러시아에 알렸다. | 2026-02-28", "한국 정부는 지난 28일 러시아에 알렸다. | 2026-02-28",
    "Россия сообщила Южной Корее в понедельник. | 2026-03-09", "Россия сообщила Южной Корее накануне. | 2026-03-09",
    "Россия сообщила Южной Корее 5 марта. | 2026-03-05", "Россия сообщила Южной Корее 5-го числа. | 2026-03-05"})
  void aDayIsReadAsOfTheArticle(String text, String day) {
    assertThat(Read.gist(text, text).days()).containsExactly(day);
  }

  @Test
  void theMainNewsComesFirstAndWhatIsLongPastNotAtAll() {
    var days = Read.gist(
        "Russia, South Korea met on Monday",
        "They had met on 2 October. They ate. They slept. On Friday Russia called South Korea.").days();

    assertThat(days).isEqualTo(List.of("2026-03-09", "2026-03-06"));
  }

  @Test
  void aDayThatNoMonthHasIsNone() {
    assertThat(Read.gist("Russia and South Korea", "Russia told South Korea on February 30.").days()).isEmpty();
  }
}
