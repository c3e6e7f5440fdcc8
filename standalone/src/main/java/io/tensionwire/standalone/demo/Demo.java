package io.tensionwire.standalone.demo;

import io.tensionwire.broker.EmbeddedBroker;
import io.tensionwire.detection.Detector;
import io.tensionwire.fixtures.samples.Sample;
import io.tensionwire.fixtures.samples.SampleSite;
import io.tensionwire.fixtures.samples.SampleWeb;
import io.tensionwire.fixtures.samples.Samples;
import io.tensionwire.fixtures.slack.FakeSlack;
import io.tensionwire.model.Topics;
import io.tensionwire.service.RoleContext;
import io.tensionwire.service.config.Configuration;
import io.tensionwire.service.config.ConfigurationException;
import io.tensionwire.service.http.HttpConfig;
import io.tensionwire.service.kafka.KafkaSettings;
import io.tensionwire.service.TopicGate;
import io.tensionwire.standalone.process.Ending;
import io.tensionwire.standalone.process.Host;
import io.tensionwire.standalone.process.Logs;
import io.tensionwire.standalone.process.Parts;
import io.tensionwire.standalone.process.Roles;
import io.tensionwire.standalone.process.Terminal;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Everything at once: an empty broker, the sample sites, the roles, and somebody who watches what becomes of it all. */
public final class Demo {

  private static final Duration POLL_INTERVAL = Duration.ofSeconds(2);

  private final Path watches;
  private final int pace;
  private final boolean exit;
  private final PrintStream out;
  private final Terminal terminal = Terminal.ofProcess();
  private final Ending ending = new Ending();

  /**
   * A demo.
   *
   * @param watches the folder of the watch files
   * @param pace how many times faster than the samples say they appear
   * @param exit end when all samples are through, rather than when somebody asks for it
   */
  public Demo(Path watches, int pace, boolean exit, PrintStream out) {
    this.watches = watches;
    this.pace = pace;
    this.exit = exit;
    this.out = out;
  }

  /**
   * Runs until its end.
   *
   * @return the exit code
   */
  public int run() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("tensionwire-demo-");
    Path log = folder.resolve("demo.log");
    Logs.toFile(log);
    try (var signals = ending.onSignal()) {
      boolean complete;
      try (var parts = new Parts()) {
        complete = walk(folder, log, parts);
      }
      int exitCode = complete ? ending.exitCode() : 1;
      if (exitCode == 0) {
        TemporaryFolder.delete(folder);
      } else {
        out.println("Something went wrong; the log is kept: " + log);
      }
      return exitCode;
    }
  }

  /** Returns at the end, with whether all samples came through where that was to be waited for. */
  private boolean walk(Path folder, Path log, Parts parts) throws InterruptedException {
    List<Sample> samples = Samples.all();
    Detector detector = detector();
    out.println(terminal.bold("Tensionwire demo.") + " " + introduction(samples, log));

    EmbeddedBroker broker = parts.add("broker", EmbeddedBroker.start(folder.resolve("broker")));
    KafkaSettings kafka = KafkaSettings.at(broker.bootstrapServers());
    Topics topics = kafka.topics();
    SampleWeb web = parts.add("samples", SampleWeb.start(samples, Clock.systemUTC(), pace));
    FakeSlack slack = parts.add("slack", FakeSlack.start().channel(DemoConfiguration.CHANNEL, "newsroom"));
    out.println("The same messages as Slack shows them: " + terminal.bold(slack.uri().toString()) + "\n");
    Configuration configuration = DemoConfiguration.of(web, slack, watches, folder.resolve("processor"), POLL_INTERVAL);
    Roles roles = Roles.from(configuration);
    HttpConfig http = HttpConfig.from(configuration.section("http"));
    configuration.rejectUnknownKeys();
    Host host = parts.add("operations", new Host(http, ending));
    host.start();
    RoleContext context = host.context(kafka);
    TopicGate.await(context, context.health().check("topics"), topics.all());
    context.health().check("topics").ready();

    var walk = new Walk(samples, detector::judge, line -> out.println(terminal.dim(line)));
    var screen = new Screen(walk, web.complete(), out, terminal, exit ? ending::ask : () -> {});
    parts.add("follower", new TopicFollower(kafka, ending::bug))
        .on(topics.articles(), walk::article)
        .on(topics.detections(), walk::detection)
        .on(topics.stories(), walk::story)
        .on(topics.alerts(), walk::alert)
        .on(topics.deliveries(), walk::delivery)
        .eachRound(screen::look)
        .start();
    roles.start(context, parts);
    ending.await();
    return !exit || screen.complete();
  }

  private Detector detector() {
    Path file = watches.resolve("korea-russia.yaml");
    try {
      return Detector.parse(Files.readString(file), file.toString());
    } catch (IOException e) {
      throw new ConfigurationException("the watch " + file + " cannot be read: " + e.getMessage());
    }
  }

  private String introduction(List<Sample> samples, Path log) {
    return """
        %d invented articles of %d .example outlets, in English, Korean and Russian,
        appear on loopback within %d s. What is worth telling becomes an alert; what is passed over, one line that
        begins with a dot. Nothing leaves this machine. Ctrl-C ends it and leaves nothing behind (log: %s).
        """.formatted(
        samples.size(), SampleSite.values().length,
        samples.stream().mapToLong(sample -> sample.settled().toSeconds()).max().orElse(0) / pace + 1, log);
  }
}
