package io.tensionwire.ingest.article;

import io.micrometer.core.instrument.MeterRegistry;
import io.tensionwire.ingest.feed.FeedEntry;
import io.tensionwire.ingest.identity.EntryIdentity;
import io.tensionwire.ingest.state.PageAsked;
import io.tensionwire.ingest.state.PartitionSession;
import io.tensionwire.ingest.time.Timekeeper;
import io.tensionwire.model.Article;
import io.tensionwire.model.BodySource;
import io.tensionwire.model.Feed;
import io.tensionwire.model.Seen;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells one new or changed entry: with its page, or, where that lets itself be waited for, from the feed first. */
public final class EntryTeller {

  private static final Logger log = LoggerFactory.getLogger(EntryTeller.class);

  private final PartitionSession session;
  private final PageSource pages;
  private final FormerArticles formerArticles;
  private final ExecutorService threads;
  private final Duration pageWait;
  private final Timekeeper time;
  private final MeterRegistry meters;
  private final Consumer<Throwable> onBug;

  public EntryTeller(
      PartitionSession session, PageSource pages, FormerArticles formerArticles, ExecutorService threads,
      Duration pageWait, Timekeeper time, MeterRegistry meters, Consumer<Throwable> onBug) {
    this.session = session;
    this.pages = pages;
    this.formerArticles = formerArticles;
    this.threads = threads;
    this.pageWait = pageWait;
    this.time = time;
    this.meters = meters;
    this.onBug = onBug;
  }

  /**
   * Starts to work on an entry that was taken.
   *
   * @return opens when the poll need not wait for it any longer
   */
  public CountDownLatch start(Feed feed, String feedLanguage, FeedEntry entry, EntryIdentity identity)
      throws InterruptedException {
    var told = new CountDownLatch(1);
    try {
      threads.execute(() -> work(feed, feedLanguage, entry, identity, told));
    } catch (RejectedExecutionException e) {
      throw givenUp();
    }
    return told;
  }

  private void work(
      Feed feed, String feedLanguage, FeedEntry entry, EntryIdentity identity, CountDownLatch told) {
    try {
      tell(feed, feedLanguage, entry, identity, told);
    } catch (InterruptedException e) {
      // The partition is given up: the next owner starts this entry again.
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      onBug.accept(e);
    } finally {
      session.finish(feed, identity);
      told.countDown();
    }
  }

  private static InterruptedException givenUp() {
    return new InterruptedException("the partition was given up");
  }

  private void tell(
      Feed feed, String feedLanguage, FeedEntry entry, EntryIdentity identity, CountDownLatch told)
      throws InterruptedException {
    Instant notBefore = Pace.notBefore(session.told(feed, identity), time.now());
    if (notBefore.isAfter(time.now())) {
      session.await(feed, identity);
      told.countDown();
      time.sleepUntil(notBefore);
    }
    URI address = feed.feedOnly() ? null : identity.page();
    if (address == null) {
      tell(feed, feedLanguage, entry, identity, null, identity.entryHash());
      return;
    }
    Future<PageReading> page;
    try {
      page = threads.submit(() -> pages.read(feed, address));
    } catch (RejectedExecutionException e) {
      throw givenUp();
    }
    try {
      tell(feed, feedLanguage, entry, identity, await(page, pageWait), identity.entryHash());
      return;
    } catch (TimeoutException e) {
      // Also where it changes nothing yet: whoever goes on after us has to know that a page is still awaited.
      tell(feed, feedLanguage, entry, identity, null, "");
    }
    told.countDown();
    try {
      tell(feed, feedLanguage, entry, identity, await(page, null), identity.entryHash());
    } catch (TimeoutException e) {
      throw new AssertionError("waits without a limit", e);
    }
  }

  private PageReading await(Future<PageReading> page, @Nullable Duration most)
      throws InterruptedException, TimeoutException {
    try {
      return most == null ? page.get() : time.await(page, most);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case InterruptedException interrupted -> throw interrupted;
        case RuntimeException bug -> throw bug;
        case null, default -> throw new IllegalStateException("reading a page", e);
      }
    }
  }

  private void tell(
      Feed feed, String feedLanguage, FeedEntry entry, EntryIdentity identity, @Nullable PageReading reading,
      String entryHash)
      throws InterruptedException {
    Instant now = time.now();
    var article = ArticleComposer.compose(feed, feedLanguage, entry, identity, reading, now);
    if (reading != null && !reading.isWhole()) {
      keepWhatThePageSaid(session.told(feed, identity), article);
    }
    PageAsked asked = reading == null ? PageAsked.NOT : reading.asked(0, now);
    int revision = session.tell(feed, identity, article, entryHash, asked, now);
    if (revision > 0) {
      meters.counter("tensionwire.ingest.articles", "revision", revision == 1 ? "first" : "later").increment();
      log.atDebug().addKeyValue("feed", feed.id()).addKeyValue("article", identity.articleId())
          .addKeyValue("revision", revision).addKeyValue("page", reading == null ? "not asked" : reading.problem())
          .log("article");
    }
  }

  /** A page that gives no text any more does not take back the one that it gave. */
  private void keepWhatThePageSaid(@Nullable Seen told, Article.Builder article) throws InterruptedException {
    if (told == null || told.bodySource() != BodySource.PAGE || told.toldAt() == null) {
      return;
    }
    Article former = formerArticles.read(told.articleId(), told.toldAt());
    if (former != null) {
      article.body(former.body(), former.bodySource());
    }
  }
}
