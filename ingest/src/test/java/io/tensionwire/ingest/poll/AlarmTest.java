package io.tensionwire.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tensionwire.ingest.time.Timekeeper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class AlarmTest {

  private static final Instant NEVER = Instant.now().plus(Duration.ofHours(1));

  private final CountDownLatch asleep = new CountDownLatch(1);
  private final Timekeeper time = new Timekeeper() {
    private final Timekeeper real = Timekeeper.of(Clock.systemUTC());

    @Override
    public Instant now() {
      return real.now();
    }

    @Override
    public void sleepUntil(Instant moment) throws InterruptedException {
      asleep.countDown();
      real.sleepUntil(moment);
    }
  };
  private final Alarm alarm = new Alarm(time);

  @Test
  void whoSleepsHearsTheBellAndIsNotInterruptedAfterwards() throws Exception {
    var woken = new CompletableFuture<Boolean>();
    Thread.ofVirtual().start(() -> {
      try {
        boolean rung = alarm.sleepUntil(NEVER);
        woken.complete(rung && !Thread.currentThread().isInterrupted());
      } catch (InterruptedException e) {
        woken.completeExceptionally(e);
      }
    });
    asleep.await();

    alarm.ring();

    assertThat(woken.get(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void aBellBeforeTheSleepEndsIt() throws Exception {
    alarm.ring();

    assertThat(alarm.sleepUntil(NEVER)).isTrue();
    assertThat(alarm.sleepUntil(Instant.now())).isFalse();
  }

  @Test
  void whoIsStoppedSleepsNoMoreEvenWhenTheBellRings() throws Exception {
    var end = new CompletableFuture<Throwable>();
    Thread.ofVirtual().start(() -> {
      try {
        alarm.sleepUntil(NEVER);
        end.complete(new AssertionError("it sleeps on"));
      } catch (InterruptedException e) {
        end.complete(e);
      }
    });
    asleep.await();

    alarm.stop();
    alarm.ring();

    assertThat(end.get(10, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
    assertThatThrownBy(() -> alarm.sleepUntil(NEVER)).isInstanceOf(InterruptedException.class);
  }

  @Test
  void anInterruptOfSomebodyElseIsNoBell() throws Exception {
    var end = new CompletableFuture<Throwable>();
    Thread thread = Thread.ofVirtual().start(() -> {
      try {
        alarm.sleepUntil(NEVER);
        end.complete(new AssertionError("a bell"));
      } catch (InterruptedException e) {
        end.complete(e);
      }
    });
    asleep.await();

    thread.interrupt();

    assertThat(end.get(10, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
  }
}
