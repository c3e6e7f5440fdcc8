package io.tensionwire.processor;

import static io.tensionwire.processor.CatchingUp.EVERYTHING;
import static io.tensionwire.processor.CatchingUp.LIVE;
import static io.tensionwire.processor.CatchingUp.LONGEST;
import static io.tensionwire.processor.CatchingUp.NOTHING;
import static io.tensionwire.processor.CatchingUp.PAUSE;
import static io.tensionwire.processor.CatchingUp.TAKEOVER;
import static io.tensionwire.processor.SampleArticles.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class CatchingUpTest {

  private static final Instant LATER = NOON.plusSeconds(3600);

  private final CatchingUp catchingUp = new CatchingUp(NOON);

  @Test
  void whatIsReadLongAfterItWasFetchedIsLate() {
    assertThat(isLate(LATER.minus(LIVE).minusMillis(1), LATER)).isTrue();
    assertThat(isLate(LATER.minus(LIVE), LATER)).isFalse();
  }

  @Test
  void aClockThatIsBehindMakesNothingLate() {
    assertThat(isLate(LATER.plusSeconds(60), LATER)).isFalse();
  }

  @Test
  void everythingGoesOnAfterAPause() {
    holds(NOON.minusSeconds(10), LATER);

    assertThat(catchingUp.goesOn(LATER.plus(PAUSE).minusMillis(1))).isEqualTo(NOTHING);
    assertThat(catchingUp.goesOn(LATER.plus(PAUSE))).isEqualTo(EVERYTHING);
  }

  @Test
  void liveOnesThatWaitWithABacklogDoNotMakeItLonger() {
    holds(NOON.minusSeconds(10), LATER);
    Instant soon = LATER.plus(PAUSE).minusMillis(1);
    holds(soon, soon);

    assertThat(catchingUp.goesOn(LATER.plus(PAUSE))).isEqualTo(EVERYTHING);
  }

  @Test
  void whatAnotherOneHeldWaitsUntilItIsTakenOver() {
    catchingUp.heldBefore(NOON.minusSeconds(10).toEpochMilli());

    assertThat(catchingUp.goesOn(NOON.plus(TAKEOVER).minusMillis(1))).isEqualTo(NOTHING);
    assertThat(catchingUp.goesOn(NOON.plus(TAKEOVER))).isEqualTo(EVERYTHING);
  }

  @Test
  void whatAnotherOneHeldWaitsAsLongAsTheRestOnceThatBeginsToCome() {
    catchingUp.heldBefore(NOON.minusSeconds(10).toEpochMilli());
    catchingUp.heldBefore(NOON.minusSeconds(20).toEpochMilli());
    Instant first = NOON.plus(TAKEOVER).minusSeconds(1);
    Instant end = first.plus(LONGEST);
    for (Instant now = first; now.isBefore(end); now = now.plusSeconds(1)) {
      holds(NOON.minusSeconds(30), now);
    }

    assertThat(catchingUp.goesOn(end.minusMillis(1))).isEqualTo(NOTHING);
    assertThat(catchingUp.goesOn(end)).isEqualTo(NOON.minusSeconds(10).toEpochMilli());
  }

  @Test
  void inABacklogWithoutAPauseEachGoesOnAfterTheLongestWaitWithWhatIsEarlier() {
    Instant end = LATER.plus(LONGEST);
    for (Instant now = LATER; now.isBefore(end); now = now.plusSeconds(1)) {
      holds(NOON.minusSeconds(100).plusSeconds(now.getEpochSecond() - LATER.getEpochSecond()), now);
    }

    assertThat(catchingUp.goesOn(end.minusMillis(1))).isEqualTo(NOTHING);
    assertThat(catchingUp.goesOn(end)).isEqualTo(NOON.minusSeconds(100).toEpochMilli());
    assertThat(catchingUp.goesOn(end)).isEqualTo(NOTHING);
  }

  private static boolean isLate(Instant fetched, Instant now) {
    return CatchingUp.isLate(fetched.toEpochMilli(), now);
  }

  private void holds(Instant fetched, Instant now) {
    catchingUp.holds(fetched.toEpochMilli(), now);
  }
}
