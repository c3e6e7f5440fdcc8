package io.tensionwire.alerts.slack.app;

import static io.tensionwire.alerts.AlertBuilder.alertNow;
import static io.tensionwire.alerts.slack.app.DeskApp.CHANNEL;
import static io.tensionwire.alerts.slack.app.DeskApp.NOBODY;
import static io.tensionwire.alerts.slack.app.DeskApp.POST;
import static io.tensionwire.alerts.slack.app.DeskApp.opened;
import static io.tensionwire.alerts.slack.app.DeskApp.thread;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tensionwire.alerts.receiver.Outcome;
import io.tensionwire.fixtures.slack.Answer;
import io.tensionwire.fixtures.slack.FakeSlack;
import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What stands in the channel twice after all is deleted, and nothing else is. */
@Timeout(60)
class DuplicatesIT {

  /** What cannot be read back before that. */
  private static final Duration LATE = Duration.ofMinutes(1);

  private final DeskApp desk = new DeskApp();
  private final FakeSlack slack = desk.slack;

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void whatAppearsLateIsDeletedOnceItIsSeen() throws Exception {
    desk.receiver.listen(NOBODY);
    Alert opened = opened();
    slack.answers(POST, CHANNEL, Answer.lostAfterAcceptance().appearingAfter(LATE));
    desk.send(opened, null);

    Outcome second = desk.send(opened, null, null, true);

    assertThat(second).isInstanceOf(Outcome.Delivered.class);
    assertThat(slack.discussions(CHANNEL)).hasSize(2);
    desk.clock.pass(LATE);
    await().atMost(Duration.ofSeconds(20)).until(() -> slack.discussions(CHANNEL).size() == 1);
  }

  @Test
  void aThreadWhoseRootWasADuplicateGoesOnUnderTheOneThatStays() throws Exception {
    desk.receiver.listen(NOBODY);
    Alert opened = opened();
    slack.answers(POST, CHANNEL, Answer.lostAfterAcceptance().appearingAfter(LATE));
    desk.send(opened, null);
    var second = (Outcome.Delivered) desk.send(opened, null, null, true);
    desk.clock.pass(LATE);
    await().atMost(Duration.ofSeconds(20)).until(() -> slack.discussions(CHANNEL).size() == 1);
    Alert next = alertNow("a2").kind(AlertKind.CORROBORATED).build();

    Outcome third = desk.send(next, thread(second.threadId(), opened, next));

    assertThat(desk.only().replies()).hasSize(1);
    assertThat(third).isEqualTo(new Outcome.Delivered(desk.only().replies().getFirst().ts(), desk.only().root().ts()));
  }

  @Test
  void aLateReplyIsDeletedAndTheFirstStands() throws Exception {
    desk.receiver.listen(NOBODY);
    Alert opened = opened();
    String ts = desk.told(opened);
    Alert next = alertNow("a2").kind(AlertKind.CORROBORATED).build();
    slack.answers(POST, CHANNEL, Answer.lostAfterAcceptance().appearingAfter(LATE));
    desk.send(next, thread(ts, opened, next));
    desk.send(next, thread(ts, opened, next), null, true);
    assertThat(desk.only().replies()).hasSize(2);
    String first = desk.only().replies().getFirst().ts();

    desk.clock.pass(LATE);

    await().atMost(Duration.ofSeconds(20)).until(() -> desk.only().replies().size() == 1);
    assertThat(desk.only().replies().getFirst().ts()).isEqualTo(first);
  }

  @Test
  void whatAPredecessorLeftTwiceIsDeletedAfterTheTakeOver() throws Exception {
    Alert opened = opened();
    desk.told(opened);
    desk.told(opened);
    Alert other = alertNow("b1").build();
    desk.told(other);

    desk.receiver.listen(NOBODY);

    await().atMost(Duration.ofSeconds(20)).until(() -> slack.discussions(CHANNEL).size() == 2);
  }

  @Test
  void noOneElsesMessageIsEverDeleted() throws Exception {
    slack.people().say(CHANNEL, "U0READER", "the same", null);
    slack.people().say(CHANNEL, "U0READER", "the same", null);
    desk.told(opened());
    desk.told(opened());

    desk.receiver.listen(NOBODY);

    await().atMost(Duration.ofSeconds(20)).until(() -> slack.discussions(CHANNEL).size() == 3);
    await().atMost(Duration.ofSeconds(20)).during(Duration.ofSeconds(1)).until(() -> slack.discussions(CHANNEL).size() == 3);
  }
}
