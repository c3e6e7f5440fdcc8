package io.tensionwire.standalone.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.broker.EmbeddedBroker;
import io.tensionwire.model.Article;
import io.tensionwire.model.BodySource;
import io.tensionwire.model.Watch;
import io.tensionwire.processor.WatchTopic;
import io.tensionwire.service.kafka.KafkaSettings;
import io.tensionwire.service.kafka.TopicProvisioner;
import io.tensionwire.standalone.Main;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What Kafka retains, through a draft, against the watch that is live. */
@Timeout(120)
class BacktestIT {

  /** Within what a broker retains: it lets go of older records half a minute after its start. */
  private static final Instant MORNING = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofDays(3));
  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final String WATCH = """
      id: north-south
      pair: [north, south]
      parties:
        - { id: north, en: { names: [northland] } }
        - { id: south, en: { names: [southland] } }
      signals:
        - id: protest
          category: diplomatic-protest
          weight: 60
          severity: high
          en: [protest note]
      """;

  @TempDir Path folder;

  @Test
  void retainedArticlesAreComparedInTheOrderOfTheirTimeAndNoTraceIsLeft() throws Exception {
    try (var broker = EmbeddedBroker.start(folder.resolve("broker"))) {
      KafkaSettings kafka = KafkaSettings.at(broker.bootstrapServers());
      try (Admin admin = kafka.admin()) {
        new TopicProvisioner(admin, (short) 1, TIMEOUT).ensure(kafka.topics().all());
        new WatchTopic(kafka, TIMEOUT).push(new Watch("north-south", "", WATCH, MORNING, "desk"));
        publish(kafka, "before", MORNING.minusSeconds(60));
        publish(kafka, "first", MORNING);
        for (int i = 0; i < 40; i++) {
          publish(kafka, "copy-" + i, MORNING.plusSeconds(60L + i));
        }
        publish(kafka, "after", MORNING.plus(Duration.ofDays(1)));
        Set<String> topics = admin.listTopics().names().get();
        Path draft = Files.writeString(
            folder.resolve("draft.yaml"), WATCH.replace("protest note", "protest note, verbal protest"));
        var out = new StringWriter();
        var err = new StringWriter();
        CommandLine line = Main.commandLine(new PrintWriter(out, true), new PrintWriter(err, true));

        int result = line.execute(
            "backtest", "--watch", draft.toString(), "--from", MORNING.toString(),
            "--to", MORNING.plus(Duration.ofHours(3)).toString(),
            "--bootstrap", broker.bootstrapServers(), "--config", configuration());

        assertThat(result).as(err.toString()).isZero();
        assertThat(out.toString()).contains("41 articles in").contains("Gained: none").contains("Lost: none")
            .containsPattern("opened +1 +1");
        assertThat(admin.listTopics().names().get()).isEqualTo(topics);
        assertThat(admin.listGroups().all().get()).isEmpty();
      }
    }
  }

  private String configuration() throws Exception {
    return Files.writeString(folder.resolve("tensionwire.yaml"), "embedded: { data: none }\n").toString();
  }

  private static void publish(KafkaSettings kafka, String name, Instant at) throws Exception {
    Article article = Article.builder(URI.create("https://gazette.example/" + name)).outlet(name)
        .title("Northland hands Southland a protest note over the bridge")
        .body("It was delivered at the northern end of the bridge on Monday, in a yellow envelope, without a word.",
            BodySource.FEED)
        .publishedAt(at).fetchedAt(at).build();
    var topic = kafka.topics().articles();
    try (var producer = new KafkaProducer<>(
        kafka.producerSettings("test"), new StringSerializer(), topic.values().serializer())) {
      producer.send(new ProducerRecord<>(topic.name(), null, at.toEpochMilli(), article.id(), article)).get();
    }
  }
}
