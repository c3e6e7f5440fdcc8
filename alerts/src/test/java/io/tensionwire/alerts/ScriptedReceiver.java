package io.tensionwire.alerts;

import io.tensionwire.alerts.receiver.Dispatch;
import io.tensionwire.alerts.receiver.Notice;
import io.tensionwire.alerts.receiver.Outcome;
import io.tensionwire.alerts.receiver.Rate;
import io.tensionwire.alerts.receiver.Receiver;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Answers as told and then delivers; remembers what it was asked to tell, and when. */
public class ScriptedReceiver implements Receiver {

  public record Call(String alertId, long nanoTime) {}

  private final String name;
  private final Rate rate;
  private final boolean showsEdits;
  private final Deque<Outcome> answers = new ArrayDeque<>();
  private final List<Call> calls = new ArrayList<>();
  private final List<Notice> notices = new ArrayList<>();
  private final CountDownLatch open = new CountDownLatch(1);
  private @Nullable Error broken;

  public ScriptedReceiver(String name, Rate rate, boolean showsEdits) {
    this.name = name;
    this.rate = rate;
    this.showsEdits = showsEdits;
  }

  public static ScriptedReceiver unlimited(String name) {
    return new ScriptedReceiver(name, Rate.UNLIMITED, true).opened();
  }

  /** Until it is opened, the first call waits. */
  public ScriptedReceiver opened() {
    open.countDown();
    return this;
  }

  public synchronized ScriptedReceiver answers(Outcome... outcomes) {
    answers.addAll(List.of(outcomes));
    return this;
  }

  /** From now on it is not even able to answer. */
  public synchronized ScriptedReceiver breaks(Error error) {
    broken = error;
    return this;
  }

  public synchronized List<Call> calls() {
    return List.copyOf(calls);
  }

  /** Those of the calls that were no alerts. */
  public synchronized List<Notice> notices() {
    return List.copyOf(notices);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean showsEdits() {
    return showsEdits;
  }

  @Override
  public Rate rate() {
    return rate;
  }

  @Override
  public Outcome send(Dispatch dispatch) throws InterruptedException {
    return called(dispatch.message().alertId());
  }

  @Override
  public Outcome send(Notice notice) throws InterruptedException {
    synchronized (this) {
      notices.add(notice);
    }
    return called(notice.id());
  }

  private Outcome called(String id) throws InterruptedException {
    synchronized (this) {
      calls.add(new Call(id, System.nanoTime()));
    }
    open.await();
    synchronized (this) {
      if (broken != null) {
        throw broken;
      }
      Outcome answer = answers.poll();
      return answer == null ? Outcome.delivered() : answer;
    }
  }
}
