package io.tensionwire.standalone.backtest;

import static java.util.Objects.requireNonNull;

import io.tensionwire.detection.Detector;
import io.tensionwire.detection.follow.FollowSettings;
import io.tensionwire.model.Watch;
import io.tensionwire.model.yaml.YamlException;
import io.tensionwire.processor.ProcessorConfig;
import io.tensionwire.processor.WatchTopic;
import io.tensionwire.service.config.Configuration;
import io.tensionwire.service.config.ConfigurationException;
import io.tensionwire.service.kafka.KafkaSettings;
import io.tensionwire.standalone.cli.ClusterOption;
import io.tensionwire.standalone.cli.Installation;
import io.tensionwire.standalone.process.RunFailure;
import io.tensionwire.standalone.process.Terminal;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code backtest}: which alerts a draft of a watch would have raised. */
@Command(
    name = "backtest",
    description = {
      "Take articles of before through a draft of a watch: alerts gained and lost against the live one, and why.",
      "Articles are those that Kafka retains; with FILE, JSON lines {\"id\",\"title\",\"text\",\"url\",\"outlet\","
          + "\"language\"?,\"publishedAt\"} in the order of their arrival, without Kafka; the same url again is a "
          + "revision. A folder stands for its *.jsonl files by name, - for standard input.",
      "With --jsonl one line for each article: {\"id\",\"story\",\"alerts\":[{\"kind\",\"severity\"}]}, by the "
          + "draft alone. Nothing is written anywhere."
    })
public final class BacktestCommand implements Callable<Integer> {

  private static final Path SHIPPED = Path.of("config", "watches", "korea-russia.yaml");
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  @SuppressWarnings("NullAway.Init") // picocli sets it
  @Spec
  private CommandSpec spec;

  @Option(names = "--watch", paramLabel = "FILE",
      description = "The draft; korea-russia of this installation if absent.")
  private @Nullable Path watch;

  @Option(names = "--against", paramLabel = "FILE",
      description = "The watch to compare with; the live one if absent, with FILE this installation's of the same id.")
  private @Nullable Path against;

  @Option(names = "--from", paramLabel = "TIME",
      description = "Articles fetched from then on: 2026-11-01 or 2026-11-01T09:00:00Z; all that is retained if absent.")
  private @Nullable String from;

  @Option(names = "--to", paramLabel = "TIME", description = "Articles fetched before then; until now if absent.")
  private @Nullable String to;

  @Option(names = "--jsonl", description = "One line of JSON for each article.")
  private boolean jsonl;

  @Parameters(paramLabel = "FILE", arity = "0..*", description = "Articles as JSON lines; none: from Kafka.")
  private List<Path> files = List.of();

  @Mixin private ClusterOption cluster = new ClusterOption();

  private final InputStream input;
  private final Clock clock;
  private final ZoneId zone;

  public BacktestCommand() {
    this(System.in, Clock.systemUTC(), ZoneId.systemDefault());
  }

  BacktestCommand(InputStream input, Clock clock, ZoneId zone) {
    this.input = input;
    this.clock = clock;
    this.zone = zone;
  }

  @Override
  public Integer call() {
    Path file = watch == null ? Installation.home().resolve(SHIPPED) : watch;
    Rehearsal draft = rehearsal(detector(file));
    if (!files.isEmpty() || jsonl) {
      if (from != null || to != null) {
        throw new ParameterException(
            spec.commandLine(), "--from and --to choose from what Kafka retains; a FILE is taken whole");
      }
      try (ArticleSource articles = lines()) {
        return jsonl ? tell(draft, articles) : compare(rehearsal(installed(draft.watchId())), draft, articles);
      } catch (UncheckedIOException e) {
        throw new RunFailure(requireNonNull(e.getCause()).getMessage() + " cannot be read");
      }
    }
    Instant start = time("--from", from, Instant.EPOCH);
    Instant end = time("--to", to, clock.instant());
    if (!start.isBefore(end)) {
      throw new ParameterException(spec.commandLine(), "--from is not before --to");
    }
    KafkaSettings kafka = cluster.kafka();
    try {
      Rehearsal live = rehearsal(live(draft.watchId(), kafka));
      try (ArticleSource articles = new RetainedArticles(kafka, start, end)) {
        return compare(live, draft, articles);
      }
    } catch (KafkaException e) {
      throw new RunFailure("Kafka at " + kafka.bootstrapServers() + ": " + e.getMessage());
    }
  }

  private int tell(Rehearsal draft, ArticleSource articles) {
    var lines = new StoryLines(draft);
    run(List.of(draft), articles, lines);
    lines.print(spec.commandLine().getOut());
    return ExitCode.OK;
  }

  private int compare(Rehearsal live, Rehearsal draft, ArticleSource articles) {
    var comparison = new Comparison(live, draft);
    Duration took = run(List.of(live, draft), articles, comparison);
    new ComparisonReport(Terminal.ofProcess(), zone)
        .print(comparison, live, draft, took, spec.commandLine().getOut());
    return ExitCode.OK;
  }

  private Duration run(List<Rehearsal> rehearsals, ArticleSource articles, Replay.Audience audience) {
    var progress = new Progress(spec.commandLine().getErr(), System.console() != null, clock);
    new Replay(rehearsals).run(articles, new WatchedAudience(audience, articles, progress));
    progress.done();
    return progress.elapsed();
  }

  /** Followed as the processor of this configuration would. */
  private Rehearsal rehearsal(Detector detector) {
    Configuration configuration = cluster.configuration();
    FollowSettings settings = ProcessorConfig.from(
        configuration.section("processor"), configuration.section("alerts"), Installation.home()).following();
    return new Rehearsal(detector, settings);
  }

  private ArticleSource lines() {
    if (files.isEmpty() || files.equals(List.of(Path.of("-")))) {
      return new JsonLines(input, -1, clock.instant());
    }
    try {
      List<Path> found = ArticleFiles.of(files);
      return new JsonLines(ArticleFiles.open(found), ArticleFiles.size(found), clock.instant());
    } catch (IOException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage() + " cannot be read", e);
    }
  }

  /** What the draft is compared with where there is no Kafka: the file of the same id. */
  private Detector installed(String id) {
    return detector(
        against == null ? Installation.home().resolve("config").resolve("watches").resolve(id + ".yaml") : against);
  }

  private Detector live(String id, KafkaSettings kafka) {
    if (against != null) {
      return detector(against);
    }
    Watch live = new WatchTopic(kafka, TIMEOUT).read().values().get(id);
    if (live == null) {
      throw new ConfigurationException(
          "there is no live watch " + id + " to compare with: name one with --against (see: tensionwire watch list)");
    }
    return Detector.of(live);
  }

  /** @throws ConfigurationException with all that is wrong in the file */
  private static Detector detector(Path file) {
    try {
      return Detector.parse(Files.readString(file), file.toString());
    } catch (IOException e) {
      throw new ConfigurationException("watch " + file + " cannot be read");
    }
  }

  private Instant time(String option, @Nullable String text, Instant absent) {
    if (text == null) {
      return absent;
    }
    try {
      return text.contains("T") ? Instant.parse(text) : LocalDate.parse(text).atStartOfDay(zone).toInstant();
    } catch (DateTimeException e) {
      throw new ParameterException(
          spec.commandLine(), option + " " + text + " is no time: write 2026-11-01 or 2026-11-01T09:00:00Z", e);
    }
  }
}
