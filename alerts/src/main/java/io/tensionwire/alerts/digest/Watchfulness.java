package io.tensionwire.alerts.digest;

import io.tensionwire.alerts.receiver.NoticeLine;
import io.tensionwire.model.FeedHealth;
import io.tensionwire.model.FeedState;
import io.tensionwire.model.WireName;
import io.tensionwire.service.follow.TopicFollower;
import io.tensionwire.service.kafka.Word;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** How many of the feeds are read at the moment, by {@code news.feed-states}. For several threads. */
public final class Watchfulness implements TopicFollower.Listener<FeedState> {

  /** What was read, be it empty or odd, is watched. */
  private static final Set<FeedHealth> WATCHED = EnumSet.of(
      FeedHealth.OK, FeedHealth.NOT_MODIFIED, FeedHealth.EMPTY, FeedHealth.STALE, FeedHealth.UNDATED,
      FeedHealth.ENCODING_CHANGED);

  private static final int MOST_NAMED = 5;

  private final Map<String, FeedHealth> feeds = new TreeMap<>();

  @Override
  public synchronized void begin() {
    feeds.clear();
  }

  @Override
  public synchronized void hear(ConsumerRecord<String, byte[]> record, Word<FeedState> word) {
    switch (word) {
      case Word.Value<FeedState>(FeedState state) -> feeds.put(state.feedId(), state.health());
      case Word.Removed<FeedState>() -> feeds.remove(record.key());
      case Word.Unclear<FeedState>(var unclear) -> {
        // Its owner will write it anew with the next poll; until then the last word stands.
      }
    }
  }

  @Override
  public void caughtUp() {}

  /** "watching 38 of 41 feeds". */
  synchronized String heartbeat() {
    long watched = feeds.values().stream().filter(WATCHED::contains).count();
    return feeds.isEmpty() ? "watching no feeds" : "watching " + watched + " of " + feeds.size() + " feeds";
  }

  /** How many feeds there are. */
  public synchronized int feeds() {
    return feeds.size();
  }

  /** Those that are not watched, by id. */
  public synchronized List<String> notWatched() {
    return feeds.entrySet().stream().filter(feed -> !WATCHED.contains(feed.getValue())).map(Map.Entry::getKey).toList();
  }

  /** Those that are not watched, in a line; none where all are. */
  synchronized List<NoticeLine> blind() {
    List<String> blind = new ArrayList<>();
    feeds.forEach((feed, health) -> {
      if (!WATCHED.contains(health)) {
        blind.add(feed + " (" + WireName.of(health) + ")");
      }
    });
    return blind.isEmpty() ? List.of() : List.of(new NoticeLine(
        "⚠",
        "not watched: " + blind.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
            + (blind.size() > MOST_NAMED ? " and " + (blind.size() - MOST_NAMED) + " more" : ""),
        null));
  }
}
