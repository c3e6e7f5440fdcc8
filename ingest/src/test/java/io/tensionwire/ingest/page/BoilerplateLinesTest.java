package io.tensionwire.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoilerplateLinesTest {

  @ParameterizedTest
  @ValueSource(strings = {
      "Share this article", "Facebook Twitter Email", "Read more: Ship owners look for other routes", "ADVERTISEMENT",
      "Sign up for our morning newsletter", "© 2026 Example Press. All rights reserved.", "Copyright 2026 Example Press",
      "Photo by Example Pictures", "A ship in the strait / Getty Images", "Follow us on Telegram for more",
      "[외교안보팀 desk@press.example]", "저작권자 ⓒ 예시일보, 무단 전재 및 재배포 금지", "ⓒ 예시일보", "▶ 예시일보 텔레그램 채널 구독하기",
      "사진=예시일보 자료사진", "관련 기사", "입력 2026-11-20 10:00 수정 2026-11-20 11:00", "많이 본 뉴스",
      "Читайте также: Судовладельцы ищут другие маршруты", "Читайте также", "Фото: пресс-служба ведомства",
      "Подписывайтесь на наш канал в Telegram", "При использовании материалов сайта ссылка обязательна",
      "Нашли ошибку? Выделите её и нажмите Ctrl+Enter", "Все права защищены"})
  void linesOfTheSiteAreKnown(String line) {
    assertThat(BoilerplateLines.isBoilerplate(line)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "Copyright law is to be changed in the spring, the ministry said.", "Watch-makers asked for a longer delay.",
      "Related industries expect losses, a trade official said.", "Share prices of ship owners fell by a tenth on Friday.",
      "Image processing showed that the aircraft had turned back.", "Photo reconnaissance confirmed the report.",
      "Follow-up talks are planned for next month.", "Comments from the embassy were expected in the evening.",
      "사진 속 항공기는 방공식별구역을 벗어난 뒤였다고 국방부가 설명했다.", "유튜브 채널을 통해 공개된 영상에 대해 정부는 사실 관계를 검색하고 있다고 밝혔다.",
      "정부는 저작물의 무단 복제를 금지하는 협정을 양국이 함께 마련하기로 했다고 발표했다.", "추천 인사는 다음 주에 발표된다.",
      "При использовании этого маршрута суда теряют двое суток, сообщили в ведомстве.",
      "Следите за границей внимательнее, потребовал представитель ведомства.", "Видео с места происшествия подлинное.",
      "Реклама зарубежных компаний будет ограничена, сообщили в ведомстве.", "Подробнее о решении сообщат в понедельник."})
  void sentencesOfAReportStay(String line) {
    assertThat(BoilerplateLines.isBoilerplate(line)).isFalse();
    assertThat(BoilerplateLines.endsArticle(line)).isFalse();
    assertThat(BoilerplateLines.isBeforeText(line)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "Related stories", "About the author", "12 comments", "You might also like", "More from World", "기자의 다른 기사", "관련 뉴스",
      "Материалы по теме", "Смотрите также", "Последние новости"})
  void headsOfWhatFollowsAnArticleAreKnown(String line) {
    assertThat(BoilerplateLines.endsArticle(line)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "By the foreign desk", "Updated 20 November 2026, 10:00", "5 min read", "20 ноября 2026 года, 10:15", "2026.11.20 10:00",
      "November 20, 2026", "Автор: отдел внешней политики"})
  void factsBeforeTheTextAreKnown(String line) {
    assertThat(BoilerplateLines.isBeforeText(line)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "By Friday the ministry had not answered the letter.", "Published figures show that trade fell by 3 percent.",
      "2026년 11월 20일 양국의 실무 회담이 서울에서 열렸다고 외교부가 밝혔다."})
  void sentencesThatBeginLikeFactsStay(String line) {
    assertThat(BoilerplateLines.isBeforeText(line)).isFalse();
  }
}
