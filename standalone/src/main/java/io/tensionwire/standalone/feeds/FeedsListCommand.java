package io.tensionwire.standalone.feeds;

import io.tensionwire.model.Feed;
import io.tensionwire.model.FeedState;
import io.tensionwire.service.kafka.TopicTable;
import io.tensionwire.standalone.cli.ClusterOption;
import io.tensionwire.standalone.cli.JsonLine;
import io.tensionwire.standalone.cli.Table;
import io.tensionwire.standalone.process.Terminal;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code feeds list}: the feeds and how they are. */
@Command(
    name = "list",
    description = "Show the feeds of a cluster and how they are, as their owners last wrote it.")
final class FeedsListCommand implements Callable<Integer> {

  private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);
  private static final DateTimeFormatter THIS_YEAR = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter EARLIER = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter ZONE = DateTimeFormatter.ofPattern("z", Locale.ENGLISH);
  private static final int HEALTH_COLUMN = 2;

  private final Clock clock;
  private final ZoneId zone;
  private final Terminal terminal;

  @Option(names = "--sick", description = "Those that bring nothing first, then those with something odd about them.")
  private boolean sickFirst;

  @Option(names = "--jsonl", description = "One line of JSON for each feed.")
  private boolean jsonl;

  @Mixin private ClusterOption cluster = new ClusterOption();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  FeedsListCommand() {
    this(Clock.systemUTC(), ZoneId.systemDefault(), Terminal.ofProcess());
  }

  FeedsListCommand(Clock clock, ZoneId zone, Terminal terminal) {
    this.clock = clock;
    this.zone = zone;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    var topic = FeedsOnTopic.open(cluster);
    TopicTable<Feed> feeds = topic.feeds();
    Map<String, FeedState> states = topic.states().values();
    Comparator<FeedLine> byId = Comparator.comparing(line -> line.feed().id());
    List<FeedLine> lines = feeds.values().values().stream()
        .map(feed -> new FeedLine(feed, states.get(feed.id())))
        .sorted(sickFirst ? Comparator.comparing(FeedLine::condition).thenComparing(byId) : byId)
        .toList();
    if (jsonl) {
      lines.forEach(line -> spec.commandLine().getOut().println(JsonLine.of(line.fields())));
    } else {
      show(lines, feeds);
    }
    return ExitCode.OK;
  }

  private void show(List<FeedLine> lines, TopicTable<Feed> feeds) {
    PrintWriter out = spec.commandLine().getOut();
    String zoneName = ZONE.format(clock.instant().atZone(zone));
    var table = new Table(
        "ID", "OUTLET", "HEALTH", "SINCE", "LAST NEW", "EVERY", "NEXT POLL", "FAILURES", "ERROR (times: " + zoneName + ")");
    for (FeedLine line : lines) {
      FeedState state = line.state();
      Feed feed = line.feed();
      table.add(
          feed.id(), feed.outlet(), line.health(),
          time(state == null ? null : state.healthSince()),
          time(state == null ? null : state.changedAt()),
          every(feed, state),
          feed.paused() ? "-" : time(state == null ? null : state.nextPollAt()),
          state == null || state.failures() == 0 ? "-" : Integer.toString(state.failures()),
          state == null || state.error() == null ? "" : state.error().replaceAll("\\s+", " "));
    }
    feeds.unreadable().forEach(each -> table.add(
        String.valueOf(each.record().key()), "?", "refused", "-", "-", "-", "-", "-",
        each.reason() + "; mend it with feeds add or feeds remove"));
    Map<String, FeedLine.Condition> conditions =
        lines.stream().collect(Collectors.toMap(line -> line.feed().id(), FeedLine::condition));
    table.print(out, (column, row, padded) ->
        column == HEALTH_COLUMN ? coloured(conditions.get(row.getFirst()), padded) : padded);
    out.println(terminal.dim(sum(lines)));
  }

  private String coloured(FeedLine.@Nullable Condition condition, String text) {
    return switch (condition) {
      case null -> text;
      case FAILING -> terminal.red(text);
      case ODD -> terminal.yellow(text);
      case WELL -> terminal.green(text);
      case UNKNOWN, PAUSED -> terminal.dim(text);
    };
  }

  private static String sum(List<FeedLine> lines) {
    String parts = lines.stream()
        .collect(Collectors.groupingBy(FeedLine::condition, TreeMap::new, Collectors.counting()))
        .entrySet().stream()
        .map(each -> each.getValue() + " " + each.getKey().words())
        .collect(Collectors.joining(", "));
    return lines.size() + (lines.size() == 1 ? " feed" : " feeds") + (parts.isEmpty() ? "" : ": " + parts);
  }

  private static String every(Feed feed, @Nullable FeedState state) {
    Duration configured = feed.interval();
    Duration learnt = state == null ? null : state.learntInterval();
    return configured != null ? FeedLine.text(configured) + " set"
        : learnt != null ? FeedLine.text(learnt) + " learnt" : "-";
  }

  private String time(@Nullable Instant instant) {
    if (instant == null) {
      return "-";
    }
    ZonedDateTime time = instant.atZone(zone);
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    return (time.toLocalDate().equals(today) ? TODAY : time.getYear() == today.getYear() ? THIS_YEAR : EARLIER).format(time);
  }
}
