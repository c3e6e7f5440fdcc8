package io.tensionwire.alerts.slack.app;

import static io.tensionwire.alerts.slack.app.BotDesk.CHANNEL;
import static io.tensionwire.alerts.slack.app.BotDesk.POST;
import static io.tensionwire.alerts.slack.app.BotDesk.UPDATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tensionwire.alerts.message.Message;
import io.tensionwire.alerts.receiver.Dispatch;
import io.tensionwire.alerts.receiver.Outcome;
import io.tensionwire.alerts.receiver.Reason;
import io.tensionwire.alerts.receiver.StoryThread;
import io.tensionwire.fixtures.slack.Answer;
import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What edits do to what was told, whenever they are carried out, and what they count against. */
@Timeout(90)
class SlackEditsIT {

  private final BotDesk desk = new BotDesk();

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void anEditThatIsCarriedOutAfterALaterOneIsPutRight() throws Exception {
    String ts = desk.told(desk.opened);
    Alert before = BotDesk.story("a2").kind(AlertKind.UPDATED).counts(3, 2).build();
    Alert after = BotDesk.story("a3").kind(AlertKind.UPDATED).counts(7, 5).build();
    desk.restart(List.of(Duration.ofSeconds(5)), Duration.ofHours(1), Duration.ofMillis(1500), Clock.systemUTC());
    desk.slack.answers(UPDATE, CHANNEL, Answer.slow(Duration.ofSeconds(4)));
    Outcome lost = desk.send(before, desk.thread(ts, before), false);
    desk.send(after, desk.thread(ts, after), false);

    assertThat(lost).isEqualTo(new Outcome.Retryable(Reason.TIMED_OUT, null, null));
    await().atMost(Duration.ofSeconds(10)).until(() -> desk.only().root().content().toString().contains("3 articles"));
    await().atMost(Duration.ofSeconds(10)).until(() -> desk.only().root().content().toString().contains("7 articles"));
  }

  @Test
  void whomTheFirstTellingWokeStaysInItsEditsAndIsWokenOnce() throws Exception {
    var first = (Outcome.Delivered) desk.receiver.send(
        new Dispatch(desk.opened, Message.of(desk.opened, ZoneOffset.UTC), null, "U0NIGHT", false));
    Alert updated = BotDesk.story("a2").kind(AlertKind.UPDATED).counts(3, 2).build();
    Message now = Message.of(updated, ZoneOffset.UTC);

    desk.send(
        updated, new StoryThread(
            String.valueOf(first.threadId()), Message.of(desk.opened, ZoneOffset.UTC), now, List.of("a1"), List.of(), "U0NIGHT"),
        false);

    assertThat(desk.only().root().content().toString()).contains("3 articles", "U0NIGHT");
    assertThat(desk.slack.pings()).filteredOn(ping -> ping.notified()).hasSize(1);
  }

  @Test
  void a429SaysWhichLimitWasMet() throws Exception {
    String ts = desk.told(desk.opened);
    desk.slack.answers(UPDATE, CHANNEL, Answer.rateLimited(Duration.ofSeconds(7)));
    Outcome edited = desk.send(desk.corroborated, desk.thread(ts, desk.corroborated), false);
    desk.slack.answers(POST, CHANNEL, Answer.rateLimited(Duration.ofSeconds(7)));
    Outcome posted = desk.send(desk.corroborated, desk.thread(ts, desk.corroborated), false);

    assertThat(edited).extracting(outcome -> ((Outcome.Retryable) outcome).lane()).isEqualTo("edits");
    assertThat(posted).extracting(outcome -> ((Outcome.Retryable) outcome).lane()).isEqualTo("messages");
    assertThat(desk.receiver.lanes(desk.opened)).extracting(lane -> lane.name()).containsExactly("messages");
    assertThat(desk.receiver.lanes(BotDesk.story("u").kind(AlertKind.UPDATED).build())).extracting(lane -> lane.name())
        .containsExactly("edits");
    assertThat(desk.receiver.lanes(desk.corroborated)).extracting(lane -> lane.name()).containsExactly("edits", "messages");
  }
}
