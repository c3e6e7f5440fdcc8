package io.tensionwire.alerts.digest;

import io.tensionwire.alerts.message.Surroundings.Blind;
import io.tensionwire.alerts.receiver.NoticeLine;
import io.tensionwire.model.FeedHealth;
import io.tensionwire.model.FeedState;
import io.tensionwire.model.WireName;
import io.tensionwire.service.follow.TopicFollower;
import io.tensionwire.service.kafka.Word;
import java.util.ArrayList;
import java.util.Comparator;
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

  /** What is known of a feed. A state of an older version does not say whose it is: then it is known by its id. */
  private record Watched(String outlet, FeedHealth health) {

    static Watched of(FeedState state) {
      String outlet = state.outlet();
      return new Watched(outlet == null || outlet.isBlank() ? state.feedId() : outlet, state.health());
    }

    boolean isRead() {
      return WATCHED.contains(health);
    }
  }

  private final Map<String, Watched> feeds = new TreeMap<>();

  @Override
  public synchronized void begin() {
    feeds.clear();
  }

  @Override
  public synchronized void hear(ConsumerRecord<String, byte[]> record, Word<FeedState> word) {
    switch (word) {
      case Word.Value<FeedState>(FeedState state) -> feeds.put(state.feedId(), Watched.of(state));
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
    long watched = feeds.values().stream().filter(Watched::isRead).count();
    return feeds.isEmpty() ? "watching no feeds" : "watching " + watched + " of " + feeds.size() + " feeds";
  }

  /** How many feeds there are. */
  public synchronized int feeds() {
    return feeds.size();
  }

  /** Whose feeds are not watched, by outlet: first those of whom nothing is. */
  public synchronized List<Blind> blind() {
    List<Blind> blind = new ArrayList<>();
    byOutlet().forEach((outlet, own) -> {
      int not = (int) own.stream().filter(feed -> !feed.isRead()).count();
      if (not > 0) {
        blind.add(new Blind(outlet, not, own.size()));
      }
    });
    blind.sort(Comparator.comparing(each -> each.feeds() < each.of()));
    return blind;
  }

  /** The same in a line, with what is wrong; none where all are watched. */
  synchronized List<NoticeLine> blindInALine() {
    Map<String, List<Watched>> byOutlet = byOutlet();
    List<Blind> blind = blind();
    return blind.isEmpty() ? List.of() : List.of(new NoticeLine(
        "⚠",
        "not watched: "
            + blind.stream().limit(MOST_NAMED)
                .map(each -> each.name() + " (" + (each.count().isEmpty() ? "" : each.count() + ", ")
                    + problems(byOutlet.getOrDefault(each.outlet(), List.of())) + ")")
                .collect(Collectors.joining(", "))
            + (blind.size() > MOST_NAMED ? " and " + (blind.size() - MOST_NAMED) + " more" : ""),
        null));
  }

  private Map<String, List<Watched>> byOutlet() {
    return feeds.values().stream().collect(Collectors.groupingBy(Watched::outlet, TreeMap::new, Collectors.toList()));
  }

  private static String problems(List<Watched> feeds) {
    return feeds.stream().filter(feed -> !feed.isRead()).map(feed -> WireName.of(feed.health())).distinct().sorted()
        .collect(Collectors.joining(", "));
  }
}
