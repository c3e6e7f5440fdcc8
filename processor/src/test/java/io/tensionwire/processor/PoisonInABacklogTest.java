package io.tensionwire.processor;

import static io.tensionwire.processor.SampleArticles.NOON;
import static io.tensionwire.processor.SampleArticles.PROTEST;
import static io.tensionwire.processor.SampleArticles.article;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tensionwire.detection.Judgement;
import io.tensionwire.model.Article;
import io.tensionwire.model.Detection;
import io.tensionwire.model.Json;
import io.tensionwire.model.Topics;
import io.tensionwire.service.kafka.KafkaSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One that waited for its turn and cannot be followed: Streams itself knows nothing of it any more. */
class PoisonInABacklogTest {

  private static final String POISON = "poison";

  @TempDir Path stateDir;
  private final Topics topics = Topics.withPrefix(Topics.DEFAULT_PREFIX);
  private final TestClock clock = new TestClock(NOON);
  private final Counts counts = new Counts(new SimpleMeterRegistry());

  @Test
  void itIsADeadLetterThatSaysWhereItStoodAndTheOthersGoOn() {
    Detection poison = detection(POISON);
    try (var driver = new TopologyTestDriver(topology(), settings(), NOON)) {
      var detections = driver.createInputTopic(
          topics.detections().name(), new StringSerializer(), topics.detections().values().serializer());
      clock.pass(Duration.ofHours(1));
      for (Detection each : List.of(detection("a"), poison, detection("b"))) {
        detections.pipeInput(new TestRecord<>("islands", each, each.fetchedAt()));
      }

      clock.pass(CatchingUp.PAUSE);
      driver.advanceWallClockTime(CatchingUp.PAUSE);

      assertThat(driver.createOutputTopic("told", new StringDeserializer(), new StringDeserializer()).readValuesToList())
          .containsExactlyInAnyOrder("SAMPLE: a", "SAMPLE: b");
      List<TestRecord<String, byte[]>> letters = driver
          .createOutputTopic(topics.deadLetters().name(), new StringDeserializer(), new ByteArrayDeserializer())
          .readRecordsToList();
      assertThat(letters).singleElement().satisfies(letter -> {
        assertThat(letter.key()).isEqualTo("islands");
        assertThat(letter.value()).isEqualTo(Json.serde(Detection.class).serializer().serialize("", poison));
        assertThat(TopologyRun.header(letter, "step")).isEqualTo("tell");
        assertThat(TopologyRun.header(letter, "reason")).isEqualTo("cannot be followed");
        assertThat(TopologyRun.header(letter, "topic")).isEqualTo("news.detections");
        assertThat(TopologyRun.header(letter, "partition")).isEqualTo("0");
        assertThat(TopologyRun.header(letter, "offset")).isEqualTo("1");
      });
    }
  }

  private Topology topology() {
    var builder = new StreamsBuilder();
    builder.stream(topics.detections().name(), Consumed.with(topics.detections().keys(), topics.detections().values())
            .withName("read-detections"))
        .process(InOrderOfTime.supplier(topics.detections(), clock, counts), Named.as("in-order-of-time"))
        .mapValues(
            detection -> {
              if (detection.title().contains(POISON)) {
                throw new IllegalArgumentException("cannot be followed");
              }
              return detection.title();
            },
            Named.as("tell"))
        .to("told", Produced.with(Serdes.String(), Serdes.String()).withName("write-told"));
    return builder.build();
  }

  private Properties settings() {
    var deadLetters = new DeadLetters(topics.deadLetters(), clock, counts);
    Properties settings = StreamsSettings.of(
        ProcessorConfig.of(Path.of("unused"), stateDir), KafkaSettings.at("localhost:9"), deadLetters);
    settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
    return settings;
  }

  private static Detection detection(String name) {
    Article article = article(name, PROTEST);
    return ((Judgement.Named) ScriptedWatch.named("islands").judge().apply(article)).detection();
  }
}
