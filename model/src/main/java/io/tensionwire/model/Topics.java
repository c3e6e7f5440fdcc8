package io.tensionwire.model;

import static io.tensionwire.model.Topic.COMPACT;
import static io.tensionwire.model.Topic.DELETE;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/** The topics that the parts share, under one prefix. */
public record Topics(
    Topic<Article> articles,
    Topic<Feed> feeds,
    Topic<FeedState> feedStates,
    Topic<Watch> watches,
    Topic<Detection> detections,
    Topic<Story> stories,
    Topic<TensionPoint> tension,
    Topic<Position> positions,
    Topic<Alert> alerts,
    Topic<Delivery> deliveries,
    Topic<Feedback> feedback,
    Topic<Silence> silences,
    Topic<SignalFeedback> signalFeedback,
    Topic<byte[]> deadLetters) {

  public static final String DEFAULT_PREFIX = "news.";

  private static final Duration MONTH = Duration.ofDays(30);
  private static final Duration QUARTER = Duration.ofDays(90);
  private static final Duration YEAR_AND_A_MONTH = Duration.ofDays(400);

  /** The topics under a prefix, {@value #DEFAULT_PREFIX} unless configured otherwise. */
  public static Topics withPrefix(String prefix) {
    return new Topics(
        json(prefix, "articles", Article.class, Article::id, a -> a.id() + "/" + a.revision(), Article::fetchedAt,
            6, MONTH, DELETE),
        json(prefix, "feeds", Feed.class, Feed::id, f -> f.id() + "/" + Id.of(Json.write(f)), f -> null,
            6, null, COMPACT),
        json(prefix, "feed-states", FeedState.class, FeedState::feedId,
            s -> s.feedId() + "/" + s.polledAt(), FeedState::polledAt, 6, null, COMPACT),
        json(prefix, "watches", Watch.class, Watch::id, w -> w.id() + "/" + w.version(), Watch::pushedAt,
            1, null, COMPACT),
        json(prefix, "detections", Detection.class, Detection::watchId, Detection::id, Detection::detectedAt,
            4, QUARTER, DELETE),
        json(prefix, "stories", Story.class, Story::id, s -> s.id() + "/" + Id.of(Json.write(s)),
            Story::lastSeenAt,
            4, YEAR_AND_A_MONTH, COMPACT, DELETE),
        json(prefix, "tension", TensionPoint.class, Topics::key, t -> key(t) + "/" + Id.of(Json.write(t)),
            TensionPoint::windowStart,
            4, YEAR_AND_A_MONTH, COMPACT, DELETE),
        json(prefix, "positions", Position.class, Topics::key, p -> key(p) + "/" + Id.of(Json.write(p)),
            Position::since, 1, null, COMPACT),
        json(prefix, "alerts", Alert.class, Alert::subject, Alert::id, Alert::raisedAt, 1, QUARTER, DELETE),
        json(prefix, "deliveries", Delivery.class, d -> d.alertId() + "/" + d.receiver(),
            d -> d.alertId() + "/" + d.receiver() + "/" + WireName.of(d.state()) + "/" + d.attempts(),
            Delivery::updatedAt, 1, QUARTER, COMPACT, DELETE),
        json(prefix, "feedback", Feedback.class, f -> f.alertId() + "/" + f.user(),
            f -> f.alertId() + "/" + f.user() + "/" + f.at(), Feedback::at, 1, YEAR_AND_A_MONTH, COMPACT, DELETE),
        json(prefix, "silences", Silence.class, Silence::id, s -> s.id() + "/" + Id.of(Json.write(s)),
            Silence::startsAt, 1, null, COMPACT),
        json(prefix, "signal-feedback", SignalFeedback.class, f -> f.watchId() + "/" + f.signalId(),
            f -> f.watchId() + "/" + f.signalId() + "/" + Id.of(Json.write(f)), SignalFeedback::updatedAt,
            1, null, COMPACT),
        new Topic<>(prefix + "dead-letters", Serdes.ByteArray(), bytes -> "", bytes -> null,
            1, List.of(DELETE), MONTH));
  }

  /** All of them, in the order of an article's walk. */
  public List<Topic<?>> all() {
    return List.of(articles, feeds, feedStates, watches, detections, stories, tension, positions, alerts, deliveries,
        feedback, silences, signalFeedback, deadLetters);
  }

  /**
   * The partition of a feed and of its state. Feeds of one site have one, so that a host has one owner; the key stays
   * the feed's id.
   */
  public int feedPartition(String feedId) {
    byte[] site = Feed.site(feedId).toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
    return Utils.toPositive(Utils.murmur2(site)) % feeds.partitions();
  }

  /**
   * A topic of records.
   *
   * @param eventId the {@code ce_id}: unlike the key it tells each version of a value from the former
   */
  private static <V> Topic<V> json(
      String prefix, String name, Class<V> type, Function<V, String> key, Function<V, String> eventId,
      Function<V, @Nullable Instant> time, int partitions, @Nullable Duration retention, String... cleanup) {
    var events = new CloudEvents<>(type, eventId, time);
    return new Topic<>(
        prefix + name, Json.serde(type, events), key, time, partitions, List.of(cleanup), retention);
  }

  private static String key(Position position) {
    return position.watchId() + "/" + position.party() + "/" + position.position();
  }

  private static String key(TensionPoint point) {
    return String.join(
        "/", point.watchId(), point.direction(), point.window().equals(TensionPoint.WEEK) ? "P7D" : "P1D",
        LocalDate.ofInstant(point.windowStart(), ZoneOffset.UTC).toString());
  }
}
