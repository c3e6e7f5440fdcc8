package io.tensionwire.alerts.slack.app;

import com.slack.api.methods.response.auth.AuthTestResponse;
import io.tensionwire.alerts.receiver.Dispatch;
import io.tensionwire.alerts.receiver.Lane;
import io.tensionwire.alerts.receiver.Notice;
import io.tensionwire.alerts.receiver.Outcome;
import io.tensionwire.alerts.receiver.Rate;
import io.tensionwire.alerts.receiver.Readers;
import io.tensionwire.alerts.receiver.Receiver;
import io.tensionwire.model.Alert;
import io.tensionwire.model.yaml.Secret;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A channel of Slack's, told by a bot. Its tokens are in no log, exception or outcome. */
public final class SlackAppReceiver implements Receiver {

  /** Slack allows one message a second and channel; going on past a limit can get the app disabled. */
  public static final Rate RATE = new Rate(1);

  /** Slack's tier 3, which counts the app's edits in all its channels. */
  public static final int EDITS_PER_MINUTE = 50;

  private static final int MOST_EDITS_AT_ONCE = 10;

  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(15);

  private static final Logger log = LoggerFactory.getLogger(SlackAppReceiver.class);

  private final SlackAppConfig config;
  private final String name;
  private final Rate rate;
  private final Lane messages;
  private final Lane edits;
  private final Clock clock;
  private final SlackCalls calls;
  private final Channel channel;
  private final ReadBack readBack;
  private final Shown shown = new Shown();
  private final ReentrantLock writing = new ReentrantLock();
  private final StoryTeller teller;
  private final Duplicates duplicates;
  private final Trouble trouble;
  private @Nullable Sockets sockets;
  private @Nullable ExecutorService clickDesk;

  SlackAppReceiver(SlackAppConfig config, Rate rate, Clock clock) {
    this(config, rate, clock, CALL_TIMEOUT, Looks.Times.USUAL);
  }

  /** With rounds as rare as usual. */
  SlackAppReceiver(SlackAppConfig config, Rate rate, Clock clock, Duration callTimeout, List<Duration> looks) {
    this(config, rate, clock, callTimeout, Looks.Times.USUAL.after(looks));
  }

  SlackAppReceiver(SlackAppConfig config, Rate rate, Clock clock, Duration callTimeout, Looks.Times times) {
    this.config = config;
    this.name = config.name();
    this.rate = rate;
    this.messages = new Lane(Channel.MESSAGES, rate);
    this.edits = new Lane(
        Channel.EDITS,
        Rate.perMinute(config.editsPerMinute()).withBurst(Math.min(MOST_EDITS_AT_ONCE, config.editsPerMinute())),
        "slack-app " + Integer.toHexString(config.token().hashCode()));
    this.clock = clock;
    this.calls = new SlackCalls(config.api(), callTimeout);
    this.trouble = new Trouble(name);
    this.channel = new Channel(calls, config.token(), config.channel());
    this.readBack = new ReadBack(channel, clock);
    var looks = new Looks(times, trouble);
    this.duplicates = new Duplicates(channel, shown, trouble, writing, clock, looks);
    this.teller = new StoryTeller(
        name, channel, readBack, config.appToken() != null, duplicates, new Edits(channel, shown, writing, looks), shown, writing,
        clock);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean showsEdits() {
    return true;
  }

  @Override
  public boolean keepsThreads() {
    return true;
  }

  /** It reads what stands in the channel before it posts again. */
  @Override
  public boolean recognisesRepeats() {
    return true;
  }

  @Override
  public Rate rate() {
    return rate;
  }

  @Override
  public List<Lane> lanes(Alert alert) {
    if (StoryTeller.isNews(alert.kind())) {
      return List.of(messages);
    }
    return StoryTeller.answers(alert.kind()) ? List.of(edits, messages) : List.of(edits);
  }

  @Override
  public Outcome send(Dispatch dispatch) throws InterruptedException {
    return outcome(() -> teller.tell(dispatch));
  }

  @Override
  public Outcome send(Notice notice) throws InterruptedException {
    return outcome(() -> teller.tell(notice));
  }

  /** Something to be told. */
  @FunctionalInterface
  private interface Telling {
    Outcome.Delivered tell() throws CallFailed, InterruptedException;
  }

  private Outcome outcome(Telling telling) throws InterruptedException {
    try {
      Outcome.Delivered told = telling.tell();
      trouble.over();
      return told;
    } catch (CallFailed e) {
      trouble.tell(e);
      if (e.outcome() instanceof Outcome.Retryable later && later.reason().leavesOpen()) {
        readBack.forget();
      }
      return e.outcome();
    }
  }

  /** Returns at once; what is wrong with the app is said, and tried again with each alert. */
  @Override
  public synchronized void listen(Readers readers) {
    readBack.forget();
    duplicates.open(readers::heard);
    Thread.ofVirtual().name("slack-check").start(this::check);
    Secret appToken = config.appToken();
    if (appToken != null && sockets == null) {
      var clicks = new Clicks(name, channel, shown, writing, clock, readers);
      ExecutorService desk = Executors.newSingleThreadExecutor(Thread.ofVirtual().name("slack-clicks").factory());
      clickDesk = desk;
      sockets = new Sockets(calls, appToken, config.channel(), trouble, click -> hand(click, clicks, desk)).open();
    }
  }

  private static void hand(Click click, Clicks clicks, ExecutorService desk) {
    try {
      desk.execute(() -> {
        try {
          clicks.carryOut(click);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      });
    } catch (RejectedExecutionException e) {
      log.atInfo().addKeyValue("action", click.action()).log("a click came while this instance stepped down");
    }
  }

  /** Whether the bot can do what it has to, before the first alert depends on it. */
  private void check() {
    try {
      AuthTestResponse answer = calls.call(config.token().reveal(), client -> client.authTest(r -> r));
      channel.knowBot(answer.getBotId());
      trouble.tellMissing(answer.getHttpResponseHeaders());
    } catch (CallFailed e) {
      trouble.tell(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public synchronized void hush() {
    readBack.forget();
    duplicates.close();
    if (sockets != null) {
      sockets.close();
      sockets = null;
    }
    if (clickDesk != null) {
      clickDesk.shutdown();
      clickDesk = null;
    }
  }

  @Override
  public void close() {
    hush();
    calls.close();
  }
}
