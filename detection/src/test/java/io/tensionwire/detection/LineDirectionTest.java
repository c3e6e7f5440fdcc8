package io.tensionwire.detection;

import static io.tensionwire.detection.Articles.article;
import static io.tensionwire.detection.Articles.named;
import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.model.Category;
import io.tensionwire.model.Signal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A line is drawn by one party and crossed by the other: it is the one who draws it that acts. */
class LineDirectionTest {

  private static final Detector DETECTOR = Articles.shipped();

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "South Korea would cross a red line if it sends weapons to Kyiv, the Russian foreign ministry said. | russia>south-korea",
    "Arming Ukraine would be a red line for Russia, officials in South Korea said. | russia>south-korea",
    "South Korea told Russia that handing missiles to Pyongyang would cross a red line. | south-korea>russia",
    "Поставки Южной Кореей оружия Украине станут красной линией, заявил представитель МИД РФ. | russia>south-korea",
    "Поставки Южной Кореей оружия Украине станут красной линией для России. | russia>south-korea",
    "러시아 외무부는 한국의 우크라이나 무기 지원이 레드라인을 넘는 것이라고 밝혔다. | russia>south-korea",
  })
  void inTheText(String text, String direction) {
    assertThat(direction("SAMPLE", text)).isEqualTo(direction);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "МИД РФ: Сеул рискует перейти красную линию | russia>south-korea",
    "Moscow: South Korea would cross red line | russia>south-korea",
    "러 “한국 무기 지원은 레드라인” | russia>south-korea",
  })
  void inAHeadlineThatLeavesTheVerbOut(String title, String direction) {
    assertThat(direction(title, "")).isEqualTo(direction);
  }

  private static String direction(String title, String text) {
    return named(DETECTOR, article(title, text)).signals().stream()
        .filter(signal -> signal.category() == Category.RED_LINE).findFirst().map(Signal::direction).orElse("none");
  }
}
