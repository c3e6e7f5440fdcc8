package io.tensionwire.alerts.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.alerts.receiver.Rate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** A {@link TokenBucket} at any rate, whenever messages come. */
class AnyRateTest {

  @Property(tries = 500)
  void inAnyWindowThereIsNoMoreThanTheRateAndOneBurst(
      @ForAll("rates") Rate rate, @ForAll long start,
      @ForAll @Size(max = 30) List<@LongRange(min = 0, max = 120_000_000_000L) Long> silences) {
    List<Long> taken = taken(new TokenBucket(rate, start), start, silences);

    for (int first = 0; first < taken.size(); first++) {
      for (int last = first; last < taken.size(); last++) {
        long within = taken.get(last) - taken.get(first);
        assertThat((last - first + 1 - rate.burst()) * rate.interval().toNanos()).isLessThanOrEqualTo(within);
      }
    }
  }

  @Property(tries = 500)
  void nothingWaitsLongerThanItMust(
      @ForAll("rates") Rate rate, @ForAll long start,
      @ForAll @Size(max = 30) List<@LongRange(min = 0, max = 120_000_000_000L) Long> silences) {
    List<Long> taken = taken(new TokenBucket(rate, start), start, silences);

    for (int i = 0; i < taken.size(); i++) {
      int last = i;
      long came = (i == 0 ? start : taken.get(i - 1)) + silences.get(i);
      if (taken.get(i) != came) {
        // It waited: then there is a window that ends with it and is as full as it may be.
        assertThat(IntStream.range(0, i)).anyMatch(first ->
            (last - first + 1 - rate.burst()) * rate.interval().toNanos() == taken.get(last) - taken.get(first));
      }
    }
  }

  @Property(tries = 300)
  void thePauseThatIsAskedForWinsAndWhatFollowsComesEvenly(
      @ForAll("rates") Rate rate, @ForAll long start,
      @ForAll @LongRange(min = 1, max = 600_000_000_000L) long pause,
      @ForAll @LongRange(min = 1, max = 600_000_000_000L) long another) {
    var bucket = new TokenBucket(rate, start);

    bucket.restUntil(start + pause);
    bucket.restUntil(start + another);

    List<Long> taken = taken(bucket, start, List.of(0L, 0L, 0L, 0L));
    long free = start + Math.max(pause, another);
    long each = rate.interval().toNanos();
    assertThat(taken).containsExactly(free, free + each, free + 2 * each, free + 3 * each);
  }

  @Provide
  Arbitrary<Rate> rates() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 500), Arbitraries.of(Duration.ofSeconds(1), Duration.ofMinutes(1)),
            Arbitraries.integers().between(1, 8))
        .as(Rate::new);
  }

  /** When each is told that comes so long after the one before was. */
  private static List<Long> taken(TokenBucket bucket, long start, List<Long> silences) {
    List<Long> taken = new ArrayList<>();
    long now = start;
    for (long silence : silences) {
      now += silence;
      now = bucket.freeAt() - now > 0 ? bucket.freeAt() : now;
      bucket.take(now);
      taken.add(now);
    }
    return taken;
  }
}
