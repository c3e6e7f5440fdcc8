package io.tensionwire.ingest.state;

import io.tensionwire.ingest.identity.EntryIdentity;
import io.tensionwire.ingest.identity.TextPrint;
import io.tensionwire.model.Article;
import io.tensionwire.model.ArticleStatus;
import io.tensionwire.model.BodySource;
import io.tensionwire.model.Feed;
import io.tensionwire.model.FeedState;
import io.tensionwire.model.Seen;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the feeds of a partition from the moment it is owned until it is given up. Whatever changes it is
 * handed to the writer in the same step, so that the order of states on the topic is the order of what happened.
 *
 * <p>Of the entries of an article one tells it: it holds what was told last. Those of other feeds, under other guids or
 * at other addresses follow: they are known, and where they may say something new they do so in its name.
 */
public final class PartitionSession {

  private final Journal journal;
  private final Map<String, FeedMemory> memories = new HashMap<>();
  private final ArticleIndex articles = new ArticleIndex();
  /** Articles at work, by entry, {@code feed id + key}. */
  private final Map<String, String> working = new HashMap<>();
  /** The same by themselves, and those that are looked at. */
  private final Set<String> busy = new HashSet<>();

  /** Removed feeds: a poll that still runs must not bring back what is known of them. */
  private final Set<String> forgotten = new HashSet<>();

  /** @param states what the last owner knew, by feed id */
  public PartitionSession(Journal journal, Map<String, FeedState> states) {
    this.journal = journal;
    states.forEach((id, state) -> memories.put(id, new FeedMemory(state)));
    memories.forEach((id, memory) -> List.copyOf(memory.seen()).forEach(seen -> restore(id, memory, seen)));
  }

  private void restore(String feedId, FeedMemory memory, Seen seen) {
    Seen told = teller(seen.articleId());
    if (!seen.tells()) {
      articles.follows(seen);
    } else if (told == null || told.revision() < seen.revision()) {
      demote(seen.articleId());
      articles.told(feedId, seen, seen.lastSeenAt());
    } else {
      memory.put(seen.toBuilder().follows().build());
    }
  }

  /** Former states may have the same article twice. */
  private void demote(String articleId) {
    ArticleIndex.Teller teller = articles.teller(articleId);
    Seen told = teller(articleId);
    if (teller != null && told != null) {
      memory(teller.feedId()).put(told.toBuilder().follows().build());
    }
  }

  /** Forgets everything about a feed, here and on the topic, until it is {@linkplain #welcome polled again}. */
  public synchronized void forget(String feedId) {
    forgotten.add(feedId);
    FeedMemory memory = memories.remove(feedId);
    if (memory != null) {
      memory.seen().forEach(seen -> articles.forget(feedId, seen));
      inherit(memory);
    }
    journal.forget(feedId);
  }

  /** What the feed told that others show, too, is theirs to tell now. */
  private void inherit(FeedMemory gone) {
    Map<String, Seen> told = new HashMap<>();
    gone.seen().stream().filter(Seen::tells).forEach(seen -> told.put(seen.articleId(), seen));
    memories.forEach((id, memory) -> {
      for (Seen follower : List.copyOf(memory.seen())) {
        Seen left = follower.tells() ? null : told.remove(follower.articleId());
        if (left != null) {
          Seen heir = left.toBuilder().key(follower.key()).address(follower.address()).entryHash(follower.entryHash())
              .lastSeenAt(follower.lastSeenAt()).build();
          memory.put(heir);
          articles.told(id, heir, heir.lastSeenAt());
        }
      }
    });
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
    return memory(feed.id()).poll();
  }

  /**
   * Takes an entry to work on, unless there is nothing to do or somebody is at its article: {@link #finish} it
   * afterwards. There is something to do where it is new, says something else than before, or its page is still awaited.
   */
  public synchronized boolean take(Feed feed, EntryIdentity entry, Instant now) {
    if (forgotten.contains(feed.id())) {
      return false;
    }
    FeedMemory memory = memory(feed.id());
    Seen own = memory.get(entry.key());
    String article;
    if (own != null) {
      if (own.entryHash().equals(entry.entryHash()) || FormerSeen.isHashed(own)) {
        memory.put(own.toBuilder().entryHash(entry.entryHash()).stage(entry.stage()).build());
        return false;
      }
      article = own.articleId();
    } else {
      article = articles.find(feed, entry, now);
      Seen told = article == null ? null : teller(article);
      if (article != null && told != null && !mayRevise(feed, entry, told, now)) {
        follow(memory, entry, article, now);
        return false;
      }
      if (article == null) {
        article = entry.articleId();
        articles.expect(feed, entry, now);
      }
    }
    if (!busy.add(article)) {
      memory.again();
      return false;
    }
    working.put(place(feed, entry), article);
    return true;
  }

  /** Whether an entry may bring more than is known, though its article is. */
  private boolean mayRevise(Feed feed, EntryIdentity entry, Seen told, Instant now) {
    if (!told.articleId().equals(articles.at(entry.address())) && !told.articleId().equals(entry.articleId())) {
      RecentReports.Report report = articles.report(feed, entry, now);
      return report != null && entry.stage() >= report.stage();
    }
    ArticleIndex.Teller teller = articles.teller(told.articleId());
    return teller != null && teller.feedId().equals(feed.id()) && !FormerSeen.isHashed(told)
        && !told.entryHash().equals(entry.entryHash());
  }

  private Seen follow(FeedMemory memory, EntryIdentity entry, String article, Instant now) {
    Seen follower = Seen.builder(entry.key(), article, now)
        .address(entry.address()).entryHash(entry.entryHash()).stage(entry.stage())
        .firstPoll(memory.isFirstPoll()).build();
    memory.put(follower);
    articles.follows(follower);
    return follower;
  }

  public synchronized void finish(Feed feed, EntryIdentity entry) {
    String article = working.remove(place(feed, entry));
    if (article != null) {
      busy.remove(article);
    }
  }

  /** What was told of the article of an entry that was taken; {@code null} where it is new. */
  public synchronized @Nullable Seen told(Feed feed, EntryIdentity entry) {
    return teller(working.getOrDefault(place(feed, entry), entry.articleId()));
  }

  /** Remembers that an entry has to be looked at again, whoever owns it then. */
  public synchronized void await(Feed feed, EntryIdentity entry) {
    FeedMemory memory = memory(feed.id());
    Seen own = memory.get(entry.key());
    if (own != null && !forgotten.contains(feed.id())) {
      memory.put(own.toBuilder().entryHash("").build());
      journal.write(null, memory.state());
    }
  }

  /**
   * Tells what an article says now, if that is not what was told before.
   *
   * @param entryHash to be remembered; empty while the page is awaited
   * @param asked what came of asking for the page
   * @return the revision written, 0 where there was nothing new
   */
  public synchronized int tell(
      Feed feed, EntryIdentity entry, Article.Builder text, String entryHash, PageAsked asked, Instant now) {
    if (forgotten.contains(feed.id())) {
      return 0;
    }
    FeedMemory memory = memory(feed.id());
    String id = working.getOrDefault(place(feed, entry), entry.articleId());
    Seen told = teller(id);
    if (told != null) {
      return revise(feed, memory, entry, told, text, entryHash, asked, now);
    }
    Seen own = memory.get(entry.key());
    Article article = text.id(id).revision(own == null ? 1 : own.revision() + 1)
        .firstPoll(own == null ? memory.isFirstPoll() : own.ofFirstPoll()).build();
    String pageAddress = EntryIdentity.addressOf(article.canonicalUrl());
    String other = articles.at(pageAddress);
    Seen there = other == null || other.equals(id) ? null : teller(other);
    // Some sites name one address as the canonical one of all their pages: the title has to agree.
    if (there != null && TextPrint.parse(there.contentHash()).title().equals(TextPrint.titleOf(article.title()))) {
      follow(memory, entry, there.articleId(), now);
      journal.write(null, memory.state());
      return 0;
    }
    Seen first = Telling.first(entry, article, entryHash, asked, now);
    return write(feed.id(), first, article, now);
  }

  private int revise(
      Feed feed, FeedMemory memory, EntryIdentity entry, Seen told, Article.Builder text, String entryHash,
      PageAsked asked, Instant now) {
    String tellerFeed = tellerFeed(told);
    boolean own = tellerFeed.equals(feed.id()) && told.key().equals(entry.key());
    // A page that cannot be had any more does not come back by what its feed says.
    ArticleStatus status = told.gone() && asked.title() == null ? ArticleStatus.GONE : ArticleStatus.LIVE;
    Article article = Telling.revision(told, text.status(status));
    boolean fuller = article.bodySource() == BodySource.PAGE;
    boolean poorer = told.bodySource() == BodySource.PAGE && !fuller;
    boolean earlier = entry.stage() < told.stage() && !own;
    boolean another = !tellerFeed.equals(feed.id()) && !(fuller && article.changed().contains("body"));
    boolean news = !article.changed().isEmpty() && !poorer && !earlier && !another;
    var next = Telling.asked(told.toBuilder().lastSeenAt(now), asked);
    if (news) {
      next.told(article, TextPrint.of(article).text()).stage(Math.max(told.stage(), entry.stage()));
    }
    if (own) {
      next.entryHash(entryHash).address(entry.address().isEmpty() ? told.address() : entry.address());
      if (news) {
        next.stage(entry.stage());
      }
    } else {
      memory.put(follow(memory, entry, told.articleId(), now).toBuilder().entryHash(entryHash).build());
    }
    int revision = write(tellerFeed, next.build(), news ? article : null, now);
    if (!tellerFeed.equals(feed.id())) {
      journal.write(null, memory.state());
    }
    return revision;
  }

  private int write(String feedId, Seen seen, @Nullable Article article, Instant now) {
    FeedMemory memory = memory(feedId);
    memory.put(seen);
    articles.told(feedId, seen, now);
    journal.write(article, memory.state());
    return article == null ? 0 : article.revision();
  }

  /** Remembers how a poll ended; done when that is committed, and with it everything that was told before. */
  public synchronized CompletableFuture<Void> polled(
      Feed feed, FeedState result, Set<String> keysShown, Instant now) {
    if (forgotten.contains(feed.id())) {
      return CompletableFuture.completedFuture(null);
    }
    FeedMemory memory = memory(feed.id());
    memory.polled(result, keysShown, now).forEach(seen -> articles.forget(feed.id(), seen));
    for (String key : keysShown) {
      Seen shown = memory.get(key);
      if (shown != null && shown.tells()) {
        articles.told(feed.id(), shown, now);
      } else if (shown != null) {
        stay(shown.articleId(), now);
      }
    }
    return journal.write(null, memory.state());
  }

  /** Remembers what a hub was asked for, whatever poll is under way. */
  public synchronized void subscribed(Feed feed, FeedState.Subscription subscription) {
    if (!forgotten.contains(feed.id())) {
      FeedMemory memory = memory(feed.id());
      memory.subscribed(subscription);
      journal.write(null, memory.state());
    }
  }

  /** Remembers how a poll ended that brought nothing worth a record; it is written with the next one that is. */
  public synchronized void noted(Feed feed, FeedState result, Instant now) {
    if (!forgotten.contains(feed.id())) {
      memory(feed.id()).polled(result, Set.of(), now);
    }
  }

  /** An article that any feed still shows is not forgotten. */
  private void stay(String articleId, Instant now) {
    Seen told = teller(articleId);
    if (told != null) {
      memory(tellerFeed(told)).put(told.toBuilder().lastSeenAt(now).build());
    }
  }

  /** Articles whose pages gave nothing and are to be asked again some time. */
  public synchronized Set<String> pagesDue() {
    return articles.pagesDue();
  }

  /** What was told of an article; {@code null} where this partition does not tell it. */
  public synchronized @Nullable Seen teller(String articleId) {
    ArticleIndex.Teller teller = articles.teller(articleId);
    return teller == null ? null : memory(teller.feedId()).get(teller.key());
  }

  /** The feed of the entry that tells an article. */
  public synchronized @Nullable String tellerFeed(String articleId) {
    ArticleIndex.Teller teller = articles.teller(articleId);
    return teller == null ? null : teller.feedId();
  }

  /** Takes an article to look at, unless somebody is at it: {@link #endLook} afterwards. */
  public synchronized boolean beginLook(String articleId) {
    return articles.teller(articleId) != null && busy.add(articleId);
  }

  public synchronized void endLook(String articleId) {
    busy.remove(articleId);
  }

  /**
   * Tells what a later look found.
   *
   * @param text absent where it found nothing to tell
   * @param looks how many of the later looks are done with it
   * @return the revision written, 0 where there was nothing new
   */
  public synchronized int look(
      String articleId, Article.@Nullable Builder text, PageAsked asked, int looks, Instant now) {
    Seen told = teller(articleId);
    if (told == null) {
      return 0;
    }
    Article article = text == null ? null : Telling.revision(told, text);
    boolean news = article != null && !article.changed().isEmpty();
    var next = Telling.asked(told.toBuilder().looks(looks), asked);
    if (article != null && news) {
      next.told(article, TextPrint.of(article).text());
    }
    return write(tellerFeed(told), next.build(), news ? article : null, now);
  }

  private String tellerFeed(Seen told) {
    ArticleIndex.Teller teller = articles.teller(told.articleId());
    return Objects.requireNonNull(teller, "an article that was told has a teller").feedId();
  }

  private static String place(Feed feed, EntryIdentity entry) {
    return feed.id() + " " + entry.key();
  }

  private FeedMemory memory(String feedId) {
    return memories.computeIfAbsent(feedId, id -> new FeedMemory(FeedState.unknown(id)));
  }
}
