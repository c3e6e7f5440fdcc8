package io.tensionwire.ingest.poll;

import io.tensionwire.ingest.article.EntryTeller;
import io.tensionwire.ingest.feed.FeedEntry;
import io.tensionwire.ingest.feed.ParsedFeed;
import io.tensionwire.ingest.identity.EntryIdentity;
import io.tensionwire.ingest.identity.FeedKin;
import io.tensionwire.ingest.state.PartitionSession;
import io.tensionwire.model.Feed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/**
 * What a poll brought.
 *
 * @param shown the keys of all entries
 * @param news the dates of those that were new or changed, those without a believable one as of now
 * @param known whether there were others
 */
record EntryRound(Set<String> shown, List<Instant> news, boolean known) {

  static final EntryRound NONE = new EntryRound(Set.of(), List.of(), false);

  private static final int AT_ONCE = 8;

  /** Has the entries told, oldest first, some at once; returns when each was told or found to be known. */
  static EntryRound tell(Feed feed, ParsedFeed parsed, PartitionSession session, EntryTeller entries, Instant now)
      throws InterruptedException {
    List<FeedEntry> considered = FeedKin.newest(parsed.entries());
    var kin = FeedKin.of(considered);
    Set<String> shown = new HashSet<>();
    List<Instant> news = new ArrayList<>();
    List<CountDownLatch> atWork = new ArrayList<>();
    for (FeedEntry entry : oldestFirst(considered)) {
      var identity = EntryIdentity.of(feed, entry, kin);
      shown.add(identity.key());
      if (!session.take(feed, identity, now)) {
        continue;
      }
      Instant published = entry.publishedAt();
      news.add(published == null || published.isAfter(now) ? now : published);
      if (atWork.size() >= AT_ONCE) {
        atWork.get(atWork.size() - AT_ONCE).await();
      }
      atWork.add(entries.start(feed, parsed.language(), entry, identity));
    }
    for (CountDownLatch told : atWork) {
      told.await();
    }
    return new EntryRound(shown, news, news.size() < considered.size());
  }

  private static List<FeedEntry> oldestFirst(List<FeedEntry> considered) {
    List<FeedEntry> oldestFirst = new ArrayList<>(considered.reversed());
    if (oldestFirst.stream().allMatch(entry -> entry.publishedAt() != null)) {
      oldestFirst.sort(Comparator.comparing(entry -> Objects.requireNonNull(entry.publishedAt())));
    }
    return oldestFirst;
  }
}
