package io.tensionwire.ingest.state;

import io.tensionwire.ingest.identity.EntryIdentity;
import io.tensionwire.model.Article;
import io.tensionwire.model.BodySource;
import io.tensionwire.model.Feed;
import io.tensionwire.model.FeedState;
import io.tensionwire.model.Seen;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * What is known of the feeds of a partition from the moment it is owned until it is given up. Whatever changes it is
 * handed to the writer in the same step, so that the order of states on the topic is the order of what happened.
 */
public final class PartitionSession {

  private final Journal journal;
  private final Map<String, FeedMemory> memories = new HashMap<>();
  /** Which feed tells an article, where several of the site have it. */
  private final Map<String, String> tellers = new HashMap<>();
  /** Entries at work, {@code feed id + key}. */
  private final Set<String> atWork = new HashSet<>();
  /** Removed feeds: a poll that still runs must not bring back what is known of them. */
  private final Set<String> forgotten = new HashSet<>();

  /** @param states what the last owner knew, by feed id */
  public PartitionSession(Journal journal, Map<String, FeedState> states) {
    this.journal = journal;
    states.forEach(
        (id, state) -> {
          memories.put(id, new FeedMemory(state));
          for (Seen seen : state.seen()) {
            if (!seen.contentHash().isEmpty()) {
              tellers.put(seen.articleId(), id);
            }
          }
        });
  }

  /** Forgets everything about a feed, here and on the topic, until it is {@linkplain #welcome polled again}. */
  public synchronized void forget(String feedId) {
    memories.remove(feedId);
    tellers.values().removeIf(feedId::equals);
    forgotten.add(feedId);
    journal.forget(feedId);
  }

  /** A feed that was forgotten begins anew. */
  public synchronized void welcome(String feedId) {
    forgotten.remove(feedId);
  }

  /** The feeds that something is known of. */
  public synchronized Set<String> known() {
    return Set.copyOf(memories.keySet());
  }

  /** The state of a feed's last poll. */
  public synchronized FeedState lastPoll(Feed feed) {
    return memory(feed).poll();
  }

  /**
   * Takes an entry to work on, unless there is nothing to do or somebody is at it: {@link #finish} it afterwards. There
   * is something to do where it is new, says something else than before, or its page is still awaited.
   */
  public synchronized boolean take(Feed feed, EntryIdentity entry, Instant now) {
    if (forgotten.contains(feed.id())) {
      return false;
    }
    FeedMemory memory = memory(feed);
    Seen seen = memory.find(entry.key(), entry.canonicalUrl().toString());
    if (seen == null) {
      String teller = tellers.putIfAbsent(entry.articleId(), feed.id());
      if (teller != null && !teller.equals(feed.id())) {
        memory.remember(Seen.builder(entry.key(), entry.articleId(), now)
            .canonicalUrl(entry.canonicalUrl().toString())
            .entryHash(entry.entryHash())
            .build());
        return false;
      }
    } else if (seen.contentHash().isEmpty() || seen.entryHash().equals(entry.entryHash())) {
      return false;
    }
    return atWork.add(feed.id() + " " + entry.key());
  }

  public synchronized void finish(Feed feed, EntryIdentity entry) {
    atWork.remove(feed.id() + " " + entry.key());
  }

  /**
   * Tells what an article says now, if that is not what was told before.
   *
   * @param entryHash to be remembered; empty while the page is awaited
   * @return the revision written, 0 where there was nothing new
   */
  public synchronized int tell(Feed feed, EntryIdentity entry, Article.Builder text, String entryHash, Instant now) {
    if (forgotten.contains(feed.id())) {
      return 0;
    }
    FeedMemory memory = memory(feed);
    Seen seen = memory.find(entry.key(), entry.canonicalUrl().toString());
    Article article = text.id(seen == null ? entry.articleId() : seen.articleId())
        .revision(seen == null ? 1 : seen.revision() + 1)
        .build();
    // A page that cannot be had any more takes nothing back: what it said stands.
    boolean poorer = seen != null && seen.bodySource() == BodySource.PAGE && article.bodySource() == BodySource.FEED;
    if (seen != null && (poorer || seen.contentHash().equals(article.contentHash()))) {
      memory.remember(seen.toBuilder().key(entry.key()).entryHash(entryHash).lastSeenAt(now).build());
      journal.write(null, memory.state());
      return 0;
    }
    var known = seen == null
        ? Seen.builder(entry.key(), article.id(), now).canonicalUrl(entry.canonicalUrl().toString())
        : seen.toBuilder().key(entry.key()).lastSeenAt(now);
    memory.remember(known.entryHash(entryHash).told(article).build());
    journal.write(article, memory.state());
    return article.revision();
  }

  /** Remembers how a poll ended; done when that is committed, and with it everything that was told before. */
  public synchronized CompletableFuture<Void> polled(
      Feed feed, FeedState result, Set<String> keysShown, Instant now) {
    if (forgotten.contains(feed.id())) {
      return CompletableFuture.completedFuture(null);
    }
    FeedMemory memory = memory(feed);
    memory.polled(result, keysShown, now).forEach(article -> tellers.remove(article, feed.id()));
    return journal.write(null, memory.state());
  }

  /** Remembers how a poll ended that brought nothing worth a record; it is written with the next one that is. */
  public synchronized void noted(Feed feed, FeedState result) {
    memory(feed).polled(result, Set.of(), Instant.EPOCH);
  }

  private FeedMemory memory(Feed feed) {
    return memories.computeIfAbsent(feed.id(), id -> new FeedMemory(FeedState.unknown(id)));
  }
}
