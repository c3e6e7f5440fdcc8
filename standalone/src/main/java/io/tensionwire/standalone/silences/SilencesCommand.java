package io.tensionwire.standalone.silences;

import io.tensionwire.alerts.route.Matcher;
import io.tensionwire.model.Id;
import io.tensionwire.model.Silence;
import io.tensionwire.model.yaml.Nearest;
import io.tensionwire.service.kafka.TopicTable;
import io.tensionwire.standalone.cli.ClusterOption;
import io.tensionwire.standalone.cli.DurationConverter;
import io.tensionwire.standalone.cli.JsonLine;
import io.tensionwire.standalone.cli.Table;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code silences …}: what nobody wants to hear for a while. */
@Command(name = "silences", description = "Silences: alerts that nobody is told of for a while.")
public final class SilencesCommand implements Runnable {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter OTHER_YEAR = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.ENGLISH);

  private final Clock clock;
  private final ZoneId zone;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  public SilencesCommand() {
    this(Clock.systemUTC(), ZoneId.systemDefault());
  }

  SilencesCommand(Clock clock, ZoneId zone) {
    this.clock = clock;
    this.zone = zone;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say add, list or expire");
  }

  @Command(
      name = "add",
      description = {
        "Tell nobody of alerts that match all of these, until the time is over. It holds within a second.",
        "Example: silences add 'story = 8f3a…' --for 2h --comment 'known since Monday'"
      })
  int add(
      @Parameters(paramLabel = "MATCHER", arity = "1..*",
          description = "Such as 'story = 8f3a…', 'signal = rule-id', 'outlet = Daily Example', 'severity <= elevated'.")
      List<String> matchers,
      @Option(names = "--for", paramLabel = "TIME", converter = DurationConverter.class,
          description = "How long, such as 30m, 2h or 7d.") @Nullable Duration length,
      @Option(names = "--until", paramLabel = "INSTANT", description = "Or until when, such as 2026-11-22T06:00:00Z.")
      @Nullable String until,
      @Option(names = "--comment", defaultValue = "", description = "Why.") String comment,
      @Option(names = "--by", paramLabel = "NAME", defaultValue = "${sys:user.name}",
          description = "Who, as others will see it; ${DEFAULT-VALUE} if absent.") String by,
      @Mixin ClusterOption cluster) throws InterruptedException {
    List<String> read = new ArrayList<>();
    for (String matcher : matchers) {
      try {
        read.add(Matcher.parse(matcher).toString());
      } catch (IllegalArgumentException e) {
        throw new ParameterException(spec.commandLine(), "'" + matcher + "' " + e.getMessage());
      }
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Instant end = end(now, length, until);
    String id = Id.of(String.join("\n", read), now.toString(), by).substring(0, 12);
    var silence = new Silence(id, read, now, end, by, comment);
    SilencesOnTopic.open(cluster).put(silence);
    spec.commandLine().getOut().println(
        id + " holds until " + time(silence.endsAt()) + ": " + String.join(", ", read) + " (end it: tensionwire silences expire " + id + ")");
    return ExitCode.OK;
  }

  private Instant end(Instant now, @Nullable Duration length, @Nullable String until) {
    if ((length == null) == (until == null)) {
      throw new ParameterException(spec.commandLine(), "say how long: --for 2h, or --until 2026-11-22T06:00:00Z");
    }
    Instant end;
    try {
      end = until == null ? now.plus(length == null ? Duration.ZERO : length) : Instant.parse(until);
    } catch (DateTimeParseException e) {
      throw new ParameterException(
          spec.commandLine(), "--until " + until + " is not a moment; write it like 2026-11-22T06:00:00Z");
    } catch (DateTimeException | ArithmeticException e) {
      throw new ParameterException(spec.commandLine(), "--for is longer than there will be days; 30d is long");
    }
    if (!end.isAfter(now)) {
      throw new ParameterException(spec.commandLine(), "it would end at " + end + ", which is over");
    }
    return end;
  }

  @Command(name = "list", description = "Show the silences that hold or will hold.")
  int list(
      @Option(names = "--all", description = "Also those that are over.") boolean all,
      @Option(names = "--jsonl", description = "One line of JSON for each.") boolean jsonl,
      @Mixin ClusterOption cluster) {
    Instant now = clock.instant();
    TopicTable<Silence> table = SilencesOnTopic.open(cluster).all();
    List<Silence> shown = table.values().values().stream()
        .filter(silence -> all || silence.endsAt().isAfter(now))
        .sorted(Comparator.comparing(Silence::endsAt).thenComparing(Silence::id)).toList();
    PrintWriter out = spec.commandLine().getOut();
    if (jsonl) {
      shown.forEach(silence -> out.println(JsonLine.of(silence)));
      return ExitCode.OK;
    }
    var rows = new Table("ID", "MATCHERS", "STATE", "BY", "COMMENT");
    for (Silence silence : shown) {
      rows.add(silence.id(), String.join(", ", silence.matchers()), state(silence, now), silence.createdBy(),
          silence.comment());
    }
    if (!shown.isEmpty()) {
      rows.print(out);
    }
    out.println(shown.isEmpty() ? "no silences" : shown.size() == 1 ? "1 silence" : shown.size() + " silences");
    return ExitCode.OK;
  }

  private String state(Silence silence, Instant now) {
    return !silence.endsAt().isAfter(now) ? "over since " + time(silence.endsAt())
        : silence.startsAt().isAfter(now) ? "from " + time(silence.startsAt()) + " to " + time(silence.endsAt())
        : mistake(silence) != null ? "holds nothing: " + mistake(silence) : "until " + time(silence.endsAt());
  }

  private static @Nullable String mistake(Silence silence) {
    try {
      silence.matchers().forEach(Matcher::parse);
      return null;
    } catch (IllegalArgumentException e) {
      return e.getMessage();
    }
  }

  @Command(name = "expire", description = "End silences at once: what they would hold is told from now on.")
  int expire(
      @Parameters(paramLabel = "ID", arity = "1..*", description = "As shown by list.") List<String> ids,
      @Mixin ClusterOption cluster) throws InterruptedException {
    SilencesOnTopic topic = SilencesOnTopic.open(cluster);
    Map<String, Silence> known = topic.all().values();
    List<String> missing = ids.stream().filter(id -> !known.containsKey(id)).distinct().toList();
    for (String id : missing) {
      String nearest = Nearest.to(id, known.keySet());
      spec.commandLine().getErr().println("tensionwire: there is no silence " + id
          + (nearest == null ? " (see: tensionwire silences list)" : "; did you mean " + nearest + "?"));
    }
    if (!missing.isEmpty()) {
      return ExitCode.USAGE;
    }
    for (String id : ids.stream().distinct().toList()) {
      topic.remove(id);
      spec.commandLine().getOut().println(id + " is ended");
    }
    return ExitCode.OK;
  }

  private String time(Instant moment) {
    ZonedDateTime here = moment.atZone(zone);
    boolean thisYear = here.getYear() == clock.instant().atZone(zone).getYear();
    return (thisYear ? TIME : OTHER_YEAR).format(here);
  }
}
