package io.tensionwire.standalone.feeds;

import io.tensionwire.ingest.fetch.FetchSettings;
import io.tensionwire.ingest.opml.Imported.Outcome;
import io.tensionwire.ingest.opml.Imported;
import io.tensionwire.ingest.opml.OpmlReader;
import io.tensionwire.model.Feed;
import io.tensionwire.standalone.cli.ClusterOption;
import io.tensionwire.standalone.cli.Table;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code feeds import}: the list of another reader. */
@Command(
    name = "import",
    description = {
      "Add the feeds of an OPML file, 1.0 or 2.0, damaged ones too. Feeds that are known stay as they are.",
      "Exit code 2 where nothing in the file is a feed; feeds that were refused are in the report."
    })
final class FeedsImportCommand implements Callable<Integer> {

  private static final long MOST_BYTES = 20L * 1024 * 1024;

  @Parameters(paramLabel = "FILE", description = "The list.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Path file;

  @Option(names = "--dry-run", description = "Only say what would be added.")
  private boolean dryRun;

  @Mixin private ClusterOption cluster = new ClusterOption();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter err = spec.commandLine().getErr();
    byte[] list;
    try {
      if (Files.size(file) > MOST_BYTES) {
        err.println("tensionwire: " + file + " is larger than " + MOST_BYTES / 1024 / 1024 + " MB: no list of feeds");
        return ExitCode.USAGE;
      }
      list = Files.readAllBytes(file);
    } catch (IOException e) {
      err.println("tensionwire: " + file + " cannot be read");
      return ExitCode.USAGE;
    }
    boolean allowPrivate = FetchSettings.from(cluster.ingest()).privateAddresses().all();
    var topic = FeedsOnTopic.open(cluster);
    List<Imported> found = new OpmlReader(topic.feeds().values().values(), allowPrivate).read(list);
    if (found.isEmpty()) {
      err.println("tensionwire: " + file + " holds no feeds: an OPML file has outlines with an xmlUrl");
      return ExitCode.USAGE;
    }
    List<Feed> added = found.stream()
        .filter(each -> each.outcome() == Outcome.NEW).map(Imported::feed).filter(Objects::nonNull).toList();
    if (!dryRun) {
      topic.put(added);
    }
    report(found);
    return ExitCode.OK;
  }

  private void report(List<Imported> found) {
    PrintWriter out = spec.commandLine().getOut();
    var table = new Table("RESULT", "ID", "TITLE", "ADDRESS", "WHY");
    for (Imported each : found) {
      Feed feed = each.feed();
      table.add(
          each.outcome() == Outcome.NEW ? (dryRun ? "new" : "added") : each.outcome().name().toLowerCase(Locale.ROOT),
          feed == null || each.outcome() != Outcome.NEW ? "-" : feed.id(), oneLine(each.title()), each.url(), each.reason());
    }
    table.print(out);
    out.println(count(found, Outcome.NEW) + (dryRun ? " would be added, " : " added, ")
        + count(found, Outcome.KNOWN) + " known, " + count(found, Outcome.REFUSED) + " refused");
  }

  private static String oneLine(String title) {
    String line = title.replaceAll("\\s+", " ");
    return line.length() > 40 ? line.substring(0, line.offsetByCodePoints(0, Math.min(39, line.codePointCount(0, line.length())))) + "…" : line;
  }

  private static long count(List<Imported> found, Outcome outcome) {
    return found.stream().filter(each -> each.outcome() == outcome).count();
  }
}
