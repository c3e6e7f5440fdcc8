package io.tensionwire.standalone.feeds;

import io.tensionwire.model.Feed;
import io.tensionwire.service.kafka.TopicTable;
import io.tensionwire.standalone.cli.ClusterOption;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code feeds …}: what is polled, changed while it runs. */
@Command(
    name = "feeds",
    description = "Feeds: see how they are, add, pause and remove them while ingest runs, exchange them as OPML.",
    subcommands = {
      FeedsListCommand.class,
      FeedsAddCommand.class,
      FeedsImportCommand.class,
      FeedsExportCommand.class,
      FeedsPushCommand.class
    })
public final class FeedsCommand implements Runnable {

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "say list, add, pause, resume, remove, import, export or push");
  }

  @Command(
      name = "pause",
      description = "Stop polling feeds. What is known of them is kept, so that nothing is told twice afterwards.")
  int pause(
      @Parameters(paramLabel = "ID", arity = "1..*", description = "Feeds, such as yna.co.kr/english.") List<String> ids,
      @Mixin ClusterOption cluster) throws InterruptedException {
    return pause(ids, cluster, true);
  }

  @Command(name = "resume", description = "Poll paused feeds again.")
  int resume(
      @Parameters(paramLabel = "ID", arity = "1..*", description = "Feeds, such as yna.co.kr/english.") List<String> ids,
      @Mixin ClusterOption cluster) throws InterruptedException {
    return pause(ids, cluster, false);
  }

  private int pause(List<String> ids, ClusterOption cluster, boolean paused) throws InterruptedException {
    var topic = FeedsOnTopic.open(cluster);
    TopicTable<Feed> feeds = topic.feeds();
    if (!all(ids, feeds.values().keySet())) {
      return ExitCode.USAGE;
    }
    List<Feed> changed = new ArrayList<>();
    String state = paused ? "paused" : "polled again";
    PrintWriter out = spec.commandLine().getOut();
    for (String id : new LinkedHashSet<>(ids)) {
      Feed feed = feeds.values().get(id);
      if (feed != null && feed.paused() != paused) {
        changed.add(feed.toBuilder().paused(paused).build());
      }
    }
    topic.put(changed);
    for (String id : new LinkedHashSet<>(ids)) {
      boolean isChanged = changed.stream().anyMatch(feed -> feed.id().equals(id));
      out.println(id + (isChanged ? " is " + state : paused ? " was paused already" : " was not paused"));
    }
    return ExitCode.OK;
  }

  @Command(
      name = "remove",
      description = {
        "Take feeds off the topic: they are polled no more, and what is known of them is forgotten. Their articles stay.",
        "Remove them from ingest.feeds too: a topic that has forgotten them is seeded from the file."
      })
  int remove(
      @Parameters(paramLabel = "ID", arity = "1..*", description = "Feeds, such as yna.co.kr/english.") List<String> ids,
      @Mixin ClusterOption cluster) throws InterruptedException {
    var topic = FeedsOnTopic.open(cluster);
    TopicTable<Feed> feeds = topic.feeds();
    Set<String> known = new TreeSet<>(feeds.values().keySet());
    feeds.unreadable().forEach(each -> known.add(String.valueOf(each.record().key())));
    if (!all(ids, known)) {
      return ExitCode.USAGE;
    }
    topic.remove(new LinkedHashSet<>(ids));
    for (String id : new LinkedHashSet<>(ids)) {
      Feed feed = feeds.values().get(id);
      spec.commandLine().getOut().println(id + " is removed" + (feed == null ? "" : ": it was " + feed.url()));
    }
    return ExitCode.OK;
  }

  /** All or nothing: half a change is worse than none. */
  private boolean all(List<String> ids, Set<String> known) {
    List<String> missing = ids.stream().filter(id -> !known.contains(id)).distinct().toList();
    for (String id : missing) {
      spec.commandLine().getErr().println("tensionwire: " + FeedsOnTopic.unknown(id, known));
    }
    return missing.isEmpty();
  }
}
