package io.tensionwire.ingest.poll;

import static io.tensionwire.ingest.poll.Rehearsal.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.model.Feed;
import io.tensionwire.model.FeedHealth;
import io.tensionwire.model.FeedState.Move;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FeedMovesTest {

  private static final URI NEW = URI.create("https://new.example/rss");
  private static final EntryRound KNOWN = new EntryRound(Set.of("a"), List.of(), true);
  private static final EntryRound STRANGE = new EntryRound(Set.of("x"), List.of(START), false);

  private final Rehearsal feed = new Rehearsal();

  @BeforeEach
  void poll() {
    feed.runUntil(START);
  }

  @Test
  void aRedirectIsRecordedAndNotTaken() {
    feed.answer(Answers.unchanged(NEW), EntryRound.NONE);

    assertThat(feed.state.move()).isEqualTo(new Move(feed.feed.url(), NEW, START, 1, false));
    assertThat(place()).isEqualTo(feed.feed.url());
  }

  @Test
  void itIsTakenAfterThreeDaysInWhichTheSameEntriesWereThere() {
    for (int i = 0; i < 7; i++) {
      feed.answer(feed.read(List.of(Rehearsal.entry(START)), "UTF-8", NEW), KNOWN);
      assertThat(Objects.requireNonNull(feed.state.move()).taken()).isFalse();
      feed.now = START.plus(Duration.ofHours(11 * (i + 1)));
    }
    assertThat(place()).isEqualTo(feed.feed.url());

    feed.now = START.plus(Duration.ofDays(3));
    feed.answer(Answers.unchanged(NEW), EntryRound.NONE);

    assertThat(place()).isEqualTo(NEW);
  }

  @Test
  void fewPollsProveNothingHoweverManyDaysLieBetween() {
    for (int i = 0; i < 4; i++) {
      feed.answer(Answers.unchanged(NEW), EntryRound.NONE);
      feed.now = feed.now.plus(Duration.ofDays(2));
    }

    assertThat(place()).isEqualTo(feed.feed.url());
  }

  @Test
  void aRedirectThatVanishesBeginsAnew() {
    insist(4);
    feed.answer(Answers.unchanged(null), EntryRound.NONE);
    assertThat(feed.state.move()).isNull();

    feed.answer(Answers.unchanged(NEW), EntryRound.NONE);

    assertThat(Objects.requireNonNull(feed.state.move()).polls()).isEqualTo(1);
  }

  @Test
  void aRedirectToElsewhereBeginsAnew() {
    insist(4);
    URI other = URI.create("https://other.example/rss");

    feed.answer(Answers.unchanged(other), EntryRound.NONE);

    assertThat(feed.state.move()).isEqualTo(new Move(feed.feed.url(), other, feed.now, 1, false));
  }

  @Test
  void aPlaceWhereNothingIsKnownIsNeverTaken() {
    for (int i = 0; i < 20; i++) {
      feed.answer(feed.read(List.of(Rehearsal.entry(START)), "UTF-8", NEW), STRANGE);
      feed.now = feed.now.plus(Duration.ofDays(1));
    }

    assertThat(place()).isEqualTo(feed.feed.url());
  }

  @Test
  void whenATakenPlaceFailsTheConfiguredAddressIsAskedAgainWithoutTheOthersValidators() {
    insist(9);
    assertThat(place()).isEqualTo(NEW);
    feed.answer(Answers.unchanged(null), EntryRound.NONE);
    assertThat(feed.state.place()).isEqualTo(NEW);

    feed.answer(Answers.failed(FeedHealth.GONE), EntryRound.NONE);

    assertThat(place()).isEqualTo(feed.feed.url()).isNotEqualTo(feed.state.place());
    feed.answer(Answers.unchanged(null), EntryRound.NONE);
    assertThat(feed.state.move()).isNull();
  }

  @Test
  void aTakenPlaceIsKeptThroughAnOutageOfOursAndWhileItsHostWantsToBeLeftAlone() {
    insist(9);

    feed.answer(Answers.lost().asOffline(), EntryRound.NONE);
    feed.answer(Answers.throttled(Duration.ofMinutes(5)), EntryRound.NONE);

    assertThat(place()).isEqualTo(NEW);
  }

  @Test
  void aPlaceThatFailedIsTakenAgainWhenTheConfiguredAddressStillPointsThere() {
    insist(9);
    feed.answer(Answers.failed(FeedHealth.UNREACHABLE), EntryRound.NONE);

    feed.answer(Answers.unchanged(NEW), EntryRound.NONE);

    assertThat(place()).isEqualTo(NEW);
  }

  @Test
  void anAddressThatWasConfiguredAnewOwesNothingToTheOldOnesRedirect() {
    insist(9);

    feed.feed = Feed.builder(feed.feed.id(), URI.create("https://site.example/other")).build();

    assertThat(place()).isEqualTo(feed.feed.url());
    feed.answer(Answers.unchanged(null), EntryRound.NONE);
    assertThat(feed.state.move()).isNull();
  }

  private void insist(int polls) {
    for (int i = 0; i < polls; i++) {
      feed.answer(Answers.unchanged(NEW), EntryRound.NONE);
      feed.now = feed.now.plus(Duration.ofHours(12));
    }
  }

  private URI place() {
    return FeedMoves.place(feed.feed, feed.state.move());
  }
}
