package io.tensionwire.ingest.poll;

import io.tensionwire.ingest.article.EntryTeller;
import io.tensionwire.ingest.article.PageReader;
import io.tensionwire.ingest.config.IngestConfig;
import io.tensionwire.ingest.fetch.Fetcher;
import io.tensionwire.ingest.state.PartitionSession;
import io.tensionwire.ingest.time.Timekeeper;
import io.tensionwire.model.Feed;
import io.tensionwire.service.RoleContext;
import java.util.Map;
import java.util.concurrent.ExecutorService;

/** What all partitions of a process share. */
public record Workplace(
    IngestConfig config, RoleContext context, Timekeeper time, Fetcher fetcher, PageReader pages, FeedHeaders headers,
    FeedHealths healths)
    implements AutoCloseable {

  public static Workplace open(IngestConfig config, RoleContext context) {
    Timekeeper time = Timekeeper.of(context.clock());
    var fetcher = new Fetcher(config.fetching(), time);
    return new Workplace(
        config, context, time, fetcher, new PageReader(fetcher, config.pageTimeout(), context.meters()),
        new FeedHeaders(Map.copyOf(System.getenv())), new FeedHealths(context.meters()));
  }

  FeedPoller worker(Feed feed, PartitionSession session, ExecutorService threads) {
    var entries = new EntryTeller(
        session, pages, threads, config.pageWait(), time, context.meters(), context.onBug());
    return new FeedPoller(
        feed, session, entries, fetcher, headers, config.feedTimeout(), time, context.meters(), healths);
  }

  /** Counts what was put with the dead letters. */
  public void deadLetters(int count) {
    context.meters().counter("tensionwire.ingest.dead.letters").increment(count);
  }

  @Override
  public void close() {
    fetcher.close();
  }
}
