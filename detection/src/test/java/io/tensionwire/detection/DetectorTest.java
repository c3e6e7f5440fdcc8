package io.tensionwire.detection;

import static io.tensionwire.detection.Articles.article;
import static io.tensionwire.detection.Articles.named;
import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.detection.verdict.GenreGuess;
import io.tensionwire.model.Article;
import io.tensionwire.model.Category;
import io.tensionwire.model.Detection;
import io.tensionwire.model.Genre;
import io.tensionwire.model.Language;
import io.tensionwire.model.Polarity;
import io.tensionwire.model.Severity;
import io.tensionwire.model.Signal;
import io.tensionwire.model.Stance;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DetectorTest {
  private static final Detector DETECTOR = Articles.shipped();

  @ParameterizedTest
  @ValueSource(strings = {
    "The ROK and Russia agreed to hold talks between their ministers.",
    "Seoul's envoy held talks with Kremlin officials.",
    "S. Korea and Moscow held talks on the sidelines of the meeting."
  })
  void countryCapitalAndAbbreviationNameAParty(String text) {
    assertThat(named(DETECTOR, article("Talks held", text)).mentions().parties()).contains("south-korea", "russia");
  }

  @ParameterizedTest
  @ValueSource(strings = {"한러 관계가 악화했다.", "한·러 관계가 악화했다.", "韓, 러시아와 갈등…관계 악화", "우리 정부와 러시아의 관계가 악화했다."})
  void koreanJoinedAndAbbreviatedFormsNameBoth(String text) {
    assertThat(named(DETECTOR, article(text, "")).severity()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "Российско-южнокорейские отношения ухудшились.", "Отношения РФ и РК ухудшились.",
    "Отношения Москвы с Республикой Корея ухудшились."
  })
  void russianCompoundsAndAbbreviationsNameBoth(String text) {
    assertThat(named(DETECTOR, article("Дипломаты об отношениях", text)).severity()).isNotNull();
  }

  @Test
  void whereAnArticleWasWrittenIsNobodyUnderATitleAboutOthers() {
    String body = "SEOUL, July 11 -- The Russian minister arrived in the North Korean city of Wonsan for talks on Friday.";

    assertThat(DETECTOR.judge(article("Russian minister arrives in North Korea for talks", body)))
        .isEqualTo(new Judgement.PassedOver("one-party-missing"));
  }

  @Test
  void theCapitalInADatelineSpeaksForItsMinistry() {
    String body = "SEOUL, July 11 -- The foreign ministry summoned the Russian ambassador on Friday to lodge a protest.";

    assertThat(named(DETECTOR, article("Russian ambassador summoned", body)).severity()).isEqualTo(Severity.HIGH);
  }

  @Test
  void itemsHeadedInCapitalsAreARoundup() {
    String body = "SEOUL: The cabinet met on housing. BERLIN: Rail workers went home early. OTTAWA: Snow closed schools."
        + " LISBON: Sardines are dearer.";

    assertThat(GenreGuess.of(article("The day in short lines", body))).isEqualTo(Genre.ROUNDUP);
  }

  @Test
  void anInterviewThatNamesOnlyTheTwoIsAboutThem() {
    Article article = article("The envoy speaks",
        "The envoy received us at noon. Tea was served first. The garden was in bloom. He had time for us."
            + " What does he think of Seoul? He has seen Seoul change in the last years. How is Moscow in winter?"
            + " Moscow is cold. He says that our relations are at their worst.");

    assertThat(named(DETECTOR, article).signals()).extracting(Signal::category).contains(Category.RELATIONS_WORSENING);
  }

  @Test
  void whoComesAlongFirstDoesNotHideThePair() {
    Article article = article("Chinese, Russian warplanes enter S. Korea's air defense zone",
        "Eleven Chinese and Russian planes entered South Korea's air defense identification zone, the military said.");

    assertThat(named(DETECTOR, article).signals()).extracting(Signal::category).contains(Category.MILITARY_INCIDENT);
    assertThat(named(DETECTOR, article).severity()).isNotNull();
  }

  @Test
  void talksOfTheTwoAboutAnEpidemicAreTalks() {
    Article article = article("Главы МИД России и Южной Кореи провели переговоры в Сеуле",
        "Министры обсудили борьбу с пандемией. Пандемия коронавируса сказалась на торговле, вакцины помогут.");

    assertThat(named(DETECTOR, article).signals()).extracting(Signal::category).contains(Category.DIALOGUE);
    assertThat(named(DETECTOR, article).severity()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "North Korea and Russia held talks on the Korean peninsula.", "Pyongyang thanked Moscow for the talks.",
    "The DPRK envoy met officials in Moscow. Korean delegates stayed for a week."
  })
  void northKoreaIsNotSouthKorea(String text) {
    assertThat(DETECTOR.judge(article("Talks held", text)))
        .isEqualTo(new Judgement.PassedOver("one-party-missing"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"북한과 러시아가 평양에서 회담했다.", "북러 외교장관이 한반도 정세를 논의했다."})
  void northKoreaIsNotSouthKoreaInKorean(String text) {
    assertThat(DETECTOR.judge(article(text, ""))).isEqualTo(new Judgement.PassedOver("one-party-missing"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"푸틴 대통령은 경제포럼에서 협력을 강조했다.", "라브로프 장관은 모스크바에서 회담했다."})
  void theOfficeBesideAForeignOfficialsNameIsTheirs(String text) {
    assertThat(DETECTOR.judge(article(text, ""))).isEqualTo(new Judgement.PassedOver("one-party-missing"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"КНДР и Россия провели переговоры о Корейском полуострове.", "Северная Корея и Россия провели переговоры."})
  void northKoreaIsNotSouthKoreaInRussian(String text) {
    assertThat(DETECTOR.judge(article(text, ""))).isEqualTo(new Judgement.PassedOver("one-party-missing"));
  }

  @Test
  void aTitleThatNamesNobodyIsNotThePairsForWhatItsSecondSentenceRecalls() {
    Judgement judgement = Articles.shipped().judge(Articles.article(
        "Суд в Самаре приговорил блогера к семи годам",
        "Защита подаст апелляцию. Об отношениях России и Южной Кореи блогер писал мало."));

    assertThat(judgement).satisfiesAnyOf(
        j -> assertThat(j).isInstanceOf(Judgement.PassedOver.class),
        j -> assertThat(((Judgement.Named) j).detection().severity()).isNull());
  }

  @Test
  void aNewsAgencyCalledAfterACountryIsNoParty() {
    Article article = article("Сеул вызвал дипломата", "Агентство «Россия сегодня» пишет: МИД Южной Кореи выразил протест.");

    assertThat(DETECTOR.judge(article)).isEqualTo(new Judgement.PassedOver("one-party-missing"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "Südkorea und Russland|Die Beziehungen zwischen Seoul und Moskau haben sich verschlechtert, sagte der Botschafter.",
    "ロシアと韓国|ロシアは韓国に報復すると警告した。",
    "Сеул і Москва|Південна Корея та Росія погіршили відносини, заявив посол у вівторок."
  })
  void anotherLanguageIsPassedOverByItsContentNotItsLabel(String title, String text) {
    Article article = article(title, text).toBuilder().language(Language.EN).build();

    assertThat(DETECTOR.judge(article)).isEqualTo(new Judgement.PassedOver("other-language"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "Envoy|Relations between South Korea and Russia have not deteriorated, the ambassador said.",
    "대사|한국과 러시아의 관계가 악화되지 않았다고 대사가 말했다.",
    "Посол|Отношения России и Южной Кореи не ухудшились, сказал посол."
  })
  void whatIsDeniedIsNegatedAndRaisesNothing(String title, String text) {
    Detection detection = named(DETECTOR, article(title, text));

    assertThat(detection.signals()).extracting(Signal::stance).containsOnly(Stance.NEGATED);
    assertThat(detection.passedOver()).isEqualTo("only-negated");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "Trade figures|Russia put South Korea on its list of unfriendly countries in 2022.",
    "교역 통계|러시아는 2022년 한국을 비우호국 명단에 올렸다.",
    "Цифры торговли|В 2022 году Россия внесла Южную Корею в перечень недружественных стран."
  })
  void aYearThatIsOverMakesRecap(String title, String text) {
    Detection detection = named(DETECTOR, article(title, text));

    assertThat(detection.signals()).isNotEmpty().noneMatch(Signal::current);
    assertThat(detection.passedOver()).isEqualTo("only-recap");
  }

  @Test
  void theSameWordsAreNewsInTheirOwnYear() {
    Instant then = Instant.parse("2022-03-07T10:00:00Z");
    Article article = article("Trade", "Russia put South Korea on its list of unfriendly countries in 2022.").toBuilder()
        .publishedAt(then).build();

    assertThat(named(DETECTOR, article).severity()).isNotNull();
  }

  @Test
  void theFirstTalksSinceAPastYearAreNews() {
    Detection detection = named(
        DETECTOR, article("Ministers meet", "The foreign ministers of South Korea and Russia held talks for the first time since 2022."));

    assertThat(detection.polarity()).isEqualTo(Polarity.DEESCALATION);
  }

  @Test
  void whatOneSideDemandsEasesNothing() {
    Detection detection = named(
        DETECTOR, article("Moscow states its terms", "Seoul must lift the sanctions on Russia, the ministry said of South Korea."));

    assertThat(detection.signals()).extracting(Signal::stance).contains(Stance.DEMANDED);
    assertThat(detection.severity()).isNull();
  }

  @Test
  void anAccusationStaysWhenTheAccusedDeniesIt() {
    Detection detection = named(DETECTOR, article(
        "Seoul and Moscow at odds", "South Korea says North Korea supplies Russia with shells. Russia denied the claim."));

    assertThat(detection.signals()).anySatisfy(signal -> {
      assertThat(signal.category()).isEqualTo(Category.NK_RUSSIA_MILITARY);
      assertThat(signal.deniedBy()).isEqualTo("russia");
    });
    assertThat(detection.severity()).isNotNull();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "Russia summons South Korean ambassador|russia>south-korea",
    "South Korea summons Russian ambassador|south-korea>russia",
    "Посла Южной Кореи вызвали в МИД России|russia>south-korea",
    "외교부, 주한 러시아 대사 초치|south-korea>russia"
  })
  void whoSummonsAnAmbassadorTurnsOnTheAmbassadorsCountry(String title, String direction) {
    assertThat(named(DETECTOR, article(title, "")).signals())
        .filteredOn(signal -> signal.category() == Category.DIPLOMATIC_PROTEST)
        .extracting(Signal::direction).containsOnly(direction);
  }

  @Test
  void aSummonsIsHighAnExpulsionCriticalAndAnOpinionNeverMoreThanANotice() {
    Article summons = article("South Korea summons Russian ambassador", "");
    Article expulsion = article("Russia expels South Korean diplomat", "");

    assertThat(named(DETECTOR, summons).severity()).isEqualTo(Severity.HIGH);
    assertThat(named(DETECTOR, expulsion).severity()).isEqualTo(Severity.CRITICAL);
    assertThat(named(DETECTOR, expulsion.toBuilder().genre(Genre.OPINION).build()).severity()).isEqualTo(Severity.NOTICE);
  }

  @Test
  void bothDirectionsInTheHeadlineAreMixed() {
    Detection detection = named(DETECTOR, article("Seoul and Moscow agree to restore ties, but Russia sets a red line", ""));

    assertThat(detection.polarity()).isEqualTo(Polarity.MIXED);
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "Russia called the decision of South Korea an “unfriendly” step.",
    "Russia called the decision of South Korea an un\u00ADfriendly step.",
    "Ｒｕｓｓｉａ called the decision of South Korea an ｕｎｆｒｉｅｎｄｌｙ step.",
    "Russia called the decision of South\nKorea an unfriendly\nstep, the ministry said of South Korea."
  })
  void quotesSoftHyphensWidthAndLineBreaksDoNotHideAPhrase(String text) {
    assertThat(named(DETECTOR, article("Statement on the decision", text)).signals())
        .extracting(Signal::category).contains(Category.UNFRIENDLY_STATE);
  }

  @Test
  void hangulInJamoIsReadAndItsOffsetsPointIntoTheOriginal() {
    String text = Normalizer.normalize("러시아가 한국의 결정을 비우호적 조치라고 비난했다.", Normalizer.Form.NFD);
    Article article = article("성명", text);

    Signal signal = named(DETECTOR, article).signals().stream()
        .filter(s -> s.category() == Category.UNFRIENDLY_STATE).findFirst().orElseThrow();

    assertThat(text.substring(signal.start(), signal.end())).isEqualTo(signal.phrase());
    assertThat(Normalizer.normalize(signal.phrase(), Normalizer.Form.NFC)).startsWith("비우호적");
  }

  @Test
  void aDetectionCarriesWatchArticleAndFingerprint() {
    Article article = article("Russia summons South Korean ambassador", "The ministry protested.");

    Detection detection = named(DETECTOR, article);

    assertThat(detection.watchId()).isEqualTo("korea-russia").isEqualTo(DETECTOR.watchId());
    assertThat(detection.watchVersion()).isEqualTo(DETECTOR.watchVersion()).isNotEmpty();
    assertThat(detection.articleId()).isEqualTo(article.id());
    assertThat(detection.fingerprint()).isNotEmpty();
    assertThat(Objects.requireNonNull(detection.language())).isEqualTo(Language.EN);
  }

  @Test
  void theSameArticleGivesTheSameJudgement() {
    Article article = article("Russia summons South Korean ambassador", "Seoul protested. Moscow warned of retaliation.");

    assertThat(Articles.shipped().judge(article)).isEqualTo(DETECTOR.judge(article));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "Moscow hails Seoul's refusal|Russia welcomed South Korea's refusal to send shells to Ukraine.",
    "러, 한국 자제 환영|러시아는 한국이 포탄을 보내지 않은 자제를 높이 평가하며 환영했다.",
    "В Москве оценили отказ Сеула|Россия ценит, что Южная Корея не поставляет снаряды Украине."
  })
  void praiseForWhatIsNotDoneIsNotNegated(String title, String text) {
    Detection detection = named(DETECTOR, article(title, text));

    assertThat(detection.polarity()).isEqualTo(Polarity.DEESCALATION);
    assertThat(detection.signals()).extracting(Signal::category).contains(Category.NORMALISATION);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "Russia: launchers in South Korea will not go unanswered|It said so on Monday.",
    "러 \"한국 결정 좌시하지 않을 것\"|러시아 외무부는 한국의 결정을 좌시하지 않겠다고 했다.",
    "Москва: шаг Сеула без ответа не останется|Об этом сообщил МИД России."
  })
  void aThreatThatBeginsWithNotIsAThreat(String title, String text) {
    assertThat(named(DETECTOR, article(title, text)).signals())
        .filteredOn(signal -> signal.stance() != Stance.NEGATED).extracting(Signal::category)
        .contains(Category.RETALIATION_THREAT);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "Seoul opens debt talks|Officials from Russia, Brazil and South Korea held talks on debt in Seoul on Monday.",
    "Debt nears a red line|A fund warned of a red line for debt. Brazil is far below it. South Korea is too. So is Russia."
  })
  void whatManyCountriesDoIsNotThePairs(String title, String text) {
    assertThat(DETECTOR.judge(article(title, text))).satisfiesAnyOf(
        judgement -> assertThat(judgement).isInstanceOf(Judgement.PassedOver.class),
        judgement -> assertThat(((Judgement.Named) judgement).detection().severity()).isNull());
  }

  @Test
  void theHeadlinesOfARoundupHaveNothingToDoWithEachOther() {
    Detection detection = named(DETECTOR, article("Headlines at nine",
        "* Bank in Seoul holds its rate\n* Kremlin repeats red line on bases\n* Russian dancer to visit Busan"));

    assertThat(detection.severity()).isNull();
    assertThat(detection.genre()).isEqualTo(Genre.ROUNDUP);
  }

  @Test
  void anItemOfAListEndsWhereTheNextBegins() {
    Detection detection = named(DETECTOR, article("News",
        "- Kremlin repeats its red line on bases\n- Bank in South Korea holds its rate\n- Rain on Sunday in Russia"));

    assertThat(detection.signals()).extracting(Signal::sentence).doesNotContain(
        "Kremlin repeats its red line on bases\n- Bank in South Korea holds its rate");
  }

  @Test
  void whatTheNorthSaysToTheSouthIsNotThePairs() {
    Judgement judgement = DETECTOR.judge(article("Pyongyang speaks to Seoul",
        "North Korea threatened painful consequences for South Korea on Monday. Russia printed the statement."));

    assertThat(((Judgement.Named) judgement).detection().severity()).isNull();
  }

  @Test
  void theOldDotBetweenTwoNamesDivides() {
    assertThat(named(DETECTOR, article("한ㆍ러 관계 악화", "")).severity()).isNotNull();
  }
}
