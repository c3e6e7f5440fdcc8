package io.tensionwire.ingest.state;

import io.tensionwire.model.FeedState;
import io.tensionwire.model.Seen;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known of one feed: its last poll, and the entries that were told. Guarded by its partition's lock. */
final class FeedMemory {

  /** An entry that left its feed may come back for so long without being news. */
  private static final Duration KEPT = Duration.ofDays(14);

  private static final Comparator<Seen> MOST_RECENT_FIRST =
      Comparator.comparing(Seen::lastSeenAt).thenComparing(Seen::firstSeenAt).reversed().thenComparing(Seen::key);

  private FeedState poll;
  /** Whether the next poll has to bring the whole feed: there is an entry that nobody is at. */
  private boolean again;
  private final Map<String, Seen> byKey = new HashMap<>();

  FeedMemory(FeedState restored) {
    List<Seen> seen = restored.seen().stream().map(FormerSeen::upgraded).toList();
    again = seen.stream().anyMatch(each -> each.entryHash().isEmpty());
    poll = restored.toBuilder().seen(List.of()).build();
    seen.forEach(this::put);
  }

  /** The state of the last poll, without the entries. */
  FeedState poll() {
    return again ? whole(poll) : poll;
  }

  @Nullable Seen get(String key) {
    return byKey.get(key);
  }

  void put(Seen seen) {
    byKey.put(seen.key(), seen);
  }

  Collection<Seen> seen() {
    return byKey.values();
  }

  /**
   * Whether no poll that brought entries has ended yet: what comes is what was there before us. It goes on where another
   * owner died in the middle of it.
   */
  boolean isFirstPoll() {
    return poll.changedAt() == null && byKey.values().stream().allMatch(Seen::ofFirstPoll);
  }

  /** An entry was passed over that has to be looked at again. */
  void again() {
    again = true;
  }

  /**
   * Takes over what a poll brought about the feed; forgets entries that left it long ago, and those whose guid changed
   * under us.
   *
   * @param keysShown by the feed; empty where the poll brought nothing
   * @return the entries that were forgotten, but for those whose place another took
   */
  List<Seen> polled(FeedState result, Set<String> keysShown, Instant now) {
    // What a hub was asked for is no poll's word.
    FeedState kept = result.toBuilder()
        .subscription(poll.subscription())
        .changedAt(result.changedAt() == null && !keysShown.isEmpty() ? now : result.changedAt())
        .build();
    poll = again ? whole(kept) : kept;
    again = false;
    if (keysShown.isEmpty()) {
      return List.of();
    }
    Map<String, Seen> shownByArticle = new HashMap<>();
    for (String key : keysShown) {
      Seen seen = byKey.get(key);
      if (seen != null) {
        Seen shown = seen.toBuilder().lastSeenAt(now).build();
        byKey.put(key, shown);
        shownByArticle.merge(shown.articleId(), shown, (one, other) -> one.tells() ? one : other);
      }
    }
    for (Seen left : List.copyOf(byKey.values())) {
      Seen shown = keysShown.contains(left.key()) ? null : shownByArticle.get(left.articleId());
      if (shown != null && !left.address().isEmpty() && left.address().equals(shown.address())) {
        byKey.remove(left.key());
        if (left.tells()) {
          Seen heir = left.toBuilder().key(shown.key()).entryHash(shown.entryHash()).lastSeenAt(now).build();
          byKey.put(heir.key(), heir);
          shownByArticle.put(heir.articleId(), heir);
        }
      }
    }
    return forget(now.minus(KEPT));
  }

  private List<Seen> forget(Instant limit) {
    List<Seen> mostRecentFirst = new ArrayList<>(byKey.values());
    mostRecentFirst.sort(MOST_RECENT_FIRST);
    List<Seen> forgotten = new ArrayList<>();
    for (int i = mostRecentFirst.size() - 1; i >= 0; i--) {
      Seen seen = mostRecentFirst.get(i);
      if (i < FeedState.MAX_SEEN && !seen.lastSeenAt().isBefore(limit)) {
        break;
      }
      byKey.remove(seen.key());
      forgotten.add(seen);
    }
    return forgotten;
  }

  /** So that the next poll brings the feed again, and what was passed over or awaited is found. */
  private static FeedState whole(FeedState state) {
    return state.toBuilder().validators(null, null).bodyHash(null).build();
  }

  void subscribed(FeedState.Subscription subscription) {
    poll = poll.toBuilder().subscription(subscription).build();
  }

  /** All of it, as it is to be written. */
  FeedState state() {
    List<Seen> seen = new ArrayList<>(byKey.values());
    seen.sort(MOST_RECENT_FIRST);
    return poll.toBuilder().seen(seen).build();
  }
}
