package io.tensionwire.ingest.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.fixtures.world.Verdict;
import io.tensionwire.fixtures.world.WorldPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The large version of {@link SimulatedWebIT}: hundreds of feeds, days of virtual time, a table for people. */
@Timeout(value = 60, unit = TimeUnit.MINUTES)
class SimulatedWebProof {

  private static final int FEEDS = Integer.getInteger("proof.feeds", 300);
  private static final double DAYS = Double.parseDouble(System.getProperty("proof.days", "2"));
  private static final long SEED = Long.getLong("proof.seed", 20261122L);
  private static final double TROUBLED = Double.parseDouble(System.getProperty("proof.troubled", "0.4"));

  private static final Instant START = Instant.parse("2026-11-20T00:00:00Z");
  private static final Duration GRAIN = Duration.ofMillis(250);
  private static final Duration HOST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LATENCY = Duration.ofMillis(1);
  private static final int PARTS = 20;

  @Test
  void whatIsShownIsToldOnceAndNobodyIsAskedTooEarly() throws Exception {
    Duration length = Duration.ofMinutes((long) (DAYS * 24 * 60));
    WorldPlan plan = WorldPlan.of(SEED, START).withFeeds(FEEDS).withTroubled(TROUBLED).withLength(length).draw();
    try (var simulation = new Simulation(plan, GRAIN, HOST_PAUSE, LATENCY)) {
      Instant began = Instant.now();
      simulation.start();

      for (int part = 1; part <= PARTS; part++) {
        simulation.runUntil(START.plus(length.multipliedBy(part).dividedBy(PARTS)));
        System.out.printf("%s: %,d requests, %,d told, %d s%n", simulation.time.now(), simulation.ledger.requests(),
            simulation.journal.told().size(), Duration.between(began, Instant.now()).toSeconds());
      }

      Verdict verdict = simulation.judge(START.plus(length.dividedBy(4)), plan.end().minus(Duration.ofMinutes(15)));
      System.out.printf(
          "%n%d feeds, %.1f days, seed %d, %.0f%% in trouble: "
              + "%,d requests (%,d of pages, %,d of robots.txt) in %d s%n%n",
          FEEDS, DAYS, SEED, 100 * TROUBLED, simulation.ledger.requests(), simulation.ledger.pages(),
          simulation.ledger.robotsAsked(), Duration.between(began, Instant.now()).toSeconds());
      System.out.println(verdict.table());
      System.out.println("faults: " + verdict.faultsInShort());
      System.out.printf(Locale.ROOT, "lateness of polls: %.1f s median, %.1f s p99%n",
          simulation.ledger.lateness(0.5), simulation.ledger.lateness(0.99));
      assertThat(simulation.bugs).isEmpty();
      assertThat(verdict.faults()).as(verdict.faultsInShort()).hasSize(0);
      assertThat(verdict.answering().medianDelayInIntervals()).isLessThanOrEqualTo(0.5);
    }
  }
}
