package io.tensionwire.ingest.poll;

import static io.tensionwire.ingest.poll.Rehearsal.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.model.FeedHealth;
import io.tensionwire.model.FeedState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StateWritesTest {

  private final Rehearsal feed = new Rehearsal();
  private FeedState written = feed.state;

  @BeforeEach
  void twoPolls() {
    feed.answer(feed.read(List.of(START)), new EntryRound(Set.of("a"), List.of(START), false));
    feed.answer(Answers.unchanged(null), EntryRound.NONE);
    written = feed.state;
  }

  @Test
  void aPollThatBroughtNothingIsNotWrittenForAQuarterOfAnHour() {
    feed.now = START.plus(Duration.ofMinutes(14));
    feed.answer(Answers.unchanged(null), EntryRound.NONE);
    assertThat(feed.state.polledAt()).isEqualTo(feed.now);
    assertThat(StateWrites.isDue(written, feed.state)).isFalse();

    feed.now = START.plus(Duration.ofMinutes(15));
    feed.answer(Answers.unchanged(null), EntryRound.NONE);

    assertThat(StateWrites.isDue(written, feed.state)).isTrue();
  }

  @Test
  void whatANextOwnerHasToKnowIsWrittenAtOnce() {
    feed.answer(Answers.throttled(Duration.ofMinutes(5)), EntryRound.NONE);
    assertThat(StateWrites.isDue(written, feed.state)).isTrue();

    FeedState held = feed.state;
    feed.answer(Answers.throttled(Duration.ofMinutes(9)), EntryRound.NONE);

    assertThat(StateWrites.isDue(held, feed.state)).isTrue();
  }

  @Test
  void theFirstPollAndEveryChangeOfHealthAreWritten() {
    assertThat(StateWrites.isDue(FeedState.unknown(feed.feed.id()), written)).isTrue();
    assertThat(StateWrites.isDue(written, written.toBuilder().health(FeedHealth.STALE).build())).isTrue();
    assertThat(StateWrites.isDue(written, written.toBuilder().validators("\"2\"", null).build())).isTrue();
    Instant later = START.plusSeconds(1);
    assertThat(StateWrites.isDue(written, written.toBuilder().polledAt(later).nextPollAt(later).build())).isFalse();
  }
}
