package io.tensionwire.alerts.slack.app;

import static io.tensionwire.alerts.AlertBuilder.alertNow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tensionwire.alerts.AlertBuilder;
import io.tensionwire.alerts.message.Message;
import io.tensionwire.alerts.receiver.Dispatch;
import io.tensionwire.alerts.receiver.Outcome;
import io.tensionwire.alerts.receiver.Rate;
import io.tensionwire.alerts.receiver.Readers;
import io.tensionwire.alerts.receiver.Reason;
import io.tensionwire.alerts.receiver.StoryThread;
import io.tensionwire.fixtures.slack.Answer;
import io.tensionwire.fixtures.slack.Discussion;
import io.tensionwire.fixtures.slack.FakeSlack;
import io.tensionwire.fixtures.slack.Posted;
import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.Feedback;
import io.tensionwire.model.Severity;
import io.tensionwire.model.Silence;
import io.tensionwire.model.yaml.Secret;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What stands in the channel after calls of which nobody could know how they ended, and what is done about it. */
@Timeout(60)
class SlackDuplicatesIT {

  private static final String CHANNEL = "C0DESK";
  private static final String POST = "chat.postMessage";
  private static final String UPDATE = "chat.update";
  private static final Duration SOON = Duration.ofMillis(200);
  /** Of a call: the first one of a machine that is busy takes long. */
  private static final Duration PATIENT = Duration.ofSeconds(10);

  private final FakeSlack slack = FakeSlack.start().channel(CHANNEL, "desk");
  private final Shift shift = new Shift();
  private final Alert opened = story("a1").severity(Severity.HIGH).build();
  private final Alert corroborated = story("a2").kind(AlertKind.CORROBORATED).build();
  private SlackAppReceiver receiver = receiver(List.of(SOON), Duration.ofHours(1), PATIENT, Clock.systemUTC());

  /** Whether this instance is the active one. */
  private static final class Shift implements Readers {
    volatile boolean active = true;

    @Override
    public void feedback(Feedback feedback) {}

    @Override
    public void silence(Silence silence) {}

    @Override
    public boolean heard() {
      return active;
    }
  }

  private SlackAppReceiver receiver(List<Duration> looks, Duration rounds, Duration callTimeout, Clock clock) {
    var config = new SlackAppConfig("desk", new Secret(FakeSlack.BOT_TOKEN), null, CHANNEL, URI.create(slack.api()), 1);
    var times = new Looks.Times(looks, rounds, SOON, Duration.ZERO);
    return new SlackAppReceiver(config, new Rate(1), clock, callTimeout, times);
  }

  @AfterEach
  void close() {
    receiver.close();
    slack.close();
  }

  @Test
  void whatAppearsAfterTheLastLookIsFoundByARound() throws Exception {
    restart(List.of(), Duration.ofMillis(300));
    postedTwice(Duration.ofSeconds(2));
    assertThat(roots()).hasSize(2);

    await().atMost(Duration.ofSeconds(10)).until(() -> roots().size() == 1);
  }

  @Test
  void aReplyThatAppearsAfterTheLastLookIsFoundByARound() throws Exception {
    restart(List.of(), Duration.ofMillis(300));
    String ts = told(opened);
    slack.answers(POST, CHANNEL, Answer.lostAfterAcceptance().appearingAfter(Duration.ofSeconds(2)));
    send(corroborated, thread(ts, corroborated), false);
    send(corroborated, thread(ts, corroborated), true);
    assertThat(only().replies()).hasSize(2);

    await().atMost(Duration.ofSeconds(10)).until(() -> only().replies().size() == 1);
  }

  @Test
  void aLateReplyIsFoundAlsoWhereItsThreadBeganDaysAgo() throws Exception {
    String ts = told(opened);
    restart(List.of(), Duration.ofMillis(300), PATIENT, Clock.offset(Clock.systemUTC(), Duration.ofDays(3)));
    slack.answers(POST, CHANNEL, Answer.lostAfterAcceptance().appearingAfter(Duration.ofSeconds(2)));
    send(corroborated, thread(ts, corroborated), false);
    send(corroborated, thread(ts, corroborated), true);
    assertThat(only().replies()).hasSize(2);

    await().atMost(Duration.ofSeconds(10)).until(() -> only().replies().size() == 1);
  }

  @Test
  void aLookThatGetsNoAnswerIsRepeated() throws Exception {
    receiver.listen(shift);
    postedTwice(Duration.ZERO);
    slack.answers(
        "conversations.history", CHANNEL, Answer.refused(500, "internal_error"), Answer.rateLimited(Duration.ofSeconds(1)),
        Answer.connectionBroken(), Answer.refused("service_unavailable"));

    await().atMost(Duration.ofSeconds(30)).until(() -> roots().size() == 1);
  }

  @Test
  void whoMayNotBeTheActiveOneAnyMoreDeletesNothing() throws Exception {
    shift.active = false;
    receiver.listen(shift);
    postedTwice(Duration.ZERO);

    await().during(Duration.ofSeconds(1)).atMost(Duration.ofSeconds(3)).until(() -> roots().size() == 2);
    shift.active = true;
    await().atMost(Duration.ofSeconds(10)).until(() -> roots().size() == 1);
  }

  @Test
  void ofTwoRootsWithRepliesOneStaysWithAllOfThem() throws Exception {
    String first = told(opened);
    String second = told(opened);
    Alert escalated = story("a3").kind(AlertKind.ESCALATED).severity(Severity.CRITICAL).build();
    send(corroborated, thread(first, corroborated), false);
    send(corroborated, thread(second, corroborated), false);
    send(escalated, thread(second, escalated), false);
    send(story("a4").kind(AlertKind.CORROBORATED).build(), thread(first, corroborated), false);

    receiver.listen(shift);

    await().atMost(Duration.ofSeconds(10)).until(() -> slack.posted(CHANNEL).stream().filter(Posted::isRoot).count() == 1);
    assertThat(only().replies()).extracting(SlackDuplicatesIT::alertId).containsExactlyInAnyOrder("a2", "a3", "a4");
  }

  @Test
  void aRootThatToldAnotherAlertOfTheStoryIsPutBelowTheOneThatStays() throws Exception {
    told(opened);
    told(corroborated);
    assertThat(roots()).hasSize(2);

    receiver.listen(shift);

    await().atMost(Duration.ofSeconds(10)).until(() -> roots().size() == 1);
    assertThat(alertId(only().root())).isEqualTo("a1");
    assertThat(only().replies()).extracting(SlackDuplicatesIT::alertId).containsExactly("a2");
  }

  @Test
  void aRootThatGoesOnWhereAnotherCanBeEditedNoMoreIsNoDuplicate() throws Exception {
    receiver.listen(shift);
    String ts = told(opened);
    slack.answers(UPDATE, CHANNEL, Answer.refused("edit_window_closed"));
    var moved = (Outcome.Delivered) send(corroborated, thread(ts, corroborated), true);

    await().during(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(4)).until(() -> roots().size() == 2);
    Alert next = story("a3").kind(AlertKind.CORROBORATED).build();
    send(next, thread(String.valueOf(moved.threadId()), next), false);

    assertThat(roots()).hasSize(2);
    assertThat(slack.discussions(CHANNEL).getLast().replies()).extracting(SlackDuplicatesIT::alertId).containsExactly("a2", "a3");
  }

  @Test
  void aSuccessorGoesOnUnderTheRootThatStayedThoughTheLedgerNamesTheOther() throws Exception {
    String stays = told(opened);
    String goes = told(opened);
    receiver.listen(shift);
    await().atMost(Duration.ofSeconds(10)).until(() -> roots().size() == 1);
    restart(List.of(SOON), Duration.ofHours(1));

    var outcome = (Outcome.Delivered) send(corroborated, thread(goes, corroborated), false);

    assertThat(outcome.threadId()).isEqualTo(stays);
    assertThat(only().replies()).hasSize(1);
  }

  @Test
  void anEditThatIsCarriedOutAfterALaterOneIsPutRight() throws Exception {
    String ts = told(opened);
    Alert before = story("a2").kind(AlertKind.UPDATED).counts(3, 2).build();
    Alert after = story("a3").kind(AlertKind.UPDATED).counts(7, 5).build();
    restart(List.of(Duration.ofSeconds(5)), Duration.ofHours(1), Duration.ofMillis(1500), Clock.systemUTC());
    slack.answers(UPDATE, CHANNEL, Answer.slow(Duration.ofSeconds(4)));
    Outcome lost = send(before, thread(ts, before), false);
    send(after, thread(ts, after), false);

    assertThat(lost).isEqualTo(new Outcome.Retryable(Reason.TIMED_OUT, null, null));
    await().atMost(Duration.ofSeconds(10)).until(() -> only().root().content().toString().contains("3 articles"));
    await().atMost(Duration.ofSeconds(10)).until(() -> only().root().content().toString().contains("7 articles"));
  }

  @Test
  void whomTheFirstTellingWokeStaysInItsEditsAndIsWokenOnce() throws Exception {
    var first = (Outcome.Delivered) receiver.send(
        new Dispatch(opened, Message.of(opened, ZoneOffset.UTC), null, "U0NIGHT", false));
    Alert updated = story("a2").kind(AlertKind.UPDATED).counts(3, 2).build();
    Message now = Message.of(updated, ZoneOffset.UTC);

    send(
        updated, new StoryThread(
            String.valueOf(first.threadId()), Message.of(opened, ZoneOffset.UTC), now, List.of("a1"), List.of(), "U0NIGHT"),
        false);

    assertThat(only().root().content().toString()).contains("3 articles", "U0NIGHT");
    assertThat(slack.pings()).filteredOn(ping -> ping.notified()).hasSize(1);
  }

  @Test
  void a429SaysWhichLimitWasMet() throws Exception {
    String ts = told(opened);
    slack.answers(UPDATE, CHANNEL, Answer.rateLimited(Duration.ofSeconds(7)));
    Outcome edited = send(corroborated, thread(ts, corroborated), false);
    slack.answers(POST, CHANNEL, Answer.rateLimited(Duration.ofSeconds(7)));
    Outcome posted = send(corroborated, thread(ts, corroborated), false);

    assertThat(edited).extracting(outcome -> ((Outcome.Retryable) outcome).lane()).isEqualTo("edits");
    assertThat(posted).extracting(outcome -> ((Outcome.Retryable) outcome).lane()).isEqualTo("messages");
    assertThat(receiver.lanes(opened)).extracting(lane -> lane.name()).containsExactly("messages");
    assertThat(receiver.lanes(story("u").kind(AlertKind.UPDATED).build())).extracting(lane -> lane.name())
        .containsExactly("edits");
    assertThat(receiver.lanes(corroborated)).extracting(lane -> lane.name()).containsExactly("edits", "messages");
  }

  @Test
  void forAllThatAPredecessorLeftTheChannelIsReadOnce() throws Exception {
    String ts = told(opened);
    send(corroborated, thread(ts, corroborated), false);
    for (int i = 0; i < 20; i++) {
      told(alertNow("old" + i).build());
    }
    restart(List.of(), Duration.ofHours(1));

    for (int i = 0; i < 20; i++) {
      send(alertNow("old" + i).build(), null, true);
      send(alertNow("new" + i).build(), null, true);
      Alert reply = story("r" + i).kind(AlertKind.CORROBORATED).build();
      send(reply, thread(ts, reply), true);
    }
    send(corroborated, thread(ts, corroborated), true);

    assertThat(slack.calls("conversations.history", CHANNEL)).hasSize(1);
    assertThat(slack.calls("conversations.replies", CHANNEL)).hasSize(1);
    assertThat(roots()).hasSize(41);
    assertThat(slack.discussions(CHANNEL).getFirst().replies()).hasSize(21);
  }

  @Test
  void afterALostAnswerTheChannelIsReadAnew() throws Exception {
    told(opened);
    send(alertNow("b1").build(), null, true);
    Alert lost = alertNow("b2").build();
    slack.answers(POST, CHANNEL, Answer.lostAfterAcceptance());
    send(lost, null, false);

    send(lost, null, true);

    assertThat(roots()).hasSize(3);
  }

  /** The answer to the first is lost, and it is not seen yet when it is looked for. */
  private void postedTwice(Duration unseen) throws InterruptedException {
    slack.answers(POST, CHANNEL, Answer.lostAfterAcceptance().appearingAfter(unseen));
    send(opened, null, false);
    send(opened, null, !unseen.isZero());
  }

  private void restart(List<Duration> looks, Duration rounds) {
    restart(looks, rounds, PATIENT, Clock.systemUTC());
  }

  private void restart(List<Duration> looks, Duration rounds, Duration callTimeout, Clock clock) {
    receiver.close();
    receiver = receiver(looks, rounds, callTimeout, clock);
    receiver.listen(shift);
  }

  private static AlertBuilder story(String id) {
    return alertNow(id).story("s1");
  }

  private StoryThread thread(String ts, Alert now) {
    return new StoryThread(
        ts, Message.of(opened, ZoneOffset.UTC), Message.of(now, ZoneOffset.UTC), List.of("a1", now.id()), List.of());
  }

  private String told(Alert alert) throws InterruptedException {
    return String.valueOf(((Outcome.Delivered) send(alert, null, false)).remoteId());
  }

  private Outcome send(Alert alert, @Nullable StoryThread thread, boolean mayBeTold) throws InterruptedException {
    return receiver.send(new Dispatch(alert, Message.of(alert, ZoneOffset.UTC), thread, null, mayBeTold));
  }

  private List<Posted> roots() {
    return slack.posted(CHANNEL).stream().filter(message -> message.isRoot() && !message.tombstone()).toList();
  }

  private Discussion only() {
    assertThat(slack.discussions(CHANNEL)).hasSize(1);
    return slack.discussions(CHANNEL).getFirst();
  }

  private static String alertId(Posted message) {
    return message.metadata().path("event_payload").path("alert_id").asText();
  }
}
