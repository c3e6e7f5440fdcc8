package io.tensionwire.alerts.slack.app;

import static io.tensionwire.alerts.AlertBuilder.alertNow;
import static io.tensionwire.alerts.slack.app.DeskApp.CHANNEL;
import static io.tensionwire.alerts.slack.app.DeskApp.POST;
import static io.tensionwire.alerts.slack.app.DeskApp.opened;
import static io.tensionwire.alerts.slack.app.DeskApp.thread;
import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.alerts.receiver.Outcome;
import io.tensionwire.alerts.receiver.Reason;
import io.tensionwire.fixtures.slack.Answer;
import io.tensionwire.fixtures.slack.FakeSlack;
import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where an answer was lost, the channel is read before anything is posted once more. */
@Timeout(60)
class ReadBackIT {

  private final DeskApp desk = new DeskApp();
  private final FakeSlack slack = desk.slack;

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void aLostAnswerIsReadBackAndNothingIsPostedTwice() throws Exception {
    Alert opened = opened();
    slack.answers(POST, CHANNEL, Answer.lostAfterAcceptance());

    Outcome first = desk.send(opened, null);
    Outcome second = desk.send(opened, null, null, true);

    assertThat(first).isInstanceOfSatisfying(
        Outcome.Retryable.class, lost -> assertThat(lost.reason()).isEqualTo(Reason.ANSWER_LOST));
    assertThat(second).isEqualTo(new Outcome.Delivered(desk.only().root().ts(), desk.only().root().ts()));
    assertThat(slack.calls(POST, CHANNEL)).hasSize(1);
  }

  @Test
  void aTimeOutAfterAcceptanceIsReadBackOverManyPages() throws Exception {
    slack.answers(POST, CHANNEL, Answer.answeredLate(Duration.ofSeconds(5)));
    Alert opened = opened();

    Outcome first = desk.send(opened, null);
    for (int i = 0; i < 7; i++) {
      slack.people().say(CHANNEL, "U0READER", "chatter " + i, null);
    }
    slack.people().tellPagesOfAtMost(2);
    Outcome second = desk.send(opened, null, null, true);

    assertThat(first).isEqualTo(new Outcome.Retryable(Reason.TIMED_OUT, null, null));
    assertThat(second).isInstanceOf(Outcome.Delivered.class);
    assertThat(slack.calls(POST, CHANNEL)).hasSize(1);
  }

  @Test
  void aReplyWhoseAnswerWasLostIsReadBackFromItsThread() throws Exception {
    Alert opened = opened();
    String ts = desk.told(opened);
    Alert next = alertNow("a2").kind(AlertKind.CORROBORATED).build();
    slack.answers(POST, CHANNEL, Answer.fatalErrorAfterAcceptance());

    Outcome first = desk.send(next, thread(ts, opened, next));
    Outcome second = desk.send(next, thread(ts, opened, next), null, true);

    assertThat(first).isInstanceOf(Outcome.Retryable.class);
    assertThat(second).isEqualTo(new Outcome.Delivered(desk.only().replies().getFirst().ts(), ts));
    assertThat(desk.only().replies()).hasSize(1);
  }

  @Test
  void aConnectionThatBreaksIsNotTriedAgainBehindOurBack() throws Exception {
    slack.answers(POST, CHANNEL, Answer.lostAfterAcceptance(), Answer.lostAfterAcceptance());

    desk.send(opened(), null);

    assertThat(slack.calls(POST, CHANNEL)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fatal_error", "internal_error"})
  void aCatastropheOfSlacksLeavesItOpen(String word) throws Exception {
    slack.answers(POST, CHANNEL, Answer.refused(word));

    Outcome outcome = desk.send(opened(), null);

    assertThat(outcome).isEqualTo(new Outcome.Retryable(Reason.ANSWER_LOST, word, null));
  }
}
