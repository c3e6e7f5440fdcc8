package io.tensionwire.ingest.poll;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.tensionwire.ingest.time.Timekeeper;
import io.tensionwire.model.FeedHealth;
import io.tensionwire.model.FeedState;
import io.tensionwire.model.WireName;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** How the feeds stand that are polled here, for all to see as gauges. */
final class FeedBoard {

  private final Map<String, Line> byFeed = new ConcurrentHashMap<>();
  private final Timekeeper time;

  private record Line(FeedHealth health, @Nullable Instant nextPollAt) {}

  FeedBoard(MeterRegistry meters, Timekeeper time) {
    this.time = time;
    for (FeedHealth health : FeedHealth.values()) {
      Gauge.builder("tensionwire.ingest.feeds", this, board -> board.count(health))
          .tag("health", WireName.of(health))
          .register(meters);
    }
    Gauge.builder("tensionwire.ingest.overdue", this, FeedBoard::overdue).baseUnit("seconds").register(meters);
  }

  void put(FeedState state) {
    byFeed.put(state.feedId(), new Line(state.health(), state.nextPollAt()));
  }

  /** The feed is not polled here any longer. */
  void remove(String feedId) {
    byFeed.remove(feedId);
  }

  private double count(FeedHealth health) {
    return byFeed.values().stream().filter(line -> line.health() == health).count();
  }

  /** By how many seconds the poll is late that should have been first. */
  private double overdue() {
    Instant now = time.now();
    return byFeed.values().stream()
        .mapToDouble(line -> line.nextPollAt() == null ? 0 : Duration.between(line.nextPollAt(), now).toMillis() / 1000.0)
        .filter(late -> late > 0).max().orElse(0);
  }
}
