package io.tensionwire.standalone.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tensionwire.broker.EmbeddedBroker;
import io.tensionwire.model.Watch;
import io.tensionwire.processor.ProcessorApp;
import io.tensionwire.processor.ProcessorConfig;
import io.tensionwire.service.Health;
import io.tensionwire.service.RoleContext;
import io.tensionwire.service.kafka.KafkaSettings;
import io.tensionwire.standalone.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** An editor's commands against a broker, and a processor that hears of them. */
@Timeout(120)
class WatchCommandIT {

  private static final String FIRST = WatchCommandTest.GOOD;
  private static final String SECOND = FIRST + "      - relations soured\n";

  @TempDir Path folder;
  private EmbeddedBroker broker;
  private KafkaSettings kafka;

  @BeforeEach
  void start() {
    broker = EmbeddedBroker.start(folder.resolve("broker"));
    kafka = KafkaSettings.at(broker.bootstrapServers());
  }

  @AfterEach
  void stop() {
    broker.close();
  }

  @Test
  void aPushSaysWhatIsLiveAndWhatWasBefore() throws IOException {
    Said first = say("push", write(FIRST), "--pushed-by", "desk", "--bootstrap", broker.bootstrapServers());
    Said second = say("push", write(SECOND), "--pushed-by", "night desk", "--bootstrap", broker.bootstrapServers());
    Said again = say("push", write(SECOND), "--bootstrap", broker.bootstrapServers());

    assertThat(first.exitCode()).as(first.err()).isZero();
    assertThat(first.out()).endsWith(
        "north-south is live: version " + Watch.version(FIRST) + "\nbefore: none\n");
    assertThat(second.out()).endsWith("north-south is live: version " + Watch.version(SECOND) + "\nbefore: version "
        + Watch.version(FIRST) + ", pushed 22 Nov 2026 07:51:00 KST by desk\n");
    assertThat(again.exitCode()).isZero();
    assertThat(again.out()).endsWith("north-south is live already: version " + Watch.version(SECOND)
        + ", pushed 22 Nov 2026 07:51:00 KST by night desk\n");
  }

  @Test
  void aFileThatWasReplacedGoesBackOnlyByForce() throws IOException {
    say("push", write(FIRST), "--bootstrap", broker.bootstrapServers());
    say("push", write(SECOND), "--bootstrap", broker.bootstrapServers());

    Said refused = say("push", write(FIRST), "--bootstrap", broker.bootstrapServers());
    Said forced = say("push", write(FIRST), "--force", "--bootstrap", broker.bootstrapServers());

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("was live before, until version " + Watch.version(SECOND)).contains("--force");
    assertThat(forced.exitCode()).isZero();
    assertThat(forced.out()).contains("is live: version " + Watch.version(FIRST));
  }

  @Test
  void theListShowsWhatIsLiveInAlignedColumns() throws IOException {
    say("push", write(FIRST), "--pushed-by", "desk", "--bootstrap", broker.bootstrapServers());

    Said listed = say("list", "--bootstrap", broker.bootstrapServers());

    assertThat(listed.out().lines()).containsExactly(
        "ID           VERSION                   PUSHED                    BY    STATE",
        "north-south  " + Watch.version(FIRST) + "  22 Nov 2026 07:51:00 KST  desk  ok");
  }

  @Test
  void aRemovedWatchIsGone() throws IOException {
    say("push", write(FIRST), "--pushed-by", "desk", "--bootstrap", broker.bootstrapServers());

    Said removed = say("remove", "north-south", "--bootstrap", broker.bootstrapServers());
    Said again = say("remove", "north-south", "--bootstrap", broker.bootstrapServers());

    assertThat(removed.out()).startsWith("north-south is removed: it was version " + Watch.version(FIRST));
    assertThat(say("list", "--bootstrap", broker.bootstrapServers()).out().lines()).hasSize(1);
    assertThat(again.exitCode()).isEqualTo(2);
    assertThat(again.err()).contains("there is no watch north-south");
  }

  @Test
  void aClusterThatIsAwayIsAFailureInOneLine() throws IOException {
    String away = broker.bootstrapServers();
    broker.close();

    long start = System.nanoTime();
    Said said = say("list", "--bootstrap", away);

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(40));
    assertThat(said.exitCode()).isEqualTo(1);
    assertThat(said.err()).startsWith("tensionwire: Kafka at " + away + " does not answer").hasLineCount(1);
  }

  @Test
  void aProcessorJudgesByWhatTheCommandPushed() throws IOException {
    Path watches = Files.createDirectories(folder.resolve("watches"));
    Files.writeString(watches.resolve("north-south.yaml"), FIRST);
    var health = new Health();
    var meters = new SimpleMeterRegistry();
    var context = new RoleContext(kafka, Clock.systemUTC(), meters, health, bug -> {});
    try (var app = new ProcessorApp(ProcessorConfig.of(watches, folder.resolve("state")), context)) {
      app.start();
      await().atMost(Duration.ofSeconds(30)).until(health::ready);

      assertThat(say("push", write(SECOND), "--bootstrap", broker.bootstrapServers()).exitCode()).isZero();

      await().atMost(Duration.ofSeconds(10)).until(() -> meters.find("tensionwire.processor.watches")
          .tags("version", Watch.version(SECOND)).gauge() != null);
    }
  }

  @Test
  void theBrokerOfARunIsFoundByItsFolder() throws IOException {
    Files.writeString(folder.resolve("broker/bootstrap.servers"), broker.bootstrapServers() + "\n");

    Said said = say("push", write(FIRST));

    assertThat(said.exitCode()).as(said.err()).isZero();
  }

  private String write(String yaml) throws IOException {
    return Files.writeString(folder.resolve("watch.yaml"), yaml).toString();
  }

  private Said say(String command, String... arguments) throws IOException {
    Path config = Files.writeString(
        folder.resolve("tensionwire.yaml"), "embedded:\n  data: " + folder.resolve("broker") + "\n");
    var out = new StringWriter();
    var err = new StringWriter();
    var watch = new WatchCommand(
        Clock.fixed(Instant.parse("2026-11-21T22:51:00Z"), ZoneOffset.UTC), ZoneId.of("Asia/Seoul"));
    CommandLine line = Main.commandLine(new PrintWriter(out, true), new PrintWriter(err, true));
    String[] all = new String[arguments.length + 3];
    all[0] = command;
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    all[arguments.length + 1] = "--config";
    all[arguments.length + 2] = config.toString();
    int exitCode = new CommandLine(watch)
        .setOut(line.getOut()).setErr(line.getErr())
        .setExecutionExceptionHandler(line.getExecutionExceptionHandler())
        .execute(all);
    return new Said(exitCode, out.toString(), err.toString());
  }

  private record Said(int exitCode, String out, String err) {}
}
