package io.tensionwire.alerts.slack.app;

import static io.tensionwire.alerts.AlertBuilder.alertNow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tensionwire.alerts.message.Message;
import io.tensionwire.alerts.receiver.Dispatch;
import io.tensionwire.alerts.receiver.Notice;
import io.tensionwire.alerts.receiver.NoticeLine;
import io.tensionwire.alerts.receiver.Outcome;
import io.tensionwire.alerts.receiver.Rate;
import io.tensionwire.alerts.receiver.Readers;
import io.tensionwire.alerts.receiver.StoryThread;
import io.tensionwire.fixtures.slack.Answer;
import io.tensionwire.fixtures.slack.Discussion;
import io.tensionwire.fixtures.slack.FakeSlack;
import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.Feedback;
import io.tensionwire.model.Silence;
import io.tensionwire.model.yaml.Secret;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is done once though it was asked for twice, and what is asked for twice on purpose. */
@Timeout(120)
class SlackRepeatsIT {

  private static final String CHANNEL = "C0DESK";
  private static final String POST = "chat.postMessage";
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int LOOKS = 2;

  private final FakeSlack slack = FakeSlack.start().channel(CHANNEL, "desk");
  private final List<Silence> silences = new CopyOnWriteArrayList<>();
  private volatile Duration passed = Duration.ZERO;
  private final InstantSource clock = () -> Instant.now().plus(passed);
  private final SlackAppReceiver receiver = new SlackAppReceiver(
      new SlackAppConfig(
          "desk", new Secret(FakeSlack.BOT_TOKEN), new Secret(FakeSlack.APP_TOKEN), CHANNEL, URI.create(slack.api()), 1),
      new Rate(1), clock.withZone(ZoneOffset.UTC), Duration.ofSeconds(10),
      List.of(Duration.ofMillis(50), Duration.ofMillis(3500)));

  private final Readers readers = new Readers() {
    @Override
    public void feedback(Feedback feedback) {}

    @Override
    public void silence(Silence silence) {
      silences.add(silence);
    }
  };

  @AfterEach
  void close() {
    receiver.close();
    slack.close();
  }

  /** A client that may send a request again does so after these, of its own accord. */
  @ParameterizedTest
  @ValueSource(ints = {408, 503})
  void aCallThatIsRefusedIsNotMadeAgainBehindOurBack(int status) throws Exception {
    slack.answers(POST, CHANNEL, Answer.refused(status, "request_timeout"), Answer.refused(status, "request_timeout"));

    tell(opened("a1"), null, false);

    assertThat(slack.calls(POST, CHANNEL)).hasSize(1);
  }

  @Test
  void aNoticeWhoseAnswerWasLostIsNotPostedAgain() throws Exception {
    var notice = new Notice("digest/2026-11-21T07:00:00Z", "Digest: 1 alert", List.of(NoticeLine.of("a line")));
    slack.answers(POST, CHANNEL, Answer.lostAfterAcceptance());
    assertThat(receiver.send(notice)).isInstanceOf(Outcome.Retryable.class);

    assertThat(receiver.send(notice)).isInstanceOf(Outcome.Delivered.class);

    assertThat(slack.discussions(CHANNEL)).hasSize(1);
    assertThat(receiver.send(new Notice("digest/2026-11-22T07:00:00Z", "Digest: 1 alert", List.of())))
        .isInstanceOf(Outcome.Delivered.class);
    assertThat(slack.discussions(CHANNEL)).hasSize(2);
  }

  @Test
  void aRootThatAppearsLongAfterTheTakeOverIsLookedForToo() throws Exception {
    takeOver();
    Alert opened = opened("a1");
    slack.answers(POST, CHANNEL, Answer.lostAfterAcceptance().appearingAfter(Duration.ofSeconds(2)));
    tell(opened, null, false);

    tell(opened, null, true);

    await().atMost(PATIENCE).until(() -> slack.discussions(CHANNEL).size() == 2);
    await().atMost(PATIENCE).until(() -> slack.discussions(CHANNEL).size() == 1);
  }

  @Test
  void aReplyThatAppearsLongAfterTheTakeOverIsLookedForToo() throws Exception {
    takeOver();
    Alert opened = opened("a1");
    String root = told(opened);
    Alert next = alertNow("a2").kind(AlertKind.CORROBORATED).build();
    slack.answers(POST, CHANNEL, Answer.lostAfterAcceptance().appearingAfter(Duration.ofSeconds(2)));
    tell(next, thread(root, opened, next), false);

    tell(next, thread(root, opened, next), true);

    await().atMost(PATIENCE).until(() -> only().replies().size() == 2);
    await().atMost(PATIENCE).until(() -> only().replies().size() == 1);
  }

  @Test
  void ofTwoRootsTheOneThatWasAnsweredStays() throws Exception {
    told(opened("a1"));
    String answered = told(opened("a1"));
    slack.people().say(CHANNEL, "U0READER", "we are on it", answered);

    receiver.listen(readers);

    await().atMost(PATIENCE).until(() -> slack.discussions(CHANNEL).size() == 1);
    assertThat(only().root().ts()).isEqualTo(answered);
  }

  @Test
  void aReplyThatAPredecessorLeftTwiceIsDeletedAfterTheTakeOver() throws Exception {
    Alert opened = opened("a1");
    String root = told(opened);
    Alert next = alertNow("a2").kind(AlertKind.CORROBORATED).build();
    tell(next, thread(root, opened, next), false);
    tell(next, thread(root, opened, next), false);
    assertThat(only().replies()).hasSize(2);

    receiver.listen(readers);

    await().atMost(PATIENCE).until(() -> only().replies().size() == 1);
  }

  @Test
  void aSignalMayBeMutedAgainOnceItsHourIsOver() throws Exception {
    receiver.listen(readers);
    await().atMost(PATIENCE).until(() -> slack.sockets().open() == 1);
    String ts = told(opened("a1"));
    slack.click(CHANNEL, ts, Buttons.MUTE_SIGNAL, "U0NIGHT");
    await().until(() -> silences.size() == 1);

    passed = Duration.ofMinutes(59);
    slack.click(CHANNEL, ts, Buttons.MUTE_SIGNAL, "U0NIGHT");
    slack.click(CHANNEL, ts, Buttons.MUTE_STORY, "U0NIGHT");
    await().until(() -> silences.size() == 2);
    passed = Duration.ofMinutes(61);
    slack.click(CHANNEL, ts, Buttons.MUTE_STORY, "U0NIGHT");
    slack.click(CHANNEL, ts, Buttons.MUTE_SIGNAL, "U0NIGHT");

    await().until(() -> silences.size() == 3);
    assertThat(silences).extracting(Silence::matchers)
        .containsExactly(List.of("signal = rule"), List.of("story = s-a1"), List.of("signal = rule"));
  }

  /** What is looked for because of the take-over has been looked for. */
  private void takeOver() {
    receiver.listen(readers);
    await().atMost(PATIENCE).until(() -> slack.calls("conversations.history", CHANNEL).size() >= LOOKS);
  }

  private static Alert opened(String id) {
    return alertNow(id).signal("We will respond in kind, the ministry said.", "respond in kind").build();
  }

  private String told(Alert alert) throws InterruptedException {
    return String.valueOf(((Outcome.Delivered) tell(alert, null, false)).remoteId());
  }

  private Outcome tell(Alert alert, @Nullable StoryThread thread, boolean mayBeTold) throws InterruptedException {
    return receiver.send(new Dispatch(alert, words(alert), thread, null, mayBeTold));
  }

  private static StoryThread thread(String root, Alert first, Alert now) {
    return new StoryThread(root, words(first), words(now), List.of(first.id(), now.id()), List.of());
  }

  private static Message words(Alert alert) {
    return Message.of(alert, ZoneOffset.UTC);
  }

  private Discussion only() {
    List<Discussion> standing = slack.discussions(CHANNEL).stream().filter(each -> !each.root().tombstone()).toList();
    assertThat(standing).hasSize(1);
    return standing.getFirst();
  }
}
