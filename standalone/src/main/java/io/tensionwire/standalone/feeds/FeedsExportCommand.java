package io.tensionwire.standalone.feeds;

import io.tensionwire.ingest.opml.OpmlWriter;
import io.tensionwire.model.Feed;
import io.tensionwire.standalone.cli.ClusterOption;
import io.tensionwire.standalone.process.RunFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code feeds export}: the list for another reader, or for another cluster of ours. */
@Command(
    name = "export",
    description = {
      "Write the feeds as OPML 2.0, which other readers take; 'feeds import' gives the same feeds again.",
      "Secrets are in it as $${NAME}, as they are on the topic."
    })
final class FeedsExportCommand implements Callable<Integer> {

  private final Clock clock;

  @Parameters(paramLabel = "FILE", arity = "0..1", description = "Where to write it; standard output if absent.")
  private @Nullable Path file;

  @Mixin private ClusterOption cluster = new ClusterOption();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  FeedsExportCommand() {
    this(Clock.systemUTC());
  }

  FeedsExportCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() {
    Collection<Feed> feeds = FeedsOnTopic.open(cluster).feeds().values().values();
    String list = OpmlWriter.write(feeds, "Feeds of Tensionwire", clock.instant());
    if (file == null) {
      spec.commandLine().getOut().print(list);
      spec.commandLine().getOut().flush();
      return ExitCode.OK;
    }
    try {
      Files.writeString(file, list);
    } catch (IOException e) {
      throw new RunFailure(file + " cannot be written: " + e.getMessage());
    }
    spec.commandLine().getOut().println(feeds.size() + (feeds.size() == 1 ? " feed" : " feeds") + " in " + file);
    return ExitCode.OK;
  }
}
