package io.tensionwire.ingest.poll;

import io.tensionwire.ingest.article.EntryTeller;
import io.tensionwire.ingest.article.PageReader;
import io.tensionwire.ingest.config.IngestConfig;
import io.tensionwire.ingest.fetch.Fetcher;
import io.tensionwire.ingest.look.ArticleTopic;
import io.tensionwire.ingest.look.DetectedArticles;
import io.tensionwire.ingest.page.PageExtractor;
import io.tensionwire.ingest.time.Timekeeper;
import io.tensionwire.ingest.websub.Subscriptions;
import io.tensionwire.ingest.websub.WebSubConfig;
import io.tensionwire.service.RoleContext;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.random.RandomGenerator;

/** What all partitions of a process share. */
public final class Workplace implements AutoCloseable {

  private final IngestConfig config;
  private final RoleContext context;
  private final Timekeeper time;
  private final Fetcher fetcher;
  private final PageReader pages;
  private final ArticleTopic formerArticles;
  private final DetectedArticles detected;
  private final Polling polling;
  private final FeedHubs hubs;

  private Workplace(
      IngestConfig config, RoleContext context, Timekeeper time, Fetcher fetcher, RandomGenerator random,
      Map<String, String> environment) {
    this.config = config;
    this.context = context;
    this.time = time;
    this.fetcher = fetcher;
    this.pages = new PageReader(
        fetcher, new PageExtractor(config.sites()), config.pageTimeout(), context.meters());
    this.formerArticles = new ArticleTopic(context.kafka());
    this.detected = new DetectedArticles(context, time);
    this.polling = new Polling(
        new FeedAsker(fetcher, new FeedHeaders(environment), config.feedTimeout()), new PollRhythm(config.bounds()),
        new Outage(context.meters()), new FeedBoard(context.meters(), time),
        new CountryWatch(new FeedCountries(config.outletCountries()), context.meters()),
        new PollMeters(context.meters()), random);
    WebSubConfig webSub = config.webSub();
    this.hubs = new FeedHubs(
        webSub == null ? null : Subscriptions.open(webSub, fetcher, time, context.meters()));
  }

  public static Workplace open(IngestConfig config, RoleContext context) {
    Timekeeper time = Timekeeper.of(context.clock());
    return open(config, context, time, new Fetcher(config.fetching(), time));
  }

  /**
   * Opens one in a time and a web of its own.
   *
   * @param fetcher is closed with it
   */
  public static Workplace open(IngestConfig config, RoleContext context, Timekeeper time, Fetcher fetcher) {
    return new Workplace(config, context, time, fetcher, new Random(), System.getenv());
  }

  public IngestConfig config() {
    return config;
  }

  public RoleContext context() {
    return context;
  }

  public Timekeeper time() {
    return time;
  }

  public Fetcher fetcher() {
    return fetcher;
  }

  /** Whether it is we who reach nobody. */
  public Outage outage() {
    return polling.outage();
  }

  public PageReader pages() {
    return pages;
  }

  public ArticleTopic formerArticles() {
    return formerArticles;
  }

  public DetectedArticles detected() {
    return detected;
  }

  Polling polling() {
    return polling;
  }

  FeedHubs hubs() {
    return hubs;
  }

  FeedPoller poller(FeedHubs.Polled polled, ExecutorService threads) {
    var entries = new EntryTeller(
        polled.session(), pages, formerArticles, threads, config.pageWait(), time, context.meters(),
        context.onBug());
    return new FeedPoller(polled, entries, polling, hubs, time);
  }

  /** Counts what was put with the dead letters. */
  public void deadLetters(int count) {
    context.meters().counter("tensionwire.ingest.dead.letters").increment(count);
  }

  @Override
  public void close() {
    hubs.close();
    detected.close();
    formerArticles.close();
    fetcher.close();
  }
}
