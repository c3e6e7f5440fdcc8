package io.tensionwire.ingest.simulation;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tensionwire.fixtures.world.Judge;
import io.tensionwire.fixtures.world.Ledger;
import io.tensionwire.fixtures.world.SimulatedWeb;
import io.tensionwire.fixtures.world.SourceFeed;
import io.tensionwire.fixtures.world.Verdict;
import io.tensionwire.fixtures.world.WorldPlan;
import io.tensionwire.ingest.config.IngestConfig;
import io.tensionwire.ingest.fetch.FetchSettings;
import io.tensionwire.ingest.fetch.Fetcher;
import io.tensionwire.ingest.poll.FeedPollers;
import io.tensionwire.ingest.poll.Workplace;
import io.tensionwire.ingest.state.PartitionSession;
import io.tensionwire.model.Feed;
import io.tensionwire.model.FeedState;
import io.tensionwire.model.Language;
import io.tensionwire.model.Topics;
import io.tensionwire.service.Health;
import io.tensionwire.service.RoleContext;
import io.tensionwire.service.address.PrivateAddresses;
import io.tensionwire.service.kafka.KafkaSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** The pollers of one partition, without a broker, in a world and a time of their own. */
final class Simulation implements AutoCloseable {

  /** Nobody connects there. */
  private static final String NO_BROKER = "127.0.0.1:1";

  /** Of one exchange, in real time: only what drips or never ends takes any. */
  private static final Duration TIMEOUT = Duration.ofSeconds(1);

  private final WorldPlan plan;
  final VirtualTime time;
  final Ledger ledger;
  final MemoryJournal journal;
  final List<Throwable> bugs = new CopyOnWriteArrayList<>();
  private final SimulatedWeb web;
  private final Workplace workplace;
  private final FeedPollers pollers;

  Simulation(WorldPlan plan, Duration grain, Duration hostPause, Duration latency) {
    this.plan = plan;
    this.time = new VirtualTime(plan.start(), grain);
    this.ledger = new Ledger(hostPause);
    this.journal = new MemoryJournal(ledger);
    this.web = SimulatedWeb.start(plan, time.clock(), ledger, latency);
    FetchSettings fetching =
        FetchSettings.USUAL.withPrivateAddresses(PrivateAddresses.ALL).withHostPause(hostPause);
    var config = IngestConfig.of(List.of()).withFetching(fetching).withFeedTimeout(TIMEOUT);
    var kafka = new KafkaSettings(Map.of("bootstrap.servers", NO_BROKER), Topics.withPrefix("news."), (short) -1);
    var context = new RoleContext(kafka, time.clock(), new SimpleMeterRegistry(), new Health(), bugs::add);
    var fetcher = new Fetcher(fetching, time, host -> List.of(web.address(host)));
    this.workplace = Workplace.open(config, context, time, fetcher);
    this.pollers = new FeedPollers(workplace, new PartitionSession(journal, Map.of()));
  }

  void start() {
    plan.feeds().forEach(feed -> pollers.start(configured(feed)));
  }

  private Feed configured(SourceFeed feed) {
    return Feed.builder(feed.id(), feed.url(web.port())).language(Language.EN).feedOnly(!feed.pages()).build();
  }

  void runUntil(Instant moment) throws InterruptedException {
    time.runUntil(moment);
  }

  /** @param measuredFrom delays count from then on */
  Verdict judge(Instant measuredFrom, Instant shownUntil) {
    return Judge.judge(plan, ledger, journal.told(), measuredFrom, shownUntil);
  }

  Map<String, FeedState> states() {
    return journal.states();
  }

  @Override
  public void close() throws InterruptedException {
    pollers.close();
    time.close();
    workplace.close();
    web.close();
  }
}
