package io.tensionwire.alerts.slack.app;

import static io.tensionwire.alerts.AlertBuilder.alert;
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
import io.tensionwire.alerts.receiver.Receiver;
import io.tensionwire.alerts.receiver.ReceiverContract;
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
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class SlackAppReceiverIT extends ReceiverContract {

  private static final String CHANNEL = "C0DESK";
  private static final String POST = "chat.postMessage";
  private static final String UPDATE = "chat.update";

  private static final Readers NOBODY = new Readers() {
    @Override
    public void feedback(Feedback feedback) {}

    @Override
    public void silence(Silence silence) {}
  };

  private final FakeSlack slack = FakeSlack.start().channel(CHANNEL, "desk");
  private final SlackAppReceiver receiver = receiver(FakeSlack.BOT_TOKEN, Duration.ofMillis(300), Duration.ofSeconds(1));

  private SlackAppReceiver receiver(String token, Duration... looks) {
    var config = new SlackAppConfig("desk", new Secret(token), null, CHANNEL, URI.create(slack.api()), 1);
    return new SlackAppReceiver(config, new Rate(1), Clock.systemUTC(), Duration.ofSeconds(2), List.of(looks));
  }

  @AfterEach
  void close() {
    receiver.close();
    slack.close();
  }

  @Override
  protected Receiver receiver() {
    return receiver;
  }

  @Override
  protected String told() {
    return slack.messages(CHANNEL).toString();
  }

  @Test
  void theFirstTellingIsARootWithItsStamp() throws Exception {
    Outcome outcome = send(alert().build());

    Posted root = only().root();
    assertThat(outcome).isEqualTo(new Outcome.Delivered(root.ts(), root.ts()));
    assertThat(root.metadata().path("event_type").asText()).isEqualTo("tensionwire_alert");
    assertThat(root.metadata().path("event_payload").path("alert_id").asText()).isEqualTo("a1");
    assertThat(root.metadata().path("event_payload").path("story_id").asText()).isEqualTo("s-a1");
    assertThat(root.metadata().path("event_payload").path("kind").asText()).isEqualTo("opened");
  }

  @Test
  void anUpdateIsOnlyAnEdit() throws Exception {
    Alert opened = opened();
    String ts = told(opened);

    Outcome outcome = send(of(opened, AlertKind.UPDATED).counts(4, 3).build(), thread(ts, opened, of(opened, AlertKind.OPENED).counts(4, 3).build()));

    assertThat(outcome).isEqualTo(new Outcome.Delivered(ts, ts));
    assertThat(only().replies()).isEmpty();
    assertThat(only().root().content().toString()).contains("4 articles, 3 outlets", "Moscow warns Seoul");
    assertThat(only().root().metadata().path("event_payload").path("alert_id").asText()).isEqualTo(opened.id());
    assertThat(slack.pings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
      "CORROBORATED, HIGH, false", "ESCALATED, HIGH, true", "ESCALATED, CRITICAL, true", "ESCALATED, ELEVATED, false",
      "CORRECTED, HIGH, true", "CORRECTED, NOTICE, false", "DEESCALATED, ELEVATED, false"
  })
  void whatReadersShouldNoticeIsAReplyAndWakesThemWhereItIsGrave(AlertKind kind, Severity severity, boolean wakes)
      throws Exception {
    Alert opened = alertNow("a1").severity(Severity.ELEVATED).build();
    String ts = told(opened);
    Alert next = alertNow("a2").kind(kind).severity(severity).build();

    Outcome outcome = send(next, thread(ts, opened, next), "<!subteam^S0SHIFT>", false);

    Posted reply = only().replies().getFirst();
    assertThat(outcome).isEqualTo(new Outcome.Delivered(reply.ts(), ts));
    assertThat(reply.broadcast()).isEqualTo(wakes);
    assertThat(slack.pings()).hasSize(wakes ? 1 : 0);
    assertThat(only().root().edits()).isEqualTo(1);
  }

  @Test
  void theCorrectionOfWhatWasHighWakesThoseWhoWereWoken() throws Exception {
    Alert opened = alertNow("a1").severity(Severity.HIGH).build();
    String ts = told(opened);
    Alert lowered = alertNow("a2").kind(AlertKind.DEESCALATED).severity(Severity.NOTICE).change("high", "notice", "x").build();

    send(lowered, thread(ts, opened, lowered), "@here", false);

    assertThat(only().replies().getFirst().broadcast()).isTrue();
    assertThat(slack.pings()).hasSize(1);
  }

  @Test
  void aGraveFirstTellingWakesWhomTheRouteNames() throws Exception {
    Alert grave = alertNow("a1").severity(Severity.CRITICAL).build();

    send(grave, null, "U0NIGHT, @here", false);

    assertThat(slack.pings()).hasSize(2);
  }

  @Test
  void aReplyHasBothWordings() throws Exception {
    Alert opened = opened();
    String ts = told(opened);
    Alert corrected = alertNow("a2").kind(AlertKind.CORRECTED).change("“will retaliate”", "“may respond”", "the agency corrected itself").build();

    send(corrected, thread(ts, opened, corrected));

    assertThat(only().replies().getFirst().content().toString()).contains("will retaliate", "may respond");
  }

  @Test
  void aLostAnswerIsReadBackAndNothingIsPostedTwice() throws Exception {
    Alert opened = opened();
    slack.answers(POST, CHANNEL, Answer.lostAfterAcceptance());

    Outcome first = send(opened, null);
    Outcome second = send(opened, null, null, true);

    assertThat(first).isInstanceOfSatisfying(
        Outcome.Retryable.class, lost -> assertThat(lost.reason()).isEqualTo(Reason.ANSWER_LOST));
    assertThat(second).isEqualTo(new Outcome.Delivered(only().root().ts(), only().root().ts()));
    assertThat(slack.calls(POST, CHANNEL)).hasSize(1);
  }

  @Test
  void aTimeOutAfterAcceptanceIsReadBackOverManyPages() throws Exception {
    slack.answers(POST, CHANNEL, Answer.answeredLate(Duration.ofSeconds(5)));
    Alert opened = opened();

    Outcome first = send(opened, null);
    for (int i = 0; i < 7; i++) {
      slack.people().say(CHANNEL, "U0READER", "chatter " + i, null);
    }
    slack.people().tellPagesOfAtMost(2);
    Outcome second = send(opened, null, null, true);

    assertThat(first).isEqualTo(new Outcome.Retryable(Reason.TIMED_OUT, null, null));
    assertThat(second).isInstanceOf(Outcome.Delivered.class);
    assertThat(slack.calls(POST, CHANNEL)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fatal_error", "internal_error"})
  void aCatastropheOfSlacksLeavesItOpen(String word) throws Exception {
    slack.answers(POST, CHANNEL, Answer.refused(word));

    Outcome outcome = send(opened(), null);

    assertThat(outcome).isEqualTo(new Outcome.Retryable(Reason.ANSWER_LOST, word, null));
  }

  @Test
  void aReplyWhoseAnswerWasLostIsReadBackFromItsThread() throws Exception {
    Alert opened = opened();
    String ts = told(opened);
    Alert next = alertNow("a2").kind(AlertKind.CORROBORATED).build();
    slack.answers(POST, CHANNEL, Answer.fatalErrorAfterAcceptance());

    Outcome first = send(next, thread(ts, opened, next));
    Outcome second = send(next, thread(ts, opened, next), null, true);

    assertThat(first).isInstanceOf(Outcome.Retryable.class);
    assertThat(second).isEqualTo(new Outcome.Delivered(only().replies().getFirst().ts(), ts));
    assertThat(only().replies()).hasSize(1);
  }

  @Test
  void aRootThatWasEditedWhileItsReplyFailedIsToldWhole() throws Exception {
    Alert opened = opened();
    String ts = told(opened);
    Alert next = alertNow("a2").kind(AlertKind.ESCALATED).severity(Severity.CRITICAL).build();
    slack.answers(POST, CHANNEL, Answer.rateLimited(Duration.ofSeconds(3)));

    Outcome first = send(next, thread(ts, opened, next));
    Outcome second = send(next, thread(ts, opened, next));

    assertThat(first).isEqualTo(new Outcome.Retryable(Reason.RATE_LIMITED, "429", Duration.ofSeconds(3), "messages"));
    assertThat(second).isInstanceOf(Outcome.Delivered.class);
    assertThat(only().replies()).hasSize(1);
  }

  @Test
  void whatAppearsLateIsDeletedOnceItIsSeen() throws Exception {
    receiver.listen(NOBODY);
    Alert opened = opened();
    slack.answers(POST, CHANNEL, Answer.lostAfterAcceptance().appearingAfter(Duration.ofMillis(700)));
    send(opened, null);

    Outcome second = send(opened, null, null, true);

    assertThat(second).isInstanceOf(Outcome.Delivered.class);
    assertThat(slack.discussions(CHANNEL)).hasSize(2);
    await().atMost(Duration.ofSeconds(10)).until(() -> slack.discussions(CHANNEL).size() == 1);
  }

  @Test
  void aThreadWhoseRootWasADuplicateGoesOnUnderTheOneThatStays() throws Exception {
    receiver.listen(NOBODY);
    Alert opened = opened();
    slack.answers(POST, CHANNEL, Answer.lostAfterAcceptance().appearingAfter(Duration.ofMillis(200)));
    send(opened, null);
    var second = (Outcome.Delivered) send(opened, null, null, true);
    await().atMost(Duration.ofSeconds(10)).until(() -> slack.discussions(CHANNEL).size() == 1);
    Alert next = alertNow("a2").kind(AlertKind.CORROBORATED).build();

    Outcome third = send(next, thread(second.threadId(), opened, next));

    assertThat(only().replies()).hasSize(1);
    assertThat(third).isEqualTo(new Outcome.Delivered(only().replies().getFirst().ts(), only().root().ts()));
  }

  @Test
  void aLateReplyIsDeletedAndTheFirstStands() throws Exception {
    receiver.listen(NOBODY);
    Alert opened = opened();
    String ts = told(opened);
    Alert next = alertNow("a2").kind(AlertKind.CORROBORATED).build();
    slack.answers(POST, CHANNEL, Answer.lostAfterAcceptance().appearingAfter(Duration.ofMillis(200)));
    send(next, thread(ts, opened, next));
    send(next, thread(ts, opened, next), null, true);
    assertThat(only().replies()).hasSize(2);
    String first = only().replies().getFirst().ts();

    await().atMost(Duration.ofSeconds(10)).until(() -> only().replies().size() == 1);
    assertThat(only().replies().getFirst().ts()).isEqualTo(first);
  }

  @Test
  void whatAPredecessorLeftTwiceIsDeletedAfterTheTakeOver() throws Exception {
    Alert opened = opened();
    told(opened);
    told(opened);
    Alert other = alertNow("b1").build();
    told(other);

    receiver.listen(NOBODY);

    await().atMost(Duration.ofSeconds(10)).until(() -> slack.discussions(CHANNEL).size() == 2);
  }

  @Test
  void noOneElsesMessageIsEverDeleted() throws Exception {
    slack.people().say(CHANNEL, "U0READER", "the same", null);
    slack.people().say(CHANNEL, "U0READER", "the same", null);
    told(opened());
    told(opened());

    receiver.listen(NOBODY);

    await().atMost(Duration.ofSeconds(10)).until(() -> slack.discussions(CHANNEL).size() == 3);
    await().during(Duration.ofSeconds(2)).until(() -> slack.discussions(CHANNEL).size() == 3);
  }

  @Test
  void aDeletedRootIsPostedAgainAndTheThreadGoesOnThere() throws Exception {
    Alert opened = opened();
    String ts = told(opened);
    slack.people().delete(CHANNEL, ts);
    Alert next = alertNow("a2").kind(AlertKind.CORROBORATED).build();

    var outcome = (Outcome.Delivered) send(next, thread(ts, opened, next));

    assertThat(only().root().ts()).isNotEqualTo(ts).isEqualTo(outcome.threadId());
    assertThat(only().replies()).hasSize(1);
    assertThat(only().root().text()).contains("Moscow warns Seoul");
  }

  @Test
  void aNewRootIsNotPostedTwiceWhereTheReplyFailed() throws Exception {
    Alert opened = opened();
    String ts = told(opened);
    slack.people().delete(CHANNEL, ts);
    Alert next = alertNow("a2").kind(AlertKind.CORROBORATED).build();
    slack.answers(POST, CHANNEL, Answer.byTheRules(), Answer.refused("service_unavailable"));
    StoryThread thread = thread(ts, opened, next);
    Outcome first = send(next, thread);

    try (SlackAppReceiver successor = receiver(FakeSlack.BOT_TOKEN)) {
      Outcome second = successor.send(new Dispatch(next, Message.of(next, PARIS), thread, null, true));

      assertThat(first).isEqualTo(new Outcome.Retryable(Reason.UNAVAILABLE, "service_unavailable", null));
      assertThat(second).isInstanceOf(Outcome.Delivered.class);
      assertThat(only().replies()).hasSize(1);
    }
  }

  @Test
  void whereTheEditWindowIsClosedANewRootGoesOn() throws Exception {
    Alert opened = opened();
    String ts = told(opened);
    slack.answers(UPDATE, CHANNEL, Answer.refused("edit_window_closed"));
    Alert next = alertNow("a2").kind(AlertKind.UPDATED).build();

    var outcome = (Outcome.Delivered) send(next, thread(ts, opened, next));

    assertThat(outcome.threadId()).isNotEqualTo(ts);
    assertThat(slack.discussions(CHANNEL)).hasSize(2);
  }

  @Test
  void aDeletedStoryIsNotBroughtBackToSayThatItIsOver() throws Exception {
    Alert opened = opened();
    String ts = told(opened);
    slack.people().delete(CHANNEL, ts);
    Alert closed = alertNow("a2").kind(AlertKind.CLOSED).build();

    Outcome outcome = send(closed, thread(ts, opened, closed));

    assertThat(outcome).isInstanceOf(Outcome.Delivered.class);
    assertThat(slack.discussions(CHANNEL)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
      "invalid_auth, FORBIDDEN", "not_in_channel, FORBIDDEN", "restricted_action, FORBIDDEN", "token_revoked, FORBIDDEN",
      "missing_scope, FORBIDDEN", "channel_not_found, NOT_FOUND", "is_archived, NOT_FOUND",
      "msg_too_long, INVALID_MESSAGE", "invalid_blocks, INVALID_MESSAGE", "msg_blocks_too_long, INVALID_MESSAGE"
  })
  void aRefusalWithStatus200IsFinal(String word, Reason reason) throws Exception {
    slack.answers(POST, CHANNEL, Answer.refused(word));

    assertThat(send(opened(), null)).isInstanceOfSatisfying(Outcome.Rejected.class, no -> {
      assertThat(no.reason()).isEqualTo(reason);
      assertThat(no.detail()).startsWith(word);
    });
  }

  @ParameterizedTest
  @CsvSource({
      "ratelimited, RATE_LIMITED", "service_unavailable, UNAVAILABLE", "request_timeout, UNAVAILABLE",
      "a_word_of_tomorrow, ANSWER_LOST"
  })
  void whatMayPassIsTriedAgain(String word, Reason reason) throws Exception {
    slack.answers(POST, CHANNEL, Answer.refused(word));

    assertThat(send(opened(), null)).isInstanceOfSatisfying(
        Outcome.Retryable.class, later -> assertThat(later.reason()).isEqualTo(reason));
  }

  @Test
  void theTimeThatSlackAsksForIsTold() throws Exception {
    slack.answers(POST, CHANNEL, Answer.rateLimited(Duration.ofSeconds(7)));

    assertThat(send(opened(), null)).isEqualTo(new Outcome.Retryable(Reason.RATE_LIMITED, "429", Duration.ofSeconds(7), "messages"));
  }

  @ParameterizedTest
  @CsvSource({"500, ANSWER_LOST", "502, ANSWER_LOST", "503, UNAVAILABLE"})
  void anErrorOfAGatewaysIsNotFinal(int status, Reason reason) throws Exception {
    slack.answers(POST, CHANNEL, Answer.refused(status, "bad_gateway"));

    assertThat(send(opened(), null)).isInstanceOfSatisfying(
        Outcome.Retryable.class, later -> assertThat(later.reason()).isEqualTo(reason));
  }

  @Test
  void aConnectionThatBreaksIsNotTriedAgainBehindOurBack() throws Exception {
    slack.answers(POST, CHANNEL, Answer.lostAfterAcceptance(), Answer.lostAfterAcceptance());

    send(opened(), null);

    assertThat(slack.calls(POST, CHANNEL)).hasSize(1);
  }

  @Test
  void whereNobodyListensNothingWasTold() throws Exception {
    slack.close();

    assertThat(send(opened(), null)).isInstanceOfSatisfying(
        Outcome.Retryable.class, later -> assertThat(later.reason()).isEqualTo(Reason.UNREACHABLE));
  }

  @Test
  void noOutcomeHoldsTheToken() throws Exception {
    try (SlackAppReceiver wrong = receiver("xoxb-very-secret")) {
      Outcome outcome = wrong.send(Dispatch.of(opened(), Message.of(opened(), PARIS)));

      assertThat(outcome.toString()).contains("invalid_auth").doesNotContain("very-secret");
    }
  }

  @Test
  void anArchivedChannelIsAReceiverThatIsGone() throws Exception {
    slack.people().archive(CHANNEL);

    assertThat(send(opened(), null)).isEqualTo(new Outcome.Rejected(Reason.NOT_FOUND, "is_archived"));
  }

  private Alert opened() {
    return alertNow("a1").build();
  }

  private static AlertBuilder of(Alert story, AlertKind kind) {
    return alertNow(story.id() + kind).kind(kind);
  }

  private StoryThread thread(@Nullable String ts, Alert first, Alert now) {
    return new StoryThread(
        ts == null ? "" : ts, Message.of(first, PARIS), Message.of(now, PARIS), List.of(first.id(), now.id()), List.of());
  }

  private String told(Alert alert) throws InterruptedException {
    return String.valueOf(((Outcome.Delivered) send(alert, null)).remoteId());
  }

  private Outcome send(Alert alert, @Nullable StoryThread thread) throws InterruptedException {
    return send(alert, thread, null, false);
  }

  private Outcome send(Alert alert, @Nullable StoryThread thread, @Nullable String mention, boolean mayBeTold)
      throws InterruptedException {
    return receiver.send(new Dispatch(alert, Message.of(alert, PARIS), thread, mention, mayBeTold));
  }

  private Discussion only() {
    assertThat(slack.discussions(CHANNEL).stream().filter(d -> !d.root().tombstone()).toList()).hasSize(1);
    return slack.discussions(CHANNEL).stream().filter(d -> !d.root().tombstone()).findFirst().orElseThrow();
  }
}
