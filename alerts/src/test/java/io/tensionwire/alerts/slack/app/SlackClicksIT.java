package io.tensionwire.alerts.slack.app;

import static io.tensionwire.alerts.AlertBuilder.alertNow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tensionwire.alerts.message.Message;
import io.tensionwire.alerts.receiver.Dispatch;
import io.tensionwire.alerts.receiver.Outcome;
import io.tensionwire.alerts.receiver.Rate;
import io.tensionwire.alerts.receiver.Readers;
import io.tensionwire.alerts.receiver.StoryThread;
import io.tensionwire.fixtures.slack.Answer;
import io.tensionwire.fixtures.slack.Click;
import io.tensionwire.fixtures.slack.FakeSlack;
import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.Feedback;
import io.tensionwire.model.Silence;
import io.tensionwire.model.yaml.Secret;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SlackClicksIT {

  private static final String CHANNEL = "C0DESK";

  private final FakeSlack slack = FakeSlack.start().channel(CHANNEL, "desk");
  private final Heard heard = new Heard();
  private final SlackAppReceiver receiver = receiver(FakeSlack.APP_TOKEN);

  private SlackAppReceiver receiver(@Nullable String appToken) {
    var config = new SlackAppConfig(
        "desk", new Secret(FakeSlack.BOT_TOKEN), appToken == null ? null : new Secret(appToken), CHANNEL,
        URI.create(slack.api()), 1);
    return new SlackAppReceiver(config, new Rate(1), Clock.systemUTC(), Duration.ofSeconds(2), List.of());
  }

  /** What went on record; may be slow, or fail. */
  private static final class Heard implements Readers {
    final List<Feedback> feedback = new CopyOnWriteArrayList<>();
    final List<Silence> silences = new CopyOnWriteArrayList<>();
    volatile boolean fails;
    volatile CountDownLatch gate = new CountDownLatch(0);

    @Override
    public void feedback(Feedback said) {
      pass();
      feedback.add(said);
    }

    @Override
    public void silence(Silence said) {
      pass();
      silences.add(said);
    }

    private void pass() {
      try {
        gate.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      if (fails) {
        throw new KafkaException("not written");
      }
    }
  }

  @AfterEach
  void close() {
    receiver.close();
    slack.close();
  }

  @Test
  void anAcknowledgementIsRecordedAndShown() throws Exception {
    String ts = listeningTo(alert());

    Click click = slack.click(CHANNEL, ts, Buttons.ACKNOWLEDGE, "U0NIGHT");

    assertThat(click.fate()).isEqualTo(Click.Fate.ACKNOWLEDGED);
    await().until(() -> shows(ts).contains("Acknowledged by @u0night "));
    assertThat(heard.feedback).hasSize(1).first().satisfies(said -> {
      assertThat(said.alertId()).isEqualTo("a1");
      assertThat(said.verdict()).isEqualTo("acknowledged");
      assertThat(said.user()).isEqualTo("u0night (U0NIGHT)");
      assertThat(said.signalIds()).containsExactly("rule");
    });
    assertThat(slack.pings()).isEmpty();
  }

  @Test
  void anotherReadersClickAddsAndADoubleClickDoesNot() throws Exception {
    String ts = listeningTo(alert());

    slack.click(CHANNEL, ts, Buttons.ACKNOWLEDGE, "U0NIGHT");
    slack.click(CHANNEL, ts, Buttons.ACKNOWLEDGE, "U0NIGHT");
    slack.click(CHANNEL, ts, Buttons.NOT_RELEVANT, "U0DAY");

    await().until(() -> shows(ts).contains("Marked not relevant by @u0day "));
    assertThat(shows(ts)).containsOnlyOnce("Acknowledged by @u0night ");
    assertThat(heard.feedback).hasSize(2);
    assertThat(slack.discussions(CHANNEL).getFirst().root().edits()).isEqualTo(2);
  }

  @Test
  void anEnvelopeThatComesAgainDoesNoHarm() throws Exception {
    String ts = listeningTo(alert());
    Click click = slack.click(CHANNEL, ts, Buttons.MUTE_STORY, "U0NIGHT");
    await().until(() -> heard.silences.size() == 1);

    slack.sockets().sendAgain(click);
    slack.click(CHANNEL, ts, Buttons.ACKNOWLEDGE, "U0NIGHT");

    await().until(() -> !heard.feedback.isEmpty());
    assertThat(heard.silences).hasSize(1);
  }

  @Test
  void aStoryIsMutedByItsIdAndASignalForAnHour() throws Exception {
    String ts = listeningTo(alert());

    slack.click(CHANNEL, ts, Buttons.MUTE_STORY, "U0NIGHT");
    slack.click(CHANNEL, ts, Buttons.MUTE_SIGNAL, "U0NIGHT");

    await().until(() -> shows(ts).contains("Story muted by @u0night ") && shows(ts).contains("Signal “rule” muted until "));
    assertThat(heard.silences).extracting(Silence::matchers)
        .containsExactly(List.of("story = s-a1"), List.of("signal = rule"));
    assertThat(Duration.between(heard.silences.get(1).startsAt(), heard.silences.get(1).endsAt())).isEqualTo(Duration.ofHours(1));
    assertThat(heard.silences).extracting(Silence::createdBy).containsOnly("u0night (U0NIGHT)");
  }

  @Test
  void aClickIsAcknowledgedInTimeHoweverLongTheRecordTakes() throws Exception {
    String ts = listeningTo(alert());
    heard.gate = new CountDownLatch(1);

    Click click = slack.click(CHANNEL, ts, Buttons.ACKNOWLEDGE, "U0NIGHT");

    assertThat(click.fate()).isEqualTo(Click.Fate.ACKNOWLEDGED);
    assertThat(heard.feedback).isEmpty();
    assertThat(shows(ts)).doesNotContain("Acknowledged");
    heard.gate.countDown();
    await().until(() -> shows(ts).contains("Acknowledged by @u0night "));
  }

  @Test
  void aReaderIsToldThatAClickWasNotRecordedAndMayTryAgain() throws Exception {
    String ts = listeningTo(alert());
    heard.fails = true;
    slack.click(CHANNEL, ts, Buttons.ACKNOWLEDGE, "U0NIGHT");
    await().until(() -> slack.ephemerals().size() == 1);
    assertThat(slack.ephemerals().getFirst().user()).isEqualTo("U0NIGHT");
    assertThat(shows(ts)).doesNotContain("Acknowledged");
    heard.fails = false;

    slack.click(CHANNEL, ts, Buttons.ACKNOWLEDGE, "U0NIGHT");

    await().until(() -> shows(ts).contains("Acknowledged by @u0night "));
  }

  @Test
  void aReaderWhomTheBotMayNotWhisperToIsToldWhereTheClickSays() throws Exception {
    String ts = listeningTo(alert());
    heard.fails = true;
    slack.answers("chat.postEphemeral", CHANNEL, Answer.refused("user_not_in_channel"));

    slack.click(CHANNEL, ts, Buttons.ACKNOWLEDGE, "U0NIGHT");

    await().until(() -> slack.ephemerals().size() == 1);
    assertThat(slack.ephemerals().getFirst().user()).isEqualTo("U0NIGHT");
    assertThat(slack.calls("response_url", CHANNEL)).hasSize(1);
    assertThat(shows(ts)).contains("Moscow warns Seoul");
  }

  @Test
  void aSuccessorAddsToWhatAPredecessorsMessageShows() throws Exception {
    String ts = listeningTo(alert());
    slack.click(CHANNEL, ts, Buttons.ACKNOWLEDGE, "U0NIGHT");
    await().until(() -> shows(ts).contains("Acknowledged by @u0night "));
    receiver.close();
    await().until(() -> slack.sockets().open() == 0);

    try (SlackAppReceiver successor = receiver(FakeSlack.APP_TOKEN)) {
      successor.listen(heard);
      await().until(() -> slack.sockets().open() == 1);
      slack.click(CHANNEL, ts, Buttons.ACKNOWLEDGE, "U0NIGHT");
      slack.click(CHANNEL, ts, Buttons.MUTE_STORY, "U0DAY");

      await().until(() -> shows(ts).contains("Story muted by @u0day "));
    }
    assertThat(shows(ts)).containsOnlyOnce("Acknowledged by @u0night ").contains("Moscow warns Seoul", Buttons.MUTE_STORY);
    assertThat(slack.posted(CHANNEL).getFirst().metadata().path("event_payload").path("story_id").asText()).isEqualTo("s-a1");
  }

  @Test
  void theNextEditOfTheStoryKeepsWhatReadersMadeOfIt() throws Exception {
    Alert alert = alert();
    String ts = listeningTo(alert);
    slack.click(CHANNEL, ts, Buttons.ACKNOWLEDGE, "U0NIGHT");
    await().until(() -> shows(ts).contains("Acknowledged by @u0night "));
    Alert updated = alertNow("a2").kind(AlertKind.UPDATED).counts(5, 4).build();
    var thread = new StoryThread(
        ts, words(alert), words(updated), List.of("a1"), List.of("Acknowledged by @u0night 03:12 KST"));

    receiver.send(new Dispatch(updated, words(updated), thread, null, false));

    assertThat(shows(ts)).contains("5 articles", "Acknowledged by @u0night 03:12 KST");
    slack.click(CHANNEL, ts, Buttons.NOT_RELEVANT, "U0DAY");
    await().until(() -> shows(ts).contains("not relevant by @u0day"));
    assertThat(shows(ts)).contains("5 articles", "Acknowledged by @u0night 03:12 KST");
  }

  @Test
  void aHostileNamePingsNobody() throws Exception {
    String ts = listeningTo(alert());

    slack.click(CHANNEL, ts, Buttons.ACKNOWLEDGE, "U0<!HERE>");
    slack.click(CHANNEL, ts, Buttons.ACKNOWLEDGE, "U0NIGHT");

    await().until(() -> shows(ts).contains("Acknowledged by @u0night "));
    assertThat(heard.feedback).hasSize(1);
    assertThat(slack.pings()).isEmpty();
  }

  @Test
  void anotherSocketIsOpenedWhenSlackAsksAndWhenOneBreaks() throws Exception {
    String ts = listeningTo(alert());

    slack.sockets().warn();
    await().atMost(Duration.ofSeconds(5)).until(() -> slack.sockets().openedSoFar() == 2);
    slack.sockets().refresh();
    await().atMost(Duration.ofSeconds(5)).until(() -> slack.sockets().openedSoFar() == 3);
    slack.sockets().drop();
    await().atMost(Duration.ofSeconds(10)).until(() -> slack.sockets().openedSoFar() == 4);

    assertThat(slack.click(CHANNEL, ts, Buttons.ACKNOWLEDGE, "U0NIGHT").fate()).isEqualTo(Click.Fate.ACKNOWLEDGED);
    await().until(() -> heard.feedback.size() == 1);
  }

  @Test
  void aRefusalToOpenASocketIsTriedAgain() throws Exception {
    slack.answers("apps.connections.open", "*", Answer.refused("internal_error"), Answer.refused(500, "x"));

    listeningTo(alert());

    assertThat(slack.sockets().open()).isEqualTo(1);
  }

  @Test
  void onlyTheActiveInstanceListens() throws Exception {
    listeningTo(alert());

    receiver.hush();

    await().until(() -> slack.sockets().open() == 0);
    receiver.listen(heard);
    await().until(() -> slack.sockets().open() == 1);
  }

  @Test
  void withoutAnAppTokenThereAreNoButtons() throws Exception {
    try (SlackAppReceiver mute = receiver(null)) {
      mute.listen(heard);
      mute.send(Dispatch.of(alert(), words(alert())));
    }

    assertThat(slack.messages(CHANNEL).getFirst().toString()).doesNotContain("actions", "button");
    assertThat(slack.sockets().openedSoFar()).isZero();
  }

  private String listeningTo(Alert alert) throws InterruptedException {
    receiver.listen(heard);
    await().atMost(Duration.ofSeconds(10)).until(() -> slack.sockets().open() == 1);
    return String.valueOf(((Outcome.Delivered) receiver.send(Dispatch.of(alert, words(alert)))).remoteId());
  }

  private static Alert alert() {
    return alertNow("a1").signal("We will respond in kind, the ministry said.", "respond in kind").build();
  }

  private static Message words(Alert alert) {
    return Message.of(alert, ZoneId.of("Europe/Paris"));
  }

  private String shows(String ts) {
    return slack.posted(CHANNEL).stream().filter(posted -> posted.ts().equals(ts)).findFirst().orElseThrow().content().toString();
  }
}
