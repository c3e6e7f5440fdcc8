package io.tensionwire.standalone.feeds;

import io.tensionwire.model.Feed;
import io.tensionwire.model.FeedState;
import io.tensionwire.model.WireName;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A feed beside what its owner last wrote about it.
 *
 * @param state absent where it was never polled
 */
record FeedLine(Feed feed, @Nullable FeedState state) {

  /** How a feed is, the worst first. */
  enum Condition {
    FAILING("failing"),
    ODD("odd"),
    UNKNOWN("not polled yet"),
    WELL("well"),
    PAUSED("paused");

    private final String words;

    Condition(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  Condition condition() {
    if (feed.paused()) {
      return Condition.PAUSED;
    }
    if (state == null || state.polledAt() == null) {
      return Condition.UNKNOWN;
    }
    return switch (state.health()) {
      case OK, NOT_MODIFIED -> state.failures() > 0 ? Condition.FAILING : Condition.WELL;
      case EMPTY, STALE, UNDATED, ENCODING_CHANGED -> state.failures() > 0 ? Condition.FAILING : Condition.ODD;
      default -> Condition.FAILING;
    };
  }

  /** One word for people. */
  String health() {
    return switch (condition()) {
      case PAUSED -> "paused";
      case UNKNOWN -> "not polled yet";
      default -> WireName.of(Objects.requireNonNull(state).health());
    };
  }

  /** For programs. Secrets are references here as they are on the topic. */
  Map<String, Object> fields() {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("id", feed.id());
    fields.put("url", feed.url());
    fields.put("outlet", feed.outlet());
    fields.put("language", feed.language());
    fields.put("zone", feed.zone());
    fields.put("interval", feed.interval());
    fields.put("paused", feed.paused());
    fields.put("feedOnly", feed.feedOnly());
    fields.put("webSub", feed.webSub());
    fields.put("headers", feed.headers());
    fields.put("condition", WireName.of(condition()));
    if (state != null) {
      fields.put("health", state.health());
      fields.put("healthSince", state.healthSince());
      fields.put("polledAt", state.polledAt());
      fields.put("changedAt", state.changedAt());
      fields.put("nextPollAt", state.nextPollAt());
      fields.put("learntInterval", state.learntInterval());
      fields.put("norm", state.norm());
      fields.put("newestAt", state.newestAt());
      fields.put("failures", state.failures());
      fields.put("error", state.error());
      fields.put("move", state.move());
      fields.put("subscription", state.subscription());
    }
    Map<String, Object> present = new LinkedHashMap<>();
    fields.forEach((name, value) -> {
      if (value != null) {
        present.put(name, value);
      }
    });
    return present;
  }

  /** A length of time in its largest whole unit, such as {@code 90s} or {@code 6h}. */
  static String text(Duration duration) {
    if (duration.toMillis() % 1000 != 0) {
      return duration.toMillis() + "ms";
    }
    long seconds = duration.toSeconds();
    return seconds == 0 || seconds % 60 != 0 ? seconds + "s"
        : seconds % 3600 != 0 ? seconds / 60 + "m"
        : seconds / 3600 + "h";
  }
}
