package io.tensionwire.alerts.message;

import static io.tensionwire.alerts.AlertBuilder.alert;
import static io.tensionwire.alerts.AlertBuilder.signal;
import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.alerts.SampleAlerts;
import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.Category;
import io.tensionwire.model.Confidence;
import io.tensionwire.model.Genre;
import io.tensionwire.model.Language;
import io.tensionwire.model.Signal;
import io.tensionwire.model.Stance;
import io.tensionwire.model.TextField;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class MessageTest {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  @Test
  void theFirstLineSaysSeverityAndDirection() {
    Message message = message(SampleAlerts.english());

    assertThat(message.label()).isEqualTo("HIGH");
    assertThat(message.direction()).isEqualTo("Russia → South Korea");
    assertThat(message.link()).hasToString("https://harbour-post.example/world/2026/11/21/warning?id=1&x=2");
  }

  @Test
  void thePhraseIsMarkedInItsSentence() {
    Evidence evidence = message(SampleAlerts.korean()).evidence().getFirst();

    assertThat(evidence.before()).isEqualTo("러시아 외무부 대변인은 “한국이 포탄을 보낸다면 ");
    assertThat(evidence.phrase()).isEqualTo("상응하는 조치를 취하겠다");
    assertThat(evidence.after()).isEqualTo("”고 말했다.");
  }

  @Test
  void whatAThreatDependsOnIsInItsGlossWhereTheSentenceTells() {
    String sentence = "If Seoul arms Kyiv, Moscow will answer.";
    Signal threat = signal(Category.RETALIATION_THREAT, Stance.CONDITIONAL, sentence, "will answer", Language.EN);
    Signal arms = signal(Category.ARMS_TO_UKRAINE, Stance.CONDITIONAL, sentence, "arms Kyiv", Language.EN);

    assertThat(message(alert().signal(threat).signal(arms).build()).evidence().getFirst().gloss())
        .endsWith("retaliation threat, if arms go to Ukraine");
  }

  @Test
  void theSecondOfTwoEqualPhrasesIsMarkedWhereTheOffsetsSaySo() {
    String sentence = "A red line is a red line.";
    int second = sentence.lastIndexOf("red line");
    Signal first = signal(Category.RED_LINE, Stance.ASSERTED, sentence, "red line", Language.EN);
    Signal moved = at(first, first.sentenceStart() + second);

    Evidence evidence = message(alert().signal(moved).build()).evidence().getFirst();

    assertThat(evidence.before()).isEqualTo("A red line is a ");
  }

  @Test
  void offsetsThatDoNotFitMarkThePhraseWhereItIsFound() {
    Signal good = signal(Category.RED_LINE, Stance.ASSERTED, "It is a red line.", "red line", Language.EN);

    Evidence evidence = message(alert().signal(at(good, 4000)).build()).evidence().getFirst();

    assertThat(evidence.before()).isEqualTo("It is a ");
    assertThat(evidence.phrase()).isEqualTo("red line");
  }

  @Test
  void theGlossIsBuiltFromTheFields() {
    assertThat(message(SampleAlerts.korean()).evidence().getFirst().gloss())
        .isEqualTo("Russia (foreign ministry spokesperson) → South Korea: retaliation threat, on a condition");
    assertThat(message(SampleAlerts.russian()).evidence().getFirst().gloss())
        .isEqualTo("South Korea → Russia: sanctions or export control, alleged, denied by South Korea");
  }

  @Test
  void whoSpeaksIsNotNamedTwice() {
    Signal warns = signal(Category.RED_LINE, Stance.ASSERTED, "Russia names a red line.", "red line", Language.EN);

    assertThat(gloss(spokenBy(warns, "Russia"))).isEqualTo("Russia → South Korea: red line");
    assertThat(gloss(spokenBy(warns, "Russian"))).isEqualTo("Russia → South Korea: red line");
    assertThat(gloss(spokenBy(warns, "Moscow"))).isEqualTo("Russia (Moscow) → South Korea: red line");
  }

  @Test
  void onlyForeignEvidenceNeedsItsGloss() {
    assertThat(message(SampleAlerts.english()).evidence()).noneMatch(Evidence::needsGloss);
    assertThat(message(SampleAlerts.korean()).evidence()).allMatch(Evidence::needsGloss);
  }

  @Test
  void whatIsAllegedIsUnconfirmed() {
    Message message = message(alert().confidence(Confidence.ALLEGED).build());

    assertThat(message.label()).isEqualTo("HIGH · UNCONFIRMED");
  }

  @Test
  void aChangeIsToldInWords() {
    Message message = message(SampleAlerts.escalated());

    assertThat(message.label()).isEqualTo("ESCALATED · CRITICAL");
    assertThat(message.change()).containsExactly("the ministry confirmed the expulsion", "high → critical");
    assertThat(message.outlets()).isEqualTo("Harbour Post, 한강일보");
    assertThat(message.counts()).isEqualTo("3 articles, 2 outlets");
  }

  @Test
  void theTimeIsToldInSeoulMoscowAndTheNewsroom() {
    Alert alert = alert().at(Instant.parse("2026-11-21T16:30:00Z")).build();

    assertThat(Message.of(alert, PARIS).times()).containsExactly("22 Nov 2026 01:30 KST", "21 Nov 19:30 MSK", "21 Nov 17:30 CET");
    assertThat(Message.of(alert, ZoneId.of("Asia/Tokyo")).times()).hasSize(2);
  }

  @Test
  void theStrongestSignalsAreShownAndTheOthersCounted() {
    var many = alert();
    for (int i = 0; i < 5; i++) {
      many.signal(signal(Category.values()[i], Stance.ASSERTED, "Sentence " + i + " says it.", "says it", Language.EN));
    }

    Message message = message(many.build());

    assertThat(message.evidence()).hasSize(3);
    assertThat(message.moreSignals()).isEqualTo(2);
  }

  @Test
  void whatSaysTheSameAgainIsOnlyCounted() {
    Message message = message(alert()
        .signal("It holds a threat.", "threat").signal("Another holds a threat.", "threat").build());

    assertThat(message.evidence()).extracting(Evidence::before).containsExactly("It holds a ");
    assertThat(message.moreSignals()).isEqualTo(1);
  }

  @Test
  void thatBothDoTheSameToEachOtherIsShown() {
    Signal one = signal(Category.HOSTILE_RHETORIC, Stance.ASSERTED, "Moscow spoke of puppets.", "puppets", Language.EN);
    Signal other = signal(Category.HOSTILE_RHETORIC, Stance.ASSERTED, "Seoul called it vulgar.", "vulgar", Language.EN);

    Message message = message(alert().signal(one).signal(theOtherWay(other)).build());

    assertThat(message.evidence()).hasSize(2);
    assertThat(message.direction()).isEqualTo("Russia ⇄ South Korea");
  }

  @Test
  void theHeadlineIsNotQuotedUnderItself() {
    Signal inTitle = inTitle(signal(
        Category.RED_LINE, Stance.ASSERTED, "Moscow draws a red line", "a red line", Language.EN));

    Evidence evidence =
        message(alert().headline("Moscow draws a red line").signal(inTitle).build()).evidence().getFirst();

    assertThat(evidence.before() + evidence.phrase() + evidence.after()).isEqualTo("a red line");
    assertThat(evidence.gloss()).endsWith("red line (in the headline)");
  }

  @Test
  void whatIsDeniedIsNoEvidenceBesideWhatIsSaid() {
    Message message = message(SampleAlerts.easing());

    assertThat(message.evidence()).singleElement().satisfies(evidence -> {
      assertThat(evidence.phrase()).isEqualTo("직항편을 재개하기로 합의했다");
      assertThat(evidence.note()).isEqualTo(
          "▼ gloss: Russia (foreign ministry spokesperson) → South Korea: reopening or relief");
    });
    assertThat(message.moreSignals()).isEqualTo(1);
  }

  @Test
  void whereNothingElseIsSaidADenialIsShownAsOne() {
    Signal denial = signal(Category.RETALIATION_THREAT, Stance.NEGATED, "Nobody threatens.", "threatens", Language.EN);

    assertThat(message(alert().signal(denial).build()).evidence()).extracting(Evidence::note)
        .containsExactly("· Russia (foreign ministry spokesperson) → South Korea: no retaliation threat");
  }

  @Test
  void aReaderSeesWhetherItGetsWorseOrBetter() {
    assertThat(message(SampleAlerts.english()).trend().inWords()).isEqualTo("▲ worsening");
    assertThat(message(SampleAlerts.easing()).trend().inWords()).isEqualTo("▼ easing");
    assertThat(message(SampleAlerts.mixed()).trend().inWords()).isEqualTo("◆ mixed: worsening and easing");
    assertThat(message(alert().polarity(null).build()).trend().inWords()).isEmpty();
  }

  @Test
  void mixedNewsShowsBothSidesOfIt() {
    assertThat(message(SampleAlerts.mixed()).evidence()).extracting(Evidence::trend)
        .containsExactly(Trend.WORSENING, Trend.EASING, Trend.WORSENING);
  }

  @Test
  void aDemandForReliefIsNoRelief() {
    Signal demand = signal(Category.REOPENING, Stance.DEMANDED, "Lift it, Moscow said.", "Lift it", Language.EN);

    assertThat(message(alert().signal(demand).build()).evidence().getFirst().trend()).isEqualTo(Trend.NEITHER);
  }

  @Test
  void theNewHeadlineIsNotSaidAgainAmongTheChanges() {
    assertThat(message(SampleAlerts.updated()).change()).containsExactly(
        "Harbour Post revised its report (revision 2): new headline",
        "was: headline “SAMPLE: Moscow warns Seoul of a response if shells go to Ukraine”");
  }

  @Test
  void whatIsUnconfirmedIsSaidOnce() {
    Message message = message(alert().confidence(Confidence.ALLEGED).build());

    assertThat(message.provenance()).isEqualTo("Daily Example · report, English");
  }

  @Test
  void whatIsNoWebAddressIsNoLink() {
    assertThat(message(alert().url(URI.create("javascript:alert(1)")).build()).link()).isNull();
    assertThat(message(alert().url(URI.create("file:///etc/passwd")).build()).link()).isNull();
    assertThat(message(alert().url(null).build()).link()).isNull();
  }

  @Test
  void anAlertOfAKindThatIsNotKnownYetIsTold() {
    assertThat(message(alert().kind(null).build()).label()).isEqualTo("HIGH");
    assertThat(message(alert().kind(AlertKind.CORRECTED).build()).label()).isEqualTo("CORRECTED · HIGH");
  }

  @Test
  void hostileTextIsOnlyText() {
    String hostile = "a\u0000b\u202Ec\uD800d\u2066e\u200Ff\r\ng\u001b[31mh\uFEFF";

    Message message = message(
        alert().headline(hostile).outlet(hostile).signal(hostile + "threat" + hostile, "threat").build());

    assertThat(message.headline()).isEqualTo("abc\uFFFDdef g[31mh");
    assertThat(message.evidence().getFirst().before()).isEqualTo("abc\uFFFDdef g[31mh");
    assertThat(message.evidence().getFirst().phrase()).isEqualTo("threat");
  }

  @Test
  void aHeadlineOf100KilobytesIsCutBetweenTwoCharacters() {
    Message message = message(alert().headline("😀".repeat(50_000)).build());

    assertThat(message.headline().length()).isLessThanOrEqualTo(300);
    assertThat(message.headline()).endsWith("😀…");
  }

  @Test
  void aCorrectionQuotesBothWordings() {
    Message message = message(alert().kind(AlertKind.CORRECTED)
        .change("“will answer in kind”", "no longer said", "Daily Example revised its report (revision 2): takes back a threat")
        .build());

    assertThat(message.label()).isEqualTo("CORRECTED · HIGH");
    assertThat(message.change()).containsExactly(
        "Daily Example revised its report (revision 2): takes back a threat",
        "“will answer in kind” → no longer said");
  }

  @Test
  void aSecondSourceIsNamedAndCounted() {
    Message message = message(alert().kind(AlertKind.CORROBORATED).confidence(Confidence.CORROBORATED).counts(2, 2)
        .change("one source", "2 independent sources", "Other Example reports it independently").build());

    assertThat(message.label()).isEqualTo("CORROBORATED · HIGH");
    assertThat(message.change())
        .containsExactly("Other Example reports it independently", "one source → 2 independent sources");
    assertThat(message.provenance()).isEqualTo("Daily Example · corroborated, report, English · 2 articles, 2 outlets");
  }

  @Test
  void theIndexAndOurOwnCoverageAreNobodysReport() {
    for (AlertKind kind : new AlertKind[] {AlertKind.TENSION, AlertKind.COVERAGE}) {
      Message message = message(alert().kind(kind).confidence(Confidence.SINGLE).genre(Genre.OTHER)
          .language(Language.OTHER).outlet("").url(null).build());

      assertThat(message.provenance()).isEmpty();
      assertThat(message.label()).startsWith(kind.name());
    }
  }

  private static Signal at(Signal s, int start) {
    return new Signal(
        s.id(), s.category(), s.polarity(), s.stance(), s.current(), s.phrase(), s.sentence(), s.sentenceStart(),
        s.field(), start, start + s.phrase().length(), s.from(), s.to(), s.speaker(), s.deniedBy(), s.weight(),
        s.articleId(), s.language());
  }

  private static String gloss(Signal signal) {
    return message(alert().signal(signal).build()).evidence().getFirst().gloss();
  }

  private static Signal spokenBy(Signal s, String speaker) {
    return new Signal(
        s.id(), s.category(), s.polarity(), s.stance(), s.current(), s.phrase(), s.sentence(), s.sentenceStart(),
        s.field(), s.start(), s.end(), s.from(), s.to(), speaker, s.deniedBy(), s.weight(), s.articleId(), s.language());
  }

  private static Signal theOtherWay(Signal s) {
    return new Signal(
        s.id(), s.category(), s.polarity(), s.stance(), s.current(), s.phrase(), s.sentence(), s.sentenceStart(),
        s.field(), s.start(), s.end(), s.to(), s.from(), s.speaker(), s.deniedBy(), s.weight(), s.articleId(),
        s.language());
  }

  private static Signal inTitle(Signal s) {
    return new Signal(
        s.id(), s.category(), s.polarity(), s.stance(), s.current(), s.phrase(), s.sentence(), 0,
        TextField.TITLE, s.start() - s.sentenceStart(), s.end() - s.sentenceStart(), s.from(), s.to(), s.speaker(),
        s.deniedBy(), s.weight(), s.articleId(), s.language());
  }

  private static Message message(Alert alert) {
    return Message.of(alert, PARIS);
  }
}
