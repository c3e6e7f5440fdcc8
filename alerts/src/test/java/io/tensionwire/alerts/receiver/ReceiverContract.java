package io.tensionwire.alerts.receiver;

import static io.tensionwire.alerts.AlertBuilder.RAISED_AT;
import static io.tensionwire.alerts.AlertBuilder.alert;
import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.alerts.AlertBuilder;
import io.tensionwire.alerts.SampleAlerts;
import io.tensionwire.alerts.message.Evidence;
import io.tensionwire.alerts.message.Message;
import io.tensionwire.alerts.message.Trend;
import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.Language;
import io.tensionwire.model.Source;
import java.net.URI;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every receiver: what it tells, and what no text from a feed can make of it. */
public abstract class ReceiverContract {

  protected static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  /** The receiver under test, always the same within a test. */
  protected abstract Receiver receiver();

  /** Everything that was told so far, as the reader gets it. */
  protected abstract String told();

  /** Fails where what was told last holds mark-up, a mention or a link that is not its own. */
  protected void assertOnlyText() {}

  protected final Outcome send(Alert alert) throws InterruptedException {
    return receiver().send(Dispatch.of(alert, Message.of(alert, PARIS)));
  }

  @Test
  void tellsTheHeadlineTheWordsTheGlossAndTheLink() throws Exception {
    Outcome outcome = send(SampleAlerts.korean());

    assertThat(outcome).isInstanceOf(Outcome.Delivered.class);
    assertThat(told())
        .contains("HIGH", "Russia → South Korea", "견본: 러 외무부", "상응하는 조치를 취하겠다")
        .contains("Russia (foreign ministry spokesperson) → South Korea: retaliation threat, on a condition")
        .contains("https://hangang-ilbo.example/politics/2026/11/21/7", "한강일보")
        .contains("18:05 KST", "12:05 MSK", "10:05 CET");
  }

  @Test
  void whatIsAllegedIsToldAsUnconfirmed() throws Exception {
    send(SampleAlerts.russian());

    assertThat(told()).contains("UNCONFIRMED");
  }

  @ParameterizedTest
  @EnumSource(AlertKind.class)
  void tellsEveryKind(AlertKind kind) throws Exception {
    assertThat(send(alert().kind(kind).build())).isInstanceOf(Outcome.Delivered.class);
    assertThat(told()).contains("Moscow warns Seoul over arms");
  }

  @Test
  void whatMayHaveBeenToldBeforeIsMarkedWhereTheBriefingMarksIt() throws Exception {
    var alert = alert().build();
    receiver().send(Dispatch.of(alert, Message.of(alert, PARIS).asRepeat()));
    receiver().send(new Notice("shift/1", "Watching 3 of 3 feeds", List.of()).asRepeat());

    assertThat(told().split("may have reached you already", -1)).as("once in each").hasSizeGreaterThanOrEqualTo(3);
  }

  @Test
  void tellsAnAlertThatSaysAlmostNothing() throws Exception {
    assertThat(send(alert().kind(null).headline(" ").outlet("").url(null).directions().build()))
        .isInstanceOf(Outcome.Delivered.class);
  }

  @ParameterizedTest
  @MethodSource("io.tensionwire.alerts.receiver.HostileText#all")
  void hostileTextIsOnlyText(String hostile) throws Exception {
    Outcome outcome = send(everywhere(hostile).build());

    assertThat(outcome).isInstanceOf(Outcome.Delivered.class);
    assertThat(told()).doesNotContainPattern(HostileText.NEVER_SHOWN);
    assertOnlyText();
  }

  @Test
  void aHugeAlertIsToldInPart() throws Exception {
    String huge = "가나다 <&> \"".repeat(15_000);

    assertThat(send(everywhere(huge).build())).isInstanceOf(Outcome.Delivered.class);
    assertThat(told()).contains("…").hasSizeLessThan(40_000);
    assertOnlyText();
  }

  @Test
  void hugeWordsWithoutAnySpaceAreCutBetweenLetters() throws Exception {
    assertThat(send(everywhere("🚨👩‍👩‍👧".repeat(10_000)).build())).isInstanceOf(Outcome.Delivered.class);
    assertThat(told()).doesNotContainPattern(HostileText.NEVER_SHOWN);
  }

  @Test
  void theLongestMessageThatThereCanBeIsTakenInPart() throws Exception {
    String mark = "\"가*나_다".repeat(34);
    var alert = alert().headline(mark).outlet(mark).sources(
        Collections.nCopies(20, new Source(
            "s", 1, mark, URI.create("https://a.example/" + "p".repeat(480)), mark, Language.KO, RAISED_AT))
            .toArray(Source[]::new)).build();
    Evidence evidence = new Evidence(mark, mark, mark, Language.KO, Trend.WORSENING, "gloss " + mark);
    Message usual = Message.of(alert, PARIS);
    var longest = new Message(
        usual.alertId(), usual.kind(), usual.severity(), usual.trend(), usual.direction(), mark, usual.link(),
        List.of(mark, mark, mark), Collections.nCopies(3, evidence), 5, usual.standing(), mark, usual.counts(),
        usual.times(), usual.label(), mark, Collections.nCopies(6, mark));

    assertThat(receiver().send(Dispatch.of(alert, longest))).isInstanceOf(Outcome.Delivered.class);
    assertThat(told()).contains("HIGH");
  }

  /** An alert that says this wherever a feed, or a model of ours, can make it say something. */
  private static AlertBuilder everywhere(String text) {
    var alert = alert().headline(text).outlet(text).change(text, text, text).directions(text + ">" + text)
        .sources(new Source("s", 1, text, URI.create("https://a.example/1"), text, Language.EN, null));
    for (int i = 0; i < 20; i++) {
      alert.signal(i + text + " threat " + text, "threat").signal(i + text, text);
    }
    return alert;
  }

  @Test
  void tellsANotice() throws Exception {
    var notice = new Notice(
        "digest/1", "2 alerts while nights, 21:00 to 07:00",
        List.of(
            new NoticeLine("▲", "HIGH · Moscow warns Seoul · Daily Example · 21:05", URI.create("https://daily.example/world/1")),
            NoticeLine.of("ELEVATED · Seoul answers · Other Example · 22:10")),
        12, null);

    assertThat(receiver().send(notice)).isInstanceOf(Outcome.Delivered.class);
    assertThat(told())
        .contains("2 alerts while nights, 21:00 to 07:00", "▲", "Moscow warns Seoul", "https://daily.example/world/1")
        .contains("Seoul answers", "and 12 more");
  }

  @Test
  void aHugeAndHostileNoticeIsOnlyTextAndToldInPart() throws Exception {
    String hostile = "x\u0000\u202E\uD800\u001b[2J <!channel> *b* <@U1> \u2066" + "가나다 <&> ".repeat(15_000);
    var line = new NoticeLine(hostile, hostile, URI.create("https://daily.example/" + "a".repeat(1_900)));
    List<NoticeLine> lines = Collections.nCopies(500, line);

    assertThat(receiver().send(new Notice("digest/1", hostile, lines))).isInstanceOf(Outcome.Delivered.class);
    assertThat(told())
        .doesNotContain("\u0000", "\u202E", "\uD800", "\u2066", "\u001b[2J")
        .containsPattern("and 4[6-9]\\d more");
  }

  @Test
  void aNoticeMayHaveNoLinesAndWakeSomebody() throws Exception {
    assertThat(receiver().send(new Notice("shift/1", "Watching 3 of 3 feeds", List.of(), 0, "@desk")))
        .isInstanceOf(Outcome.Delivered.class);
    assertThat(told()).contains("@desk", "Watching 3 of 3 feeds");
  }
}
