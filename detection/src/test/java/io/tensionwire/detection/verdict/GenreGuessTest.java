package io.tensionwire.detection.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.model.Article;
import io.tensionwire.model.BodySource;
import io.tensionwire.model.Genre;
import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GenreGuessTest {
  private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "INTERVIEW|(Interview) Russian envoy on ties with Seoul",
    "INTERVIEW|[인터뷰] 주한 러시아 대사",
    "INTERVIEW|Интервью посла России в Сеуле",
    "OPINION|Editorial: no hurry with Moscow",
    "OPINION|[사설] 대러 외교, 서두를 일 아니다",
    "OPINION|Колонка: Сеул не торопится",
    "ANALYSIS|Analysis: what Moscow wants of Seoul",
    "ANALYSIS|[뉴스분석] 한러 관계의 앞날",
    "ANALYSIS|Эксперт: Сеул ждёт конца боёв",
    "EXPLAINER|What is the unfriendly list?",
    "EXPLAINER|[용어] 방공식별구역",
    "EXPLAINER|Что такое красная линия",
    "ROUNDUP|Morning briefing: five things from Seoul",
    "ROUNDUP|오늘의 주요 뉴스",
    "ROUNDUP|Дайджест: Корея за неделю",
    "LIVE|Live: summit in Gyeongju",
    "ANNIVERSARY|Thirty-five years on, the first embassy remembered",
    "ANNIVERSARY|한러 수교 36주년",
    "ANNIVERSARY|Годовщина установления дипотношений",
    "OFFICIAL|Press release on the consultations",
    "OFFICIAL|[보도자료] 한러 영사협의회 개최",
    "OFFICIAL|О встрече заместителей министров",
    "OTHER|[서평] 정동의 겨울",
    "REPORT|Seoul summons Russian ambassador",
    "REPORT|외교부, 주한 러시아 대사 초치",
    "REPORT|МИД России вызвал посла Южной Кореи"
  })
  void theTitleTellsTheKind(Genre genre, String title) {
    assertThat(genre(title, "", "https://courier.example/world/1")).isEqualTo(genre);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "OPINION|https://courier.example/opinion/2026/1",
    "ANALYSIS|https://courier.example/analytics/2026/1",
    "INTERVIEW|https://courier.example/interviews/1",
    "OFFICIAL|https://www.mofa.go.kr/www/brd/m_4080/view.do",
    "OFFICIAL|https://mid.ru/ru/foreign_policy/news/1",
    "EXPLAINER|https://en.wikipedia.org/wiki/Russia",
    "OTHER|https://blog.naver.com/someone/1",
    "REPORT|https://courier.example/opinion-of-the-court-on-ship"
  })
  void theAddressTellsTheKind(Genre genre, String url) {
    assertThat(genre("Seoul and Moscow", "", url)).isEqualTo(genre);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "INTERVIEW|Q. How are ties?\\nA. Fair.\\nQ. And trade?\\nA. Down.\\nQ. And flights?\\nA. None.",
    "INTERVIEW|Посол рассказал о торговле в интервью агентству. «Она упала», — сказал он.",
    "LIVE|09:10 Planes land.\\n09:40 The delegations meet.\\n10:05 Doors close.",
    "ROUNDUP|1. A bank holds its rate.\\n2. A ship docks.\\n3. Rain on Sunday.",
    "OFFICIAL|제21차 한-러 영사협의회가 개최되었습니다. 양측은 절차를 간소화하기로 하였습니다.",
    "OFFICIAL|В Москве состоялись консультации директоров департаментов. Рассмотрены вопросы повестки.",
    "OFFICIAL|The Deputy Ministers held consultations in Seoul. The two sides exchanged views on the region.",
    "EXPLAINER|In February 1904 a cruiser lay in the roads. Its captain received an ultimatum. The ship was scuttled.",
    "ANNIVERSARY|On Sept. 1, 1983 a plane was lost. Families laid flowers in a park. A bell was rung.",
    "OTHER|I never liked the place. My friends did. I went there for the soup.",
    "ANALYSIS|Analysts see little room for a thaw. Trade is down and will stay so.",
    "REPORT|The ministry said that it was the first such visit since 1990. Officials met for an hour.",
    "REPORT|외교부는 20일 러시아 대사를 불러 항의했다고 밝혔다."
  })
  void theFormOfTheTextTellsTheKind(Genre genre, String text) {
    assertThat(genre("Seoul and Moscow", text.replace("\\n", "\n"), "https://courier.example/world/1")).isEqualTo(genre);
  }

  @Test
  void whatTheFeedSaysCountsFirst() {
    Article article = Article.builder(URI.create("https://courier.example/opinion/1")).title("Editorial: a thaw")
        .body("", BodySource.FEED).fetchedAt(NOW).genre(Genre.LIVE).build();

    assertThat(GenreGuess.of(article)).isEqualTo(Genre.LIVE);
  }

  private static Genre genre(String title, String body, String url) {
    return GenreGuess.of(Article.builder(URI.create(url)).title(title).body(body, BodySource.PAGE).publishedAt(NOW)
        .fetchedAt(NOW).build());
  }
}
