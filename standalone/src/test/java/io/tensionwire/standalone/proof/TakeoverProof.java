package io.tensionwire.standalone.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tensionwire.fixtures.world.Judge;
import io.tensionwire.fixtures.world.Ledger;
import io.tensionwire.fixtures.world.SimulatedWeb;
import io.tensionwire.fixtures.world.SourceFeed;
import io.tensionwire.fixtures.world.Trouble;
import io.tensionwire.fixtures.world.Verdict;
import io.tensionwire.fixtures.world.WorldPlan;
import io.tensionwire.standalone.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two {@code tensionwire ingest} processes share the feeds of a simulated web. One is killed with SIGKILL again and
 * again, and in every other round the broker too: what is committed to the topic of articles must be what was
 * published, nothing missing and nothing twice, and the pause in telling less than 30 s.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class TakeoverProof {

  private static final int FEEDS = Integer.getInteger("proof.feeds", 40);
  private static final int KILLS = Integer.getInteger("proof.kills", 4);
  private static final long SEED = Long.getLong("proof.seed", 20261122L);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final Duration ROUND = Duration.ofSeconds(40);
  private static final Duration START = Duration.ofSeconds(30);
  private static final Duration INTERVAL = Duration.ofSeconds(2);

  /** What hides nothing: all that is published can be seen. */
  private static final List<Trouble> TROUBLES = List.of(
      Trouble.NO_VALIDATORS, Trouble.RESTLESS_BODY, Trouble.REDATED, Trouble.REKEYED, Trouble.ONE_GUID, Trouble.UNDATED,
      Trouble.EDITED, Trouble.DETOUR);

  @TempDir Path folder;

  private final Random random = new Random(SEED);
  private final Process[] ingests = new Process[2];

  /**
   * @param at when something was killed
   * @param back when Kafka answered again: nobody can tell anything before
   */
  private record Kill(Instant at, String what, Instant back) {}

  @Test
  void whatIsCommittedIsWhatWasPublishedWhoeverIsKilled() throws Exception {
    Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    WorldPlan plan = WorldPlan.of(SEED, start).withFeeds(FEEDS).withTroubled(0.5).withTroubles(TROUBLES)
        .withLength(START.plus(ROUND.multipliedBy(KILLS))).withPace(Duration.ofSeconds(15)).withWindow(400)
        .withoutOutage().draw();
    var ledger = new Ledger(Duration.ZERO);
    int port = Processes.freePort();
    List<Kill> kills = new ArrayList<>();
    try (var web = SimulatedWeb.start(plan, InstantSource.system(), ledger, Duration.ofMillis(5));
        var processes = new Processes(folder)) {
      Process broker = processes.startBroker("broker", port);
      Path config = configuration(plan, web, port);
      for (int i = 0; i < ingests.length; i++) {
        ingests[i] = startIngest(processes, i, config);
      }
      try (var told = new ToldArticles("127.0.0.1:" + port, ledger)) {
        await().atMost(Duration.ofMinutes(2)).until(() -> told.heard().size() > FEEDS);
        for (int kill = 0; kill < KILLS; kill++) {
          TimeUnit.MILLISECONDS.sleep(ROUND.toMillis() / 8 + random.nextInt((int) ROUND.toMillis() / 4));
          int victim = random.nextInt(ingests.length);
          ingests[victim].destroyForcibly().waitFor();
          Instant killed = Instant.now();
          if (kill % 2 == 1) {
            broker.destroyForcibly().waitFor();
            broker = processes.startBroker("broker", port);
            kills.add(new Kill(killed, "ingest " + victim + " and the broker", Instant.now()));
          } else {
            kills.add(new Kill(killed, "ingest " + victim, killed));
          }
          TimeUnit.MILLISECONDS.sleep(ROUND.toMillis() / 2);
          ingests[victim] = startIngest(processes, victim, config);
          System.out.printf("kill %d of %d: %d told%n", kill + 1, KILLS, told.heard().size());
        }
        int published = published(plan);
        await().atMost(Duration.ofMinutes(3)).pollInterval(Duration.ofSeconds(1))
            .until(() -> Instant.now().isAfter(plan.end()) && (items(told) >= published || isQuiet(told)));
        TimeUnit.MILLISECONDS.sleep(INTERVAL.toMillis() * 3);
        report(plan, ledger, told, kills);
      } finally {
        System.out.println(lastLines(processes));
      }
    }
  }

  private static boolean isQuiet(ToldArticles told) {
    return told.heard().getLast().at().isBefore(Instant.now().minusSeconds(60));
  }

  private static long items(ToldArticles told) {
    return told.heard().stream().map(each -> each.article().id()).distinct().count();
  }

  private static int published(WorldPlan plan) {
    return plan.feeds().stream().mapToInt(feed -> feed.items().size()).sum();
  }

  private static void report(WorldPlan plan, Ledger ledger, ToldArticles told, List<Kill> kills) {
    Verdict verdict = Judge.judge(plan, ledger, told.told(), plan.start(), Instant.now());
    System.out.printf(
        "| published | told | revisions | missing | faults | kills |%n|--:|--:|--:|--:|--:|--:|%n"
            + "| %d | %d | %d | %d | %d | %d |%n",
        published(plan), items(told), told.heard().size(), published(plan) - items(told), verdict.faults().size(),
        kills.size());
    for (Kill kill : kills) {
      System.out.printf(
          Locale.ROOT,
          "%s killed: the longest delay of what was published around it is %.1f s, Kafka was gone for %.1f s%n",
          kill.what(), seconds(longestDelay(told, kill.at())), seconds(Duration.between(kill.at(), kill.back())));
    }
    System.out.println(verdict.faultsInShort());
    assertThat(verdict.faults()).isEmpty();
    assertThat(items(told)).isEqualTo(published(plan));
    assertThat(kills).allSatisfy(kill ->
        assertThat(longestDelay(told, kill.at()).minus(Duration.between(kill.at(), kill.back()))).as("%s", kill)
            .isLessThan(LONGEST_PAUSE.plus(INTERVAL)));
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }

  /** Of what was published from shortly before a kill on: the pause in telling is no longer. */
  private static Duration longestDelay(ToldArticles told, Instant kill) {
    Duration longest = Duration.ZERO;
    for (ToldArticles.Heard each : told.heard()) {
      Instant published = each.article().publishedAt();
      if (each.article().revision() == 1 && published != null && published.isAfter(kill.minusSeconds(3))
          && published.isBefore(kill.plusSeconds(20))) {
        Duration delay = Duration.between(published, each.at());
        longest = delay.compareTo(longest) > 0 ? delay : longest;
      }
    }
    return longest;
  }

  private Process startIngest(Processes processes, int number, Path config) throws IOException {
    return processes.start(
        "ingest-" + number, "384m", "io.tensionwire.standalone.Main", "ingest", "--config", config.toString());
  }

  private String lastLines(Processes processes) throws IOException {
    var lines = new StringBuilder();
    for (String name : List.of("ingest-0", "ingest-1", "broker")) {
      List<String> log = Files.readAllLines(processes.log(name));
      List<String> end = log.subList(Math.max(0, log.size() - 12), log.size());
      lines.append(name).append('\n').append(String.join("\n", end).indent(2));
    }
    return lines.toString();
  }

  private Path configuration(WorldPlan plan, SimulatedWeb web, int port) throws IOException {
    var yaml = new StringBuilder("kafka: { bootstrap.servers: \"127.0.0.1:%d\" }\n".formatted(port));
    yaml.append("http: { listen: \"127.0.0.1:0\" }\n");
    yaml.append("ingest:\n  allow-private-addresses: true\n  host-pause: 100ms\n  feeds:\n");
    for (SourceFeed feed : plan.feeds()) {
      yaml.append("    - { id: %s, url: \"%s\", language: en, interval: %ds, feed-only: %s }\n".formatted(
          feed.id(), feed.url(web.port()), INTERVAL.toSeconds(), !feed.pages()));
    }
    return Files.writeString(folder.resolve("tensionwire.yaml"), yaml);
  }
}
