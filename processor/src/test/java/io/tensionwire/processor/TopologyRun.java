package io.tensionwire.processor;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tensionwire.model.Alert;
import io.tensionwire.model.Article;
import io.tensionwire.model.Detection;
import io.tensionwire.model.FeedState;
import io.tensionwire.model.Story;
import io.tensionwire.model.Topic;
import io.tensionwire.model.Topics;
import io.tensionwire.service.kafka.KafkaSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** The topology with its real settings, records going in and coming out by hand. */
final class TopologyRun implements AutoCloseable {

  final Topics topics = Topics.withPrefix(Topics.DEFAULT_PREFIX);
  final MeterRegistry meters = new SimpleMeterRegistry();
  final Watches watches;
  final TestClock clock = new TestClock(SampleArticles.NOON);
  private final TopologyTestDriver driver;

  TopologyRun(Path stateDir, Watching... watches) {
    this.watches = new Watches(List.of(watches));
    var kafka = KafkaSettings.at("localhost:9");
    var config = ProcessorConfig.of(Path.of("unused"), stateDir);
    var counts = new Counts(meters);
    Properties settings =
        StreamsSettings.of(config, kafka, new DeadLetters(topics.deadLetters(), clock, counts));
    // The driver's producer forgets what is sent between two transactions, such as the letter of an unreadable record.
    settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
    driver = new TopologyTestDriver(
        new TensionTopology(topics, this.watches, counts, clock, config).build(), settings,
        SampleArticles.NOON);
  }

  void publish(Article article) {
    publish(article, new RecordHeaders());
  }

  void publish(Article article, Headers headers) {
    driver
        .createInputTopic(
            topics.articles().name(), new StringSerializer(), topics.articles().values().serializer())
        .pipeInput(new TestRecord<>(article.id(), article, headers, article.fetchedAt()));
  }

  void publish(FeedState state) {
    feedStates().pipeInput(new TestRecord<>(state.feedId(), state, clock.instant()));
  }

  void removeFeed(String feedId) {
    feedStates().pipeInput(new TestRecord<>(feedId, null, clock.instant()));
  }

  private TestInputTopic<String, FeedState> feedStates() {
    return driver.createInputTopic(
        topics.feedStates().name(), new StringSerializer(), topics.feedStates().values().serializer());
  }

  void publishBytes(String key, byte @Nullable [] value) {
    driver
        .createInputTopic(topics.articles().name(), new StringSerializer(), new ByteArraySerializer())
        .pipeInput(new TestRecord<>(key, value, SampleArticles.NOON));
  }

  /** Lets the clock go on, for everybody who asks it. */
  void pass(Duration time) {
    clock.pass(time);
    driver.advanceWallClockTime(time);
  }

  /** Lets punctuators that are due after this time have their turn, at a clock that stands still. */
  void punctuate(Duration time) {
    driver.advanceWallClockTime(time);
  }

  /** Lets as much time go by as makes sure that nothing of a backlog is to come. */
  void catchUp() {
    pass(CatchingUp.PAUSE);
  }

  List<Detection> detections() {
    return values(topics.detections());
  }

  List<Story> stories() {
    return values(topics.stories());
  }

  List<Alert> alerts() {
    return values(topics.alerts());
  }

  List<TestRecord<String, byte[]>> deadLetters() {
    return raw(topics.deadLetters());
  }

  /** As they stand on the topic, for comparing bytes and headers. */
  List<TestRecord<String, byte[]>> raw(Topic<?> topic) {
    return driver
        .createOutputTopic(topic.name(), new StringDeserializer(), new ByteArrayDeserializer())
        .readRecordsToList();
  }

  <V> List<V> values(Topic<V> topic) {
    return driver
        .createOutputTopic(topic.name(), new StringDeserializer(), topic.values().deserializer())
        .readValuesToList();
  }

  /** How many entries a store holds. */
  long remembered(String store) {
    return driver.getKeyValueStore(store).approximateNumEntries();
  }

  double count(String name, String... tags) {
    var counter = meters.find(name).tags(tags).counter();
    return counter == null ? 0 : counter.count();
  }

  static String header(TestRecord<?, ?> record, String name) {
    var header = record.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), UTF_8);
  }

  @Override
  public void close() {
    driver.close();
  }
}
