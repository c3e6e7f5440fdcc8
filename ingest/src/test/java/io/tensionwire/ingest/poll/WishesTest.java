package io.tensionwire.ingest.poll;

import static io.tensionwire.ingest.poll.PollRhythmTest.every;
import static io.tensionwire.ingest.poll.Rehearsal.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.ingest.feed.FeedHints;
import io.tensionwire.ingest.fetch.AnswerHead;
import io.tensionwire.model.FeedWishes;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WishesTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Test
  void aTtlOfAnHourCostsAWireThreeMinutesAndNoMore() {
    var feed = new Rehearsal().publishing(every(Duration.ofMinutes(2), START.minus(Duration.ofHours(3)), START));
    feed.hints = Hints.ttl(Duration.ofHours(1));

    feed.runUntil(START.plus(Duration.ofHours(2)));

    assertThat(feed.pauses().getFirst()).isBetween(MINUTE.multipliedBy(3), MINUTE.multipliedBy(4));
    assertThat(feed.pauses()).allSatisfy(pause -> assertThat(pause).isGreaterThanOrEqualTo(MINUTE.multipliedBy(3)));
  }

  @Test
  void aShortMaxAgeIsKeptToTheSecond() {
    var feed = new Rehearsal().publishing(START.minus(Duration.ofHours(5)), START.plus(Duration.ofDays(1)), at -> 30.0);
    feed.head = head(Duration.ofSeconds(120));

    feed.runUntil(START.plus(Duration.ofDays(1)));

    assertThat(feed.pauses()).allSatisfy(pause -> assertThat(pause).isBetween(MINUTE.multipliedBy(2), MINUTE.multipliedBy(3)));
  }

  @Test
  void aFeedThatPublishesAsSeldomAsItSaysIsAskedLessOftenForIt() {
    FeedWishes hourly = Wishes.of(Hints.ttl(Duration.ofHours(1)), AnswerHead.NONE);

    assertThat(Wishes.floor(hourly, Duration.ofHours(3), START)).isEqualTo(Duration.ofMinutes(30));
    assertThat(Wishes.floor(hourly, Duration.ofMinutes(20), START)).isEqualTo(Duration.ofMinutes(3));
    assertThat(Wishes.floor(hourly, null, START)).isEqualTo(Duration.ofMinutes(3));
  }

  @Test
  void aMonthLongMaxAgeCostsHalfAnHourAtMost() {
    FeedWishes month = Wishes.of(FeedHints.NONE, head(Duration.ofDays(30)));

    assertThat(Wishes.floor(month, Duration.ofDays(60), START)).isEqualTo(Duration.ofMinutes(30));
  }

  @Test
  void theLongestOfAllWishesCounts() {
    var hints = new FeedHints(
        Duration.ofMinutes(5), Set.of(), Set.of(), Duration.ofMinutes(20), null, List.of(), null, null, false, false,
        false, "");

    assertThat(Wishes.of(hints, head(Duration.ofMinutes(10))).interval()).isEqualTo(Duration.ofMinutes(20));
    assertThat(Wishes.of(FeedHints.NONE, head(Duration.ZERO))).isEqualTo(FeedWishes.NONE);
  }

  @Test
  void anHourToSkipIsLeftAloneForAsLongAsTheFeedIsSilentThenAnyway() {
    FeedWishes nights = Wishes.of(Hints.skip(Set.of(22, 23, 0, 1), Set.of()), AnswerHead.NONE);
    Instant night = START.plus(Duration.ofHours(22));

    assertThat(Wishes.floor(nights, Duration.ofHours(9), night)).isEqualTo(Duration.ofMinutes(30));
    assertThat(Wishes.floor(nights, Duration.ofHours(9), START.plus(Duration.ofMinutes(110)))).isEqualTo(Duration.ofMinutes(10));
    assertThat(Wishes.floor(nights, Duration.ofMinutes(20), night)).isEqualTo(Duration.ofMinutes(3));
    assertThat(Wishes.floor(nights, Duration.ofHours(9), START.plus(Duration.ofHours(12)))).isZero();
  }

  @Test
  void aDayToSkipIsOne() {
    FeedWishes sundays = Wishes.of(Hints.skip(Set.of(), Set.of(DayOfWeek.SUNDAY)), AnswerHead.NONE);

    assertThat(Wishes.floor(sundays, Duration.ofDays(2), Instant.parse("2026-11-22T12:00:00Z"))).isEqualTo(Duration.ofMinutes(30));
    assertThat(Wishes.floor(sundays, Duration.ofDays(2), Instant.parse("2026-11-23T12:00:00Z"))).isZero();
  }

  @Test
  void aFeedThatSkipsAllOfItsDaysIsAskedAllTheSame() {
    FeedWishes never = Wishes.of(Hints.skip(Set.of(), Set.of(DayOfWeek.values())), AnswerHead.NONE);

    assertThat(Wishes.floor(never, Duration.ofDays(60), START)).isEqualTo(Duration.ofMinutes(30));
  }

  private static AnswerHead head(Duration freshFor) {
    return new AnswerHead(200, null, null, null, null, null, freshFor, Map.of());
  }
}
