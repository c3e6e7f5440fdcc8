package io.tensionwire.alerts.slack.app;

import io.tensionwire.alerts.receiver.Dispatch;
import io.tensionwire.alerts.receiver.Notice;
import io.tensionwire.alerts.receiver.Outcome;
import io.tensionwire.alerts.receiver.Rate;
import io.tensionwire.alerts.receiver.Readers;
import io.tensionwire.alerts.receiver.Receiver;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** A channel of Slack's, told by a bot. Its tokens are in no log, exception or outcome. */
public final class SlackAppReceiver implements Receiver {

  /** Slack allows one message a second and channel; going on past a limit can get the app disabled. */
  public static final Rate RATE = new Rate(1);

  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(15);

  private final String name;
  private final Rate rate;
  private final SlackCalls calls;
  private final StoryTeller teller;
  private final Duplicates duplicates;
  private final Trouble trouble;

  SlackAppReceiver(SlackAppConfig config, Rate rate, Clock clock) {
    this(config, rate, clock, CALL_TIMEOUT, Duplicates.LOOKS);
  }

  SlackAppReceiver(SlackAppConfig config, Rate rate, Clock clock, Duration callTimeout, List<Duration> looks) {
    this.name = config.name();
    this.rate = rate;
    this.calls = new SlackCalls(config.api(), callTimeout);
    this.trouble = new Trouble(name);
    var channel = new Channel(calls, config.token(), config.channel());
    var shown = new Shown();
    var writing = new ReentrantLock();
    this.duplicates = new Duplicates(channel, shown, trouble, writing, clock, looks);
    this.teller = new StoryTeller(name, channel, config.appToken() != null, duplicates, shown, writing, clock);
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

  @Override
  public Rate rate() {
    return rate;
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
      return e.outcome();
    }
  }

  @Override
  public void listen(Readers readers) {
    duplicates.open();
  }

  @Override
  public void hush() {
    duplicates.close();
  }

  @Override
  public void close() {
    hush();
    calls.close();
  }
}
