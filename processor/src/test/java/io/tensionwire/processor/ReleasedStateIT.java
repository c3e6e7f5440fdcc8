package io.tensionwire.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tensionwire.broker.EmbeddedBroker;
import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.Article;
import io.tensionwire.model.Story;
import io.tensionwire.model.Topic;
import io.tensionwire.model.Topics;
import io.tensionwire.service.Health;
import io.tensionwire.service.RoleContext;
import io.tensionwire.service.kafka.KafkaSettings;
import io.tensionwire.service.kafka.TopicProvisioner;
import io.tensionwire.service.kafka.TopicReader;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Today's processor takes over where the last release stopped: its topics, its changelogs, its committed offsets. */
@Tag("broker")
@Timeout(180)
class ReleasedStateIT {

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String APPLICATION = "news.processor";

  @TempDir Path data;
  private final Queue<Throwable> bugs = new ConcurrentLinkedQueue<>();
  private final Topics topics = Topics.withPrefix(Topics.DEFAULT_PREFIX);
  private final MeterRegistry meters = new SimpleMeterRegistry();

  @Test
  void itsStoriesGoOnAndNothingIsToldTwice() throws Exception {
    try (var broker = EmbeddedBroker.start(data.resolve("broker"))) {
      KafkaSettings kafka = KafkaSettings.at(broker.bootstrapServers());
      leave(kafka);
      var health = new Health();
      var context = new RoleContext(kafka, Clock.systemUTC(), meters, health, bugs::add);
      try (var app = new ProcessorApp(ProcessorConfig.of(ReleasedState.WATCHES, data.resolve("state")), context)) {
        app.start();
        await().atMost(SOON).until(health::ready);

        Article protest = ReleasedState.article(topics.articles(), "protest");
        Article lamp = ReleasedState.article(topics.articles(), "lamp");
        Article talks = ReleasedState.article(topics.articles(), "talks");
        publish(kafka, protest); // once more, as it was
        publish(kafka, revised(protest, protest.body() + " Two attaches of the embassy were expelled."));
        publish(kafka, revised(lamp, "The lighthouse service has nothing to add to its notice."));
        publish(kafka, Article.builder(URI.create("https://herald.example/talks"))
            .feedId("herald.example/world").outlet("Herald").language(talks.language()).title(talks.title())
            .body(talks.body(), talks.bodySource()).fetchedAt(talks.fetchedAt().plusSeconds(600)).build());

        await().atMost(SOON).untilAsserted(() -> {
          assertThat(latest(kafka, topics.stories(), story("protest")).signals())
              .anyMatch(signal -> signal.phrase().equals("were expelled"));
          assertThat(latest(kafka, topics.stories(), story("talks")).articleCount()).isEqualTo(2);
          assertThat(detections(kafka, "lamp")).isEqualTo(3);
          assertThat(meters.find("tensionwire.processor.detections.repeated").counter()).isNotNull();
        });
      }
      List<Alert> alerts = all(kafka, topics.alerts());
      assertThat(alerts).extracting(Alert::id).doesNotHaveDuplicates();
      assertThat(alerts).filteredOn(alert -> alert.kind() == AlertKind.OPENED).extracting(Alert::storyId)
          .doesNotHaveDuplicates().hasSize(6);
      assertThat(all(kafka, topics.deadLetters())).isEmpty();
    }
    assertThat(bugs).isEmpty();
  }

  /** Puts everything where the release left it. */
  private void leave(KafkaSettings kafka) throws Exception {
    List<ReleasedState.Left> records = ReleasedState.records();
    try (Admin admin = kafka.admin()) {
      new TopicProvisioner(admin, kafka.replicationFactor(), SOON).ensure(topics.all());
      Map<String, String> compacted = Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
      admin.createTopics(List.of(
          new NewTopic(APPLICATION + "-named-articles-changelog", 6, (short) 1).configs(compacted),
          new NewTopic(APPLICATION + "-followed-articles-changelog", 4, (short) 1).configs(compacted),
          new NewTopic(APPLICATION + "-stories-changelog", 4, (short) 1).configs(compacted))).all().get();
      try (var producer = new KafkaProducer<>(
          kafka.producerSettings("released"), new StringSerializer(), new ByteArraySerializer())) {
        for (ReleasedState.Left left : records) {
          producer.send(
              new ProducerRecord<>(left.topic(), left.partition(), left.time(), left.key(), left.value())).get();
        }
      }
      Map<TopicPartition, OffsetAndMetadata> read = new HashMap<>();
      for (Topic<?> topic : List.of(topics.articles(), topics.detections())) {
        for (int partition = 0; partition < topic.partitions(); partition++) {
          int number = partition;
          read.put(new TopicPartition(topic.name(), partition), new OffsetAndMetadata(records.stream()
              .filter(left -> left.topic().equals(topic.name()) && left.partition() == number).count()));
        }
      }
      admin.alterConsumerGroupOffsets(APPLICATION, read).all().get();
    }
  }

  private String story(String articleId) {
    return ReleasedState.values(topics.stories()).stream()
        .filter(story -> story.articles().stream().anyMatch(source -> source.articleId().equals(articleId)))
        .map(Story::id).findFirst().orElseThrow();
  }

  private static Article revised(Article article, String body) {
    return article.toBuilder().revision(article.revision() + 1).body(body, article.bodySource())
        .fetchedAt(article.fetchedAt().plusSeconds(600)).build();
  }

  private void publish(KafkaSettings kafka, Article article) throws Exception {
    try (var producer = new KafkaProducer<>(
        kafka.producerSettings("feeder"), new StringSerializer(), topics.articles().values().serializer())) {
      producer.send(topics.articles().record(article)).get();
    }
  }

  private long detections(KafkaSettings kafka, String articleId) {
    return all(kafka, topics.detections()).stream().filter(d -> d.articleId().equals(articleId)).count();
  }

  private static Story latest(KafkaSettings kafka, Topic<Story> stories, String id) {
    return all(kafka, stories).stream().filter(story -> story.id().equals(id)).reduce((a, b) -> b).orElseThrow();
  }

  private static <V> List<V> all(KafkaSettings kafka, Topic<V> topic) {
    List<V> values = new ArrayList<>();
    try (var reader = new TopicReader<>(kafka, "test", topic, SOON)) {
      reader.readValuesToEnd(values::add);
    }
    return values;
  }
}
