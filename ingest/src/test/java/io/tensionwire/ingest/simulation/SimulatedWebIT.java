package io.tensionwire.ingest.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.fixtures.world.Verdict;
import io.tensionwire.fixtures.world.WorldPlan;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A quarter of a day, one feed of each kind of trouble. The large version is {@code proofs/simulated-web}. */
@Timeout(300)
class SimulatedWebIT {

  private static final Instant START = Instant.parse("2026-11-20T00:00:00Z");
  private static final Duration LENGTH = Duration.ofHours(6);
  private static final Duration GRAIN = Duration.ofMillis(250);
  private static final Duration HOST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LATENCY = Duration.ofMillis(1);

  @Test
  void whatIsShownIsToldOnceAndNobodyIsAskedTooEarly() throws Exception {
    WorldPlan plan = WorldPlan.of(20261122, START).withFeeds(32).withTroubled(0.85).withLength(LENGTH).draw();
    try (var simulation = new Simulation(plan, GRAIN, HOST_PAUSE, LATENCY)) {
      simulation.start();

      simulation.runUntil(plan.end());

      Verdict verdict = simulation.judge(START.plus(LENGTH.dividedBy(4)), plan.end().minus(Duration.ofMinutes(10)));
      assertThat(simulation.bugs).isEmpty();
      assertThat(verdict.all().shown()).isGreaterThan(1_000);
      assertThat(verdict.all().edits()).isPositive();
      assertThat(verdict.faults()).as(verdict.table()).isEmpty();
      assertThat(verdict.answering().medianDelayInIntervals()).isLessThanOrEqualTo(0.5);
    }
  }
}
