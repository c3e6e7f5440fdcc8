package io.tensionwire.alerts.slack.app;

import static io.tensionwire.alerts.AlertBuilder.alertNow;
import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.alerts.message.Message;
import io.tensionwire.alerts.receiver.Dispatch;
import io.tensionwire.alerts.receiver.Outcome;
import io.tensionwire.alerts.receiver.Rate;
import io.tensionwire.alerts.receiver.Readers;
import io.tensionwire.alerts.receiver.StoryThread;
import io.tensionwire.fixtures.slack.Discussion;
import io.tensionwire.fixtures.slack.FakeSlack;
import io.tensionwire.fixtures.time.SetClock;
import io.tensionwire.model.Alert;
import io.tensionwire.model.Feedback;
import io.tensionwire.model.Silence;
import io.tensionwire.model.yaml.Secret;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A Slack with one channel, whose clock stands, and the receiver that tells there. */
final class DeskApp implements AutoCloseable {

  static final String CHANNEL = "C0DESK";
  static final String POST = "chat.postMessage";
  static final String UPDATE = "chat.update";
  static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  static final Readers NOBODY = new Readers() {
    @Override
    public void feedback(Feedback feedback) {}

    @Override
    public void silence(Silence silence) {}
  };

  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(2);
  /** When it looks for duplicates: so often that a slow test is not too late for the last look. */
  private static final List<Duration> LOOKS =
      IntStream.rangeClosed(1, 150).mapToObj(look -> Duration.ofMillis(200).multipliedBy(look)).toList();

  final SetClock clock = new SetClock(Instant.now());
  final FakeSlack slack = FakeSlack.start(0, clock).channel(CHANNEL, "desk");
  final SlackAppReceiver receiver = receiver(FakeSlack.BOT_TOKEN);

  /** Another one, with this token. */
  SlackAppReceiver receiver(String token) {
    var config = new SlackAppConfig("desk", new Secret(token), null, CHANNEL, URI.create(slack.api()), 1);
    return new SlackAppReceiver(config, new Rate(1), Clock.systemUTC(), CALL_TIMEOUT, LOOKS);
  }

  static Alert opened() {
    return alertNow("a1").build();
  }

  /** The thread below a root, with what was told first and what is to be told now. */
  static StoryThread thread(@Nullable String ts, Alert first, Alert now) {
    return new StoryThread(
        ts == null ? "" : ts, Message.of(first, PARIS), Message.of(now, PARIS), List.of(first.id(), now.id()), List.of());
  }

  /** Tells it as the first of its story, and gives its ts. */
  String told(Alert alert) throws InterruptedException {
    return String.valueOf(((Outcome.Delivered) send(alert, null)).remoteId());
  }

  Outcome send(Alert alert, @Nullable StoryThread thread) throws InterruptedException {
    return send(alert, thread, null, false);
  }

  Outcome send(Alert alert, @Nullable StoryThread thread, @Nullable String mention, boolean mayBeTold)
      throws InterruptedException {
    return receiver.send(new Dispatch(alert, Message.of(alert, PARIS), thread, mention, mayBeTold));
  }

  /** The one message that stands there. */
  Discussion only() {
    List<Discussion> standing = slack.discussions(CHANNEL).stream().filter(each -> !each.root().tombstone()).toList();
    assertThat(standing).hasSize(1);
    return standing.getFirst();
  }

  @Override
  public void close() {
    receiver.close();
    slack.close();
  }
}
