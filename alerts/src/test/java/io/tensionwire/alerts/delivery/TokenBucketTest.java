package io.tensionwire.alerts.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.alerts.receiver.Rate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokenBucketTest {

  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  @Test
  void messagesComeEvenly() {
    var bucket = new TokenBucket(new Rate(2), 0);

    assertThat(taken(bucket, 4, 0)).containsExactly(0L, SECOND / 2, SECOND, 3 * SECOND / 2);
  }

  @Test
  void aSlowRateIsOneOfMinutes() {
    var bucket = new TokenBucket(Rate.perMinute(20), 0);

    assertThat(taken(bucket, 3, 0)).containsExactly(0L, 3 * SECOND, 6 * SECOND);
  }

  @Test
  void afterASilenceABurstMayComeAndThenTheEvenPaceAgain() {
    var bucket = new TokenBucket(new Rate(1).withBurst(3), 0);

    assertThat(taken(bucket, 5, 60 * SECOND))
        .containsExactly(60 * SECOND, 60 * SECOND, 60 * SECOND, 61 * SECOND, 62 * SECOND);
  }

  @Test
  void noMoreThanTheRateAndOneBurstInAnyWindow() {
    var bucket = new TokenBucket(new Rate(1).withBurst(5), 0);

    List<Long> taken = new ArrayList<>(taken(bucket, 20, 0));
    taken.addAll(taken(bucket, 20, 30 * SECOND));

    for (long from : taken) {
      assertThat(taken.stream().filter(at -> at >= from && at < from + 10 * SECOND).count()).isLessThanOrEqualTo(15);
    }
  }

  @Test
  void thePauseThatIsAskedForIsKeptAndNoBurstFollowsIt() {
    var bucket = new TokenBucket(new Rate(1).withBurst(3), 0);

    bucket.restUntil(30 * SECOND);

    assertThat(taken(bucket, 3, 5 * SECOND)).containsExactly(30 * SECOND, 31 * SECOND, 32 * SECOND);
  }

  @Test
  void aShorterPauseDoesNotEndALongerOne() {
    var bucket = new TokenBucket(new Rate(1), 0);

    bucket.restUntil(30 * SECOND);
    bucket.restUntil(2 * SECOND);

    assertThat(taken(bucket, 1, 0)).containsExactly(30 * SECOND);
  }

  @Test
  void withoutALimitNothingWaits() {
    assertThat(taken(new TokenBucket(Rate.UNLIMITED, 0), 3, 7)).containsExactly(7L, 7L, 7L);
  }

  @Test
  void aClockThatPassesItsLargestNumberGoesOn() {
    long start = Long.MAX_VALUE - SECOND / 4;
    var bucket = new TokenBucket(new Rate(2), start);

    assertThat(taken(bucket, 3, start)).containsExactly(start, start + SECOND / 2, start + SECOND);
  }

  private static List<Long> taken(TokenBucket bucket, int count, long from) {
    List<Long> taken = new ArrayList<>();
    long now = from;
    for (int i = 0; i < count; i++) {
      long free = bucket.freeAt();
      now = free - now > 0 ? free : now;
      bucket.take(now);
      taken.add(now);
    }
    return taken;
  }
}
