package io.tensionwire.ingest.poll;

import static io.tensionwire.ingest.poll.Rehearsal.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tensionwire.model.FeedHealth;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OutageTest {

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final Outage outage = new Outage(meters);
  private Instant now = START;

  @Test
  void whenMostOfFiveHostsAreLostItIsOurs() {
    assertThat(ask("a", true)).isFalse();
    assertThat(ask("b", true)).isFalse();
    assertThat(ask("c", false)).isFalse();
    assertThat(ask("d", false)).isFalse();

    assertThat(ask("e", true)).isTrue();

    assertThat(meters.get("tensionwire.ingest.outage").gauge().value()).isEqualTo(1);
    assertThat(outage.problem()).isNull();
  }

  @Test
  void fourHostsProveNothingHoweverOftenTheyAreAsked() {
    for (int i = 0; i < 50; i++) {
      assertThat(ask("host " + i % 4, true)).isFalse();
    }
  }

  @Test
  void aFifthOfAllHostsBeingDeadIsTheirAffair() {
    var random = new Random(5);
    for (int i = 0; i < 100_000; i++) {
      int host = random.nextInt(500);
      now = now.plusMillis(500);

      assertThat(outage.note("host " + host, host < 100, now)).isFalse();
    }
  }

  @Test
  void itEndsWhenHostsAnswerAgain() {
    for (int i = 0; i < 20; i++) {
      ask("host " + i, true);
    }
    assertThat(outage.problem()).contains("none of 20 hosts can be reached");

    for (int i = 0; i < 13; i++) {
      ask("host " + i, false);
    }

    assertThat(outage.isOn()).isFalse();
    assertThat(outage.problem()).isNull();
    assertThat(ask("host 19", true)).isFalse();
  }

  @Test
  void whatHappenedLongAgoProvesNothing() {
    for (int i = 0; i < 4; i++) {
      ask("host " + i, true);
    }
    now = now.plusSeconds(301);

    assertThat(ask("another", true)).isFalse();
  }

  @Test
  void manyHostsThatWereWellAMinuteAgoDoNotHideIt() {
    for (int i = 0; i < 300; i++) {
      ask("host " + i, false);
    }
    now = now.plusSeconds(61);

    List<Boolean> ours = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      ours.add(ask("host " + i, true));
    }

    assertThat(ours.indexOf(true)).isBetween(4, 20);
  }

  @Test
  void whoeverListensHearsWhenNothingCanBeReadAndWhenItCanAgain() {
    List<String> heard = new ArrayList<>();
    outage.onChange(() -> heard.add(String.valueOf(outage.problem())));

    for (int i = 0; i < 6; i++) {
      ask("host " + i, true);
    }
    ask("host 3", false);

    assertThat(heard).containsExactly(
        "none of 5 hosts can be reached: look at the line, the name service or the proxy", "null");
  }

  @Test
  void anAnswerIsJudgedByItsReason() {
    var feed = new Rehearsal();
    for (int i = 0; i < 9; i++) {
      ask("host " + i, true);
    }

    assertThat(outage.judged(feed.feed, feed.state, Answers.lost(), now))
        .isInstanceOfSatisfying(PollAnswer.Failed.class, failed -> assertThat(failed.health()).isEqualTo(FeedHealth.OFFLINE));
    var gone = Answers.failed(FeedHealth.GONE);
    assertThat(outage.judged(feed.feed, feed.state, gone, now)).isSameAs(gone);
  }

  private boolean ask(String host, boolean lost) {
    now = now.plusMillis(100);
    return outage.note(host, lost, now);
  }
}
