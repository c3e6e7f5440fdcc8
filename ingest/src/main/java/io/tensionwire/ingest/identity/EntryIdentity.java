package io.tensionwire.ingest.identity;

import io.tensionwire.ingest.feed.FeedEntry;
import io.tensionwire.ingest.page.Markup;
import io.tensionwire.ingest.url.CanonicalUrl;
import io.tensionwire.model.Article;
import io.tensionwire.model.Feed;
import io.tensionwire.model.Id;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * By what an entry is known again.
 *
 * @param key the guid where it tells the entries of the feed apart, else the address, else the title
 * @param page where the article stands; absent where the feed gives no address
 * @param entryHash of what the feed says: a new date alone is not news
 */
public record EntryIdentity(String key, @Nullable URI page, URI url, URI canonicalUrl, String articleId, String entryHash) {

  private static final int LONGEST_KEY = 400;

  /** How often each guid stands in a feed: some give all entries the same. */
  public static Map<String, Integer> countGuids(Iterable<FeedEntry> entries) {
    Map<String, Integer> counts = new HashMap<>();
    entries.forEach(entry -> counts.merge(entry.id(), 1, Integer::sum));
    return counts;
  }

  public static EntryIdentity of(Feed feed, FeedEntry entry, Map<String, Integer> guidCounts) {
    URI page = CanonicalUrl.parse(entry.link());
    URI canonical = page == null ? null : CanonicalUrl.of(page);
    boolean guidTells = !entry.id().isBlank() && guidCounts.getOrDefault(entry.id(), 1) == 1;
    String key = guidTells ? entry.id() : canonical != null ? canonical.toString() : Markup.line(entry.title());
    if (key.length() > LONGEST_KEY) {
      key = Id.of(key);
    }
    String entryHash = Id.of(
        entry.title(), entry.summary(), entry.content(),
        entry.publishedAt() == null || entry.updatedAt() == null ? "" : entry.updatedAt().toString());
    if (page == null || canonical == null) {
      // Nowhere to go but the feed; the entry still has an identity of its own.
      URI here = URI.create(CanonicalUrl.of(feed.url()) + "#" + Id.of(feed.id(), key));
      return new EntryIdentity(key, null, here, here, Article.id(here), entryHash);
    }
    return new EntryIdentity(key, page, page, canonical, Article.id(canonical), entryHash);
  }
}
