package io.tensionwire.ingest.poll;

import static io.tensionwire.ingest.poll.Rehearsal.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.ingest.config.PollBounds;
import io.tensionwire.model.Feed;
import io.tensionwire.model.FeedHealth;
import io.tensionwire.model.FeedState;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PollRhythmTest {

  private static final Instant MORNING = START.plus(Duration.ofDays(8));

  @ParameterizedTest
  @ValueSource(doubles = {40, 6, 1, 0.2})
  void newsOfARegularFeedIsFoundWithinHalfOfTheLearntInterval(double inAnHour) {
    var feed = new Rehearsal().publishing(START, MORNING, at -> inAnHour);

    feed.now = START.plus(Duration.ofHours(12));
    feed.runUntil(MORNING);

    assertThat(feed.medianLateness()).isLessThanOrEqualTo(0.5);
    Duration quarter = Duration.ofSeconds((long) (3600 / inAnHour / 4));
    assertThat(feed.medianDelay()).isLessThan(longer(quarter, Duration.ofSeconds(75)));
    // Not much more than four polls for an entry.
    assertThat(feed.polls).hasSizeLessThan((int) Math.max(feed.lateness.size() * 7, 8 * 24 * 60.0));
  }

  @Test
  void anIntervalIsAPromiseThatJitterOnlyShortens() {
    var feed = new Rehearsal().publishing(START, MORNING, at -> 2.0);
    feed.now = START.plus(Duration.ofHours(6));
    List<Duration> promised = new ArrayList<>();
    List<Duration> kept = new ArrayList<>();

    while (feed.now.isBefore(MORNING)) {
      feed.runUntil(feed.now);
      promised.add(feed.learnt());
      kept.add(Duration.between(feed.now, feed.next()));
      feed.now = feed.next();
    }

    assertThat(kept).zipSatisfy(promised, (pause, interval) -> assertThat(pause).isLessThanOrEqualTo(interval));
    assertThat(kept.stream().distinct().count()).isGreaterThan(kept.size() * 9L / 10);
  }

  @Test
  void theFirstIntervalOfANewFeedComesFromTheDatesOfItsEntries() {
    var quick = new Rehearsal().publishing(every(Duration.ofMinutes(8), START.minus(Duration.ofHours(4)), START));
    var slow = new Rehearsal().publishing(every(Duration.ofDays(1), START.minus(Duration.ofDays(20)), START));

    quick.runUntil(START);
    slow.runUntil(START);

    assertThat(quick.state.learntInterval()).isBetween(Duration.ofSeconds(75), Duration.ofMinutes(3));
    assertThat(slow.state.learntInterval()).isBetween(Duration.ofHours(3), Duration.ofHours(6));
  }

  @Test
  void aPinnedEntryOfLastYearDoesNotSlowANewFeedDown() {
    var dates = new ArrayList<>(every(Duration.ofMinutes(10), START.minus(Duration.ofHours(5)), START));
    dates.add(START.minus(Duration.ofDays(400)));

    var feed = new Rehearsal().publishing(dates).runUntil(START);

    assertThat(feed.learnt()).isLessThan(Duration.ofMinutes(4));
  }

  @Test
  void aFeedWithoutDatesIsAskedEveryFewMinutesUntilItIsKnown() {
    var feed = new Rehearsal().publishing(every(Duration.ofMinutes(10), START.minus(Duration.ofHours(5)), MORNING));
    feed.dated = false;

    feed.runUntil(START);
    assertThat(feed.learnt()).isBetween(Duration.ofMinutes(3), Duration.ofMinutes(6));
    feed.runUntil(START.plus(Duration.ofDays(2)));

    assertThat(feed.learnt()).isBetween(Duration.ofSeconds(75), Duration.ofMinutes(4));
    assertThat(feed.medianLateness()).isLessThanOrEqualTo(0.55);
  }

  @Test
  void aDeadFeedIsAskedEverySixHours() {
    var feed = new Rehearsal()
        .publishing(every(Duration.ofMinutes(10), START.minus(Duration.ofDays(3)), START))
        .runUntil(START.plus(Duration.ofDays(40)));

    assertThat(feed.learnt()).isEqualTo(Duration.ofHours(6));
    assertThat(feed.next()).isBefore(feed.now.plus(Duration.ofHours(6)));
  }

  @Test
  void aFeedThatSleepsAtNightIsAskedLessThenAndOftenAgainInTheMorning() {
    // From 9 to 19 in Seoul, which is midnight to 10 in UTC.
    var feed = new Rehearsal().publishing(START, START.plus(Duration.ofDays(12)), at -> hour(at) < 10 ? 4.0 : 0.0);

    feed.now = START.plus(Duration.ofHours(9));
    feed.runUntil(START.plus(Duration.ofDays(12)));

    Instant day = START.plus(Duration.ofDays(11));
    Duration atDay = feed.longestPause(day.plus(Duration.ofHours(2)), day.plus(Duration.ofHours(9)));
    Duration atNight = feed.longestPause(day.plus(Duration.ofHours(13)), day.plus(Duration.ofHours(22)));
    assertThat(atNight).isGreaterThan(atDay.multipliedBy(2));
    // News breaks at night as well.
    assertThat(atNight).isLessThan(Duration.ofMinutes(50));
    assertThat(feed.longestPause(day.minus(Duration.ofHours(1)), day.plus(Duration.ofHours(1))))
        .isLessThan(Duration.ofMinutes(45));
    assertThat(feed.medianLateness()).isLessThanOrEqualTo(0.5);
  }

  @Test
  void inABurstTheNextPollsComeSooner() {
    Instant burst = START.plus(Duration.ofDays(6));
    var feed = new Rehearsal().publishing(START, burst, at -> 0.5);
    feed.now = START.plus(Duration.ofDays(1));
    feed.runUntil(burst);
    Duration usual = feed.learnt();

    feed.publishing(every(Duration.ofMinutes(2), burst, burst.plus(Duration.ofHours(1))));
    feed.runUntil(burst.plus(Duration.ofHours(1)));

    assertThat(usual).isGreaterThan(Duration.ofMinutes(15));
    assertThat(feed.longestPause(burst.plus(Duration.ofMinutes(40)), burst.plus(Duration.ofHours(1))))
        .isLessThan(Duration.ofMinutes(5));
  }

  @Test
  void theNextPollAfterNewsComesInHalfTheTime() {
    var feed = new Rehearsal().publishing(every(Duration.ofHours(8), START.minus(Duration.ofDays(6)), START));
    feed.runUntil(START);
    feed.now = feed.next();
    Duration interval = feed.learnt();

    feed.publishing(List.of(feed.now)).runUntil(feed.now);

    assertThat(Duration.between(feed.now, feed.next())).isLessThan(interval.multipliedBy(6).dividedBy(10));
  }

  @Test
  void boundsOfAnOperatorHold() {
    var bounds = new PollBounds(Duration.ofMinutes(4), Duration.ofMinutes(20));
    var busy = new Rehearsal(bounds).publishing(START, START.plus(Duration.ofDays(2)), at -> 60.0);
    var dead = new Rehearsal(bounds);

    busy.now = START.plus(Duration.ofHours(2));
    busy.runUntil(START.plus(Duration.ofDays(2)));
    dead.runUntil(START.plus(Duration.ofDays(5)));

    assertThat(busy.pauses()).allSatisfy(pause -> assertThat(pause).isBetween(Duration.ofMinutes(4), Duration.ofMinutes(5)));
    assertThat(dead.state.learntInterval()).isEqualTo(Duration.ofMinutes(20));
  }

  @Test
  void aConfiguredIntervalIsNeitherLearntAwayNorHintedAway() {
    var feed = new Rehearsal();
    feed.feed = Feed.builder("site.example/all", URI.create("https://site.example/rss")).interval(Duration.ofSeconds(60)).build();
    feed.hints = Hints.ttl(Duration.ofHours(1));

    feed.runUntil(START.plus(Duration.ofDays(1)));

    assertThat(feed.pauses()).allSatisfy(pause -> assertThat(pause).isBetween(Duration.ofSeconds(54), Duration.ofSeconds(60)));
  }

  @Test
  void afterErrorsThePausesGrowToAnHourAndNoFurther() {
    var rhythm = new PollRhythm(PollBounds.USUAL);
    Feed feed = Feed.builder("site.example/all", URI.create("https://site.example/rss")).interval(Duration.ofSeconds(60)).build();
    FeedState state = FeedState.unknown(feed.id());

    var random = new Random(3);
    List<Duration> pauses = new ArrayList<>();
    for (int failures = 1; failures < 40; failures++) {
      pauses.add(rhythm.afterFailure(feed, state, FeedHealth.UNREACHABLE, failures, null, START, random));
    }

    assertThat(pauses.getFirst()).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(120));
    assertThat(pauses.get(3)).isGreaterThan(Duration.ofMinutes(7));
    assertThat(pauses.subList(20, 39)).allSatisfy(
        pause -> assertThat(pause).isBetween(Duration.ofMinutes(30), Duration.ofHours(1)));
    assertThat(pauses.subList(20, 39)).doesNotHaveDuplicates();
  }

  @Test
  void aFeedThatIsAskedEverySixHoursIsTriedAgainSoonAfterAnError() {
    var feed = new Rehearsal().runUntil(START.plus(Duration.ofDays(20)));

    feed.answer(Answers.failed(FeedHealth.UNREACHABLE), EntryRound.NONE);

    assertThat(Duration.between(feed.now, feed.next())).isLessThan(Duration.ofMinutes(5));
  }

  @Test
  void whatAHostAsksForIsHonouredToTheSecond() {
    var feed = new Rehearsal().runUntil(START);

    for (int i = 0; i < 200; i++) {
      feed.answer(Answers.throttled(Duration.ofMinutes(20)), EntryRound.NONE);

      assertThat(feed.next()).isAfterOrEqualTo(feed.now.plus(Duration.ofMinutes(20)));
      assertThat(feed.state.heldUntil()).isEqualTo(feed.now.plus(Duration.ofMinutes(20)));
    }
    feed.answer(new PollAnswer.Unchanged(feed.head, null), EntryRound.NONE);
    assertThat(feed.state.heldUntil()).isNull();
  }

  @Test
  void aHostThatIsThrottlingWithoutSayingForHowLongIsLeftAloneForMinutes() {
    var feed = new Rehearsal().publishing(every(Duration.ofMinutes(1), START.minus(Duration.ofHours(1)), START)).runUntil(START);

    feed.answer(Answers.throttled(null), EntryRound.NONE);

    assertThat(feed.next()).isAfterOrEqualTo(feed.now.plus(Duration.ofMinutes(5)));
  }

  @Test
  void whatIsGoneIsAskedEverySixHoursInTheEndAndNeverForgotten() {
    var feed = new Rehearsal().runUntil(START);
    for (int i = 0; i < 30; i++) {
      feed.answer(Answers.failed(FeedHealth.GONE), EntryRound.NONE);
    }

    assertThat(Duration.between(feed.now, feed.next())).isBetween(Duration.ofHours(3), Duration.ofHours(6));
    assertThat(feed.state.failures()).isEqualTo(30);
  }

  static List<Instant> every(Duration pause, Instant from, Instant to) {
    List<Instant> moments = new ArrayList<>();
    for (Instant at = from; at.isBefore(to); at = at.plus(pause)) {
      moments.add(at);
    }
    return moments;
  }

  private static int hour(Instant at) {
    return at.atOffset(ZoneOffset.UTC).getHour();
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) > 0 ? a : b;
  }
}
