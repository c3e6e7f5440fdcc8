package io.tensionwire.ingest;

import io.tensionwire.ingest.fetch.Fetcher;
import io.tensionwire.model.Feed;
import io.tensionwire.service.RoleContext;
import java.util.Map;
import java.util.concurrent.ExecutorService;

/** What all partitions of a process share. */
record Workplace(
    IngestConfig config, RoleContext context, Fetcher fetcher, PageReader pages, FeedHeaders headers,
    FeedHealths healths)
    implements AutoCloseable {

  static Workplace open(IngestConfig config, RoleContext context) {
    var fetcher = new Fetcher(
        config.userAgent(), config.allowPrivateAddresses(), config.connectTimeout(), config.requestsAtOnce(),
        context.clock());
    return new Workplace(
        config, context, fetcher, new PageReader(fetcher, config.pageTimeout(), context.meters()),
        new FeedHeaders(Map.copyOf(System.getenv())), new FeedHealths(context.meters()));
  }

  FeedWorker worker(Feed feed, PartitionSession session, ExecutorService threads) {
    var entries = new EntryWorker(
        session, pages, threads, config.pageWait(), context.clock(), context.meters(), context.onBug());
    return new FeedWorker(
        feed, session, entries, fetcher, headers, config.feedTimeout(), context.clock(), context.meters(), healths);
  }

  /** Counts what was put with the dead letters. */
  void deadLetters(int count) {
    context.meters().counter("tensionwire.ingest.dead.letters").increment(count);
  }

  @Override
  public void close() {
    fetcher.close();
  }
}
