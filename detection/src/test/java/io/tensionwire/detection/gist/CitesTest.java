package io.tensionwire.detection.gist;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CitesTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "Russia told South Korea, Yonhap reported. | Yonhap", "Russia told South Korea, according to TASS. | TASS",
    "한국 연합뉴스에 따르면 러시아가 알렸다. | Yonhap", "한국에 러시아가 알렸다고 타스 통신이 보도했다. | TASS",
    "Россия сообщила Южной Корее, передает Интерфакс. | Interfax",
    "Россия ответила Южной Корее, со ссылкой на агентство Рёнхап. | Yonhap",
    "Russia told South Korea, the Hangang Wire said. | Hangang Wire",
    "SEOUL, March 5 (Hangang) -- Russia told South Korea. | Hangang", "(서울=한강통신) 러시아가 한국에 알렸다. | 한강통신",
    "МОСКВА, 5 марта. /Амурвест/. Россия ответила Южной Корее. | Амурвест",
    "СЕУЛ, 5 мар - РИА Новости. Россия ответила Южной Корее. | RIA Novosti",
    "한국과 러시아에 대해 한강통신은 이같이 보도했다. | 한강통신",
    "Россия сообщила Южной Корее, пишет газета «Амурский курьер». | Амурский"})
  void whoseWordIsPassedOn(String text, String outlet) {
    assertThat(Read.gist("Russia, South Korea, Россия, Южная Корея, 러시아, 한국", text).cites())
        .anySatisfy(cite -> assertThat(cite).startsWith(outlet));
  }

  @Test
  void anOutletThatIsNewsItselfIsNotCited() {
    var cites = Read.gist("Russia fines Yonhap", "Russia has closed the bureau of Yonhap in South Korea.").cites();

    assertThat(cites).isEmpty();
  }
}
