package io.tensionwire.ingest.state;

import io.tensionwire.ingest.identity.EntryIdentity;
import io.tensionwire.ingest.identity.TextPrint;
import io.tensionwire.model.Feed;
import io.tensionwire.model.Seen;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which entry tells an article, where several feeds of a site have it, and by what else it is found. Guarded by its
 * partition's lock.
 */
final class ArticleIndex {

  /** The one entry that holds what was told of an article; all others follow it. */
  record Teller(String feedId, String key) {}

  private final Map<String, Teller> tellers = new HashMap<>();
  private final Map<String, String> byAddress = new HashMap<>();
  private final RecentReports reports = new RecentReports();
  private final Set<String> pagesDue = new HashSet<>();

  @Nullable Teller teller(String articleId) {
    return tellers.get(articleId);
  }

  /** The article that stands at this address; also one that is being told. */
  @Nullable String at(@Nullable String address) {
    return address == null || address.isEmpty() ? null : byAddress.get(address);
  }

  /** The article that an entry belongs to which its feed did not show before. */
  @Nullable String find(Feed feed, EntryIdentity entry, Instant now) {
    String there = at(entry.address());
    if (there != null) {
      return there;
    }
    if (tellers.containsKey(entry.articleId())) {
      return entry.articleId();
    }
    RecentReports.Report report = report(feed, entry, now);
    return report == null ? null : report.articleId();
  }

  /** The article whose next stage this is, or whose former. */
  RecentReports.@Nullable Report report(Feed feed, EntryIdentity entry, Instant now) {
    return entry.report() ? reports.find(feed.site(), entry.titleHash(), entry.stage(), now) : null;
  }

  Set<String> pagesDue() {
    return Set.copyOf(pagesDue);
  }

  /** An article begins: whoever finds the same meanwhile has to wait. */
  void expect(Feed feed, EntryIdentity entry, Instant now) {
    if (!entry.address().isEmpty()) {
      byAddress.put(entry.address(), entry.articleId());
    }
    if (entry.report()) {
      reports.add(feed.site(), entry.titleHash(), entry.articleId(), entry.stage(), now, now);
    }
  }

  void told(String feedId, Seen seen, Instant now) {
    tellers.put(seen.articleId(), new Teller(feedId, seen.key()));
    follows(seen);
    String pageAddress = seen.pageAddress();
    if (pageAddress != null) {
      byAddress.putIfAbsent(pageAddress, seen.articleId());
    }
    String title = TextPrint.parse(seen.contentHash()).title();
    if (!title.isEmpty()) {
      reports.add(Feed.site(feedId), title, seen.articleId(), seen.stage(), seen.firstSeenAt(), now);
    }
    if (seen.pageDueAt() == null) {
      pagesDue.remove(seen.articleId());
    } else {
      pagesDue.add(seen.articleId());
    }
  }

  void follows(Seen seen) {
    if (!seen.address().isEmpty()) {
      byAddress.put(seen.address(), seen.articleId());
    }
  }

  void forget(String feedId, Seen seen) {
    if (tellers.remove(seen.articleId(), new Teller(feedId, seen.key()))) {
      pagesDue.remove(seen.articleId());
    }
    if (!tellers.containsKey(seen.articleId())) {
      byAddress.remove(seen.address(), seen.articleId());
      if (seen.pageAddress() != null) {
        byAddress.remove(seen.pageAddress(), seen.articleId());
      }
    }
  }
}
