package io.tensionwire.standalone.proof;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tensionwire.broker.EmbeddedBroker;
import io.tensionwire.ingest.IngestApp;
import io.tensionwire.ingest.config.IngestConfig;
import io.tensionwire.model.Topics;
import io.tensionwire.service.Health;
import io.tensionwire.service.RoleContext;
import io.tensionwire.service.config.Configuration;
import io.tensionwire.service.kafka.KafkaSettings;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/**
 * Ingest and an embedded broker in one process, which says every ten seconds how it is: {@code <config> <data> <port>}.
 * It ends when it is killed, or with code 1 at a bug.
 */
final class LoadMain {

  private static final Duration SAY_EVERY = Duration.ofSeconds(10);

  private LoadMain() {}

  public static void main(String[] arguments) throws Exception {
    try (var broker = EmbeddedBroker.start(Path.of(arguments[1]), Integer.parseInt(arguments[2]))) {
      System.out.println(BrokerMain.READY);
      var kafka = new KafkaSettings(
          Map.of("bootstrap.servers", broker.bootstrapServers()), Topics.withPrefix("news."), (short) -1);
      var meters = new SimpleMeterRegistry();
      var health = new Health();
      IngestConfig config = IngestConfig.from(Configuration.load(Path.of(arguments[0]), Map.of()).section("ingest"));
      try (var app = new IngestApp(config, new RoleContext(kafka, Clock.systemUTC(), meters, health, LoadMain::fail))) {
        app.start();
        while (true) {
          TimeUnit.MILLISECONDS.sleep(SAY_EVERY.toMillis());
          System.out.println(figures(meters, health));
        }
      }
    }
  }

  private static void fail(Throwable bug) {
    LoggerFactory.getLogger(LoadMain.class).atError().setCause(bug).log("ingest failed");
    Runtime.getRuntime().halt(1);
  }

  private static String figures(SimpleMeterRegistry meters, Health health) throws IOException {
    long peak = ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage).mapToLong(usage -> usage.getUsed()).sum();
    long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    var cpu = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    long gc = ManagementFactory.getGarbageCollectorMXBeans().stream().mapToLong(bean -> bean.getCollectionTime()).sum();
    return String.format(
        Locale.ROOT,
        "FIGURES heap %d MB, peak %d MB, rss %s, peak %s, cpu %.1f s, gc %.1f s, polls %.0f, articles %.0f, "
            + "dead letters %.0f, %s",
        used >> 20, peak >> 20, status("VmRSS"), status("VmHWM"), cpu.toMillis() / 1000.0, gc / 1000.0,
        count(meters, "tensionwire.ingest.polls"), count(meters, "tensionwire.ingest.articles"),
        count(meters, "tensionwire.ingest.dead.letters"), health.states());
  }

  private static double count(SimpleMeterRegistry meters, String name) {
    return meters.find(name).counters().stream().mapToDouble(Counter::count).sum();
  }

  /** As Linux says; elsewhere unknown. */
  private static String status(String key) throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return "?";
    }
    for (String line : Files.readAllLines(status)) {
      if (line.startsWith(key + ":")) {
        return Long.parseLong(line.replaceAll("\\D", "")) / 1024 + " MB";
      }
    }
    return "?";
  }
}
