package io.tensionwire.standalone.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ArrivalTimesTest {

  private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2026-03-03T09:00:00Z");
  private static final Instant NEXT_YEAR = Instant.parse("2027-03-02T09:00:00Z");

  private final ArrivalTimes arrivals = new ArrivalTimes(Instant.EPOCH);

  @Test
  void anArticleArrivesWhenItIsPublished() {
    assertThat(arrivals.next(MONDAY, following(TUESDAY))).isEqualTo(MONDAY);
    assertThat(arrivals.next(TUESDAY, following())).isEqualTo(TUESDAY);
  }

  @Test
  void aLateOneArrivesAfterTheOneBefore() {
    arrivals.next(TUESDAY, following());

    assertThat(arrivals.next(MONDAY, following())).isEqualTo(TUESDAY);
  }

  @Test
  void oneWithoutADateArrivesWithTheOneBefore() {
    arrivals.next(MONDAY, following());

    assertThat(arrivals.next(null, following(TUESDAY))).isEqualTo(MONDAY);
  }

  @Test
  void aDateFarAheadOfWhatFollowsIsNotBelieved() {
    arrivals.next(MONDAY, following(NEXT_YEAR, TUESDAY));

    assertThat(arrivals.next(NEXT_YEAR, following(TUESDAY, TUESDAY))).isEqualTo(MONDAY);
    assertThat(arrivals.next(TUESDAY, following())).isEqualTo(TUESDAY);
  }

  @Test
  void aLongQuietTimeIsBelieved() {
    arrivals.next(MONDAY, following(NEXT_YEAR));

    assertThat(arrivals.next(NEXT_YEAR, following(NEXT_YEAR.plusSeconds(60)))).isEqualTo(NEXT_YEAR);
  }

  private static List<@Nullable Instant> following(Instant... dates) {
    return Collections.unmodifiableList(List.<@Nullable Instant>of(dates));
  }
}
