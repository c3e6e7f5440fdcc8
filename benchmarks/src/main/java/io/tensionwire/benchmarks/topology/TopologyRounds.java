package io.tensionwire.benchmarks.topology;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tensionwire.broker.EmbeddedBroker;
import io.tensionwire.model.Article;
import io.tensionwire.model.Topic;
import io.tensionwire.model.Topics;
import io.tensionwire.processor.ProcessorApp;
import io.tensionwire.processor.ProcessorConfig;
import io.tensionwire.service.Health;
import io.tensionwire.service.RoleContext;
import io.tensionwire.service.kafka.KafkaSettings;
import io.tensionwire.service.kafka.TopicProvisioner;
import io.tensionwire.service.kafka.TopicReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Rounds in which the processor and a topology that only copies work off the same articles, one after the other. A
 * round's figure counts from the first tenth that is committed to the last article, so that starting is left out.
 *
 * <p>Options: {@code <articles> <rounds>}.
 */
public final class TopologyRounds {

  private static final Duration CALL = Duration.ofSeconds(30);
  private static final Path WATCHES = Path.of("config/watches");

  private final EmbeddedBroker broker;
  private final Path folder;
  private final List<Article> articles;

  private TopologyRounds(EmbeddedBroker broker, Path folder, List<Article> articles) {
    this.broker = broker;
    this.folder = folder;
    this.articles = articles;
  }

  /** What a side of the comparison is. */
  private interface Side {
    AutoCloseable start(KafkaSettings kafka, Path stateDir);
  }

  public static void main(String[] options) throws Exception {
    int count = options.length > 0 ? Integer.parseInt(options[0]) : 20_000;
    int rounds = options.length > 1 ? Integer.parseInt(options[1]) : 5;
    Path folder = Files.createTempDirectory("topology");
    try (var broker = EmbeddedBroker.start(folder.resolve("broker"))) {
      new TopologyRounds(broker, folder, BenchmarkArticles.of(count)).run(rounds);
    } finally {
      delete(folder);
    }
  }

  private void run(int rounds) throws Exception {
    List<Double> whole = new ArrayList<>();
    List<Double> copies = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    // The first of each is for the JIT.
    for (int round = 0; round <= rounds; round++) {
      double copied = round("copy" + round + ".", PassThrough::start);
      double processed = round("whole" + round + ".", TopologyRounds::processor);
      System.out.printf(Locale.ROOT, "%s: pass-through %.0f articles/s, whole topology %.0f, ratio %.2f%n",
          round == 0 ? "warm-up" : "round " + round, copied, processed, processed / copied);
      if (round > 0) {
        whole.add(processed);
        copies.add(copied);
        ratios.add(processed / copied);
      }
    }
    System.out.printf("%n| %d articles of %d KB | least | middle | greatest |%n|---|---|---|---|%n", articles.size(),
        BenchmarkArticles.BYTES / 1024);
    row("pass-through, articles/s", "%.0f", copies);
    row("whole topology, articles/s", "%.0f", whole);
    row("whole topology ÷ pass-through", "%.2f", ratios);
  }

  private static void row(String name, String format, List<Double> figures) {
    List<Double> sorted = figures.stream().sorted().toList();
    System.out.printf(Locale.ROOT, "| %s | " + format + " | " + format + " | " + format + " |%n", name,
        sorted.getFirst(), sorted.get(sorted.size() / 2), sorted.getLast());
  }

  /** Articles a second of one side. */
  private double round(String prefix, Side side) throws Exception {
    Topics topics = Topics.withPrefix(prefix);
    KafkaSettings usual = KafkaSettings.at(broker.bootstrapServers());
    var kafka = new KafkaSettings(usual.raw(), topics, usual.replicationFactor());
    try (Admin admin = kafka.admin()) {
      new TopicProvisioner(admin, kafka.replicationFactor(), CALL).ensure(topics.all());
      publish(kafka);
      try (AutoCloseable running = side.start(kafka, folder.resolve(prefix))) {
        double speed = speed(admin, topics);
        if (prefix.startsWith("whole1.")) {
          System.out.printf("of %d articles %d name the pair; records of stories: %d%n", articles.size(),
              count(kafka, topics.detections()), count(kafka, topics.stories()));
        }
        return speed;
      } finally {
        admin.deleteTopics(topics.all().stream().map(Topic::name).toList()).all().get();
      }
    }
  }

  private static AutoCloseable processor(KafkaSettings kafka, Path stateDir) {
    var context = new RoleContext(kafka, Clock.systemUTC(), new SimpleMeterRegistry(), new Health(), bug -> {
      throw new IllegalStateException(bug);
    });
    var app = new ProcessorApp(ProcessorConfig.of(WATCHES, stateDir), context);
    app.start();
    return app;
  }

  private void publish(KafkaSettings kafka) {
    Topic<Article> topic = kafka.topics().articles();
    Map<String, Object> settings = kafka.producerSettings("benchmark");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, false); // not what is measured
    try (var producer = new KafkaProducer<>(settings, new StringSerializer(), topic.values().serializer())) {
      for (int i = 0; i < articles.size(); i++) {
        producer.send(topic.record(articles.get(i)));
        if (i % 500 == 499) {
          producer.flush();
        }
      }
    }
  }

  private double speed(Admin admin, Topics topics) throws Exception {
    String group = topics.articles().name().replace("articles", "processor");
    List<TopicPartition> partitions = IntStream.range(0, topics.articles().partitions())
        .mapToObj(partition -> new TopicPartition(topics.articles().name(), partition)).toList();
    // What is there, not what was sent: a batch whose answer was late may be missing.
    long all = admin
        .listOffsets(partitions.stream().collect(Collectors.toMap(each -> each, each -> OffsetSpec.latest())))
        .all().get().values().stream().mapToLong(end -> end.offset()).sum();
    long from = 0;
    long began = 0;
    while (true) {
      Map<TopicPartition, OffsetAndMetadata> committed =
          admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
      long now = System.nanoTime();
      long done = partitions.stream().map(committed::get).filter(each -> each != null).mapToLong(each -> each.offset())
          .sum();
      if (began == 0 && done >= all / 10) {
        from = done;
        began = now;
      }
      if (done >= all) {
        return (done - from) * 1e9 / (now - began);
      }
      Thread.sleep(10);
    }
  }

  private static int count(KafkaSettings kafka, Topic<?> topic) {
    int[] count = {0};
    try (var reader = new TopicReader<>(kafka, "benchmark", topic, CALL)) {
      reader.readToEnd(record -> count[0]++);
    }
    return count[0];
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
