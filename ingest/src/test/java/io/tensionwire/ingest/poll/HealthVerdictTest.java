package io.tensionwire.ingest.poll;

import static io.tensionwire.ingest.poll.PollRhythmTest.every;
import static io.tensionwire.ingest.poll.Rehearsal.START;
import static io.tensionwire.ingest.poll.Rehearsal.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.model.FeedHealth;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HealthVerdictTest {

  private static final EntryRound NEWS = new EntryRound(Set.of("a"), List.of(START), true);

  private final Rehearsal feed = new Rehearsal();

  @Test
  void readAndNotModifiedAreOneGoodHealth() {
    feed.answer(feed.read(List.of(START)), NEWS);
    assertThat(feed.state.health()).isEqualTo(FeedHealth.OK);

    feed.now = START.plus(Duration.ofMinutes(1));
    feed.answer(Answers.unchanged(null), EntryRound.NONE);

    assertThat(feed.state.health()).isEqualTo(FeedHealth.NOT_MODIFIED);
    assertThat(feed.state.healthSince()).isEqualTo(START);
  }

  @Test
  void aFailureIsSinceItsFirstPollAndCounted() {
    feed.answer(feed.read(List.of(START)), NEWS);
    feed.now = START.plus(Duration.ofMinutes(1));
    feed.answer(Answers.failed(FeedHealth.HTML_INSTEAD_OF_FEED), EntryRound.NONE);
    feed.now = START.plus(Duration.ofMinutes(3));

    feed.answer(Answers.failed(FeedHealth.HTML_INSTEAD_OF_FEED), EntryRound.NONE);

    assertThat(feed.state.health()).isEqualTo(FeedHealth.HTML_INSTEAD_OF_FEED);
    assertThat(feed.state.healthSince()).isEqualTo(START.plus(Duration.ofMinutes(1)));
    assertThat(feed.state.failures()).isEqualTo(2);
    assertThat(feed.state.error()).isEqualTo("it failed");
  }

  @Test
  void afterAFailureTheFeedIsWellFromThenOn() {
    feed.answer(Answers.failed(FeedHealth.UNREACHABLE), EntryRound.NONE);
    feed.now = START.plus(Duration.ofMinutes(1));

    feed.answer(feed.read(List.of(START)), NEWS);

    assertThat(feed.state.health()).isEqualTo(FeedHealth.OK);
    assertThat(feed.state.healthSince()).isEqualTo(feed.now);
    assertThat(feed.state.failures()).isZero();
    assertThat(feed.state.error()).isNull();
  }

  @Test
  void aFeedWithoutEntriesIsEmptyUntilThereAreSome() {
    feed.answer(feed.read(List.of()), EntryRound.NONE);
    feed.answer(Answers.unchanged(null), EntryRound.NONE);
    assertThat(feed.state.health()).isEqualTo(FeedHealth.EMPTY);

    feed.answer(feed.read(List.of(START)), NEWS);

    assertThat(feed.state.health()).isEqualTo(FeedHealth.OK);
  }

  @Test
  void aFeedIsUndatedSinceItsDatesWereLost() {
    feed.answer(feed.read(List.of(START)), NEWS);
    Instant noon = START.plus(Duration.ofHours(12));
    feed.now = noon;
    feed.answer(feed.read(List.of(entry(null), entry(null)), "UTF-8", null), NEWS);
    feed.now = noon.plus(Duration.ofHours(2));

    feed.answer(Answers.unchanged(null), EntryRound.NONE);

    assertThat(feed.state.health()).isEqualTo(FeedHealth.UNDATED);
    assertThat(feed.state.healthSince()).isEqualTo(noon);
  }

  @Test
  void anotherCharsetIsSeenForADay() {
    feed.answer(feed.read(List.of(entry(START)), "UTF-8", null), NEWS);
    feed.answer(feed.read(List.of(entry(START)), "windows-1251", null), NEWS);
    assertThat(feed.state.health()).isEqualTo(FeedHealth.ENCODING_CHANGED);

    feed.now = START.plus(Duration.ofHours(23));
    feed.answer(Answers.unchanged(null), EntryRound.NONE);
    assertThat(feed.state.health()).isEqualTo(FeedHealth.ENCODING_CHANGED);
    feed.now = START.plus(Duration.ofHours(25));
    feed.answer(feed.read(List.of(entry(START)), "windows-1251", null), NEWS);

    assertThat(feed.state.health()).isEqualTo(FeedHealth.OK);
  }

  @Test
  void asciiIsNoOtherCharset() {
    feed.answer(feed.read(List.of(entry(START)), "UTF-8", null), NEWS);
    feed.answer(feed.read(List.of(entry(START)), "US-ASCII", null), NEWS);
    feed.answer(feed.read(List.of(entry(START)), "utf-8", null), NEWS);

    assertThat(feed.state.health()).isEqualTo(FeedHealth.OK);
  }

  @Test
  void aFeedThatIsSilentForThreeTimesItsNormIsStaleUntilItPublishes() {
    Instant last = START.plus(Duration.ofDays(4));
    feed.publishing(every(Duration.ofHours(1), START, last));

    feed.runUntil(last.plus(Duration.ofMinutes(100)));
    assertThat(feed.state.health()).isEqualTo(FeedHealth.NOT_MODIFIED);
    feed.runUntil(last.plus(Duration.ofMinutes(165)));
    assertThat(feed.state.health()).isEqualTo(FeedHealth.STALE);
    feed.publishing(List.of(feed.now)).runUntil(feed.now.plus(Duration.ofHours(1)));

    assertThat(feed.state.health()).isIn(FeedHealth.OK, FeedHealth.NOT_MODIFIED);
  }

  @Test
  void nightsAreNoReasonToCry() {
    // Six in an hour from 9 to 21 in Seoul: the nights last twelve hours, seventy norms.
    feed.publishing(START, START.plus(Duration.ofDays(6)), at -> at.atOffset(ZoneOffset.UTC).getHour() < 12 ? 6.0 : 0.0);
    feed.now = START.plus(Duration.ofHours(6));
    List<Instant> cries = new ArrayList<>();

    while (feed.now.isBefore(START.plus(Duration.ofDays(6)))) {
      feed.runUntil(feed.now);
      if (feed.state.health() == FeedHealth.STALE) {
        cries.add(feed.now);
      }
      feed.now = feed.next();
    }

    assertThat(cries).isEmpty();
    feed.runUntil(START.plus(Duration.ofDays(6)).plus(Duration.ofHours(6)));
    assertThat(feed.state.health()).isEqualTo(FeedHealth.STALE);
  }

  @Test
  void aFeedWhoseLastEntryIsOfLastYearIsStaleAtOnce() {
    feed.publishing(every(Duration.ofDays(1), START.minus(Duration.ofDays(400)), START.minus(Duration.ofDays(370))));

    feed.runUntil(START);

    assertThat(feed.state.health()).isEqualTo(FeedHealth.STALE);
  }

  @Test
  void aFeedOfWhichLessThanADayWasSeenIsNotJudged() {
    feed.publishing(every(Duration.ofMinutes(5), START.minus(Duration.ofHours(2)), START));

    feed.runUntil(START.plus(Duration.ofHours(10)));

    assertThat(feed.state.health()).isEqualTo(FeedHealth.NOT_MODIFIED);
  }

  @Test
  void anOutageOfOursIsNoFailureOfTheFeeds() {
    feed.answer(feed.read(List.of(START)), NEWS);

    feed.answer(Answers.lost().asOffline(), EntryRound.NONE);

    assertThat(feed.state.health()).isEqualTo(FeedHealth.OFFLINE);
    assertThat(feed.state.failures()).isZero();
    assertThat(feed.next()).isBetween(START.plusSeconds(29), START.plusSeconds(60));
  }
}
