package io.tensionwire.detection;

import static io.tensionwire.detection.Articles.article;
import static io.tensionwire.detection.Articles.named;
import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.detection.verdict.Score;
import io.tensionwire.model.Article;
import io.tensionwire.model.Category;
import io.tensionwire.model.Confidence;
import io.tensionwire.model.Detection;
import io.tensionwire.model.Genre;
import io.tensionwire.model.Polarity;
import io.tensionwire.model.Severity;
import io.tensionwire.model.Signal;
import io.tensionwire.model.Stance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an article amounts to: which way, how much, how surely, and how its score adds up. */
class VerdictTest {
  private static final Detector DETECTOR = Articles.shipped();

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "Russian ambassador hopes to restore ties with Seoul|Sanctions, the unfriendly list, export controls and harsh"
        + " words weigh on them, he said. Sanctions hurt both South Korea and Russia. Sanctions will have to end one day.",
    "주한 러 대사 \"한·러 관계 회복 희망\"|제재와 비우호국 명단, 수출통제가 관계에 부담이라고 러시아 대사가 말했다. 한국의 제재로 러시아와 교역이 줄었다.",
    "Посол РФ надеется на восстановление отношений с Сеулом|Санкции, список недружественных стран и экспортный контроль"
        + " осложняют связи России и Южной Кореи. Из-за санкций упала торговля."
  })
  void aCallToRestoreTiesStaysOneHoweverOftenItMentionsSanctions(String title, String text) {
    assertThat(named(DETECTOR, article(title, text)).polarity()).isEqualTo(Polarity.DEESCALATION);
  }

  @Test
  void confidenceNeverRaisesSeverity() {
    String said = "Relations between South Korea and Russia have deteriorated.";
    Detection plain = named(DETECTOR, article("Ties of Seoul and Moscow", said));
    Detection official = named(
        DETECTOR, article("Ties of Seoul and Moscow", said).toBuilder().genre(Genre.OFFICIAL).build());

    assertThat(plain.confidence()).isEqualTo(Confidence.SINGLE);
    assertThat(official.confidence()).isEqualTo(Confidence.OFFICIAL);
    assertThat(official.severity()).isEqualTo(plain.severity()).isEqualTo(Severity.ELEVATED);
  }

  @Test
  void theScoreIsWhatTheShownTermsMultiplyTo() {
    Article article = article("Russia summons South Korean ambassador over shells",
        "Moscow warned Seoul of retaliation if shells reach Ukraine. Relations between South Korea and Russia have soured."
            + " In 2022 Russia put South Korea on its list of unfriendly countries. Seoul hopes for talks with Moscow.");

    Explanation explanation = DETECTOR.explain(article);

    double rest = 1;
    for (Score.Term term : explanation.terms()) {
      double contribution = Math.round(1000 * term.weight() / 100.0 * term.place() * term.closeness() * term.stance()
          * term.currency() * term.genre()) / 1000.0;
      assertThat(term.contribution()).isEqualTo(contribution);
      rest *= term.counted() ? 1 - contribution : 1;
    }
    assertThat(explanation.terms()).filteredOn(Score.Term::counted).extracting(Score.Term::category)
        .doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(3);
    assertThat(Math.round(100 * (1 - rest))).isEqualTo(named(DETECTOR, article).score());
    assertThat(explanation.because()).startsWith("diplomatic-protest (").endsWith(": high");
  }

  @Test
  void recapAddsNothingAndIsShownAsSuch() {
    Explanation explanation = DETECTOR.explain(
        article("Trade of Seoul and Moscow", "Russia put South Korea on its list of unfriendly countries in 2022."));

    assertThat(explanation.terms()).isNotEmpty().allSatisfy(term -> {
      assertThat(term.currency()).isZero();
      assertThat(term.contribution()).isZero();
      assertThat(term.counted()).isFalse();
    });
    assertThat(explanation.because()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "Russia bars South Korean lawmakers from entry|high",
    "Russia expels South Korean diplomat|critical"
  })
  void whoIsBarredIsNotExpelled(String title, String severity) {
    assertThat(named(DETECTOR, article(title, ""))).extracting(d -> String.valueOf(d.severity()).toLowerCase())
        .isEqualTo(severity);
  }

  @Test
  void anExplainerAlertsOnlyForWhatIsPlainNewsInIt() {
    Article article = article("Seoul and Moscow", "Trains ran on time on Friday. Shops opened late. The sky was grey."
        + " Russia once more called an act of South Korea unfriendly.");

    Detection report = named(DETECTOR, article);
    Detection explainer = named(DETECTOR, article.toBuilder().genre(Genre.EXPLAINER).build());

    assertThat(explainer.score()).isLessThan(report.score());
    assertThat(named(DETECTOR, article("Why is Russia angry at Seoul", "Russia summoned the South Korean ambassador.")
        .toBuilder().genre(Genre.EXPLAINER).build()).severity()).isEqualTo(Severity.NOTICE);
  }

  @Test
  void aHeadlineThatAsksAssertsNothing() {
    assertThat(named(DETECTOR, article("Are relations of Seoul and Moscow deteriorating?", "")).signals())
        .filteredOn(signal -> signal.category() == Category.RELATIONS_WORSENING).extracting(Signal::stance)
        .containsOnly(Stance.CONDITIONAL);
  }
}
