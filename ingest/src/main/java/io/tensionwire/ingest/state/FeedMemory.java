package io.tensionwire.ingest.state;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tensionwire.model.FeedState;
import io.tensionwire.model.Seen;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known of one feed: its last poll, and the entries that were told. Guarded by its partition's lock. */
public final class FeedMemory {

  /** An entry that left its feed may come back for so long without being news. */
  private static final Duration KEPT = Duration.ofDays(14);

  /** All of it goes into one record: the oldest entries give way where addresses are long. */
  private static final int MOST_BYTES = 1_500_000;

  /** Hashes, dates and field names of an entry in JSON. */
  private static final int BYTES_OF_AN_ENTRY = 400;

  private FeedState poll;
  private final Map<String, Seen> byKey = new HashMap<>();
  private final Map<String, String> keysByUrl = new HashMap<>();

  public FeedMemory(FeedState restored) {
    boolean awaitsPages = restored.seen().stream().anyMatch(s -> s.entryHash().isEmpty() && !s.contentHash().isEmpty());
    poll = awaitsPages ? withoutValidators(restored) : restored;
    restored.seen().forEach(this::remember);
  }

  /** So that the next poll brings the feed again, and the pages that the last owner still waited for are asked. */
  private static FeedState withoutValidators(FeedState state) {
    return state.toBuilder().validators(null, null).bodyHash(null).build();
  }

  /** The state of the last poll; its {@code seen} is not kept up, ask {@link #state}. */
  public FeedState poll() {
    return poll;
  }

  /** The entry with this key, or, where feeds change their keys, with this address. */
  public @Nullable Seen find(String key, String canonicalUrl) {
    Seen seen = byKey.get(key);
    if (seen != null) {
      return seen;
    }
    String otherKey = keysByUrl.get(canonicalUrl);
    return otherKey == null ? null : byKey.get(otherKey);
  }

  public void remember(Seen seen) {
    byKey.put(seen.key(), seen);
    keysByUrl.put(seen.canonicalUrl(), seen.key());
  }

  /**
   * Takes over what a poll brought about the feed, and forgets entries that left it long ago.
   *
   * @return the ids of the articles that were forgotten
   */
  public Set<String> polled(FeedState result, Set<String> keysShown, Instant now) {
    Set<String> forgotten = new HashSet<>();
    // What a hub was asked for is no poll's word.
    poll = result.toBuilder().subscription(poll.subscription()).build();
    for (String key : keysShown) {
      Seen seen = byKey.get(key);
      if (seen != null) {
        byKey.put(key, seen.toBuilder().lastSeenAt(now).build());
      }
    }
    if (!keysShown.isEmpty()) {
      Instant limit = now.minus(KEPT);
      byKey.values().removeIf(seen -> left(seen, limit, forgotten));
      keysByUrl.values().removeIf(key -> !byKey.containsKey(key));
      byKey.values().forEach(seen -> forgotten.remove(seen.articleId()));
    }
    return forgotten;
  }

  private static boolean left(Seen seen, Instant limit, Set<String> forgotten) {
    boolean left = seen.lastSeenAt().isBefore(limit);
    if (left) {
      forgotten.add(seen.articleId());
    }
    return left;
  }

  public void subscribed(FeedState.Subscription subscription) {
    poll = poll.toBuilder().subscription(subscription).build();
  }

  /** All of it that one record holds, as it is to be written. */
  public FeedState state() {
    List<Seen> seen = new ArrayList<>(byKey.values());
    seen.sort(Comparator.comparing(Seen::lastSeenAt).thenComparing(Seen::firstSeenAt).reversed().thenComparing(Seen::key));
    List<Seen> kept = seen.subList(0, howManyFit(seen));
    return poll.toBuilder().seen(kept).build();
  }

  private static int howManyFit(List<Seen> mostRecentFirst) {
    int room = MOST_BYTES;
    int count = 0;
    for (Seen seen : mostRecentFirst) {
      room -= BYTES_OF_AN_ENTRY + seen.key().getBytes(UTF_8).length + seen.canonicalUrl().getBytes(UTF_8).length;
      if (room < 0 || count == FeedState.MAX_SEEN) {
        break;
      }
      count++;
    }
    return count;
  }
}
