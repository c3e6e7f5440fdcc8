package io.tensionwire.standalone.feeds;

import io.tensionwire.ingest.config.IngestConfig;
import io.tensionwire.model.Feed;
import io.tensionwire.model.yaml.Section;
import io.tensionwire.service.config.Configuration;
import io.tensionwire.service.kafka.TopicTable;
import io.tensionwire.standalone.cli.ClusterOption;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code feeds push}: the feeds of a configuration file. */
@Command(
    name = "push",
    description = {
      "Put the feeds of a configuration file on the topic that it does not know. Those that it knows otherwise, and those",
      "that were removed, stay so unless --force is given. Feeds that the file does not name stay."
    })
final class FeedsPushCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "A configuration, such as config/tensionwire.yaml.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Path file;

  @Option(names = "--force", description = "Also those that the topic knows otherwise or has removed: restores the file.")
  private boolean force;

  @Mixin private ClusterOption cluster = new ClusterOption();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    Section ingest = Configuration.load(file, System.getenv()).section("ingest");
    List<Feed> feeds = IngestConfig.from(ingest).feeds();
    ingest.rejectUnknownKeys();
    var topic = FeedsOnTopic.open(cluster);
    TopicTable<Feed> known = topic.feeds();

    PrintWriter out = spec.commandLine().getOut();
    List<Feed> pushed = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    int same = 0;
    for (Feed feed : feeds) {
      Feed live = known.values().get(feed.id());
      if (feed.equals(live)) {
        same++;
        continue;
      }
      boolean removed = known.removed().contains(feed.id());
      boolean isNew = live == null && !removed;
      if (isNew || force) {
        pushed.add(feed);
        lines.add(feed.id() + (isNew ? " is added" : " is restored"));
      } else {
        lines.add(feed.id() + (removed ? " was removed" : " is otherwise on the topic") + "; --force restores it");
      }
    }
    topic.put(pushed);
    lines.forEach(out::println);
    out.println(pushed.size() + " pushed, " + same + " the same, " + (lines.size() - pushed.size()) + " left as they are");
    return ExitCode.OK;
  }
}
