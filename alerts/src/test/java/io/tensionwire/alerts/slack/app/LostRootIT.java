package io.tensionwire.alerts.slack.app;

import static io.tensionwire.alerts.AlertBuilder.alertNow;
import static io.tensionwire.alerts.slack.app.DeskApp.CHANNEL;
import static io.tensionwire.alerts.slack.app.DeskApp.PARIS;
import static io.tensionwire.alerts.slack.app.DeskApp.POST;
import static io.tensionwire.alerts.slack.app.DeskApp.UPDATE;
import static io.tensionwire.alerts.slack.app.DeskApp.opened;
import static io.tensionwire.alerts.slack.app.DeskApp.thread;
import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.alerts.message.Message;
import io.tensionwire.alerts.receiver.Dispatch;
import io.tensionwire.alerts.receiver.Outcome;
import io.tensionwire.alerts.receiver.Reason;
import io.tensionwire.alerts.receiver.StoryThread;
import io.tensionwire.fixtures.slack.Answer;
import io.tensionwire.fixtures.slack.FakeSlack;
import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A root that was deleted or cannot be edited any more is followed by another one. */
@Timeout(60)
class LostRootIT {

  private final DeskApp desk = new DeskApp();
  private final FakeSlack slack = desk.slack;

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void aDeletedRootIsPostedAgainAndTheThreadGoesOnThere() throws Exception {
    Alert opened = opened();
    String ts = desk.told(opened);
    slack.people().delete(CHANNEL, ts);
    Alert next = alertNow("a2").kind(AlertKind.CORROBORATED).build();

    var outcome = (Outcome.Delivered) desk.send(next, thread(ts, opened, next));

    assertThat(desk.only().root().ts()).isNotEqualTo(ts).isEqualTo(outcome.threadId());
    assertThat(desk.only().replies()).hasSize(1);
    assertThat(desk.only().root().text()).contains("Moscow warns Seoul");
  }

  @Test
  void aNewRootIsNotPostedTwiceWhereTheReplyFailed() throws Exception {
    Alert opened = opened();
    String ts = desk.told(opened);
    slack.people().delete(CHANNEL, ts);
    Alert next = alertNow("a2").kind(AlertKind.CORROBORATED).build();
    slack.answers(POST, CHANNEL, Answer.byTheRules(), Answer.refused("service_unavailable"));
    StoryThread thread = thread(ts, opened, next);
    Outcome first = desk.send(next, thread);

    try (SlackAppReceiver successor = desk.receiver(FakeSlack.BOT_TOKEN)) {
      Outcome second = successor.send(new Dispatch(next, Message.of(next, PARIS), thread, null, true));

      assertThat(first).isEqualTo(new Outcome.Retryable(Reason.UNAVAILABLE, "service_unavailable", null));
      assertThat(second).isInstanceOf(Outcome.Delivered.class);
      assertThat(desk.only().replies()).hasSize(1);
    }
  }

  @Test
  void whereTheEditWindowIsClosedANewRootGoesOn() throws Exception {
    Alert opened = opened();
    String ts = desk.told(opened);
    slack.answers(UPDATE, CHANNEL, Answer.refused("edit_window_closed"));
    Alert next = alertNow("a2").kind(AlertKind.UPDATED).build();

    var outcome = (Outcome.Delivered) desk.send(next, thread(ts, opened, next));

    assertThat(outcome.threadId()).isNotEqualTo(ts);
    assertThat(slack.discussions(CHANNEL)).hasSize(2);
  }

  @Test
  void aDeletedStoryIsNotBroughtBackToSayThatItIsOver() throws Exception {
    Alert opened = opened();
    String ts = desk.told(opened);
    slack.people().delete(CHANNEL, ts);
    Alert closed = alertNow("a2").kind(AlertKind.CLOSED).build();

    Outcome outcome = desk.send(closed, thread(ts, opened, closed));

    assertThat(outcome).isInstanceOf(Outcome.Delivered.class);
    assertThat(slack.discussions(CHANNEL)).isEmpty();
  }
}
