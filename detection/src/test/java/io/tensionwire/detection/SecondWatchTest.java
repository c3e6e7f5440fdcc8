package io.tensionwire.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.model.Article;
import io.tensionwire.model.Detection;
import io.tensionwire.model.Signal;
import io.tensionwire.model.WireName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A second pair is a second file and no code: Korea and Japan, by articles of our own writing. */
class SecondWatchTest {

  private static Detector koreaJapan;

  @BeforeAll
  static void read() throws IOException {
    Path file = Path.of("..", "config", "watches", "examples", "korea-japan.yaml");
    koreaJapan = Detector.parse(Files.readString(file), file.toString());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      diplomatic-protest      | escalation   | Seoul summons Japanese envoy over island map            | South Korea's foreign ministry summoned the Japanese ambassador in Seoul on Friday.
      diplomatic-protest      | escalation   | 외교부, 주한 일본대사 초치                              | 외교부는 20일 주한 일본대사관 총괄공사를 초치해 독도 영유권 주장에 강력히 항의했다.
      diplomatic-protest      | escalation   | Сеул вызвал посла Японии                                | МИД Южной Кореи вызвал посла Японии и заявил решительный протест в связи с картой Токто.
      hostile-rhetoric        | escalation   | Seoul voices deep regret over Japan shrine visit        | South Korea expressed deep regret on Thursday after Japanese ministers visited the Yasukuni shrine.
      hostile-rhetoric        | escalation   | 정부, 日각료 야스쿠니 참배에 깊은 유감                  | 정부는 15일 일본 각료들의 야스쿠니 신사 참배에 깊은 유감을 표명했다.
      hostile-rhetoric        | escalation   | Сеул выразил глубокое сожаление                         | Сеул выразил глубокое сожаление из-за посещения храма Ясукуни министрами Японии.
      sanctions-export-control| escalation   | Japan tightens export controls on South Korea           | Japan tightened export rules for South Korea on Monday and removed the country from its white list.
      sanctions-export-control| escalation   | 일본, 한국 화이트리스트서 제외                          | 일본 정부는 2일 한국을 화이트리스트에서 제외하고 수출 규제를 강화했다.
      sanctions-export-control| escalation   | Япония ужесточила экспорт в Южную Корею                 | Япония ужесточила правила экспорта в Южную Корею, сообщило правительство в Токио.
      retaliation-threat      | escalation   | Seoul says it will respond firmly to Japan              | South Korea will respond firmly to any Japanese claim to Dokdo, its foreign ministry said.
      relations-worsening     | escalation   | 한일 관계 악화                                          | 한일 관계가 급격히 악화하고 있다고 외교부 당국자가 말했다.
      relations-worsening     | escalation   | Отношения Сеула и Токио ухудшились                      | Отношения Южной Кореи и Японии резко ухудшились, заявил представитель МИД.
      dialogue                | deescalation | Leaders of South Korea, Japan hold summit               | The leaders of South Korea and Japan held summit talks in Seoul on Saturday.
      dialogue                | deescalation | 한일 정상회담 개최                                      | 한일 정상회담이 23일 도쿄에서 열렸다. 한국과 일본 정상은 셔틀외교를 이어가기로 했다.
      normalisation           | deescalation | Japan, South Korea agree to improve ties                | The foreign ministers of Japan and South Korea agreed to improve relations.
      normalisation           | deescalation | Сеул и Токио договорились улучшить отношения            | Южная Корея и Япония договорились улучшить отношения, сообщил МИД.
      reopening               | deescalation | Japan returns South Korea to its white list             | Japan reinstated South Korea to its white list of trusted trade partners on Tuesday.
      reopening               | deescalation | 일본, 한국 화이트리스트 복원                            | 일본 정부가 한국을 화이트리스트에 복원했다. 한국 정부는 환영했다.
      """)
  void newsOfThePairIsFound(String category, String polarity, String title, String text) {
    Detection detection = Articles.named(koreaJapan, Articles.article(title, text));

    assertThat(detection.worthTelling()).as("passed over: " + detection.passedOver()).isTrue();
    assertThat(detection.watchId()).isEqualTo("korea-japan");
    assertThat(WireName.of(Objects.requireNonNull(detection.polarity()))).isEqualTo(polarity);
    assertThat(detection.signals()).extracting(Signal::category)
        .map(c -> WireName.of(Objects.requireNonNull(c))).contains(category);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      Japan summons Chinese ambassador              | Tokyo summoned the Chinese ambassador over coast guard ships. South Korea was not involved.
      South Korea beats Japan in World Cup match    | South Korea's striker scored the goal that decided the match against Japan, and the coach held talks with the referee.
      한국-일본 축구 대표팀 평가전                  | 한국과 일본 축구 대표팀의 경기에서 감독이 심판에게 항의했다. 선수들은 결승 골을 기뻐했다.
      Сборная Кореи обыграла Японию                 | В матче Южной Кореи и Японии гол на последней минуте вызвал протест тренера сборной Японии.
      Seoul shares close higher                     | South Korean shares rose on Monday while Japanese stocks were flat.
      """)
  void whatOnlyLooksLikeItTellsNothing(String title, String text) {
    Judgement judgement = koreaJapan.judge(Articles.article(title, text));

    assertThat(judgement instanceof Judgement.Named named && named.detection().worthTelling()).isFalse();
  }

  @Test
  void eachWatchHearsOfItsOwnPair() {
    Detector koreaRussia = Articles.shipped();
    Article tokyo = Articles.article(
        "Seoul summons Japanese envoy", "South Korea's foreign ministry summoned the Japanese ambassador in protest.");
    Article moscow = Articles.article(
        "Seoul summons Russian envoy", "South Korea's foreign ministry summoned the Russian ambassador in protest.");

    assertThat(List.of(told(koreaJapan, tokyo), told(koreaJapan, moscow))).containsExactly(true, false);
    assertThat(List.of(told(koreaRussia, tokyo), told(koreaRussia, moscow))).containsExactly(false, true);
  }

  private static boolean told(Detector detector, Article article) {
    return detector.judge(article) instanceof Judgement.Named named && named.detection().worthTelling();
  }
}
