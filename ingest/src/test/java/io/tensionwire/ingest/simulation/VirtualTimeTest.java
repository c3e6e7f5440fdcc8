package io.tensionwire.ingest.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class VirtualTimeTest {

  private static final Instant START = Instant.parse("2026-11-20T00:00:00Z");

  private final VirtualTime time = new VirtualTime(START, Duration.ofSeconds(1));
  private final ExecutorService threads = time.threads();
  private final List<String> happened = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() throws InterruptedException {
    time.close();
  }

  private void note(String what) {
    happened.add(what + " " + Duration.between(START, time.now()).toSeconds());
  }

  @Test
  void daysPassAtOnceAndInOrder() throws Exception {
    for (int hours : new int[] {30, 2, 12}) {
      threads.submit(() -> {
        time.sleep(Duration.ofHours(hours));
        note("slept");
        return true;
      });
    }

    time.runUntil(START.plus(Duration.ofDays(1)));

    assertThat(happened).containsExactly("slept 7200", "slept 43200");
    assertThat(time.now()).isEqualTo(START.plus(Duration.ofDays(1)));
  }

  @Test
  void whoeverWorksHoldsTheTime() throws Exception {
    threads.submit(() -> {
      long sum = 0;
      for (int i = 0; i < 200_000_000; i++) {
        sum += i;
      }
      note(sum > 0 ? "worked" : "");
    });
    threads.submit(() -> {
      time.sleep(Duration.ofHours(1));
      note("slept");
      return true;
    });

    time.runUntil(START.plus(Duration.ofHours(2)));

    assertThat(happened).containsExactly("worked 0", "slept 3600");
  }

  @Test
  void whoeverWaitsForASleeperDoesNotHoldIt() throws Exception {
    var done = new CountDownLatch(1);
    threads.submit(() -> {
      done.await();
      note("called");
      return true;
    });
    threads.submit(() -> {
      time.sleep(Duration.ofHours(1));
      done.countDown();
      return true;
    });

    time.runUntil(START.plus(Duration.ofHours(2)));

    assertThat(happened).containsExactly("called 3600");
  }

  @Test
  void aResultIsWaitedForNoLongerThanSaid() throws Exception {
    Future<Boolean> slow = threads.submit(() -> {
      time.sleep(Duration.ofMinutes(10));
      return true;
    });
    threads.submit(() -> {
      try {
        time.await(slow, Duration.ofMinutes(5));
      } catch (TimeoutException e) {
        note("given up");
      }
      note("there " + time.await(slow, Duration.ofMinutes(20)));
      return true;
    });

    time.runUntil(START.plus(Duration.ofHours(1)));

    assertThat(happened).containsExactly("given up 300", "there true 600");
  }

  @Test
  void nobodyWorkingAndNobodySleepingIsAMistake() {
    threads.submit(() -> {
      new CountDownLatch(1).await();
      return true;
    });

    assertThatThrownBy(() -> time.runUntil(START.plusSeconds(1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("nobody works and nobody sleeps");
  }
}
