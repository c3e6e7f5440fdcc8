package io.tensionwire.ingest.look;

import io.micrometer.core.instrument.MeterRegistry;
import io.tensionwire.ingest.article.FormerArticles;
import io.tensionwire.ingest.article.PageReading;
import io.tensionwire.ingest.article.PageSource;
import io.tensionwire.ingest.state.PageAsked;
import io.tensionwire.ingest.state.PartitionSession;
import io.tensionwire.ingest.time.Timekeeper;
import io.tensionwire.model.Article;
import io.tensionwire.model.ArticleStatus;
import io.tensionwire.model.Feed;
import io.tensionwire.model.PageProblem;
import io.tensionwire.model.Seen;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks again at the articles of a partition: those that are detected, and those whose pages could not be had. */
public final class LaterLooks {

  private static final Logger log = LoggerFactory.getLogger(LaterLooks.class);
  private static final Duration EVERY = Duration.ofSeconds(15);
  /** Hosts are asked one request at a time anyway; a slow one does not hold up the others. */
  private static final int AT_ONCE = 8;

  private final PartitionSession session;
  private final Function<String, @Nullable Feed> feeds;
  private final Supplier<Set<String>> detected;
  private final FormerArticles formerArticles;
  private final PageSource pages;
  private final Executor threads;
  private final Timekeeper time;
  private final MeterRegistry meters;
  private final Consumer<Throwable> onBug;
  private final Semaphore room = new Semaphore(AT_ONCE);

  /**
   * @param feeds by id, as they are configured now
   * @param detected the articles that a watch has an interest in
   */
  public LaterLooks(
      PartitionSession session, Function<String, @Nullable Feed> feeds, Supplier<Set<String>> detected,
      FormerArticles formerArticles, PageSource pages, Executor threads, Timekeeper time, MeterRegistry meters,
      Consumer<Throwable> onBug) {
    this.session = session;
    this.feeds = feeds;
    this.detected = detected;
    this.formerArticles = formerArticles;
    this.pages = pages;
    this.threads = threads;
    this.time = time;
    this.meters = meters;
    this.onBug = onBug;
  }

  /** @throws InterruptedException when the partition is given up */
  public void run() throws InterruptedException {
    while (true) {
      time.sleep(EVERY);
      round();
    }
  }

  /** Begins the looks that are due. */
  void round() throws InterruptedException {
    Set<String> ofInterest = detected.get();
    Set<String> articles = new HashSet<>(ofInterest);
    articles.addAll(session.pagesDue());
    for (String article : articles) {
      boolean interesting = ofInterest.contains(article);
      Seen seen = session.teller(article);
      if (seen == null || !LookPlan.isDue(seen, interesting, time.now())) {
        continue;
      }
      room.acquire();
      boolean begun = false;
      try {
        begun = session.beginLook(article);
        if (begun) {
          threads.execute(() -> work(article, interesting));
        }
      } catch (RejectedExecutionException e) {
        throw new InterruptedException("the partition was given up");
      } finally {
        if (!begun) {
          room.release();
        }
      }
    }
  }

  private void work(String article, boolean interesting) {
    try {
      look(article, interesting);
    } catch (InterruptedException e) {
      // The partition is given up: the next owner looks.
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      onBug.accept(e);
    } finally {
      session.endLook(article);
      room.release();
    }
  }

  private void look(String article, boolean interesting) throws InterruptedException {
    Seen seen = session.teller(article);
    String feedId = session.tellerFeed(article);
    Feed feed = feedId == null ? null : feeds.apply(feedId);
    Instant toldAt = seen == null ? null : seen.toldAt();
    if (seen == null || toldAt == null || feed == null || feed.paused() || feed.feedOnly()) {
      return;
    }
    Article former = formerArticles.read(article, toldAt);
    if (former == null) {
      // Kept for thirty days: it could not be read now.
      PageProblem problem = seen.pageProblem();
      end(seen, interesting, null,
          PageAsked.inVain(problem == null ? PageProblem.UNREACHABLE : problem, seen.pageTries(), true, time.now()), "no-former");
      return;
    }
    PageReading reading = pages.read(feed, former.url());
    Instant now = time.now();
    PageAsked asked = reading.asked(seen.pageTries(), now);
    if (reading.isWhole() && reading.page() != null) {
      end(seen, interesting, Relook.of(former, seen, reading.page(), now), asked, "read");
    } else if (reading.isGone() && interesting) {
      gone(seen, former, asked, now);
    } else if (reading.page() != null && reading.problem() == PageProblem.PAYWALL && seen.gone()) {
      end(seen, interesting, former.toBuilder().status(ArticleStatus.LIVE).pageProblem(PageProblem.PAYWALL).fetchedAt(now), asked, "back");
    } else {
      end(seen, interesting, null, asked, "failed");
    }
  }

  /** Told when a second look finds it gone, too. */
  private void gone(Seen seen, Article former, PageAsked asked, Instant now) {
    boolean suspected = seen.pageProblem() == PageProblem.GONE || seen.pageProblem() == PageProblem.SOFT_404;
    if (seen.gone() || suspected) {
      var told = former.toBuilder().status(ArticleStatus.GONE).pageProblem(PageProblem.GONE).fetchedAt(now);
      end(seen, true, seen.gone() ? null : told, new PageAsked(PageProblem.GONE, null, asked.tries(), null), "gone");
    } else {
      end(seen, true, null, new PageAsked(asked.problem(), null, asked.tries(), now.plus(LookPlan.CONFIRM)), "suspected");
    }
  }

  private void end(Seen seen, boolean interesting, Article.@Nullable Builder text, PageAsked asked, String outcome) {
    Instant now = time.now();
    int looks = interesting ? LookPlan.done(seen, now) : seen.looks();
    int revision = session.look(seen.articleId(), text, asked, looks, now);
    meters.counter("tensionwire.ingest.looks", "outcome", revision > 0 && outcome.equals("read") ? "revised" : outcome).increment();
    log.atDebug().addKeyValue("article", seen.articleId()).addKeyValue("outcome", outcome)
        .addKeyValue("revision", revision).log("looked again");
  }
}
