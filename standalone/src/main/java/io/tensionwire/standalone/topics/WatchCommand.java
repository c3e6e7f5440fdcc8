package io.tensionwire.standalone.topics;

import io.tensionwire.detection.watch.WatchReader;
import io.tensionwire.detection.watch.WatchReview.Warning;
import io.tensionwire.detection.watch.WatchReview;
import io.tensionwire.detection.watch.WatchRules;
import io.tensionwire.model.Watch;
import io.tensionwire.model.yaml.YamlException;
import io.tensionwire.processor.WatchTopic.Pushed;
import io.tensionwire.processor.WatchTopic;
import io.tensionwire.service.kafka.KafkaSettings;
import io.tensionwire.service.kafka.TopicProvisioner;
import io.tensionwire.service.kafka.TopicTable;
import io.tensionwire.standalone.cli.ClusterOption;
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
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code watch check | push | list | remove}: watches as editors handle them. */
@Command(name = "watch", description = "Watches: check a file, put it live, see what is live.")
public final class WatchCommand implements Runnable {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm:ss z", Locale.ENGLISH);

  private final Clock clock;
  private final ZoneId zone;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  WatchCommand() {
    this(Clock.systemUTC(), ZoneId.systemDefault());
  }

  WatchCommand(Clock clock, ZoneId zone) {
    this.clock = clock;
    this.zone = zone;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say check, push, list or remove");
  }

  @Command(
      name = "check",
      description = {
        "Say what is wrong in watch files, each mistake with its line, and what an editor should look at.",
        "Warnings keep no watch from being used. Exit code 2 where a file has mistakes."
      })
  int check(@Parameters(paramLabel = "FILE", arity = "1..*", description = "Watch files.") List<Path> files) {
    boolean right = true;
    for (Path file : files) {
      right &= read(file) != null;
    }
    return right ? ExitCode.OK : ExitCode.USAGE;
  }

  @Command(
      name = "push",
      description = {
        "Check a watch and put it on the topic: every processor judges by it within a second.",
        "A file that was live before and was replaced is refused, lest an old copy undo what somebody pushed since."
      })
  int push(
      @Parameters(paramLabel = "FILE", description = "The watch.") Path file,
      @Option(names = "--force", description = "Also a version that was replaced: restores the file.") boolean force,
      @Option(names = "--pushed-by", paramLabel = "NAME", defaultValue = "${sys:user.name}",
          description = "Who pushes, as others will see it; ${DEFAULT-VALUE} if absent.") String pushedBy,
      @Mixin ClusterOption cluster) throws InterruptedException {
    Read read = read(file);
    if (read == null) {
      return ExitCode.USAGE;
    }
    KafkaSettings kafka = withTopic(cluster.kafka());
    var watch =
        new Watch(read.rules().id(), "", read.source(), clock.instant().truncatedTo(ChronoUnit.MILLIS), pushedBy);
    var topic = new WatchTopic(kafka, TIMEOUT);
    Pushed pushed;
    try {
      pushed = force ? topic.restore(watch) : topic.push(watch);
    } catch (RecordTooLargeException e) {
      spec.commandLine().getErr().println(file + ": is too large for the topic " + kafka.topics().watches().name());
      return ExitCode.USAGE;
    } catch (KafkaException e) {
      throw noAnswer(kafka, e);
    }
    return tell(file, pushed);
  }

  private int tell(Path file, Pushed pushed) {
    PrintWriter out = spec.commandLine().getOut();
    switch (pushed) {
      case Pushed.Live(@Nullable Watch before, Watch now) -> {
        out.println(now.id() + " is live: version " + now.version());
        out.println("before: " + (before == null ? "none" : "version " + before.version() + ", " + origin(before)));
      }
      case Pushed.Same(Watch live) ->
          out.println(live.id() + " is live already: version " + live.version() + ", " + origin(live));
      case Pushed.Outdated(Watch live) -> {
        spec.commandLine().getErr().println(
            file + ": was live before, until version " + live.version() + ", " + origin(live)
                + "; --force puts the file back in its place");
        return ExitCode.USAGE;
      }
    }
    return ExitCode.OK;
  }

  @Command(name = "list", description = "Show the watches on the topic.")
  int list(@Mixin ClusterOption cluster) {
    TopicTable<Watch> table = table(withTopic(cluster.kafka()));
    var rows = new Table("ID", "VERSION", "PUSHED", "BY", "STATE");
    new TreeMap<>(table.values()).forEach((id, watch) ->
        rows.add(id, watch.version(), time(watch.pushedAt()), watch.pushedBy(), state(watch)));
    table.unreadable().forEach(each ->
        rows.add(String.valueOf(each.record().key()), "?", time(Instant.ofEpochMilli(each.record().timestamp())), "?",
            "refused: " + each.reason()));
    rows.print(spec.commandLine().getOut());
    return ExitCode.OK;
  }

  @Command(
      name = "remove",
      description = {
        "Take a watch off the topic: no processor judges by it from then on. Its stories stay.",
        "Remove its file from processor.watches too: a topic that has forgotten the watch is seeded from the file."
      })
  int remove(
      @Parameters(paramLabel = "ID", description = "The watch, such as korea-russia.") String id,
      @Mixin ClusterOption cluster) throws InterruptedException {
    KafkaSettings kafka = withTopic(cluster.kafka());
    Watch removed;
    try {
      removed = new WatchTopic(kafka, TIMEOUT).remove(id);
    } catch (KafkaException e) {
      throw noAnswer(kafka, e);
    }
    if (removed == null) {
      spec.commandLine().getErr().println("tensionwire: there is no watch " + id + " (see: tensionwire watch list)");
      return ExitCode.USAGE;
    }
    spec.commandLine().getOut().println(id + " is removed: it was version " + removed.version() + ", " + origin(removed));
    return ExitCode.OK;
  }

  /** A watch that is right. */
  private record Read(String source, WatchRules rules) {}

  /** Reads a file and says what is to be said about it; {@code null} where it is not right. */
  private @Nullable Read read(Path file) {
    PrintWriter errors = spec.commandLine().getErr();
    String source;
    try {
      source = Files.readString(file);
    } catch (IOException e) {
      errors.println(file + ": cannot be read as UTF-8 text");
      return null;
    }
    try {
      List<Warning> warnings = WatchReview.of(source, file.toString());
      WatchRules rules = WatchReader.read(source, file.toString());
      warnings.forEach(warning -> errors.println(file + ":" + warning.line() + ": warning: " + warning.text()));
      spec.commandLine().getOut().println(
          file + ": " + rules.id() + " is right: version " + Watch.version(source) + ", "
              + count(rules.signals().size(), "signal") + ", " + count(warnings.size(), "warning"));
      return new Read(source, rules);
    } catch (YamlException e) {
      e.mistakes().forEach(mistake -> errors.println(mistake.getMessage()));
      errors.println(file + ": " + count(e.mistakes().size(), "mistake"));
      return null;
    }
  }

  private static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  private static String state(Watch watch) {
    try {
      WatchReader.read(watch.source(), watch.id() + ".yaml");
      return "ok";
    } catch (YamlException e) {
      return "refused: " + e.mistakes().getFirst().getMessage();
    }
  }

  private String origin(Watch watch) {
    return "pushed " + time(watch.pushedAt()) + (watch.pushedBy().isEmpty() ? "" : " by " + watch.pushedBy());
  }

  private String time(Instant instant) {
    return TIME.format(instant.atZone(zone));
  }

  /** The topic may not be there yet: an editor may be earlier than the first processor. */
  private static KafkaSettings withTopic(KafkaSettings kafka) {
    for (TopicProvisioner.State state :
        TopicsCommand.found(kafka, TopicProvisioner::ensure, List.of(kafka.topics().watches()))) {
      if (!state.problems().isEmpty()) {
        throw new RunFailure("topic " + state.topic().name() + " " + String.join(" and ", state.problems()));
      }
    }
    return kafka;
  }

  private static TopicTable<Watch> table(KafkaSettings kafka) {
    try {
      return new WatchTopic(kafka, TIMEOUT).read();
    } catch (KafkaException e) {
      throw noAnswer(kafka, e);
    }
  }

  private static RunFailure noAnswer(KafkaSettings kafka, KafkaException e) {
    return new RunFailure("Kafka at " + kafka.bootstrapServers() + ": " + e.getMessage());
  }
}
