package io.tensionwire.detection.gist;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountsTest {
  private static final String ENGLISH = "Russia and South Korea: ";
  private static final String KOREAN = "러시아와 한국 정부의 발표에 의하면 그렇다: ";
  private static final String RUSSIAN = "Россия и Южная Корея сообщили: ";

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "eight military planes entered | aircraft:8", "1,500 troops | person:1500", "two ships | ship:2",
    "682 items | item:682", "5 billion won | krw:5000000000", "$3.5 million | usd:3500000",
    "four years in prison | year-term:4", "12 thousand tons of fish | ton:12000", "a 42-year-old man | age:42",
    "a crew of twelve | person:12", "the pastor, 44, spoke | age:44", "up 4.7% | percent:4.7", "twenty five drones | drone:25"})
  void english(String text, String amount) {
    assertThat(Read.gist("Russia, South Korea", ENGLISH + text + ".").amounts()).contains(amount);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "군용기 8대가 진입했다 | aircraft:8", "병력 1천500명 | person:1500", "선박 두 척이 왔다 | ship:2", "682개 품목을 더했다 | item:682",
    "50억 원 상당 | krw:5000000000", "350만 달러 | usd:3500000", "징역 4년을 받았다 | year-term:4",
    "어획량 1만2천톤 | ton:12000", "42세 남성 | age:42", "4.7% 올랐다 | percent:4.7", "1억 2천만 원 | krw:120000000"})
  void korean(String text, String amount) {
    assertThat(Read.gist("러시아와 한국", KOREAN + text + ".").amounts()).contains(amount);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "восемь военных самолетов вошли | aircraft:8", "1 500 военных | person:1500", "два судна | ship:2",
    "682 товара | item:682", "5 млрд вон | krw:5000000000", "3,5 млн долларов | usd:3500000",
    "четыре года колонии | year-term:4", "12 тыс. тонн рыбы | ton:12000", "42-летний мужчина | age:42",
    "рост на 4,7% | percent:4.7", "шестеро моряков | person:6"})
  void russian(String text, String amount) {
    assertThat(Read.gist("Россия и Южная Корея", RUSSIAN + text + ".").amounts()).contains(amount);
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "on March 13", "at 10:30 a.m. local time", "in 2026", "the Su-35 jet", "its 155 mm gun", "13 марта", "в 2026 году", "13-го числа",
    "3월 13일", "오후 2시 30분께", "2026년"})
  void datesYearsTimesAndTypesAreNone(String text) {
    String opening = text.matches(".*[가-힣].*") ? KOREAN : text.matches(".*[а-я].*") ? RUSSIAN : ENGLISH;

    assertThat(Read.gist(opening, opening + text + ".").amounts()).isEmpty();
  }
}
