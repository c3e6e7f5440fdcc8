package io.tensionwire.standalone.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tensionwire.fixtures.world.Judge;
import io.tensionwire.fixtures.world.Ledger;
import io.tensionwire.fixtures.world.SimulatedWeb;
import io.tensionwire.fixtures.world.SourceFeed;
import io.tensionwire.fixtures.world.Verdict;
import io.tensionwire.fixtures.world.WorldPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Thousands of feeds, a fifth of them misbehaving, in real time: ingest and an embedded broker in one process with a
 * small heap, the web that it reads in another.
 */
@Timeout(value = 60, unit = TimeUnit.MINUTES)
class IngestLoadProof {

  private static final int FEEDS = Integer.getInteger("proof.feeds", 5_000);
  private static final int MINUTES = Integer.getInteger("proof.minutes", 5);
  private static final long SEED = Long.getLong("proof.seed", 20261122L);
  private static final String HEAP = System.getProperty("proof.heap", "512m");
  private static final Duration INTERVAL = Duration.ofSeconds(60);
  /** What was shown in the last minutes may still wait for its turn. */
  private static final Duration SETTLE = Duration.ofMinutes(2);

  @TempDir Path folder;

  @Test
  void thousandsOfFeedsFitOneSmallProcess() throws Exception {
    Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    WorldPlan plan = WorldPlan.of(SEED, start).withFeeds(FEEDS).withTroubled(0.2)
        .withLength(Duration.ofMinutes(MINUTES)).withHistory(Duration.ofMinutes(30))
        .withPace(Duration.ofMinutes(5)).withoutOutage().draw();
    var ledger = new Ledger(Duration.ofSeconds(1));
    int port = Processes.freePort();
    try (var web = SimulatedWeb.start(plan, InstantSource.system(), ledger, Duration.ofMillis(5));
        var processes = new Processes(folder)) {
      Path config = configuration(plan, web);
      Process process = processes.start(
          "load", HEAP, LoadMain.class.getName(), config.toString(), folder.resolve("data").toString(),
          Integer.toString(port));
      await().atMost(Duration.ofMinutes(2))
          .until(() -> !process.isAlive() || lines(processes).contains(BrokerMain.READY));
      try (var told = new ToldArticles("127.0.0.1:" + port, ledger)) {
        Instant shownUntil = plan.end();
        while (Instant.now().isBefore(shownUntil.plus(SETTLE)) && process.isAlive()) {
          TimeUnit.SECONDS.sleep(15);
          System.out.printf(
              Locale.ROOT, "%s, requests %,d, heard %,d, late by %.1f s median, %.1f s p99%n", lastFigures(processes),
              ledger.requests(), told.heard().size(), ledger.lateness(0.5), ledger.lateness(0.99));
        }
        Verdict verdict = Judge.judge(plan, ledger, told.told(), start, shownUntil);
        System.out.println(verdict.table());
        System.out.println("faults: " + verdict.faultsInShort());
        assertThat(process.isAlive()).as("the process, see the end of its log: %s", end(processes)).isTrue();
        assertThat(lastFigures(processes)).contains("dead letters 0");
        assertThat(verdict.faults()).as(verdict.faultsInShort()).hasSize(0);
      } finally {
        System.out.println(end(processes));
      }
    }
  }

  private static List<String> lines(Processes processes) throws IOException {
    return Files.exists(processes.log("load")) ? Files.readAllLines(processes.log("load")) : List.of();
  }

  private static String lastFigures(Processes processes) throws IOException {
    return lines(processes).reversed().stream().filter(line -> line.startsWith("FIGURES")).findFirst()
        .orElse("no figures yet");
  }

  private static String end(Processes processes) throws IOException {
    List<String> log = lines(processes).stream()
        .filter(line -> !line.contains("feed not read") && !line.contains("feed is back")).toList();
    return String.join("\n", log.subList(Math.max(0, log.size() - 20), log.size()));
  }

  private Path configuration(WorldPlan plan, SimulatedWeb web) throws IOException {
    var yaml = new StringBuilder("ingest:\n  allow-private-addresses: true\n  feeds:\n");
    for (SourceFeed feed : plan.feeds()) {
      yaml.append("    - { id: %s, url: \"%s\", language: en, interval: %ds, feed-only: %s }\n".formatted(
          feed.id(), feed.url(web.port()), INTERVAL.toSeconds(), !feed.pages()));
    }
    return Files.writeString(folder.resolve("tensionwire.yaml"), yaml);
  }
}
