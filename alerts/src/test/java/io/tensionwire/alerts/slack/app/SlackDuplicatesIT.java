package io.tensionwire.alerts.slack.app;

import static io.tensionwire.alerts.AlertBuilder.alertNow;
import static io.tensionwire.alerts.slack.app.BotDesk.CHANNEL;
import static io.tensionwire.alerts.slack.app.BotDesk.PATIENT;
import static io.tensionwire.alerts.slack.app.BotDesk.POST;
import static io.tensionwire.alerts.slack.app.BotDesk.SOON;
import static io.tensionwire.alerts.slack.app.BotDesk.UPDATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tensionwire.alerts.receiver.Outcome;
import io.tensionwire.fixtures.slack.Answer;
import io.tensionwire.fixtures.slack.Posted;
import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.Severity;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What stands in the channel after calls of which nobody could know how they ended, and what is done about it. */
@Timeout(90)
class SlackDuplicatesIT {

  private final BotDesk desk = new BotDesk();

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void whatAppearsAfterTheLastLookIsFoundByARound() throws Exception {
    desk.restart(List.of(), Duration.ofMillis(300));
    postedTwice(Duration.ofSeconds(2));
    assertThat(desk.roots()).hasSize(2);

    await().atMost(Duration.ofSeconds(10)).until(() -> desk.roots().size() == 1);
  }

  @Test
  void aReplyThatAppearsAfterTheLastLookIsFoundByARound() throws Exception {
    desk.restart(List.of(), Duration.ofMillis(300));
    String ts = desk.told(desk.opened);
    desk.slack.answers(POST, CHANNEL, Answer.lostAfterAcceptance().appearingAfter(Duration.ofSeconds(2)));
    desk.send(desk.corroborated, desk.thread(ts, desk.corroborated), false);
    desk.send(desk.corroborated, desk.thread(ts, desk.corroborated), true);
    assertThat(desk.only().replies()).hasSize(2);

    await().atMost(Duration.ofSeconds(10)).until(() -> desk.only().replies().size() == 1);
  }

  @Test
  void aLateReplyIsFoundAlsoWhereItsThreadBeganDaysAgo() throws Exception {
    String ts = desk.told(desk.opened);
    desk.restart(List.of(), Duration.ofMillis(300), PATIENT, Clock.offset(Clock.systemUTC(), Duration.ofDays(3)));
    desk.slack.answers(POST, CHANNEL, Answer.lostAfterAcceptance().appearingAfter(Duration.ofSeconds(2)));
    desk.send(desk.corroborated, desk.thread(ts, desk.corroborated), false);
    desk.send(desk.corroborated, desk.thread(ts, desk.corroborated), true);
    assertThat(desk.only().replies()).hasSize(2);

    await().atMost(Duration.ofSeconds(10)).until(() -> desk.only().replies().size() == 1);
  }

  @Test
  void aLookThatGetsNoAnswerIsRepeated() throws Exception {
    desk.receiver.listen(desk.shift);
    postedTwice(Duration.ZERO);
    desk.slack.answers(
        "conversations.history", CHANNEL, Answer.refused(500, "internal_error"), Answer.rateLimited(Duration.ofSeconds(1)),
        Answer.connectionBroken(), Answer.refused("service_unavailable"));

    await().atMost(Duration.ofSeconds(30)).until(() -> desk.roots().size() == 1);
  }

  @Test
  void whoMayNotBeTheActiveOneAnyMoreDeletesNothing() throws Exception {
    desk.shift.active = false;
    desk.receiver.listen(desk.shift);
    postedTwice(Duration.ZERO);

    await().during(Duration.ofSeconds(1)).atMost(Duration.ofSeconds(3)).until(() -> desk.roots().size() == 2);
    desk.shift.active = true;
    await().atMost(Duration.ofSeconds(10)).until(() -> desk.roots().size() == 1);
  }

  @Test
  void ofTwoRootsWithRepliesOneStaysWithAllOfThem() throws Exception {
    String first = desk.told(desk.opened);
    String second = desk.told(desk.opened);
    Alert escalated = BotDesk.story("a3").kind(AlertKind.ESCALATED).severity(Severity.CRITICAL).build();
    desk.send(desk.corroborated, desk.thread(first, desk.corroborated), false);
    desk.send(desk.corroborated, desk.thread(second, desk.corroborated), false);
    desk.send(escalated, desk.thread(second, escalated), false);
    desk.send(BotDesk.story("a4").kind(AlertKind.CORROBORATED).build(), desk.thread(first, desk.corroborated), false);

    desk.receiver.listen(desk.shift);

    await().atMost(Duration.ofSeconds(10)).until(() -> desk.slack.posted(CHANNEL).stream().filter(Posted::isRoot).count() == 1);
    assertThat(desk.only().replies()).extracting(BotDesk::alertId).containsExactlyInAnyOrder("a2", "a3", "a4");
  }

  @Test
  void aRootThatToldAnotherAlertOfTheStoryIsPutBelowTheOneThatStays() throws Exception {
    desk.told(desk.opened);
    desk.told(desk.corroborated);
    assertThat(desk.roots()).hasSize(2);

    desk.receiver.listen(desk.shift);

    await().atMost(Duration.ofSeconds(10)).until(() -> desk.roots().size() == 1);
    assertThat(BotDesk.alertId(desk.only().root())).isEqualTo("a1");
    assertThat(desk.only().replies()).extracting(BotDesk::alertId).containsExactly("a2");
  }

  @Test
  void aRootThatGoesOnWhereAnotherCanBeEditedNoMoreIsNoDuplicate() throws Exception {
    desk.receiver.listen(desk.shift);
    String ts = desk.told(desk.opened);
    desk.slack.answers(UPDATE, CHANNEL, Answer.refused("edit_window_closed"));
    var moved = (Outcome.Delivered) desk.send(desk.corroborated, desk.thread(ts, desk.corroborated), true);

    await().during(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(4)).until(() -> desk.roots().size() == 2);
    Alert next = BotDesk.story("a3").kind(AlertKind.CORROBORATED).build();
    desk.send(next, desk.thread(String.valueOf(moved.threadId()), next), false);

    assertThat(desk.roots()).hasSize(2);
    assertThat(desk.slack.discussions(CHANNEL).getLast().replies()).extracting(BotDesk::alertId).containsExactly("a2", "a3");
  }

  @Test
  void aSuccessorGoesOnUnderTheRootThatStayedThoughTheLedgerNamesTheOther() throws Exception {
    String stays = desk.told(desk.opened);
    String goes = desk.told(desk.opened);
    desk.receiver.listen(desk.shift);
    await().atMost(Duration.ofSeconds(10)).until(() -> desk.roots().size() == 1);
    desk.restart(List.of(SOON), Duration.ofHours(1));

    var outcome = (Outcome.Delivered) desk.send(desk.corroborated, desk.thread(goes, desk.corroborated), false);

    assertThat(outcome.threadId()).isEqualTo(stays);
    assertThat(desk.only().replies()).hasSize(1);
  }

  @Test
  void forAllThatAPredecessorLeftTheChannelIsReadOnce() throws Exception {
    String ts = desk.told(desk.opened);
    desk.send(desk.corroborated, desk.thread(ts, desk.corroborated), false);
    for (int i = 0; i < 20; i++) {
      desk.told(alertNow("old" + i).build());
    }
    desk.restart(List.of(), Duration.ofHours(1));

    for (int i = 0; i < 20; i++) {
      desk.send(alertNow("old" + i).build(), null, true);
      desk.send(alertNow("new" + i).build(), null, true);
      Alert reply = BotDesk.story("r" + i).kind(AlertKind.CORROBORATED).build();
      desk.send(reply, desk.thread(ts, reply), true);
    }
    desk.send(desk.corroborated, desk.thread(ts, desk.corroborated), true);

    assertThat(desk.slack.calls("conversations.history", CHANNEL)).hasSize(1);
    assertThat(desk.slack.calls("conversations.replies", CHANNEL)).hasSize(1);
    assertThat(desk.roots()).hasSize(41);
    assertThat(desk.slack.discussions(CHANNEL).getFirst().replies()).hasSize(21);
  }

  @Test
  void afterALostAnswerTheChannelIsReadAnew() throws Exception {
    desk.told(desk.opened);
    desk.send(alertNow("b1").build(), null, true);
    Alert lost = alertNow("b2").build();
    desk.slack.answers(POST, CHANNEL, Answer.lostAfterAcceptance());
    desk.send(lost, null, false);

    desk.send(lost, null, true);

    assertThat(desk.roots()).hasSize(3);
  }

  /** The answer to the first is lost, and it is not seen yet when it is looked for. */
  private void postedTwice(Duration unseen) throws InterruptedException {
    desk.slack.answers(POST, CHANNEL, Answer.lostAfterAcceptance().appearingAfter(unseen));
    desk.send(desk.opened, null, false);
    desk.send(desk.opened, null, !unseen.isZero());
  }
}
