package io.tensionwire.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tensionwire.ingest.fetch.HostTurns.Held;
import io.tensionwire.ingest.fetch.HostTurns.Place;
import io.tensionwire.ingest.fetch.HostTurns.Turn;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class HostTurnsTest {

  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final HttpUrl HOST = HttpUrl.get("https://a.example/x");

  private final HandTime time = new HandTime();
  private final HostTurns turns = new HostTurns(time);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<String> order = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() {
    threads.shutdownNow();
  }

  @Test
  void aHostIsAskedAgainAfterThePauseAndNotBefore() throws Exception {
    turn(HOST).close();

    ask("next", false);

    await().until(() -> time.sleepers() == 1);
    time.advance(PAUSE.minusMillis(1));
    await().until(() -> time.sleepers() == 1);
    assertThat(order).isEmpty();
    time.advance(Duration.ofMillis(1));
    await().until(() -> order.equals(List.of("next")));
  }

  @Test
  void theSameNameWithBothWebPortsIsOneHostAndAnotherNameOrPortIsAnother() throws Exception {
    turn(HOST).close();

    assertThat(turn(HttpUrl.get("https://b.example/"))).isNotNull();
    assertThat(turn(HttpUrl.get("https://a.example:8443/"))).isNotNull();
    ask("plain", "http://A.example./", false);

    await().until(() -> time.sleepers() == 1);
    assertThat(order).isEmpty();
  }

  @Test
  void aFeedGoesBeforeThePagesThatWaitAndTheyKeepTheirOrder() throws Exception {
    Turn busy = turn(HOST);
    for (int i = 1; i <= 3; i++) {
      ask("page " + i, false);
      int waiting = i;
      await().until(() -> turns.waiting(HOST) == waiting);
    }
    ask("feed", true);
    await().until(() -> turns.waiting(HOST) == 4);
    busy.close();

    for (int i = 1; i <= 4; i++) {
      await().until(() -> time.sleepers() >= 1);
      int asked = i;
      time.advance(PAUSE);
      await().until(() -> order.size() == asked);
    }
    assertThat(order).containsExactly("feed", "page 1", "page 2", "page 3");
  }

  @Test
  void aFeedThatComesWhileAPageSleepsStillGoesFirst() throws Exception {
    turn(HOST).close();
    ask("page", false);
    await().until(() -> time.sleepers() == 1);

    ask("feed", true);
    await().until(() -> time.sleepers() == 2);
    time.advance(PAUSE);

    await().until(() -> order.equals(List.of("feed")));
    await().until(() -> time.sleepers() == 1);
    time.advance(PAUSE);
    await().until(() -> order.equals(List.of("feed", "page")));
  }

  @Test
  void whoIsInterruptedWhileItSleepsLeavesThePlaceToTheNext() throws Exception {
    turn(HOST).close();
    Future<?> first = ask("first", false);
    await().until(() -> time.sleepers() == 1);
    ask("second", false);
    await().until(() -> turns.waiting(HOST) == 2);

    first.cancel(true);

    await().until(() -> time.sleepers() == 1);
    time.advance(PAUSE);
    await().until(() -> order.equals(List.of("second")));
  }

  @Test
  void aHeldHostIsNotWaitedForNeitherByThoseWhoWaitAlready() throws Exception {
    Turn busy = turn(HOST);
    ask("waiting", false);
    await().until(() -> turns.waiting(HOST) == 1);

    assertThat(busy.refused(Duration.ofMinutes(5))).isEqualTo(Duration.ofMinutes(5));
    busy.close();

    await().until(() -> order.equals(List.of("waiting held")));
    assertThat(turns.take(HOST, true, PAUSE)).isEqualTo(new Held(Duration.ofMinutes(5)));
    assertThat(turns.holdOf(HOST)).isEqualTo(HandTime.START.plus(Duration.ofMinutes(5)));
    time.advance(Duration.ofMinutes(5));
    assertThat(turns.holdOf(HOST)).isNull();
    assertThat(turn(HOST)).isNotNull();
  }

  @Test
  void aHostThatRefusesWithoutSayingForHowLongIsLeftAloneLongerEachTime() throws Exception {
    for (int seconds : new int[] {30, 60, 120, 240, 480, 960, 1920, 3600, 3600}) {
      try (Turn turn = turn(HOST)) {
        assertThat(turn.refused(null)).isEqualTo(Duration.ofSeconds(seconds));
      }
      time.advance(Duration.ofSeconds(seconds));
    }
    try (Turn turn = turn(HOST)) {
      turn.answered();
    }
    time.advance(PAUSE);
    try (Turn turn = turn(HOST)) {
      assertThat(turn.refused(Duration.ZERO)).isEqualTo(Duration.ofSeconds(30));
    }
  }

  @Test
  void anHeirKeepsTheHoldADayAtMost() throws Exception {
    turns.hold(HOST, HandTime.START.plusSeconds(90));
    turns.hold(HttpUrl.get("https://b.example/"), HandTime.START.plusSeconds(900_000));

    assertThat(turns.take(HOST, true, PAUSE)).isEqualTo(new Held(Duration.ofSeconds(90)));
    assertThat(turns.take(HttpUrl.get("https://b.example/"), true, PAUSE)).isEqualTo(new Held(Duration.ofDays(1)));
  }

  @Test
  void hostsWithNothingToRememberAreForgotten() throws Exception {
    for (int i = 0; i < 5_000; i++) {
      turn(HttpUrl.get("https://h" + i + ".example/")).close();
      time.advance(PAUSE);
    }

    assertThat(turns.remembered()).isLessThan(1_100);
  }

  private Turn turn(HttpUrl url) throws InterruptedException {
    return (Turn) turns.take(url, false, PAUSE);
  }

  private Future<?> ask(String name, boolean first) {
    return ask(name, HOST.toString(), first);
  }

  private Future<?> ask(String name, String url, boolean first) {
    return threads.submit(() -> {
      Place place = turns.take(HttpUrl.get(url), first, PAUSE);
      order.add(place instanceof Held ? name + " held" : name);
      if (place instanceof Turn turn) {
        turn.close();
      }
      return null;
    });
  }
}
