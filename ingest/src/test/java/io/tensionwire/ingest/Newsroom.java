package io.tensionwire.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tensionwire.broker.EmbeddedBroker;
import io.tensionwire.fixtures.web.WebServer;
import io.tensionwire.ingest.config.IngestConfig;
import io.tensionwire.ingest.fetch.FetchSettings;
import io.tensionwire.ingest.partition.FeedTopic;
import io.tensionwire.model.Article;
import io.tensionwire.model.Feed;
import io.tensionwire.model.FeedState;
import io.tensionwire.model.Language;
import io.tensionwire.model.Topic;
import io.tensionwire.model.Topics;
import io.tensionwire.service.Health;
import io.tensionwire.service.RoleContext;
import io.tensionwire.service.address.PrivateAddresses;
import io.tensionwire.service.kafka.KafkaSettings;
import io.tensionwire.service.kafka.TopicTable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** A broker's topics of one test's own, a web, and the role between them. */
final class Newsroom implements AutoCloseable {

  final WebServer web = WebServer.start();
  final List<Throwable> bugs = new CopyOnWriteArrayList<>();
  final Health health = new Health();
  private final KafkaSettings kafka;
  private final AtomicReference<Duration> passed = new AtomicReference<>(Duration.ZERO);
  private final Clock clock = new Clock() {
    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return Instant.now().plus(passed.get());
    }
  };
  private final List<IngestApp> apps = new ArrayList<>();
  private final KafkaConsumer<String, Article> reader;
  private final List<Article> articles = new ArrayList<>();

  Newsroom(EmbeddedBroker broker, String prefix) {
    this.kafka = new KafkaSettings(
        Map.of("bootstrap.servers", broker.bootstrapServers()), Topics.withPrefix(prefix + "."), (short) -1);
    this.reader = kafka.reader("test", kafka.topics().articles());
  }

  Feed feed(String path) {
    return Feed.builder("site.example" + path, web.uri(path)).outlet("Outlet").language(Language.EN)
        .interval(Duration.ofMillis(300)).build();
  }

  IngestConfig config(String... paths) {
    return IngestConfig.of(List.of(paths).stream().map(this::feed).toList())
        .withFetching(FetchSettings.USUAL.withPrivateAddresses(PrivateAddresses.ALL).withHostPause(Duration.ZERO));
  }

  IngestApp start(IngestConfig config) {
    var app = new IngestApp(config, new RoleContext(kafka, clock, new SimpleMeterRegistry(), health, bugs::add));
    apps.add(app);
    app.start();
    return app;
  }

  /** Lets so much time pass at once; the broker refuses records that are dated an hour ahead. */
  void pass(Duration time) {
    passed.updateAndGet(time::plus);
  }

  /** Says that a watch has an interest in an article. */
  void detect(Article article) {
    String detection = """
        {"articleId":"%s","revision":%d,"watchId":"watch","title":"%s","url":"%s","fetchedAt":"%s","eventAt":"%s","score":0}"""
        .formatted(article.id(), article.revision(), article.title(), article.url(), article.fetchedAt(), article.eventAt());
    try (var producer = kafka.producer("test-detections", topics().deadLetters())) {
      producer.send(new ProducerRecord<>(topics().detections().name(), "watch", detection.getBytes(UTF_8)));
    }
  }

  /** Every article written so far, in the order of each partition. */
  List<Article> articles() {
    if (reader.assignment().isEmpty()) {
      var partitions = reader.listTopics().getOrDefault(kafka.topics().articles().name(), List.of());
      if (partitions.isEmpty()) {
        return List.of();
      }
      reader.assign(partitions.stream().map(p -> new TopicPartition(p.topic(), p.partition())).toList());
      reader.seekToBeginning(reader.assignment());
    }
    reader.poll(Duration.ofMillis(100)).forEach(record -> articles.add(record.value()));
    return List.copyOf(articles);
  }

  /** What is told of each article, {@code title r1}, sorted. */
  List<String> told() {
    return articles().stream().map(a -> a.title() + " r" + a.revision()).sorted().toList();
  }

  FeedState state(String path) {
    return TopicTable.read(kafka, "test-states", kafka.topics().feedStates())
        .values()
        .getOrDefault("site.example" + path, FeedState.unknown("site.example" + path));
  }

  Topics topics() {
    return kafka.topics();
  }

  /** Puts a feed on the topic, as the command line does. */
  void configure(Feed feed) {
    try {
      new FeedTopic(kafka, Duration.ofSeconds(10)).put(List.of(feed));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Writes a record as somebody would who does not know what the topic holds. */
  void write(Topic<?> topic, String feedId, String value) {
    try (var producer = kafka.producer("test-writer", topics().deadLetters())) {
      producer.send(new ProducerRecord<>(topic.name(), topics().feedPartition(feedId), feedId, value.getBytes(UTF_8)));
    }
  }

  /** Every dead letter: the topic it was on, its key and its bytes. */
  List<String> deadLetters() {
    try (var consumer = kafka.reader("test-letters", topics().deadLetters())) {
      var partition = new TopicPartition(topics().deadLetters().name(), 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
      List<String> letters = new ArrayList<>();
      while (consumer.position(partition) < end) {
        consumer.poll(Duration.ofMillis(100)).forEach(letter -> letters.add(
            new String(letter.headers().lastHeader("topic").value(), UTF_8) + " " + letter.key() + " "
                + new String(letter.value(), UTF_8)));
      }
      return letters;
    }
  }

  @Override
  public void close() {
    apps.forEach(IngestApp::close);
    reader.close();
    web.close();
  }

  /** An RSS feed of these items. */
  static String rss(String... items) {
    return "<rss version=\"2.0\"><channel><title>Feed</title>" + String.join("", items) + "</channel></rss>";
  }

  String item(String name, String title) {
    return item(name, title, "What happened in " + name + ".");
  }

  String item(String name, String title, String summary) {
    return "<item><title>" + title + "</title><link>" + web.uri("/article/" + name) + "</link><guid>" + name
        + "</guid><pubDate>Fri, 20 Nov 2026 10:00:00 +0900</pubDate><description>" + summary + "</description></item>";
  }

  static String page(String title, String text) {
    return "<html lang=en><head><title>" + title + "</title></head><body><nav>Home | World</nav><article><h1>" + title
        + "</h1><p>" + text + " The foreign ministry spokesperson said so at a regular briefing in the capital.</p><p>"
        + "The ministry added that talks would go on, and that the other side had been told in time.</p></article></body></html>";
  }
}
