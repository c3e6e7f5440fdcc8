package io.tensionwire.ingest.poll;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.tensionwire.model.FeedHealth;
import io.tensionwire.model.WireName;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How many of the feeds that are polled here are in which state of health. */
final class FeedHealths {

  private final Map<String, FeedHealth> byFeed = new ConcurrentHashMap<>();

  FeedHealths(MeterRegistry meters) {
    for (FeedHealth health : FeedHealth.values()) {
      Gauge.builder("tensionwire.ingest.feeds", byFeed, feeds -> feeds.values().stream().filter(health::equals).count())
          .tag("health", WireName.of(health))
          .register(meters);
    }
  }

  void put(String feedId, FeedHealth health) {
    byFeed.put(feedId, health);
  }

  /** The feed is not polled here any longer. */
  void remove(String feedId) {
    byFeed.remove(feedId);
  }
}
