package io.tensionwire.standalone.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tensionwire.broker.EmbeddedBroker;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.Article;
import io.tensionwire.model.Json;
import io.tensionwire.service.config.Configuration;
import io.tensionwire.service.kafka.KafkaSettings;
import io.tensionwire.service.kafka.TopicProvisioner;
import io.tensionwire.standalone.cli.ConfigOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code tensionwire process} as a process of its own, killed with SIGKILL while articles come and started again, beside
 * one that nobody disturbs: the same detections, byte for byte, the same stories, and no alert lost or told twice.
 */
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class StreamsSigkillProof {

  private static final int KILLS = Integer.getInteger("proof.kills", 3);
  /** Between two articles; unless told otherwise long enough for everybody who is killed to have begun. */
  private static final int PAUSE_MILLIS = Integer.getInteger("proof.pause", 60 * (KILLS + 1));
  private static final Duration QUIET = Duration.ofSeconds(5);

  @TempDir Path folder;

  @Test
  void killsChangeNeitherDetectionsNorStoriesNorWhatIsTold() throws Exception {
    List<Article> articles = StreamArticles.read();
    try (var broker = EmbeddedBroker.start(folder.resolve("broker")); var processes = new Processes(folder)) {
      FollowedStream calm = run(broker, processes, articles, "calm", 0);
      FollowedStream killed = run(broker, processes, articles, "killed", KILLS);

      double agreement = killed.agreementWith(calm);
      List<String> missing = FollowedStream.without(calm.detections(), killed.detections());
      List<String> more = FollowedStream.without(killed.detections(), calm.detections());
      Set<String> lost = new TreeSet<>(calm.alertIds());
      lost.removeAll(killed.alertIds());
      Set<String> other = new TreeSet<>(killed.alertIds());
      other.removeAll(calm.alertIds());
      System.out.printf(
          "articles %d, kills %d, detections %d and %d, stories %d and %d, B-cubed F1 of them %.4f%n", articles.size(),
          KILLS, calm.detections().size(), killed.detections().size(), calm.stories().size(), killed.stories().size(),
          agreement);
      System.out.printf("alerts %d and %d, told twice %d and %d, only calm %d, only killed %d%n", calm.alerts().size(),
          killed.alerts().size(), calm.toldTwice(), killed.toldTwice(), lost.size(), other.size());
      System.out.printf("only calm: %s, only killed: %s%n", calm.kinds(lost), killed.kinds(other));
      System.out.printf("detections only calm: %s, only killed: %s%n", FollowedStream.names(missing),
          FollowedStream.names(more));
      calm.alerts().stream().filter(alert -> lost.contains(alert.id())).forEach(alert ->
          System.out.printf("only calm: %s %s %s%n", alert.kind(), alert.storyId(), alert.reason()));
      killed.alerts().stream().filter(alert -> other.contains(alert.id())).forEach(alert ->
          System.out.printf("only killed: %s %s %s%n", alert.kind(), alert.storyId(), alert.reason()));

      assertThat(killed.detections()).isEqualTo(calm.detections());
      assertThat(agreement).isGreaterThanOrEqualTo(0.98);
      assertThat(killed.toldTwice()).isZero();
      assertThat(killed.storiesNotOpenedOnce()).isEmpty();
      assertThat(calm.storiesNotOpenedOnce()).isEmpty();
      // Which article comes first, and so speaks for its story, is a matter of partitions; what is told first is not.
      assertThat(killed.kinds(killed.alertIds()).get(AlertKind.OPENED))
          .isEqualTo(calm.kinds(calm.alertIds()).get(AlertKind.OPENED));
    }
  }

  private FollowedStream run(
      EmbeddedBroker broker, Processes processes, List<Article> articles, String name, int kills) throws Exception {
    Path config = configuration(broker, name);
    KafkaSettings kafka = ConfigOption.kafka(Configuration.load(config, Map.of()));
    try (Admin admin = kafka.admin()) {
      new TopicProvisioner(admin, kafka.replicationFactor(), Duration.ofSeconds(30)).ensure(kafka.topics().all());
    }
    Process process = start(processes, config, name);
    try (var behind = new Behind(kafka); var producer = new KafkaProducer<>(
        kafka.producerSettings("proof"), new StringSerializer(), kafka.topics().articles().values().serializer())) {
      // The first one is there before the stream: a start under load is what the kills are for.
      awaitReady(processes, name);
      int share = articles.size() / (kills + 1);
      int killed = 0;
      long doneBefore = -1;
      // On a busy machine the stream may end before the last ones who are started have begun.
      for (int i = 0; i < articles.size() || killed < kills; i++) {
        if (i < articles.size()) {
          producer.send(kafka.topics().articles().record(articles.get(i))).get();
        }
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        // Every third kill comes as soon as the one who was started last has begun on what waits for it.
        boolean due = i >= share * (killed + 1) || killed % 3 == 2;
        if (killed < kills && due && behind.articlesDone() > doneBefore) {
          process.destroyForcibly().waitFor();
          killed++;
          doneBefore = behind.articlesDone();
          System.out.printf("kill %d after %d articles, %d of them done, %d detections held%n", killed,
              Math.min(i + 1, articles.size()), doneBefore, behind.held());
          process = start(processes, config, name);
        }
      }
      var last = new AtomicLong(-1);
      await().during(QUIET).atMost(Duration.ofMinutes(5)).pollInterval(Duration.ofMillis(500)).until(() -> {
        long records = FollowedStream.records(kafka);
        return behind.unread() == 0 && behind.held() == 0 && last.getAndSet(records) == records;
      });
    } finally {
      process.destroyForcibly().waitFor();
    }
    return FollowedStream.read(kafka);
  }

  private static void awaitReady(Processes processes, String name) {
    await().atMost(Duration.ofMinutes(2))
        .until(() -> Files.readString(processes.log(name)).contains("processor ready"));
  }

  private static Process start(Processes processes, Path config, String name) throws IOException {
    return processes.start(
        name, "512m", "io.tensionwire.standalone.Main", "process", "--config", config.toString());
  }

  private Path configuration(EmbeddedBroker broker, String name) throws IOException {
    Path watches = Path.of("..", "config", "watches").toAbsolutePath().normalize();
    return Files.writeString(folder.resolve(name + ".yaml"), """
        kafka: { bootstrap.servers: "%s" }
        topics: { prefix: "%s." }
        processor: { watches: %s, state-dir: %s }
        http: { listen: "127.0.0.1:0" }
        """.formatted(
        broker.bootstrapServers(), name, Json.write(watches.toString()),
        Json.write(folder.resolve("state-" + name).toString())));
  }
}
