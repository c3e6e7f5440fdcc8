package io.tensionwire.standalone.feedback;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tensionwire.model.Feedback;
import io.tensionwire.service.kafka.KafkaSettings;
import io.tensionwire.standalone.cli.ClusterOption;
import io.tensionwire.standalone.cli.DurationConverter;
import io.tensionwire.standalone.cli.JsonLine;
import io.tensionwire.standalone.cli.Table;
import io.tensionwire.standalone.process.RunFailure;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code feedback …}: what readers made of alerts. */
@Command(name = "feedback", description = "Feedback: see what readers made of alerts, write it down for the tests of detection.")
public final class FeedbackCommand implements Runnable {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);
  private static final int MOST_HEADLINE = 80;

  private final Clock clock = Clock.systemUTC();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say list or export");
  }

  @Command(name = "list", description = "Show what readers made of alerts, the oldest first.")
  int list(
      @Option(names = "--since", paramLabel = "TIME", converter = DurationConverter.class,
          description = "Of the last 30m, 24h or 7d.") @Nullable Duration since,
      @Option(names = "--jsonl", description = "One line of JSON for each.") boolean jsonl,
      @Mixin ClusterOption cluster) {
    FeedbackOnTopics topics = open(cluster);
    List<Feedback> shown = topics.feedback(from(since)).stream()
        .sorted(Comparator.comparing(Feedback::at).thenComparing(Feedback::alertId)).toList();
    PrintWriter out = spec.commandLine().getOut();
    if (jsonl) {
      shown.forEach(feedback -> out.println(JsonLine.of(feedback)));
      return ExitCode.OK;
    }
    var headlines = topics.alerts(shown.stream().map(Feedback::alertId).collect(Collectors.toSet()));
    var rows = new Table("TIME", "ALERT", "VERDICT", "SIGNALS", "BY", "HEADLINE");
    for (Feedback feedback : shown) {
      var alert = headlines.get(feedback.alertId());
      rows.add(
          TIME.format(feedback.at().atZone(ZoneId.systemDefault())), oneLine(feedback.alertId()),
          oneLine(feedback.verdict()), feedback.signalIds().isEmpty() ? "all" : oneLine(String.join(", ", feedback.signalIds())),
          oneLine(feedback.user()), alert == null ? "(not kept any more)" : oneLine(alert.headline()));
    }
    if (!shown.isEmpty()) {
      rows.print(out);
    }
    out.println(shown.isEmpty() ? "no feedback" : shown.size() == 1 ? "1 answer" : shown.size() + " answers");
    return ExitCode.OK;
  }

  @Command(
      name = "export",
      description = {
        "Write the articles that readers answered to as labelled documents, one line of JSON each, in the form of the labelled "
            + "sets that detection is tested with.",
        "What is not relevant has alert false and no signals; what was acknowledged keeps those of its alert. 'look' names "
            + "the signals that somebody should look at."
      })
  int export(
      @Option(names = "--since", paramLabel = "TIME", converter = DurationConverter.class,
          description = "Answers of the last 24h or 30d; all if absent.") @Nullable Duration since,
      @Option(names = "--out", paramLabel = "FILE", description = "Where to; standard output if absent.")
      @Nullable Path file,
      @Mixin ClusterOption cluster) {
    FeedbackOnTopics topics = open(cluster);
    LabelledExport export = LabelledExport.of(topics.feedback(from(since)), topics);
    List<String> lines = export.documents().stream().map(JsonLine::of).toList();
    if (file == null) {
      lines.forEach(line -> spec.commandLine().getOut().println(line));
    } else {
      try {
        Files.write(file, lines, UTF_8);
      } catch (IOException e) {
        throw new RunFailure(file + " cannot be written: " + e.getMessage());
      }
    }
    PrintWriter err = spec.commandLine().getErr();
    export.missing().forEach(missing -> err.println("tensionwire: " + missing));
    err.println(lines.size() + (lines.size() == 1 ? " document" : " documents")
        + (file == null ? "" : " in " + file)
        + (export.missing().isEmpty() ? "" : ", " + export.missing().size() + " left out"));
    return ExitCode.OK;
  }

  private static FeedbackOnTopics open(ClusterOption cluster) {
    KafkaSettings kafka = cluster.kafka();
    return FeedbackOnTopics.open(kafka);
  }

  private Instant from(@Nullable Duration since) {
    return since == null ? Instant.EPOCH : clock.instant().minus(since);
  }

  /** Words of strangers: no control characters on a terminal. */
  private static String oneLine(String text) {
    String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return line.length() <= MOST_HEADLINE ? line : line.substring(0, MOST_HEADLINE) + "…";
  }
}
