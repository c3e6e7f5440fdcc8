package io.tensionwire.ingest.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeadlineTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "(LEAD) Foreign minister summons envoy | Foreign minister summons envoy | 10",
    "(2nd LD) Foreign minister summons envoy | Foreign minister summons envoy | 12",
    "(3rd LD) Foreign minister summons envoy | Foreign minister summons envoy | 13",
    "(2nd LEAD) Foreign minister summons envoy | Foreign minister summons envoy | 12",
    "(URGENT) Foreign minister summons envoy | Foreign minister summons envoy | -10",
    "URGENT: Foreign minister summons envoy | Foreign minister summons envoy | -10",
    "UPDATE 2-Foreign minister summons envoy | Foreign minister summons envoy | 12",
    "Foreign minister summons envoy (UPDATED) | Foreign minister summons envoy | 10",
    "[속보] 외교부, 주한대사 초치 | 외교부, 주한대사 초치 | -10",
    "[1보] 외교부, 주한대사 초치 | 외교부, 주한대사 초치 | -9",
    "[2보] 외교부, 주한대사 초치 | 외교부, 주한대사 초치 | -8",
    "외교부, 주한대사 초치(종합) | 외교부, 주한대사 초치 | 10",
    "외교부, 주한대사 초치(종합2보) | 외교부, 주한대사 초치 | 12",
    "[속보]외교부, 주한대사 초치(종합) | 외교부, 주한대사 초치 | 10",
    "Срочно: МИД вызвал посла | МИД вызвал посла | -10",
    "МИД вызвал посла (дополнено) | МИД вызвал посла | 10",
    "МИД вызвал посла (обновлено) | МИД вызвал посла | 10",
    "(News Focus) What the summons means | (News Focus) What the summons means | 0",
    "(Yonhap Feature) A village at the border | (Yonhap Feature) A village at the border | 0",
    "[인터뷰] 전직 대사 | [인터뷰] 전직 대사 | 0",
    "Lead found in drinking water | Lead found in drinking water | 0",
    "(LEAD) | (LEAD) | 0"
  })
  void aMarkOfProgressIsNoPartOfTheTitle(String title, String bare, int stage) {
    assertThat(Headline.of(title)).isEqualTo(new Headline(bare, stage));
  }

  @Test
  void stagesAreInTheOrderInWhichAWireSendsThem() {
    assertThat(new int[] {
      Headline.of("[속보] 초치").stage(), Headline.of("[1보] 초치").stage(), Headline.of("[2보] 초치").stage(),
      Headline.of("초치").stage(), Headline.of("초치(종합)").stage(), Headline.of("초치(종합2보)").stage()
    }).isSorted();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Foreign minister summons Russian envoy", "외교부, 주한대사 초치해 항의", "МИД вызвал посла для протеста"})
  void aTitleOfSomeWordsTellsAReport(String title) {
    assertThat(Headline.of(title).tells()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Weather", "Morning headlines", "오늘의 날씨", "Курс валют", "Photo"})
  void aRubricDoesNot(String title) {
    assertThat(Headline.of(title).tells()).isFalse();
  }
}
