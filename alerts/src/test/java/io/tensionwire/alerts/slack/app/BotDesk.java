package io.tensionwire.alerts.slack.app;

import static io.tensionwire.alerts.AlertBuilder.alertNow;
import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.alerts.AlertBuilder;
import io.tensionwire.alerts.message.Message;
import io.tensionwire.alerts.receiver.Dispatch;
import io.tensionwire.alerts.receiver.Outcome;
import io.tensionwire.alerts.receiver.Rate;
import io.tensionwire.alerts.receiver.Readers;
import io.tensionwire.alerts.receiver.StoryThread;
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

/** A bot, its channel, and one story that is told there. */
final class BotDesk implements AutoCloseable {

  static final String CHANNEL = "C0DESK";
  static final String POST = "chat.postMessage";
  static final String UPDATE = "chat.update";
  static final Duration SOON = Duration.ofMillis(200);
  /** Of a call: the first one of a machine that is busy takes long. */
  static final Duration PATIENT = Duration.ofSeconds(10);

  final FakeSlack slack = FakeSlack.start().channel(CHANNEL, "desk");
  final Shift shift = new Shift();
  final Alert opened = story("a1").severity(Severity.HIGH).build();
  final Alert corroborated = story("a2").kind(AlertKind.CORROBORATED).build();
  SlackAppReceiver receiver = receiver(List.of(SOON), Duration.ofHours(1), PATIENT, Clock.systemUTC());

  /** Whether this instance is the active one. */
  static final class Shift implements Readers {
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

  /** Another instance takes over. */
  void restart(List<Duration> looks, Duration rounds) {
    restart(looks, rounds, PATIENT, Clock.systemUTC());
  }

  void restart(List<Duration> looks, Duration rounds, Duration callTimeout, Clock clock) {
    receiver.close();
    receiver = receiver(looks, rounds, callTimeout, clock);
    receiver.listen(shift);
  }

  static AlertBuilder story(String id) {
    return alertNow(id).story("s1");
  }

  StoryThread thread(String ts, Alert now) {
    return new StoryThread(
        ts, Message.of(opened, ZoneOffset.UTC), Message.of(now, ZoneOffset.UTC), List.of("a1", now.id()), List.of());
  }

  String told(Alert alert) throws InterruptedException {
    return String.valueOf(((Outcome.Delivered) send(alert, null, false)).remoteId());
  }

  Outcome send(Alert alert, @Nullable StoryThread thread, boolean mayBeTold) throws InterruptedException {
    return receiver.send(new Dispatch(alert, Message.of(alert, ZoneOffset.UTC), thread, null, mayBeTold));
  }

  List<Posted> roots() {
    return slack.posted(CHANNEL).stream().filter(message -> message.isRoot() && !message.tombstone()).toList();
  }

  Discussion only() {
    assertThat(slack.discussions(CHANNEL)).hasSize(1);
    return slack.discussions(CHANNEL).getFirst();
  }

  static String alertId(Posted message) {
    return message.metadata().path("event_payload").path("alert_id").asText();
  }

  @Override
  public void close() {
    receiver.close();
    slack.close();
  }
}
