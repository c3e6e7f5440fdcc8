package io.tensionwire.processor;

import io.tensionwire.detection.coverage.FeedReport;
import io.tensionwire.detection.follow.FollowSettings;
import io.tensionwire.detection.follow.Outcome;
import io.tensionwire.model.Alert;
import io.tensionwire.model.Article;
import io.tensionwire.model.Detection;
import io.tensionwire.model.FeedState;
import io.tensionwire.model.Json;
import io.tensionwire.model.Position;
import io.tensionwire.model.Story;
import io.tensionwire.model.TensionPoint;
import io.tensionwire.model.Topic;
import io.tensionwire.model.Topics;
import java.time.Clock;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;

/**
 * Articles in, alerts out. Each step of {@link #build} is one method below it, in the same order. The names of
 * processors and stores are a contract with the state that is out there: a change needs a way for it to move.
 */
final class TensionTopology {

  private final Topics topics;
  private final Watches watches;
  private final Counts counts;
  private final Clock clock;
  private final FollowSettings following;

  TensionTopology(Topics topics, Watches watches, Counts counts, Clock clock, ProcessorConfig config) {
    this.topics = topics;
    this.watches = watches;
    this.counts = counts;
    this.clock = clock;
    this.following = config.following();
  }

  Topology build() {
    var builder = new StreamsBuilder();

    KStream<String, Article> articles = read(builder, topics.articles());
    KStream<String, Detection> detections = detectForEachWatch(articles);
    write(detections, topics.detections()); // re-keyed by watch: the hand-over

    KStream<String, Detection> inOrder = inOrderOfTime(read(builder, topics.detections()));
    KStream<String, Outcome> outcomes = followTheWatch(inOrder);
    write(stories(outcomes), topics.stories());
    write(tension(outcomes), topics.tension());
    write(positions(outcomes), topics.positions());
    write(alerts(outcomes), topics.alerts());

    KStream<String, FeedReport> reports = reportsOfFeeds(builder);
    write(watchCoverage(inOneTask(reports)), topics.alerts(), "coverage-alerts");
    return builder.build();
  }

  private static <V> KStream<String, V> read(StreamsBuilder builder, Topic<V> topic) {
    return builder.stream(
        topic.name(), Consumed.with(topic.keys(), topic.values()).withName("read-" + shortName(topic)));
  }

  private KStream<String, Detection> detectForEachWatch(KStream<String, Article> articles) {
    return articles.process(
        DetectForEachWatch.supplier(watches, topics.articles(), counts), Named.as("detect-for-each-watch"));
  }

  private KStream<String, Detection> inOrderOfTime(KStream<String, Detection> detections) {
    return detections.process(InOrderOfTime.supplier(topics.detections(), clock, counts), Named.as("in-order-of-time"));
  }

  private KStream<String, Outcome> followTheWatch(KStream<String, Detection> detections) {
    return detections.process(
        FollowTheWatch.supplier(following, watches, clock, counts), Named.as("follow-the-watch"),
        InOrderOfTime.HELD_DETECTIONS);
  }

  private KStream<String, Story> stories(KStream<String, Outcome> outcomes) {
    return outcomes.flatMap(
        (watch, outcome) -> outcome instanceof Outcome.Followed(Story story)
            ? List.of(KeyValue.pair(topics.stories().key().apply(story), story))
            : List.of(),
        Named.as("stories"));
  }

  private KStream<String, TensionPoint> tension(KStream<String, Outcome> outcomes) {
    return outcomes.flatMap(
        (watch, outcome) -> outcome instanceof Outcome.Measured(TensionPoint point)
            ? List.of(KeyValue.pair(topics.tension().key().apply(point), point))
            : List.of(),
        Named.as("tension"));
  }

  private KStream<String, Position> positions(KStream<String, Outcome> outcomes) {
    return outcomes.flatMap(
        (watch, outcome) -> outcome instanceof Outcome.Held(Position position)
            ? List.of(KeyValue.pair(topics.positions().key().apply(position), position))
            : List.of(),
        Named.as("positions"));
  }

  private KStream<String, Alert> alerts(KStream<String, Outcome> outcomes) {
    return outcomes.flatMap(
        (watch, outcome) -> outcome instanceof Outcome.Raised(Alert alert)
            ? List.of(KeyValue.pair(topics.alerts().key().apply(alert), alert))
            : List.of(),
        Named.as("alerts"));
  }

  /** Of a feed's state its health alone; the rest, which is far more, is not even parsed. */
  private KStream<String, FeedReport> reportsOfFeeds(StreamsBuilder builder) {
    Topic<FeedState> states = topics.feedStates();
    return builder
        .stream(
            states.name(),
            Consumed.with(states.keys(), Json.serde(FeedReport.class)).withName("read-" + shortName(states)))
        .mapValues(
            (feed, report) -> report == null ? FeedReport.removed(feed) : report, Named.as("reports-of-feeds"));
  }

  /** A country is dark when all of its feeds are: somebody has to see them all. */
  private static KStream<String, FeedReport> inOneTask(KStream<String, FeedReport> reports) {
    return reports.repartition(
        Repartitioned.with(Serdes.String(), Json.serde(FeedReport.class))
            .withName("feed-health").withNumberOfPartitions(1));
  }

  private KStream<String, Alert> watchCoverage(KStream<String, FeedReport> reports) {
    return reports.process(WatchCoverage.supplier(watches, clock, counts), Named.as("watch-coverage"));
  }

  private static <V> void write(KStream<String, V> stream, Topic<V> topic) {
    write(stream, topic, shortName(topic));
  }

  private static <V> void write(KStream<String, V> stream, Topic<V> topic, String what) {
    stream.to(
        topic.name(), Produced.with(topic.keys(), Fitting.serde(topic.values())).withName("write-" + what));
  }

  /** The topic's name without the prefix, so that the topology does not change with it. */
  private static String shortName(Topic<?> topic) {
    return topic.name().substring(topic.name().lastIndexOf('.') + 1);
  }
}
