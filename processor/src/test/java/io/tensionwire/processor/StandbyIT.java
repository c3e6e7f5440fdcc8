package io.tensionwire.processor;

import static io.tensionwire.processor.SampleArticles.PROTEST;
import static io.tensionwire.processor.SampleArticles.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tensionwire.broker.EmbeddedBroker;
import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.Article;
import io.tensionwire.service.Health;
import io.tensionwire.service.RoleContext;
import io.tensionwire.service.kafka.KafkaSettings;
import io.tensionwire.service.kafka.TopicReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two processors with {@code standby-replicas: 1}: whoever stays has the stores of the one that goes. */
@Tag("broker")
@Timeout(180)
class StandbyIT {

  private static final Duration SOON = Duration.ofSeconds(60);

  @TempDir Path data;
  private final Queue<Throwable> bugs = new ConcurrentLinkedQueue<>();

  private final class Instance implements AutoCloseable {
    final Health health = new Health();
    final MeterRegistry meters = new SimpleMeterRegistry();
    final ProcessorApp app;

    Instance(KafkaSettings kafka, String name) {
      var config = ProcessorConfig.of(data.resolve("watches"), data.resolve(name)).withStandbyReplicas(1);
      app = new ProcessorApp(config, new RoleContext(kafka, Clock.systemUTC(), meters, health, bugs::add));
      app.start();
    }

    /** The partitions of a store that are here to the last record, in use or standing by. */
    Set<Integer> upToDate(String store) {
      return app.lags().getOrDefault(store, Map.of()).entrySet().stream()
          .filter(each -> each.getValue().offsetLag() <= 1) // the mark of the last transaction
          .map(Map.Entry::getKey)
          .collect(Collectors.toSet());
    }

    @Override
    public void close() {
      app.close();
    }
  }

  @Test
  void aStandbyTakesOverWithItsStores() throws Exception {
    Files.createDirectories(data.resolve("watches"));
    Files.writeString(data.resolve("watches/islands.yaml"), Islands.watch("lodged a protest").source());
    try (var broker = EmbeddedBroker.start(data.resolve("broker"))) {
      KafkaSettings kafka = KafkaSettings.at(broker.bootstrapServers());
      try (var first = new Instance(kafka, "first"); var second = new Instance(kafka, "second")) {
        await().atMost(SOON).until(() -> first.health.ready() && second.health.ready());
        Article protest = article("protest", PROTEST);
        publish(kafka, protest);
        await().atMost(SOON).until(() -> alerts(kafka).size() == 1);
        await().atMost(SOON).untilAsserted(() -> assertThat(List.of(first, second)).allSatisfy(instance -> {
          assertThat(instance.upToDate(FollowTheWatch.STORIES)).containsExactlyInAnyOrder(0, 1, 2, 3);
          assertThat(instance.upToDate(DetectForEachWatch.NAMED_ARTICLES)).hasSize(6);
        }));

        first.close();
        publish(kafka, protest.toBuilder().revision(2).title("SAMPLE: the headline is new")
            .fetchedAt(protest.fetchedAt().plusSeconds(120)).build());

        await().atMost(SOON).until(() -> alerts(kafka).size() == 2);
        List<Alert> alerts = alerts(kafka);
        assertThat(alerts).extracting(Alert::storyId).containsOnly(alerts.getFirst().storyId());
        assertThat(alerts.getLast().kind()).isNotEqualTo(AlertKind.OPENED);
      }
    }
    assertThat(bugs).isEmpty();
  }

  private static void publish(KafkaSettings kafka, Article article) throws Exception {
    var topic = kafka.topics().articles();
    try (var producer = new KafkaProducer<>(
        kafka.producerSettings("feeder"), new StringSerializer(), topic.values().serializer())) {
      producer.send(topic.record(article)).get();
    }
  }

  private static List<Alert> alerts(KafkaSettings kafka) {
    List<Alert> alerts = new ArrayList<>();
    try (var reader = new TopicReader<>(kafka, "test", kafka.topics().alerts(), SOON)) {
      reader.readValuesToEnd(alerts::add);
    }
    return alerts;
  }
}
